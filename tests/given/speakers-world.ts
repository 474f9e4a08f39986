import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { type DataKind, dataKinds, type Giver } from '../../src/domain/consents/kinds.ts';
import type { Database } from '../../src/platform/db/index.ts';
import { fillTable, NOW, TODAY } from './random-parts.ts';
import type { Place, WorldPerson } from './world-parts.ts';

type Turn = { readonly of: 'custody' | 'concealed'; readonly begins: boolean; readonly happens: number; readonly written: number };

/** With which account somebody logs in, from when it is written; undefined: with none from then. */
type Login = { readonly account: string | undefined; readonly written: number };

/** Who may speak for somebody, in seconds from now. An adult of whom nothing is written has none. */
export type WorldSpeakers = {
  readonly child?: {
    /** The 18th birthday, in days from today. */
    readonly of18: number;
    readonly guardians: readonly { readonly id: string; readonly turns: readonly Turn[]; readonly logins: readonly Login[] }[];
    readonly maturities: readonly {
      readonly decides: 'guardians' | 'together' | 'child';
      readonly assessed: number;
      readonly written: number;
    }[];
  };
  readonly representatives?: readonly {
    readonly id: string;
    readonly kind: 'god-man' | 'relative';
    readonly consents: boolean;
    readonly from: number;
    readonly until: number;
    readonly written: number;
    readonly ended: number | undefined;
    readonly kinds: readonly DataKind[];
    readonly logins: readonly Login[];
  }[];
};

/**
 * Somebody's guardians and representatives, by chance: children around their 18th birthday, one guardian or two, adults with and without a representative. `accounts`: of
 * individuals, with which some of them log in.
 */
export function speakersOf(random: () => number, accounts: readonly string[] = []): WorldSpeakers {
  const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)] as T;
  const chance = (share: number) => random() < share;
  const some = <T>(least: number, most: number, make: () => T): T[] =>
    Array.from({ length: least + Math.floor(random() * (most - least + 1)) }, make);
  const written = () => pick([-1000, -1000, -1000, 0, 30]);
  const turn = (of: Turn['of'], begins: boolean): Turn => ({ of, begins, happens: pick([-900, -600, -60, 0, 1]), written: written() });
  const logins = (): Login[] => {
    if (accounts.length === 0 || chance(0.1)) return [];
    const first = { account: pick(accounts), written: pick([-1000, -1000, -1000, -1000, 0, 30]) };
    return chance(0.75)
      ? [first]
      : [first, { account: chance(0.5) ? undefined : pick(accounts), written: first.written + pick([1, 940, 1040]) }];
  };
  const representatives = chance(accounts.length > 0 ? 0.35 : 0.25)
    ? some(1, 2, () => {
        const from = pick([-900, -900, 0, 1]);
        return {
          ...{ id: randomUUID(), kind: pick(['god-man', 'god-man', 'relative'] as const), consents: chance(0.8), written: written() },
          ...{ from, until: from < 0 ? pick([900, 900, 0, 1]) : 900, ended: chance(0.2) ? pick([-1, 0, 1]) : undefined },
          ...{ kinds: accounts.length === 0 ? [] : dataKinds.filter(() => chance(0.6)), logins: logins() },
        };
      })
    : [];
  if (!chance(accounts.length > 0 ? 0.35 : 0.22)) return { representatives };
  const guardians = some(0, 2, () => ({
    id: randomUUID(),
    logins: logins(),
    turns: [
      turn('custody', true),
      ...(chance(0.25) ? [turn('custody', false)] : []),
      ...(chance(0.25) ? [turn('concealed', true)] : []),
      ...(chance(0.15) ? [turn('concealed', false)] : []),
    ],
  }));
  const maturities = some(chance(0.85) ? 1 : 0, 2, () => {
    const assessed = pick([-900, -600, -600, 0]);
    return { decides: pick(['guardians', 'guardians', 'together', 'child'] as const), assessed, written: chance(0.85) ? assessed : 30 };
  });
  return { child: { of18: pick([0, 1, 1, 800, 3000, -1, -900]), guardians, maturities }, representatives };
}

/** Everybody who may have answered. */
export function giversOf({ child, representatives = [] }: WorldSpeakers): Giver[] {
  const guardians = (child?.guardians ?? []).map(({ id }): Giver => ({ as: 'guardian', id }));
  return [
    { as: 'person' },
    ...guardians,
    ...guardians,
    ...guardians,
    ...representatives.map(({ id }): Giver => ({ as: 'representative', id })),
  ];
}

/** Whose yes is needed now, told by what is so: one list for each that must say yes, with those who can say it. Undefined when that cannot be said. */
export function neededOf({ child, representatives = [] }: WorldSpeakers): string[][] | undefined {
  if (!child || child.of18 <= 0) {
    const speaking = representatives.filter(
      ({ kind, consents, from, until, written, ended = 1 }) =>
        kind !== 'relative' && consents && written <= 0 && from <= 0 && until > 0 && ended > 0,
    );
    return [['person', ...speaking.map(({ id }) => id)]];
  }
  const judged = child.maturities.filter(({ assessed, written }) => assessed <= 0 && written <= 0);
  const latest = judged.filter(({ assessed }) => !judged.some((other) => other.assessed > assessed)).map(({ decides }) => decides);
  if (latest.length === 0) return undefined;
  const decides = latest.every((one) => one === latest[0]) ? latest[0] : 'together';
  if (decides === 'child') return [['person']];
  const asked = child.guardians.filter(({ turns }) => is(turns, 'custody') && !is(turns, 'concealed')).map(({ id }) => [id]);
  if (asked.length === 0) return undefined;
  return decides === 'together' ? [...asked, ['person']] : asked;
}

