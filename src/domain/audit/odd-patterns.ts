import { isAfterHours } from './after-hours.ts';
import { isSameName, sharedFamilyName } from './family-name.ts';
import type { OddThresholds } from './odd-thresholds.ts';

/** A look in the log by somebody on the staff, as far as oddness can be seen in it. */
export type StaffLook = {
  readonly id: string;
  readonly at: Temporal.Instant;
  readonly account: string;
  readonly accountName: string | undefined;
  readonly person: string | undefined;
  /** Told extra in the log: the person had protected identity when it happened. */
  readonly protectedIdentity: boolean;
};

/** What is known today of the one looked at, and of the unit's relation at that time. Undefined and `unknown` are never held against anyone. */
export type LookFacts = {
  readonly personName: string | undefined;
  /** Does the person work at the huvudman? `same-name`: somebody with that very name does. */
  readonly staff: 'yes' | 'same-name' | 'no' | 'unknown';
  /** Does somebody with that very name work in the unit of the one who looked? */
  readonly nameInUnit: boolean;
  /** Had the unit a contact, a share or an emergency opening then? */
  readonly related: boolean | undefined;
};

/** Why a look is worth a question. None of them says that it was wrong. */
export type Oddness =
  | { readonly kind: 'same-name' }
  | { readonly kind: 'own-family-name'; readonly common: boolean }
  | { readonly kind: 'colleague'; readonly certain: boolean; readonly inUnit: boolean }
  | { readonly kind: 'many-persons'; readonly persons: number; readonly minutes: number }
  | { readonly kind: 'no-relation' }
  | { readonly kind: 'protected-identity' }
  | { readonly kind: 'after-hours' };

export type OddLook<Row extends StaffLook> = { readonly row: Row; readonly why: readonly Oddness[] };

/** The looks that are worth a question, those with most reasons first and then the latest. `factsOf` answers undefined when nothing is known. */
export function findOddPatterns<Row extends StaffLook>(
  rows: readonly Row[],
  factsOf: (row: Row) => LookFacts | undefined,
  thresholds: OddThresholds,
): OddLook<Row>[] {
  const crowds = crowdsOf(rows, thresholds.manyPersons);
  return rows
    .map((row) => ({ row, why: whyOdd(row, factsOf(row), crowds.get(row.id), thresholds) }))
    .filter(({ why }) => why.length > 0)
    .sort((a, b) => b.why.length - a.why.length || Temporal.Instant.compare(b.row.at, a.row.at));
}

function whyOdd(row: StaffLook, facts: LookFacts | undefined, crowd: number | undefined, { manyPersons, night }: OddThresholds): Oddness[] {
  const why: Oddness[] = [];
  if (facts?.related === false) why.push({ kind: 'no-relation' });
  why.push(...likeNames(row.accountName, facts?.personName));
  why.push(...colleague(facts));
  if (crowd !== undefined) why.push({ kind: 'many-persons', persons: crowd, minutes: manyPersons.minutes });
  if (row.protectedIdentity) why.push({ kind: 'protected-identity' });
  if (isAfterHours(row.at, night)) why.push({ kind: 'after-hours' });
  return why;
}

/** What is certain goes before a name alone, and a name in the unit before one elsewhere at the huvudman. */
function colleague(facts: LookFacts | undefined): Oddness[] {
  if (facts?.staff === 'yes') return [{ kind: 'colleague', certain: true, inUnit: facts.nameInUnit }];
  if (facts?.nameInUnit) return [{ kind: 'colleague', certain: false, inUnit: true }];
  return facts?.staff === 'same-name' ? [{ kind: 'colleague', certain: false, inUnit: false }] : [];
}

function likeNames(reader: string | undefined, person: string | undefined): Oddness[] {
  if (!reader || !person) return [];
  if (isSameName(reader, person)) return [{ kind: 'same-name' }];
  const shared = sharedFamilyName(reader, person);
  return shared ? [{ kind: 'own-family-name', common: shared.common }] : [];
}

/** For each look that is part of a crowd, how many persons the largest window it stands in has. */
function crowdsOf(rows: readonly StaffLook[], { persons, minutes }: OddThresholds['manyPersons']): Map<string, number> {
  const crowds = new Map<string, number>();
  for (const looks of Map.groupBy(rows, ({ account }) => account).values()) {
    const inOrder = looks.filter(({ person }) => person !== undefined).sort((a, b) => Temporal.Instant.compare(a.at, b.at));
    const seen = new Map<string, number>();
    let first = 0;
    for (const [last, look] of inOrder.entries()) {
      count(seen, look.person, 1);
      for (let early = inOrder[first]; early && early.at.until(look.at).total('minutes') > minutes; early = inOrder[first]) {
        count(seen, early.person, -1);
        first += 1;
      }
      if (seen.size < persons) continue;
      for (const one of inOrder.slice(first, last + 1)) crowds.set(one.id, Math.max(crowds.get(one.id) ?? 0, seen.size));
    }
  }
  return crowds;
}

function count(seen: Map<string, number>, person: string | undefined, by: 1 | -1): void {
  if (person === undefined) return;
  const now = (seen.get(person) ?? 0) + by;
  if (now === 0) seen.delete(person);
  else seen.set(person, now);
}
