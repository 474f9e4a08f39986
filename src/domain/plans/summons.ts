import type { DataKind } from '../consents/kinds.ts';
import { type Refusal, refuse } from '../refusal.ts';
import type { Calling } from './calling.ts';

/**
 * What can be answered to a summons or an invitation: they come; another time suits; somebody comes in their place; it has reached the wrong unit; or, of an
 * invitation alone, no.
 */
export const SUMMONS_ANSWERS = ['yes', 'other-time', 'substitute', 'wrong-receiver', 'no'] as const;
export type SummonsAnswer = (typeof SUMMONS_ANSWERS)[number];

/** How somebody was at a meeting. */
export const PRESENCES = ['present', 'by-phone', 'by-video', 'absent'] as const;
export type Presence = (typeof PRESENCES)[number];

/** What is known of one that is called. `outside`: somebody who is no unit of the register, whose answer those who lead write down. */
export type SummonsFacts = {
  readonly as: Calling['as'];
  readonly outside: boolean;
  readonly seen: boolean;
  /** The latest answer. */
  readonly answer: SummonsAnswer | undefined;
  readonly presence: Presence | undefined;
};

/** Where a summons is. `accepted`: they come, themselves or by another. `forwarded`: the right unit is named, and called in their place. */
export const SUMMONS_STATES = ['sent', 'received', 'accepted', 'time-asked', 'forwarded', 'declined', 'attended', 'absent'] as const;
export type SummonsState = (typeof SUMMONS_STATES)[number];

const OF_ANSWER = {
  yes: 'accepted',
  substitute: 'accepted',
  'other-time': 'time-asked',
  'wrong-receiver': 'forwarded',
  no: 'declined',
} as const satisfies Readonly<Record<SummonsAnswer, SummonsState>>;

/** The state of a summons: what became of it at the meeting goes before what was answered, and that before whether it was seen. */
export function summonsState({ seen, answer, presence }: Pick<SummonsFacts, 'seen' | 'answer' | 'presence'>): SummonsState {
  if (answer === 'wrong-receiver') return 'forwarded';
  if (presence) return presence === 'absent' ? 'absent' : 'attended';
  if (answer) return OF_ANSWER[answer];
  return seen ? 'received' : 'sent';
}

/** The states in which nothing more is answered: the meeting has been, or another is called instead. */
const CLOSED: ReadonlySet<SummonsState> = new Set(['forwarded', 'attended', 'absent']);

/**
 * The answers that one that is called can give now. A huvudman that is summoned cannot decline the duty: a unit that should not have been called names the
 * right one within its huvudman, or comes. Source: SoL 10 kap. 8 §, HSL 16 kap. 4 §; the duty rests on the huvudman and not on the unit.
 */
export function answersOpen(facts: SummonsFacts): SummonsAnswer[] {
  if (CLOSED.has(summonsState(facts))) return [];
  return SUMMONS_ANSWERS.filter((answer) => {
    if (answer === 'no') return facts.as === 'invitation';
    return answer !== 'wrong-receiver' || !facts.outside;
  });
}

type AnswerFault = Refusal<'summons-is-duty' | 'summons-not-in-state' | 'right-unit-missing' | 'answer-words-missing'>;

/** Why an answer cannot be given; undefined when it can. Other times, who comes instead and why not are said in words. */
export function answerFault(
  facts: SummonsFacts,
  { answer, text, rightUnit }: { readonly answer: SummonsAnswer; readonly text: string; readonly rightUnit: string | undefined },
): AnswerFault | undefined {
  if (answer === 'no' && facts.as === 'summons' && !CLOSED.has(summonsState(facts))) return refuse('summons-is-duty');
  if (!answersOpen(facts).includes(answer)) return refuse('summons-not-in-state');
  if (answer === 'wrong-receiver' && !rightUnit) return refuse('right-unit-missing');
  if (['other-time', 'substitute', 'no'].includes(answer) && text.trim() === '') return refuse('answer-words-missing');
  return undefined;
}

/** A huvudman's part in a meeting: the region's, or that of the municipality whose agreements apply. */
export type HuvudmanSide = 'region' | 'municipality';

type CallingFault = Refusal<'person-not-asked' | 'nobody-called' | 'huvudman-not-called' | 'reply-by-past'>;

/**
 * Why people cannot be called yet; undefined when they can. The person has said yes to a plan, or why they cannot take a stand is written down; somebody is
 * called; and each huvudman is there when all that were called before are counted: that of the unit that leads is, by itself (params.side: who is missing).
 */
export function callingFault({
  agreed,
  called,
  sides,
  replyBy,
  today,
}: {
  readonly agreed: boolean;
  readonly called: number;
  /** The sides that take part: of the unit that leads, of those called before and of those called now. */
  readonly sides: ReadonlySet<HuvudmanSide>;
  readonly replyBy: Temporal.PlainDate;
  readonly today: Temporal.PlainDate;
}): CallingFault | undefined {
  if (!agreed) return refuse('person-not-asked');
  if (called === 0) return refuse('nobody-called');
  const missing = (['region', 'municipality'] as const).find((side) => !sides.has(side));
  if (missing) return refuse('huvudman-not-called', { side: missing });
  if (Temporal.PlainDate.compare(replyBy, today) < 0) return refuse('reply-by-past');
  return undefined;
}

/** What a unit that is called reads of it: that it is called, by whom and by when to answer, always; the rest as consent or law opens it. */
export type SummonsView = { readonly meeting: boolean; readonly identity: boolean };

/** What is open of a summons to one that may read these kinds of data of the plan. */
export function summonsView(kinds: ReadonlySet<DataKind> | ReadonlyMap<DataKind, unknown>): SummonsView {
  return { meeting: kinds.has('meeting'), identity: kinds.has('identity') };
}