/** Does it hold of a guardian now, by what has happened in its order? */
function is(turns: readonly Turn[], sort: Turn['of']): boolean {
  let now = false;
  for (let moment = -1000; moment <= 0; moment += 1) {
    const here = turns.filter(({ of, happens, written }) => of === sort && happens === moment && written <= 0);
    for (const { begins } of here.toSorted((a, b) => a.written - b.written)) now = begins;
  }
  return now;
}

/** What an account reads of a plan as somebody who speaks for whose it is, told by what is so; undefined where it speaks for them in nothing. */
export function spokenBy({ child, representatives = [] }: WorldSpeakers, account: string): DataKind[] | undefined {
  const logsIn = (logins: readonly Login[]) => {
    let last: string | undefined;
    for (const login of logins) if (login.written <= 0) last = login.account;
    return last === account;
  };
  if (child && child.of18 > 0) {
    const judged = child.maturities.filter(({ assessed, written }) => assessed <= 0 && written <= 0);
    const latest = judged.filter(({ assessed }) => !judged.some((other) => other.assessed > assessed)).map(({ decides }) => decides);
    if (latest.length === 0 || latest.every((one) => one === 'child')) return undefined;
    const sees = child.guardians.some(({ turns, logins }) => logsIn(logins) && is(turns, 'custody') && !is(turns, 'concealed'));
    return sees ? [...dataKinds] : undefined;
  }
  const speaking = representatives.filter(
    ({ from, until, written, ended = 1, logins }) => written <= 0 && from <= 0 && until > 0 && ended > 0 && logsIn(logins),
  );
  return speaking.length === 0 ? undefined : dataKinds.filter((kind) => speaking.some(({ kinds }) => kinds.includes(kind)));
}

/** Writes them down. */
export async function fillSpeakers(
  database: Database,
  speaking: ReadonlyMap<string, WorldSpeakers>,
  { account, place, person }: { account: string; place: Place | undefined; person: (id: string) => WorldPerson | undefined },
): Promise<void> {
  const at = (seconds: number) => NOW.add({ seconds });
  const all = [...speaking].filter(([id]) => person(id) !== undefined);
  const by = { organisation_id: place?.organisation, unit_id: place?.unit };
  const [name, named] = [
    { name_cipher: '\\x00', evidence_cipher: '\\x00' },
    { named_by: account, ...by },
  ];
  const children = all.flatMap(([id, { child }]) => (child ? [{ id, ...child }] : []));
  const representatives = all.flatMap(([id, one]) => (one.representatives ?? []).map((row) => ({ person: id, ...row })));
  await database.asOwner(async (tx) => {
    await fillTable(
      tx,
      'consent_child',
      children.map(({ id, of18 }) => ({
        person_id: id,
        born: TODAY.add({ days: of18 }).subtract({ years: 18 }),
        noted_by: account,
        at: at(-1000),
      })),
    );
    await fillTable(
      tx,
      'consent_guardian',
      children.flatMap(({ id, guardians }) => guardians.map((one) => ({ id: one.id, person_id: id, ...name, ...named, at: at(-1000) }))),
    );
    // Ids in the order of writing: of two at once, the later one holds.
    await fillTable(
      tx,
      'consent_guardian_turn',
      children.flatMap(({ guardians }) =>
        guardians.flatMap(({ id, turns }) =>
          turns.map((one, nth) => ({
            ...{
              id: `00000000-0000-7000-8000-${String(nth).padStart(4, '0')}${id.slice(-8)}`,
              guardian_id: id,
              of: one.of,
              begins: one.begins,
            },
            ...{ happens_at: at(one.happens), at: at(one.written), evidence_cipher: '\\x00', written_by: account, ...by },
          })),
        ),
      ),
    );
    await fillTable(
      tx,
      'consent_maturity',
      children.flatMap(({ id, maturities }) =>
        maturities.map(({ decides, assessed, written }) => ({
          ...{ id: randomUUID(), person_id: id, decides, assessed_at: at(assessed), at: at(written) },
          ...{ evidence_cipher: '\\x00', written_by: account, ...by },
        })),
      ),
    );
    await fillTable(
      tx,
      'consent_representative',
      representatives.map(({ id, person: of, kind, consents, from, until, written, kinds }) => ({
        ...{
          id,
          data_kinds: kinds,
          person_id: of,
          kind,
          matters: consents && kind !== 'relative' ? ['read', 'consent'] : ['read'],
          valid: `[${at(from)},${at(until)})`,
        },
        ...{ ...name, ...named, at: at(written) },
      })),
    );
    const { rows } = await sql<{
      id: string;
      hash: string;
    }>`select id, '\\x' || encode(number_hash, 'hex') as hash from account where number_hash is not null`.execute(tx);
    const hashes = new Map(rows.map((one) => [one.id, one.hash]));
    const speaking = [
      ...children.flatMap(({ id, guardians }) => guardians.map((one) => ({ person: id, guardian: one.id, logins: one.logins }))),
      ...representatives.map((one) => ({ person: one.person, representative: one.id, logins: one.logins })),
    ] as readonly { person: string; guardian?: string; representative?: string; logins: readonly Login[] }[];
    await fillTable(
      tx,
      'consent_speaker_login',
      speaking.flatMap(({ person: of, guardian = null, representative = null, logins }) =>
        logins.map(({ account: as, written }) => ({
          ...{ id: randomUUID(), person_id: of, guardian_id: guardian, representative_id: representative, at: at(written) },
          ...{ number_hash: as === undefined ? null : hashes.get(as), written_by: account, ...by },
        })),
      ),
    );
    await fillTable(
      tx,
      'consent_representative_end',
      representatives.flatMap(({ id, ended }) =>
        ended === undefined ? [] : [{ representative_id: id, ended_by: account, ...by, at: at(ended) }],
      ),
    );
  });
}
