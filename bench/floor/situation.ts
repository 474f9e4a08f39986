import type { Conditions } from '../../src/domain/counties/conditions.ts';
import { situationNames } from '../asks.ts';
import type { Duties } from './queries.ts';

export type FloorFacts = Readonly<Record<string, unknown>>;
export type Verdict = 'met' | 'unmet' | 'unknown';
export type FloorDuty = { readonly agreement: Duties; readonly row: Duties['responsibilities'][number]; readonly result: Verdict };

export function factsOfBody(body: Record<string, unknown>): FloorFacts {
  return body;
}

/** The facts of an address that the bench asks for. */
export function factsOfQuery(query: URLSearchParams): FloorFacts {
  return {
    need: [situationNames.get(query.get('behov') ?? '')],
    age: Number(query.get('alder')),
    substance: [situationNames.get(query.get('amne') ?? '')],
    severity: situationNames.get(query.get('svarighetsgrad') ?? ''),
    psychiatric: query.get('psykiatri') === 'ja',
  };
}

/** The rows that have something to say, with how their conditions come out. */
export function dutiesIn(agreements: readonly Duties[], facts: FloorFacts): FloorDuty[] {
  const duties: FloorDuty[] = [];
  for (const agreement of agreements) {
    if (verdictOf(agreement.target.when, facts) === 'unmet') continue;
    for (const row of agreement.responsibilities) {
      const selected = verdictOf(row.when, facts);
      if (selected === 'unmet' && !row.always) continue;
      const required = verdictOf(row.conditions, facts);
      duties.push({ agreement, row, result: required === 'unmet' ? 'unmet' : selected === 'met' ? required : 'unknown' });
    }
  }
  return duties;
}

export function verdictOf(conditions: Conditions | undefined, facts: FloorFacts): Verdict {
  let all: Verdict = 'met';
  for (const [fact, condition] of Object.entries(conditions ?? {})) {
    const value = facts[fact];
    if (value === undefined) all = 'unknown';
    else if (!holds(condition, value)) return 'unmet';
  }
  return all;
}

function holds(condition: Conditions[string], value: unknown): boolean {
  if ('any' in condition)
    return Array.isArray(value) ? condition.any.some((one) => value.includes(one)) : condition.any.includes(String(value));
  if ('is' in condition) return value === condition.is;
  const min = 'min' in condition ? condition.min : Number.NEGATIVE_INFINITY;
  return Number(value) >= min && Number(value) <= (condition.max ?? Number.POSITIVE_INFINITY);
}
