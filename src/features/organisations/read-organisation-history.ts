import { z } from 'zod';
import { IsoDate } from '../../domain/counties/ids.ts';
import { nameOn, type Organisation } from '../../domain/organisations/organisation.ts';
import { heldOn } from '../../domain/organisations/period.ts';
import { type Succession, whoIsItOn } from '../../domain/organisations/succession.ts';
import { refuse } from '../../domain/refusal.ts';
import { useCase } from '../../platform/index.ts';
import { findOrganisation } from './organisations.sql.ts';
import { organisationSuccessions, registerOf } from './register.ts';

type Named = { readonly id: string; readonly name: string };

export type OrganisationHistory = {
  readonly organisation: Organisation;
  readonly on: string;
  /** What it was called on the day; undefined when it did not exist. */
  readonly name: string | undefined;
  /** Who it is on the day: itself while it exists, else those it has become, or those it came out of. */
  readonly is: readonly Named[];
  /** Mergers and divisions: what it became, and what it came out of. */
  readonly steps: readonly { readonly on: string; readonly how: Succession['how']; readonly from: Named; readonly to: Named }[];
};

/** An organisation through time: what it was called on a day (default today), and who it is then through mergers and divisions. Refuses `organisation-not-found`. */
export const readOrganisationHistory = useCase({
  permission: 'organisations.read',
  mode: 'read',
  input: z.strictObject({ id: z.uuid(), on: IsoDate.optional() }),
  run: async ({ tx, today, input }) => {
    const day = input.on ? Temporal.PlainDate.from(input.on) : today;
    const organisation = await findOrganisation(tx, input.id);
    if (!organisation) return refuse('organisation-not-found', { id: input.id });
    const { organisations } = await registerOf(tx, organisation.county);
    const all = await organisationSuccessions(tx);
    const named = (id: string): Named => {
      const one = organisations.find((other) => other.id === id);
      return { id, name: one ? nameOn(one, day) : '' };
    };
    const name = heldOn(organisation.versions, day)?.name;
    const history: OrganisationHistory = {
      organisation,
      on: day.toString(),
      name,
      is: (name === undefined ? whoIsItOn(organisation.id, all, day) : [organisation.id]).map(named),
      steps: all
        .filter(({ from, to }) => from === organisation.id || to === organisation.id)
        .map(({ on, how, from, to }) => ({ on: on.toString(), how, from: named(from), to: named(to) })),
    };
    return history;
  },
});
