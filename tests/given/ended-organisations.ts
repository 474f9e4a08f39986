import { randomUUID } from 'node:crypto';
import type { Succession } from '../../src/domain/organisations/succession.ts';
import type { Tx } from '../../src/platform/db/index.ts';
import { fillTable, successionRow, TODAY } from './random-parts.ts';
import type { Organisation, Place, Unit } from './world-parts.ts';

/** Whose a unit has been: from which day, in days from today. */
type History = readonly (readonly [organisation: string, from: number])[];

/** Organisations that have gone up into others and been divided, a few times over, told one by one: nothing of it is worked out. */
export type Ended = {
  /** Those that are there today, with the units that have come to them. */
  readonly organisations: readonly Organisation[];
  readonly successions: readonly Succession[];
  /** Whose an organisation's part in something is today, by the unit: only those that went along. */
  readonly goesOn: ReadonlyMap<string, string>;
  readonly gone: ReadonlySet<string>;
  readonly formerPlaces: readonly Place[];
  /** Of those that have ended, what a record made by each is of today: one, or one of several with the day it came there. */
  readonly records: readonly {
    readonly origin: string;
    readonly units: readonly Unit[];
    readonly owners: readonly string[];
    readonly divided?: number;
  }[];
  readonly fill: (tx: Tx) => Promise<void>;
};

/**
 * `into` takes up one that has taken up another; a third is to come to it tomorrow. Another took one up and was divided. A unit of `into` has been handed over to
 * `other`, and one was handed over to `into` before its own came there: neither is a succession.
 */
export function givenEndedOrganisations(into: string, other: string): Ended {
  const id = () => randomUUID();
  const [older, old, root, whole, first, second, coming] = [id(), id(), id(), id(), id(), id(), id()] as const;
  const goesOn = new Map<string, string>();
  const formerPlaces: Place[] = [];
  const histories: { unit: Unit; history: History }[] = [];
  const unit = (...history: History): Unit => {
    const now = history.filter(([, from]) => from <= 0).at(-1)?.[0] ?? '';
    const made = { id: id(), organisation: now, covered: false };
    histories.push({ unit: made, history });
    for (const [organisation, from] of history) if (organisation !== now && from <= 0) formerPlaces.push({ unit: made.id, organisation });
    return made;
  };
  const along = (made: Unit, ...organisations: readonly string[]) => {
    for (const organisation of organisations) goesOn.set(`${made.id} ${organisation}`, made.organisation);
    return made;
  };
  const LONG = -2000;
  const ofOlder = [0, 1].map(() => along(unit([older, LONG], [old, -40], [into, -20]), older, old));
  const ofOld = [0, 1].map(() => along(unit([old, LONG], [into, -20]), old));
  const ofRoot = [first, second].map((part) => along(unit([root, LONG], [whole, -30], [part, -10]), root, whole));
  const ofWhole = [first, second].map((part) => along(unit([whole, LONG], [part, -10]), whole));
  const toCome = [unit([coming, LONG], [into, 1])];
  const handedOver = unit([into, LONG], [other, -5]);
  const cameBefore = unit([old, LONG], [into, -30]);
  const step = (how: Succession['how'], from: string, to: string, on: number): Succession => ({
    how,
    from,
    to,
    on: TODAY.add({ days: on }),
  });
  const kind = 'private-provider' as const;
  const of = (organisation: string) => histories.map((one) => one.unit).filter((one) => one.organisation === organisation);
  return {
    organisations: [into, other, first, second, coming].map((one) => ({ id: one, kind, units: of(one), former: [] })),
    successions: [
      ...[step('merge', older, old, -40), step('merge', old, into, -20), step('merge', root, whole, -30)],
      ...[step('split', whole, first, -10), step('split', whole, second, -10), step('merge', coming, into, 1)],
    ],
    goesOn,
    gone: new Set([older, old, root, whole]),
    formerPlaces,
    records: [
      { origin: older, units: ofOlder, owners: [into] },
      { origin: old, units: [...ofOld, cameBefore], owners: [into] },
      { origin: into, units: [handedOver], owners: [into] },
      { origin: root, units: ofRoot, owners: [first, second, ''], divided: -10 },
      { origin: whole, units: ofWhole, owners: [first, second], divided: -10 },
      { origin: coming, units: toCome, owners: [coming] },
    ],
    fill: async (tx) => {
      const made = [older, old, root, whole, first, second, coming];
      await fillTable(
        tx,
        'organisation',
        made.map((one) => ({ id: one, kind, county_code: '06' })),
      );
      await fillTable(
        tx,
        'organisation_version',
        made.map((one, nth) => ({ organisation_id: one, valid: '[2020-01-01,)', name: `Bolag ${nth}` })),
      );
      await fillTable(
        tx,
        'unit',
        histories.map((one) => ({ id: one.unit.id })),
      );
      await fillTable(
        tx,
        'unit_version',
        histories.flatMap(({ unit: one, history }) =>
          history.map(([organisation, from], nth) => {
            const until = history[nth + 1]?.[1];
            const valid = `[${TODAY.add({ days: from })},${until === undefined ? '' : TODAY.add({ days: until })})`;
            const rest = {
              name: `Enhet ${one.id.slice(0, 8)}`,
              kind: 'individ-familjeomsorg',
              serves: [],
              ages: '[0,)',
              contacts: [],
              opening: '',
            };
            return { unit_id: one.id, valid, organisation_id: organisation, ...rest };
          }),
        ),
      );
    },
  };
}

/** The rows of `successions` as the register keeps them. */
export const organisationSuccessions = ({ successions }: Ended) =>
  successions.map((one) => ({ ...successionRow(one), of: 'organisation', takes_cases: false }));
