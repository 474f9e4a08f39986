import { z } from 'zod';
import { assignmentOf } from '../../domain/access/actor.ts';
import { closeAfter } from '../../domain/organisations/changes.ts';
import type { Organisation } from '../../domain/organisations/organisation.ts';
import { handOver } from '../../domain/organisations/organisation-ends.ts';
import { divisionFault, partsFault, partsOf } from '../../domain/organisations/organisation-split.ts';
import { hasPassed, lastOf } from '../../domain/organisations/period.ts';
import { mayHandleBodies } from '../../domain/organisations/policies.ts';
import { refuse } from '../../domain/refusal.ts';
import { newId, type Telling, useCase } from '../../platform/index.ts';
import { comingFault, divideAssignments, divideSeats } from './ends-of-organisation.ts';
import { moveAccounts } from './organisation-assignments.sql.ts';
import { findOrganisation, writeOrganisationChange } from './organisations.sql.ts';
import { divideRecords, looksAtMoves, recordEnded } from './records-of-organisation.ts';
import { listSeatsOf } from './seats.sql.ts';
import { stampOf } from './stamp.ts';
import { Day, Seen } from './unit-input.ts';
import { insertOrganisationSuccession, listUnits, lockForChange, writeUnitChange } from './units.sql.ts';

/** What one of the organisations gets: ids of units, seats and accounts. */
export type DividedPart = {
  readonly into: string;
  readonly units: readonly string[];
  readonly seats: readonly string[];
  readonly accounts: readonly string[];
  /** How many records about persons. */
  readonly records: number;
};

const Place = z.strictObject({ id: z.uuid(), to: z.uuid() });

/**
 * Divides an organisation into several of its kind in the county from a day. Each unit and each seat goes on in the one that is named for it; assignments in a unit
 * follow the unit, and accounts the units that their people work in or else `rest`. Records about persons follow the units that work with them, or go to the one that is
 * named (`records`, by the id of the first open case: `placeRecords`); contacts of units that go elsewhere end. Nothing is done before who does it has seen what becomes of
 * it: without `confirmed` it refuses `division-to-confirm` with the parts (params.parts: `DividedPart[]`, params.ended: how many contacts end, params.asked:
 * `RecordToPlace[]`, params.stamp to send back). The administrators of all are told, and the quality managers of those that get records; the log is told of each record.
 * Refuses `organisation-not-found`, `forbidden`, `own-organisation`, `changed-meanwhile`, what `divisionFault` and `partsFault` refuse, `records-go-nowhere`,
 * `already-closed`, `change-not-after-last`, `day-has-passed` and `assignments-to-come`.
 */
export const splitOrganisation = useCase({
  permission: 'organisations.split-organisation',
  mode: 'write',
  input: z.strictObject({
    organisation: z.uuid(),
    seen: Seen.optional(),
    confirmed: Seen.optional(),
    units: z.array(Place).max(2000),
    seats: z.array(Place).max(2000),
    records: z.array(Place).max(2000).default([]),
    rest: z.uuid(),
    from: Day,
  }),
  run: async ({ tx, actor, today, now, input, record }) => {
    const permission = 'organisations.split-organisation';
    const { from: day, rest } = input;
    const placed = (all: readonly { id: string; to: string }[]) => new Map(all.map(({ id, to }) => [id, to]));
    const division = { units: placed(input.units), seats: placed(input.seats), rest };
    const into = partsOf(division);
    await lockForChange(tx, [input.organisation, ...into]);
    const one = await findOrganisation(tx, input.organisation);
    if (!one) return refuse('organisation-not-found', { id: input.organisation });
    if (!mayHandleBodies(actor, permission, one.county)) return refuse('forbidden', { permission });
    if (assignmentOf(actor)?.organisation.id === one.id) return refuse('own-organisation');
    if (input.seen !== undefined && input.seen !== stampOf(one)) return refuse('changed-meanwhile', {});
    const parts: Organisation[] = [];
    for (const id of into) {
      const part = await findOrganisation(tx, id);
      if (!part) return refuse('organisation-not-found', { id });
      parts.push(part);
    }
    const change = closeAfter(one.versions, day.subtract({ days: 1 }));
    if ('refused' in change) return change;
    if (hasPassed(day, today)) return refuse('day-has-passed', {});
    const stands = partsFault(one, parts, day) ?? (await comingFault({ tx }, one, day));
    if (stands) return stands;
    const units = await listUnits(tx, { organisation: one.id });
    await lockForChange(
      tx,
      units.map(({ id }) => id),
    );
    const going = units.flatMap(({ id, versions }) => {
      const next = handOver(versions, { from: one.id, to: division.units.get(id) ?? rest }, day);
      return next ? [{ id, name: lastOf(versions)?.name ?? '', next }] : [];
    });
    const seats = await listSeatsOf(tx, one.id, day);
    const fault = divisionFault(division, { units: going, seats: seats.map(({ id, holder }) => ({ id, name: holder })) });
    if (fault) return fault;
    for (const { id, next } of going) {
      if ('refused' in next) return next;
      await writeUnitChange(tx, id, next);
    }
    await writeOrganisationChange(tx, one.id, change);
    for (const to of into) await insertOrganisationSuccession(tx, newId(now), { on: day, how: 'split', from: one.id, to }, to === rest);
    const accounts = await moveAccounts(tx, { organisation: one.id, on: day, units: division.units, rest });
    const parted = await divideRecords(
      { tx },
      { organisation: one.id, on: day, parts: into },
      { units: division.units, rest, chosen: placed(input.records) },
    );
    if ('refused' in parted) return parted;
    const made = into.map((to): DividedPart => {
      const going = ([id, part]: [string, string]) => (part === to ? [id] : []);
      return {
        into: to,
        units: [...division.units].flatMap(going).sort(),
        seats: [...division.seats].flatMap(going).sort(),
        accounts: accounts.flatMap(({ account, to: part }) => (part === to ? [account] : [])),
        records: parted.moves.filter((move) => move.to === to).length,
      };
    });
    const stamp = stampOf({ made, day, moves: parted.moves });
    if (input.confirmed !== stamp) {
      return refuse('division-to-confirm', { parts: made, ended: parted.ended.length, asked: parted.asked, stamp });
    }
    await divideAssignments({ tx, now, record }, one, day, division.units);
    await divideSeats({ tx, now, record }, seats, day, { places: division.seats, accounts });
    await recordEnded({ record }, parted.ended, day);
    const params = { organisation: one.id, from: day.toString() };
    await record({
      kind: permission,
      subject: { kind: 'organisation', id: one.id },
      effectiveOn: day,
      content: {
        into,
        ...Object.fromEntries(
          made.flatMap((part) => [
            [`units:${part.into}`, part.units],
            [`seats:${part.into}`, part.seats],
            [`accounts:${part.into}`, part.accounts],
            [`records:${part.into}`, part.records],
          ]),
        ),
      },
      tell: [
        ...[one.id, ...into].map((organisation) => ({ role: 'system-administrator', organisation }) as const),
        ...made.flatMap(({ into: organisation, records }) => (records > 0 ? [{ role: 'quality-manager', organisation } as const] : [])),
      ].map((to): Telling => ({ kind: 'organisation-split', to, params })),
    });
    return { id: one.id, into, records: parted.moves };
  },
  audit: (_, answer) => looksAtMoves(answer?.records ?? []),
});
