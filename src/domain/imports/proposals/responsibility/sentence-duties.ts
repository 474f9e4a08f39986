import type { FoundActor } from '../find-actors.ts';
import { DUTY_WORDS } from '../vocabulary/duties.ts';
import { leadingCondition } from './conditions-of.ts';
import type { Duty, Part } from './duty.ts';
import { nounDuties } from './noun-duties.ts';
import { isDoneWith, passiveDuties } from './passive-duties.ts';
import { subjectBefore } from './subject.ts';
import { turnedDuties } from './turned-duties.ts';

const DIRECT = DUTY_WORDS.map((one) => ({
  ...one,
  regex: new RegExp(`(?<![\\p{L}-])${one.pattern}${one.pattern.includes('(?=') ? '' : '(?![\\p{L}-])'}`, 'giu'),
}));

const isModal = (words: string) => /^(?:ska|skall|måste|bör)$/iu.test(words);

/** Do these begin the sentence, and does the verb follow at once? A name in the genitive is no subject. */
function isFirst(text: string, who: readonly FoundActor[], verb: number): boolean {
  const [only] = who;
  // A unit that nobody knows has to be one word in the definite: `Sjukhuset`.
  const isUnit =
    who.length === 1 &&
    only?.from === 0 &&
    /^\p{Lu}\p{Ll}+(?:en|et|n)$/u.test(only.name) &&
    !/(?:grupp|råd|nätverk|nämnd|forum|styrelse|utskott)\p{L}*$/u.test(only.name);
  const isKnown = (isUnit || who.every(({ actor }) => actor !== 'named')) && !/s$/u.test(who.at(-1)?.name ?? '');
  const head = text.slice(0, who[0]?.from ?? 0).replace(/^.*(?:, (?:medan|men|och)|;) /u, '');
  return (
    isKnown &&
    /^(?:(?:båda|både|såväl|varje|respektive|berörda?|samtliga|den|de|länets) ){0,2}$/iu.test(head) &&
    text.slice(who.at(-1)?.to ?? 0, verb) === ' '
  );
}

function direct(text: string, actors: readonly FoundActor[]): Part[] {
  const all = DIRECT.flatMap(({ regex, role, strength, near = false }) =>
    [...text.matchAll(regex)].flatMap((match): Part[] => {
      const who = subjectBefore(text, match.index, actors);
      const start = who?.[0]?.from ?? 0;
      if (
        !who ||
        (near && !isFirst(text, who, match.index)) ||
        (isModal(match[0]) && isDoneWith(text.slice(match.index + match[0].length)))
      )
        return [];
      const when = leadingCondition(text.slice(0, start));
      const sure = who.every(({ actor }) => actor !== 'named') ? 'sure' : 'likely';
      return [
        {
          from: match.index,
          duty: { who, role, strength, from: match.index + match[0].length, to: text.length, when, sure, reason: 'duty-verb' },
        },
      ];
    }),
  );
  return all.sort((a, b) => a.from - b.from);
}

/** A second duty of the same actors, joined by `och`: `… och har ett ansvar för att …`. */
function continued(text: string, duty: Duty): Duty[] {
  const task = text.slice(duty.from, duty.to);
  const match =
    /,? (?:och|samt) (?:har (?:\p{L}+ ){0,2}ansvar för(?: att)?|ansvarar för(?: att)?|ska|skall|är skyldiga? att)(?!\p{L}) /iu.exec(task);
  if (!match) return [duty];
  const end = duty.from + match.index;
  const rest: Duty = { ...duty, from: end + match[0].length };
  return [{ ...duty, to: end }, ...continued(text, rest)];
}

/** A task ends where another clause begins with somebody else's: `…, medan kommunen …`. */
function untilNext(text: string, duty: Duty): Duty {
  const next = /, (?:medan|men) /u.exec(text.slice(duty.from, duty.to));
  return next && next.index > 2 ? { ...duty, to: duty.from + next.index } : duty;
}

/**
 * The duties a sentence lays down, in order. Words already read as one duty are not read as another.
 * The noun forms are the most exact and come first, then verbs after their subject, before it, and passives.
 */
export function dutiesIn(text: string, actorsIn: (text: string) => readonly FoundActor[]): Duty[] {
  const actors = actorsIn(text);
  const taken: Part[] = [];
  const all = [...nounDuties(text, actorsIn), ...direct(text, actors), ...turnedDuties(text, actors), ...passiveDuties(text, actors)];
  for (const { from: begins, duty } of all) {
    const part = { from: begins, duty: untilNext(text, duty) };
    const isInside = taken.some(({ from, duty }) => part.from >= from && part.from < Math.max(duty.to, duty.from, from + 1));
    const holds = taken.some(({ from }) => from > part.from && from < part.duty.to);
    if (!isInside && !holds) taken.push(part);
  }
  return taken.sort((a, b) => a.from - b.from).flatMap(({ duty }) => continued(text, duty));
}
