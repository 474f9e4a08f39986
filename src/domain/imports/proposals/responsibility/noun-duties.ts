import type { FoundActor } from '../find-actors.ts';
import { DUTY_NOUNS, OWNED_DUTIES } from '../vocabulary/duties.ts';
import { leadingCondition } from './conditions-of.ts';
import type { Part } from './duty.ts';

type Finder = (text: string) => readonly FoundActor[];

function fromPattern(text: string, pattern: RegExp, actorsIn: Finder, mustBeKnown: boolean): Part[] {
  const match = pattern.exec(text);
  const { who = '', what = '' } = match?.groups ?? {};
  if (!match || what === '') return [];
  const at = text.indexOf(who, match.index);
  const known = actorsIn(who).map((one) => ({ ...one, from: one.from + at, to: one.to + at }));
  if (known.length === 0 && mustBeKnown) return [];
  const from = text.indexOf(what, match.index);
  const nobody = { actor: 'named', authority: 'unknown', performers: [] } as const;
  const named = known.length > 0 ? known : [{ ...nobody, name: who.trim(), from: at, to: at + who.trim().length }];
  const when = mustBeKnown ? leadingCondition(text.slice(0, match.index)) : undefined;
  const duty = { who: named, role: 'responsible', strength: 'must', from, to: from + what.length, when } as const;
  return [{ from: match.index, duty: { ...duty, sure: 'likely', reason: 'duty-noun' } }];
}

/** The duties said as a noun: `det åligger … att`, `är kommunens uppgift`. */
export function nounDuties(text: string, actorsIn: Finder): Part[] {
  return [
    ...DUTY_NOUNS.flatMap((pattern) => fromPattern(text, pattern, actorsIn, false)),
    ...OWNED_DUTIES.flatMap((pattern) => fromPattern(text, pattern, actorsIn, true)),
  ];
}
