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
  readonly sure: Sureness;
  readonly reason: 'duty-verb' | 'duty-noun' | 'passive-agent' | 'section-duty' | 'duty-list';
};

const DEADLINE =
  /(?<!\p{L})(?:genast|omedelbart|skyndsamt|utan dröjsmål|inom \p{L}+ (?:timmar|dagar|dygn|veckor)|inom \d+ (?:timmar|dagar|dygn|veckor))(?!\p{L})/iu;
/** What is done with the agreement itself is a matter of its adoption. */
const THIS = /^(?:framtagandet av )?(?:denna )?(?:läns|samverkans)?överenskommelsen$/iu;
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
  const activity = task
    .slice(0, cut)
    .trim()
    .replace(/^att /, '')
    .replace(/[.,:;]+$/, '')
    .trim();
  if (activity.length < 3 || THIS.test(activity) || /^följande(?: \p{L}+)?$/iu.test(activity)) return undefined;
  const words = [duty.when, trailing].filter((one) => one !== undefined && one !== '').join('; ');
  const conditions = conditionsOf(GROUP.test(activity) ? `${words} ${activity}` : words);
  const actors = duty.who.map((one) => proposedActor(one, duty.role));
  const deadline = DEADLINE.exec(task)?.[0];
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
