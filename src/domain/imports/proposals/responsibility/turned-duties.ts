import { type FoundActor, findUnit } from '../find-actors.ts';
import { DOES } from '../vocabulary/verbs.ts';
import { leadingCondition } from './conditions-of.ts';
import type { Part } from './duty.ts';
import { isDoneWith } from './passive-duties.ts';
import { subjectAfter } from './subject.ts';

/** What has to follow the actor when the verb stands before: a task with its verb, or the rest of the duty. */
const AFTER_SUBJECT: Readonly<Record<string, RegExp>> = {
  har: /^ (?:\p{L}+ ){0,4}(?:ansvar(?:et)? för(?: att)?|\p{L}*skyldighet att|uppdrag(?:et)? att)/iu,
  är: /^ (?:\p{L}+ ){0,2}(?:skyldiga?|ansvariga?) (?:för )?att/iu,
};
const INVERTED = /(?<![\p{L}-])(?<verb>ska|skall|måste|bör|får|har|är|ansvarar|svarar)(?![\p{L}-])/giu;
const PRONOUN = /(?<!\p{L})(?:har|ska|är) (?:de|dessa) (?<rest>(?:\p{L}+ ){0,3}(?:ansvar(?:et)? för(?: att)?|skyldighet att))/iu;
const TURNED = new RegExp(`(?<![\\p{L}-])(?<verb>${DOES})(?= )`, 'gu');
/** A sentence that begins with something else than its subject, so that the verb comes before who acts. */
const FRONTED = /^(?:dessutom|därutöver|därefter|även|i samband med|inför|utöver|under|efter|senast|varje)(?!\p{L})[^,]*$/iu;

/** `När …, ska regionen …`, `Vid … har primärvården ansvar för …`, `får polisen …`. */
function modal(text: string, actors: readonly FoundActor[]): Part[] {
  return [...text.matchAll(INVERTED)].flatMap((match): Part[] => {
    const verb = (match.groups?.verb ?? '').toLowerCase();
    const who = subjectAfter(text, match.index + match[0].length, actors);
    const end = who?.at(-1)?.to ?? 0;
    const rest = AFTER_SUBJECT[verb]?.exec(text.slice(end)) ?? (verb in AFTER_SUBJECT ? null : /^(?: |, )/.exec(text.slice(end)));
    if (!who || !rest || (!(verb in AFTER_SUBJECT) && isDoneWith(text.slice(end)))) return [];
    const strength = verb === 'bör' ? 'should' : verb === 'får' ? 'may' : 'must';
    const role = verb === 'får' ? 'may-offer' : 'responsible';
    const when = leadingCondition(text.slice(0, match.index));
    const duty = { who, role, strength, from: end + rest[0].length, to: text.length, when, sure: 'sure', reason: 'duty-verb' } as const;
    return [{ from: match.index, duty }];
  });
}

/** `När behandlingen avslutas kallar psykiatrin till …`: any verb, after a condition or another beginning. */
function anyVerb(text: string, actors: readonly FoundActor[]): Part[] {
  return [...text.matchAll(TURNED)].flatMap((match): Part[] => {
    const before = text.slice(0, match.index).trim();
    const when = leadingCondition(before);
    const isSure = when !== undefined || FRONTED.test(before);
    // An actor before the verb is its subject, unless it belongs to the condition.
    const who = isSure ? subjectAfter(text, match.index + match[0].length, actors) : undefined;
    const end = who?.at(-1)?.to ?? 0;
    if (!who || !text.slice(end).startsWith(' ')) return [];
    const verb = match.groups?.verb ?? '';
    const duty = { who, role: 'responsible', strength: 'must', verb, from: end + 1, to: text.length, when } as const;
    return [{ from: match.index, duty: { ...duty, sure: 'likely', reason: 'duty-verb' } }];
  });
}

/** `Då har de ett gemensamt ansvar för att …`: those named last before the pronoun. */
function pronoun(text: string, actors: readonly FoundActor[]): Part[] {
  const match = PRONOUN.exec(text);
  const before = match ? actors.filter(({ to }) => to <= match.index).at(-1) : undefined;
  if (!match || !before) return [];
  const when = leadingCondition(text.slice(0, match.index));
  const from = match.index + match[0].length;
  const duty = { who: [before], role: 'responsible', strength: 'must', from, to: text.length, when, sure: 'likely' } as const;
  return [{ from: match.index, duty: { ...duty, reason: 'duty-verb' } }];
}

/** `Får enheten kännedom om det ska den kontakta …`: a pronoun for who is named in the condition. */
const REFERS = /(?<![\p{L}-])(?:ska|skall|måste) (?:den|denne|denna|de|dessa)(?= (?:\p{L}+(?:t|en) )?(?!enskild)\p{Ll}{2,}a(?!\p{L}))/giu;

function referring(text: string, actors: readonly FoundActor[]): Part[] {
  return [...text.matchAll(REFERS)].flatMap((match): Part[] => {
    const before = text.slice(0, match.index);
    const when = leadingCondition(before);
    const known = actors.filter(({ to }) => to <= match.index).at(0);
    const unit = known ?? findUnit(before);
    if (when === undefined || !unit) return [];
    const from = match.index + match[0].length + 1;
    const duty = { who: [unit], role: 'responsible', strength: 'must', from, to: text.length, when, sure: 'likely' } as const;
    return [{ from: match.index, duty: { ...duty, reason: 'duty-verb' } }];
  });
}

/** The duties where the verb stands before who has them. */
export function turnedDuties(text: string, actors: readonly FoundActor[]): Part[] {
  return [...modal(text, actors), ...anyVerb(text, actors), ...pronoun(text, actors), ...referring(text, actors)];
}
