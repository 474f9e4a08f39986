import { type FoundActor, findUnit } from '../find-actors.ts';
import { PASSIVE_AGENTS } from '../vocabulary/duties.ts';
import { IS_DONE } from '../vocabulary/verbs.ts';
import { leadingCondition } from './conditions-of.ts';
import type { Part } from './duty.ts';
import { subjectAfter } from './subject.ts';

const USUAL = PASSIVE_AGENTS.map((one) => ({ ...one, regex: new RegExp(`(?<![\\p{L}-])${one.pattern}(?![\\p{L}-])`, 'giu') }));
/** Any verb in the passive with who does it: `bekostas av`, `utförs vid behov av`, `ges samordnat av`. */
const DONE_BY = new RegExp(
  `(?<![\\p{L}-])(?<verb>${IS_DONE})(?: [\\p{L}-]+){0,4}?(?<!begäran|initiativ|uppdrag|grund|hjälp|form|delar?|typ|antal|i behov|stöd|resultat) av(?= )`,
  'gu',
);
/** Where something is done, when that place is somebody: `tas på vårdcentralen`. */
const DONE_AT = new RegExp(`(?<![\\p{L}-])(?<verb>${IS_DONE}) (?<word>på|hos|via|inom)(?= )`, 'gu');
/** What is done with the agreement itself is a matter of its adoption and its follow-up. */
const ITSELF =
  /överenskommelse|(?<!\p{L})avtal|(?<!\p{L})(?:ändring|tillägg|revidering|justering|rättelse|oenighet|tvist|avvikelse|ärendet|frågan)|(?<!\p{L})(?:första|andra|tredje|sista) hand|^(?:den|det|de|denna|detta)(?!\p{L})/iu;
/** A clause that tells which thing is meant, and not what is to be done. */
const RELATIVE = /(?<!\p{L})(?:som|där|att|vilka|vilken|vilket)(?: [\p{L}-]+){0,3} $/iu;

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

/** A finite verb makes more than a name of it. */
const FINITE = /(?<!\p{L})(?:ska|skall|har|är|kan|bör|får)(?!\p{L})/iu;

/** The condition before a passive verb and where the clause it governs begins: after the modal, or after the comma, that ends the condition. */
function clauseOf(before: string): { readonly when: string | undefined; readonly start: number | undefined } {
  const when = leadingCondition(before);
  if (when === undefined) return { when, start: 0 };
  const end = /,? (?:ska|skall|bör|kan|får) |, /iu.exec(before);
  return end ? { when: before.slice(0, end.index), start: end.index + end[0].length } : { when, start: undefined };
}

function usual(text: string, actors: readonly FoundActor[]): Part[] {
  return USUAL.flatMap(({ regex, role, strength }) =>
    [...text.matchAll(regex)].flatMap((match): Part[] => {
      const end = match.index + match[0].length;
      const who = / som $/u.test(text.slice(0, match.index)) ? undefined : agentsAt(text, end, actors);
      if (!who) return [];
      const { when, start } = clauseOf(text.slice(0, match.index));
      // `kan inläggning ske på`: the modal belongs to the task itself.
      const isBefore = when === undefined || (start !== undefined && start < match.index && !/^(?:kan|ska|skall|bör) /iu.test(match[0]));
      const from = isBefore ? (start ?? 0) : match.index;
      // `erbjuds stödsamtal av`: what is offered stands after the verb.
      const between = /^\p{L}+ \p{L}+ (?=av$)/u.exec(match[0])?.[0].length ?? 0;
      const to = isBefore ? match.index + Math.max(between - 1, 0) : end;
      return [{ from: match.index, duty: { who, role, strength, from, to, when, sure: 'likely', reason: 'passive-agent' } }];
    }),
  );
}

function doneBy(text: string, actors: readonly FoundActor[]): Part[] {
  return [...text.matchAll(DONE_BY), ...text.matchAll(DONE_AT)].flatMap((match): Part[] => {
    const before = text.slice(0, match.index);
    const end = match.index + match[0].length;
    const { word } = match.groups ?? {};
    const agents = word === undefined ? agentsAt(text, end, actors) : subjectAfter(text, end, actors);
    const who = RELATIVE.test(before) ? undefined : agents;
    const { when, start = match.index } = clauseOf(before);
    if (!who || who.some(({ name }) => FINITE.test(name)) || ITSELF.test(before) || before.trim() === '') return [];
    const modal = /(?<!\p{L})(?:ska|skall|bör|kan|får)(?: [\p{L}-]+){0,4} $/iu.exec(before)?.[0].toLowerCase() ?? '';
    const strength = modal.startsWith('bör') ? 'should' : /^(?:kan|får)/u.test(modal) ? 'may' : 'must';
    const tail = text.slice(who.at(-1)?.to ?? end);
    const duty = {
      who,
      role: 'responsible',
      strength,
      from: start,
      to: end - ` ${word ?? 'av'}`.length,
      when,
      tail,
      sure: 'likely',
      reason: 'passive-agent',
    } as const;
    return [{ from: match.index, duty }];
  });
}

/** The duties said in the passive, with who does it after: the usual ways first, then any verb. */
export function passiveDuties(text: string, actors: readonly FoundActor[]): Part[] {
  return [...usual(text, actors), ...doneBy(text, actors)];
}

/** The words after `ska` when the one before them is done something with: `informeras av …`, `bjudas in`. */
const DONE_WITH = new RegExp(`^ (?:[\\p{L}-]+ ){0,2}?(?:${IS_DONE})(?![\\p{L}-])`, 'u');

/** Does the verb after `ska` say that its subject is done something with, so that whoever stands before does nothing? */
export function isDoneWith(rest: string): boolean {
  if (/^ (?:[\p{L}-]+ ){0,2}?(?:finnas|träffas|samlas|enas|mötas|umgås|vistas|lyckas)(?![\p{L}-])/u.test(rest)) return false;
  const infinitive = /^ (?:[\p{L}-]+ ){0,2}?\p{L}+as(?![\p{L}-])/u.test(rest);
  return infinitive && DONE_WITH.test(rest);
}
