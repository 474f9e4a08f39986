import { z } from 'zod';
import type { CountyFile } from '../../domain/counties/county-file.ts';
import { CountyCode, IsoDate, Slug } from '../../domain/counties/ids.ts';
import { nameOn, type Organisation } from '../../domain/organisations/organisation.ts';
import { compareDays, heldOn, holdsOn } from '../../domain/organisations/period.ts';
import type { Seat } from '../../domain/organisations/seat.ts';
import { refuse } from '../../domain/refusal.ts';
import { useCase } from '../../platform/index.ts';
import { allCounties, countyOf } from '../counties/index.ts';
import { findOrganisation } from './organisations.sql.ts';
import { registerOf } from './register.ts';
import { listSeats } from './seats.sql.ts';

/** The organisations of a county or everywhere on a day (default today), of a kind when one is named, with `coming` also those that begin later; by id. */
export const readOrganisations = useCase({
  permission: 'organisations.read',
  mode: 'read',
  input: z.strictObject({
    county: CountyCode.optional(),
    kind: z.enum(['region', 'municipality', 'private-provider', 'user-organisation']).optional(),
    on: IsoDate.optional(),
    coming: z.boolean().optional(),
  }),
  run: async ({ tx, today, input }) => {
    const day = input.on ? Temporal.PlainDate.from(input.on) : today;
    const found: { organisation: Organisation; name: string }[] = [];
    for (const { code } of await allCounties(tx)) {
      if (input.county !== undefined && input.county !== code) continue;
      for (const organisation of (await registerOf(tx, code)).organisations) {
        if (input.kind !== undefined && input.kind !== organisation.kind) continue;
        const { versions } = organisation;
        const comes = input.coming === true && versions.every(({ from }) => compareDays(from, day) > 0);
        if (comes || heldOn(versions, day)) found.push({ organisation, name: nameOn(organisation, day) });
      }
    }
    return { on: day.toString(), organisations: found.toSorted((a, b) => (a.organisation.id < b.organisation.id ? -1 : 1)) };
  },
});

/** One organisation with its names. Refuses `organisation-not-found`. */
export const readOrganisation = useCase({
  permission: 'organisations.read',
  mode: 'read',
  input: z.strictObject({ id: z.uuid() }),
  run: async ({ tx, input }) => (await findOrganisation(tx, input.id)) ?? refuse('organisation-not-found', { id: input.id }),
});

/** Who sits where on a day. */
export type Seats = {
  readonly on: string;
  readonly bodies: CountyFile['bodies'];
  readonly seats: readonly (Seat & { readonly organisationName: string })[];
};

/** Who sits in the joint bodies of a county on a day (default today), or in one of them; with `coming` also who will. Refuses `county-not-found` and `body-not-found`. */
export const readSeats = useCase({
  permission: 'organisations.read',
  mode: 'read',
  input: z.strictObject({ county: CountyCode, body: Slug.optional(), on: IsoDate.optional(), coming: z.boolean().optional() }),
  run: async ({ tx, today, input }) => {
    const day = input.on ? Temporal.PlainDate.from(input.on) : today;
    const county = await countyOf(tx, input.county);
    if (!county) return refuse('county-not-found', { code: input.county });
    const bodies = county.bodies.filter(({ id }) => input.body === undefined || id === input.body);
    if (input.body !== undefined && bodies.length === 0) return refuse('body-not-found', { body: input.body });
    const { organisations } = await registerOf(tx, county.code);
    const isShown = (seat: Seat) => holdsOn(seat, day) || (input.coming === true && compareDays(seat.from, day) > 0);
    const seats = (await listSeats(tx, county.code, input.body)).filter(isShown);
    const held: Seats = {
      on: day.toString(),
      bodies,
      seats: seats.map((seat) => {
        const organisation = organisations.find(({ id }) => id === seat.organisation);
        return { ...seat, organisationName: organisation ? nameOn(organisation, day) : '' };
      }),
    };
    return held;
  },
});
