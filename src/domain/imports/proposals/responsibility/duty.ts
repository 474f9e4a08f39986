import type { FoundActor } from '../find-actors.ts';
import type { ProposedActor, Sureness, ValueOf } from '../proposal.ts';
import { conditionStart, conditionsOf } from './conditions-of.ts';
import { modeOf } from './mode.ts';

type Responsibility = ValueOf<'responsibility'>;

/** Who does what, as parts of one sentence: `from`–`to` hold the task. */
export type Duty = {
  readonly who: readonly FoundActor[];
  readonly role: ProposedActor['role'];
  readonly strength: Responsibility['strength'];
  readonly from: number;
  readonly to: number;
  /** The words before the duty that say when it holds. */
  readonly when: string | undefined;
  /** The verb, where who acts stands between it and the task: `lämnar psykiatrin över`. */
  readonly verb?: string;
  /** What follows who acts, where the task stands before: `prövas av nämnden inom fyra veckor`. */
  readonly tail?: string;
  readonly sure: Sureness;
  readonly reason: 'duty-verb' | 'duty-noun' | 'passive-agent' | 'section-duty' | 'duty-list';
};

const DEADLINE =
  /(?<!\p{L})(?:genast|omedelbart|omgående|skyndsamt|utan dröjsmål|(?:senast )?inom (?:\p{L}+|\d+) (?:(?:arbets|kalender)?dag(?:ar)?|timmar|timme|dygn|veckor|vecka|månad(?:er)?)|senast nästa \p{L}+)(?!\p{L})/iu;
/** Where the words of a deadline are, or nothing. */
export const deadlineIn = (text: string): string | undefined => DEADLINE.exec(text)?.[0];
/** What is done with the agreement itself is a matter of its adoption. */
const THIS = /^(?:framtagandet av )?(?:denna )?(?:läns|samverkans)?överenskommelsen$/iu;
const MADE = /^(?:tecknar|upprättar|träffar|ingår|antar|godkänner|sluter) [^.]*(?:överenskommelse|avtal)/iu;
/** Half a sentence before a list: the list is the task. */
const LEADS_ON = /^(?:\p{Ll}+r )?(?:följande|nedanstående|härutöver|därutöver|vidare|även|också|dessutom|bland annat)(?: \p{L}+)?$/iu;
const GROUP = /^(?:klienter|patienter|personer|individer)(?!\p{L})/iu;

/** The vocabulary's actor as one of a responsibility. */
export function proposedActor(found: FoundActor, role: ProposedActor['role']): ProposedActor {
  const { actor, name, authority, performers } = found;
  return { actor, name, authority, performers: [...performers], role };
}

/** A duty as the value of a proposal: the task without its condition, the condition as facts where clear and in words always. */
export function responsibilityOf(text: string, duty: Duty): Responsibility | undefined {
  const task = text.slice(duty.from, duty.to);
  const cut = conditionStart(task);
  const trailing = task
    .slice(cut)
    .replace(/^[, ]+/, '')
    .replace(/[.:;]+$/, '');
  const activity = `${duty.verb ?? ''} ${task.slice(0, cut)}`
    .trim()
    .replace(/^att /, '')
    .replace(/[.,:;]+$/, '')
    .trim();
  if (activity.length < 3 || THIS.test(activity) || MADE.test(activity) || LEADS_ON.test(activity)) return undefined;
  const { tail = '' } = duty;
  const last = tail
    .slice(conditionStart(tail, 0))
    .replace(/^[, ]+/, '')
    .replace(/[.:;]+$/, '');
  const words = [duty.when, trailing, last].filter((one) => one !== undefined && one !== '').join('; ');
  const conditions = conditionsOf(GROUP.test(activity) ? `${words} ${activity}` : words);
  const actors = duty.who.map((one) => proposedActor(one, duty.role));
  const deadline = deadlineIn(`${task} ${tail}`);
  return {
    activity,
    mode: modeOf(actors),
    actors,
    strength: duty.strength,
    conditions,
    ...(words === '' ? {} : { 'conditions-text': words }),
    ...(deadline === undefined ? {} : { deadline }),
  };
}

/** A duty with where in the sentence it begins. */
export type Part = { readonly from: number; readonly duty: Duty };
