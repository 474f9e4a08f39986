import type { Facts, FactValue } from './fact-value.ts';

/**
 * What someone stands before: a place, a day and some facts. Holds no personal data: nothing in it points out a person.
 * `county` is an SCB code. `date` is an ISO date, absent when today is meant. `implied` lists the facts that follow from other
 * answers (situation.yaml, implications). `asked` lists the facts that someone answered, "don't know" included. A fact may be both:
 * then `overridden` has the answer whose place was taken, so that it is never lost.
 */
export type Situation = {
  readonly county: string;
  readonly municipality?: string;
  readonly date?: string;
  readonly facts: Facts;
  readonly asked: readonly string[];
  readonly implied: readonly string[];
  readonly overridden?: Facts;
};

/** What someone answered of a fact, whatever was counted with in its place. Undefined when it was not asked. */
export function toldOf({ facts, asked, overridden }: Situation, fact: string): FactValue | undefined {
  return asked.includes(fact) ? (overridden?.[fact] ?? facts[fact]) : undefined;
}

/** Something wrong in a situation as sent: a stable code, where, and what was allowed. Never echoes what was sent. */
export type SituationFault = {
  readonly code:
    | 'not-an-object'
    | 'missing'
    | 'unknown-field'
    | 'wrong-type'
    | 'unknown-option'
    | 'out-of-range'
    | 'ends-reversed'
    | 'empty'
    | 'too-many'
    | 'excludes-others'
    | 'not-a-date'
    | 'not-a-county'
    | 'not-a-municipality'
    | 'municipality-outside-county';
  readonly path: readonly (string | number)[];
  readonly expected?: readonly string[];
};

export type ParsedSituation =
  | { readonly ok: true; readonly situation: Situation }
  | { readonly ok: false; readonly faults: readonly SituationFault[] };
