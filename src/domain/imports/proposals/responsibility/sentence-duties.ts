import { type FoundActor, findUnit } from '../find-actors.ts';
import { DUTY_NOUNS, DUTY_WORDS, type DutyWords, PASSIVE_AGENTS } from '../vocabulary/duties.ts';
import { leadingCondition } from './conditions-of.ts';
import type { Duty } from './duty.ts';
import { subjectAfter, subjectBefore } from './subject.ts';

const compiled = (words: readonly DutyWords[]) =>
  words.map((one) => ({
    ...one,
    regex: new RegExp(`(?<![\\p{L}-])${one.pattern}${one.pattern.includes('(?=') ? '' : '(?![\\p{L}-])'}`, 'giu'),
  }));
const DIRECT = compiled(DUTY_WORDS);
const PASSIVE = compiled(PASSIVE_AGENTS);

/** What has to follow the actor when the verb stands before: a task with its verb, or the rest of the duty. */
const AFTER_SUBJECT: Readonly<Record<string, RegExp>> = {
  har: /^ (?:\p{L}+ ){0,4}(?:ansvar(?:et)? för(?: att)?|\p{L}*skyldighet att|uppdrag(?:et)? att)/iu,
  är: /^ (?:\p{L}+ ){0,2}(?:skyldiga?|ansvariga?) (?:för )?att/iu,
};
const INVERTED = /(?<![\p{L}-])(?<verb>ska|skall|måste|bör|får|har|är|ansvarar|svarar)(?![\p{L}-])/giu;
const PRONOUN = /(?<!\p{L})(?:har|ska|är) (?:de|dessa) (?<rest>(?:\p{L}+ ){0,3}(?:ansvar(?:et)? för(?: att)?|skyldighet att))/iu;

type Part = { readonly from: number; readonly duty: Duty };

/** Do these begin the sentence, and does the verb follow at once? */
function isFirst(text: string, who: readonly FoundActor[], verb: number): boolean {
  const isKnown = who.every(({ actor }) => actor !== 'named');
  return isKnown && (who[0]?.from ?? 0) === 0 && text.slice(who.at(-1)?.to ?? 0, verb) === ' ';
}

function direct(text: string, actors: readonly FoundActor[]): Part[] {
  const all = DIRECT.flatMap(({ regex, role, strength, near = false }) =>
    [...text.matchAll(regex)].flatMap((match): Part[] => {
      const who = subjectBefore(text, match.index, actors);
      const start = who?.[0]?.from ?? 0;
      if (!who || (near && !isFirst(text, who, match.index))) return [];
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

/** `När …, ska regionen …`, `Vid … har primärvården ansvar för …`, `får polisen …`, `har de ett gemensamt ansvar …`. */
function inverted(text: string, actors: readonly FoundActor[]): Part[] {
  const turned = [...text.matchAll(INVERTED)].flatMap((match): Part[] => {
    const verb = (match.groups?.verb ?? '').toLowerCase();
    const who = subjectAfter(text, match.index + match[0].length, actors);
    const end = who?.at(-1)?.to ?? 0;
    const rest = AFTER_SUBJECT[verb]?.exec(text.slice(end)) ?? (verb in AFTER_SUBJECT ? null : /^(?: |, )/.exec(text.slice(end)));
    if (!who || !rest) return [];
    const strength = verb === 'bör' ? 'should' : verb === 'får' ? 'may' : 'must';
    const role = verb === 'får' ? 'may-offer' : 'responsible';
    const when = leadingCondition(text.slice(0, match.index));
    return [
      {
        from: match.index,
        duty: { who, role, strength, from: end + rest[0].length, to: text.length, when, sure: 'sure', reason: 'duty-verb' },
      },
    ];
  });
  const pronoun = PRONOUN.exec(text);
  const before = pronoun ? actors.filter(({ to }) => to <= pronoun.index).at(-1) : undefined;
  if (!pronoun || !before) return turned;
  const when = leadingCondition(text.slice(0, pronoun.index));
  const from = pronoun.index + pronoun[0].length;
  return [
    ...turned,
    {
      from: pronoun.index,
      duty: { who: [before], role: 'responsible', strength: 'must', from, to: text.length, when, sure: 'likely', reason: 'duty-verb' },
    },
  ];
}

/** Those named right after a passive verb's little word. */
function agentsAt(text: string, at: number, actors: readonly FoundActor[]): FoundActor[] | undefined {
  const after = subjectAfter(text, at, actors);
  if (after) return after;
  const phrase = text.slice(at).split(/[,.;(]| i samverkan| som | där | vid /u)[0] ?? '';
  const rest = text.slice(at).split(/[.;(]/u)[0] ?? '';
  const words = [phrase, rest].map((one) => one.split(' ').slice(0, 6).join(' ')).find((one) => findUnit(one));
  const unit = words === undefined ? undefined : findUnit(words);
  if (words === undefined || !unit) return undefined;
  return [{ ...unit, name: words.slice(0, unit.to).trim(), from: at + unit.from, to: at + unit.to }];
}

function passive(text: string, actors: readonly FoundActor[]): Part[] {
  return PASSIVE.flatMap(({ regex, role, strength }) =>
    [...text.matchAll(regex)].flatMap((match): Part[] => {
      const end = match.index + match[0].length;
      const who = agentsAt(text, end, actors);
      if (!who) return [];
      const before = text.slice(0, match.index);
      const when = leadingCondition(before);
      const isWithin = when !== undefined;
      const from = isWithin ? match.index : 0;
      return [
        {
          from: match.index,
          duty: { who, role, strength, from, to: isWithin ? end : match.index, when, sure: 'likely', reason: 'passive-agent' },
        },
      ];
    }),
  );
}

function nouns(text: string, actorsIn: (text: string) => readonly FoundActor[]): Part[] {
  return DUTY_NOUNS.flatMap((pattern): Part[] => {
    const match = pattern.exec(text);
    const { who = '', what = '' } = match?.groups ?? {};
    if (!match || what === '') return [];
    const at = text.indexOf(who, match.index);
    const known = actorsIn(who).map((one) => ({ ...one, from: one.from + at, to: one.to + at }));
    const from = text.indexOf(what, match.index);
    const named =
      known.length > 0
        ? known
        : [{ actor: 'named', name: who.trim(), authority: 'unknown' as const, performers: [], from: at, to: at + who.trim().length }];
    return [
      {
        from: match.index,
        duty: {
          who: named,
          role: 'responsible',
          strength: 'must',
          from,
          to: from + what.length,
          when: undefined,
          sure: 'likely',
          reason: 'duty-noun',
        },
      },
    ];
  });
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

/**
 * The duties a sentence lays down, in order. Words already read as one duty are not read as another.
 * The noun forms are the most exact and come first, then verbs after their subject, before it, and passives.
 */
export function dutiesIn(text: string, actorsIn: (text: string) => readonly FoundActor[]): Duty[] {
  const actors = actorsIn(text);
  const taken: Part[] = [];
  for (const part of [...nouns(text, actorsIn), ...direct(text, actors), ...inverted(text, actors), ...passive(text, actors)]) {
    const isInside = taken.some(({ from, duty }) => part.from >= from && part.from < Math.max(duty.to, duty.from));
    const holds = taken.some(({ from }) => from > part.from && from < part.duty.to);
    if (!isInside && !holds) taken.push(part);
  }
  return taken.sort((a, b) => a.from - b.from).flatMap(({ duty }) => continued(text, duty));
}
