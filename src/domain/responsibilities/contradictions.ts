import type { SituationFile } from '../counties/national-files.ts';
import { truthOfAll } from './condition.ts';
import { type Facts, type FactValue, sameValue } from './fact-value.ts';
import { impliedFact } from './implications.ts';
import { type Situation, toldOf } from './situation.ts';

type Told = { readonly fact: string; readonly value: FactValue };

/**
 * Answers that cannot all be right. `counted`: what the rules saw instead of what was told; empty when every answer was counted with
 * as told. `because`: why they do not go together.
 */
export type Contradiction = {
  readonly id: string;
  readonly told: readonly Told[];
  readonly counted: readonly Told[];
  readonly because: string;
};

/**
 * The answers of a situation that contradict one another: those of which one took another's place (implications), and those the file
 * lists as contradictory. "Don't know" contradicts nothing. In the order of the file; each pair of answers once.
 */
export function contradictionsIn(
  situation: Situation,
  { implications, contradictory }: Pick<SituationFile, 'implications' | 'contradictory'>,
): Contradiction[] {
  const told = Object.fromEntries(
    situation.asked.flatMap((fact) => {
      const value = toldOf(situation, fact);
      return value === undefined ? [] : [[fact, value] as const];
    }),
  );
  const replaced = replacements(told, situation.facts, implications);
  const listed = contradictory.filter(
    ({ when, unless }) => isMet(when, told) && (unless === undefined || truthOfAll(Object.entries(unless), told) === 'unmet'),
  );
  return [
    ...replaced,
    ...listed.map(({ id, when, because }) => ({
      id,
      told: toldAmong(Object.keys(when), told),
      counted: toldAmong(
        Object.keys(when).filter((fact) => !sameValue(told[fact], situation.facts[fact])),
        situation.facts,
      ),
      because,
    })),
  ];
}

function replacements(told: Facts, counted: Facts, implications: SituationFile['implications']): Contradiction[] {
  const facts: Record<string, FactValue> = { ...told };
  return implications.flatMap((one): Contradiction[] => {
    if (!isMet(one.when, facts)) return [];
    const { fact } = one.implies;
    const before = facts[fact];
    const after = impliedFact(one, before);
    facts[fact] = after;
    const stated = told[fact];
    if (stated === undefined || stated === 'unknown' || sameValue(before, after)) return [];
    const grounds = Object.keys(one.when).filter((id) => id !== fact);
    return [{ id: one.id, told: toldAmong([...grounds, fact], told), counted: toldAmong([fact], counted), because: one.because }];
  });
}

function isMet(when: SituationFile['implications'][number]['when'], facts: Facts): boolean {
  return truthOfAll(Object.entries(when), facts) === 'met';
}

function toldAmong(ids: readonly string[], facts: Facts): Told[] {
  return ids.flatMap((fact) => {
    const value = facts[fact];
    return value === undefined ? [] : [{ fact, value }];
  });
}
