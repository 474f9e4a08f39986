import type { Permission } from '../access/permissions.ts';
import { type Refusal, refuse } from '../refusal.ts';

/** Who can be asked in a consultation: the region or a municipality, a unit, a joint body, an organisation of users or relatives. */
export const receiverKinds = ['huvudman', 'unit', 'body', 'user-organisation'] as const;
export type ReceiverKind = (typeof receiverKinds)[number];

/** One of those asked, as one word: the kind and the id in the register (`unit:0190…`, `body:reko`). */
export type ReceiverWord = `${ReceiverKind}:${string}`;
export type Receiver = {
  readonly receiver: ReceiverWord;
  readonly kind: ReceiverKind;
  readonly id: string;
  readonly name: string;
  /** The organisation or unit that it has gone up into since, which speaks for it. */
  readonly now?: string | undefined;
  /** The one that was asked and has been divided since, of which this is a part: it answers for itself. */
  readonly partOf?: ReceiverWord | undefined;
  /** It has been divided since: its parts answer. */
  readonly isDivided?: boolean | undefined;
};

/**
 * Where a round is on a day. `overdue`: its last day has passed and it is not closed; views that come now are late. `recalled`: it was called back before
 * anybody had answered, and asks nobody anything. Never stored.
 */
export const roundStates = ['open', 'overdue', 'closed', 'recalled'] as const;
export type RoundState = (typeof roundStates)[number];

/** Which act is allowed in which state. Who may is in the grants and the policies; the buttons of the pages and the use-cases both ask here. */
export const roundActs = {
  'consultations.comment': { in: ['open', 'overdue'] },
  'consultations.reply': { in: ['open', 'overdue'] },
  'consultations.enter': { in: ['open', 'overdue'] },
  'consultations.dispose': { in: ['open', 'overdue'] },
  'consultations.close': { in: ['open', 'overdue'] },
  'consultations.extend': { in: ['open', 'overdue'] },
  'consultations.recall': { in: ['open', 'overdue'] },
} as const satisfies Partial<Record<Permission, { readonly in: readonly RoundState[] }>>;
export type RoundAct = keyof typeof roundActs;
export const roundActNames = Object.keys(roundActs) as RoundAct[];

/** What can be done with a view. */
export const outcomes = ['accepted', 'in-part', 'rejected', 'noted'] as const;
export type Outcome = (typeof outcomes)[number];

/** That one asked has nothing to remark, or has given all its views. Neither approves anything, whoever says it. */
export const stances = ['no-remarks', 'done'] as const;
export type Stance = (typeof stances)[number];

/** What has been done in a round, in whichever order. `number`: which in order of the dispositions of its comment. Days are Swedish, ISO. */
export type RoundEvent =
  | {
      readonly kind: 'consultations.comment' | 'consultations.enter';
      readonly comment: string;
      readonly receiver: string | undefined;
      readonly on: string;
    }
  | { readonly kind: 'consultations.reply'; readonly receiver: string; readonly stance: Stance; readonly on: string; readonly at: string }
  | {
      readonly kind: 'consultations.dispose';
      readonly comment: string;
      readonly number: number;
      readonly outcome: Outcome;
      readonly reason: string;
    }
  | { readonly kind: 'consultations.close' | 'consultations.recall'; readonly on: string };

export type Disposition = { readonly number: number; readonly outcome: Outcome; readonly reason: string };

/** What one of those asked has done. `late`: something of it came after the last day. */
export type Answered = { readonly comments: number; readonly stance: Stance | undefined; readonly late: boolean };

export type Round = {
  readonly state: RoundState;
  readonly closedOn: string | undefined;
  readonly recalledOn: string | undefined;
  /** The disposition of each comment that holds now. */
  readonly dispositions: ReadonlyMap<string, Disposition>;
  /** The comments that have none. */
  readonly unanswered: readonly string[];
  /** The comments that came after the last day. */
  readonly late: ReadonlySet<string>;
  readonly receivers: ReadonlyMap<string, Answered>;
  /** Everyone asked has said that they have said what they want; of one that has been divided since, itself before or its parts. */
  readonly isAnswered: boolean;
};

/** Folds what has been done in a round. `lastDay` is the last day to answer in time, and `receivers` everyone asked. */
export function roundOf(
  events: readonly RoundEvent[],
  { lastDay, receivers }: { readonly lastDay: string; readonly receivers: readonly Asked[] },
  today: Temporal.PlainDate,
): Round {
  const comments = events.filter(isComment);
  const dispositions = new Map<string, Disposition>();
  for (const event of events) {
    if (event.kind !== 'consultations.dispose' || event.number <= (dispositions.get(event.comment)?.number ?? 0)) continue;
    dispositions.set(event.comment, { number: event.number, outcome: event.outcome, reason: event.reason });
  }
  const closedOn = firstOf(events, 'consultations.close');
  const recalledOn = firstOf(events, 'consultations.recall');
  const answered = new Map(receivers.map(({ receiver }) => [receiver, answeredBy(receiver, events, lastDay)]));
  return {
    state: stateOf({ closedOn, recalledOn, lastDay }, today),
    closedOn,
    recalledOn,
    dispositions,
    unanswered: comments.map(({ comment }) => comment).filter((comment) => !dispositions.has(comment)),
    late: new Set(comments.flatMap(({ comment, on }) => (on > lastDay ? [comment] : []))),
    receivers: answered,
    isAnswered: receivers.length > 0 && receivers.every((one) => isAnsweredFor(one, answered)),
  };
}

type Asked = Pick<Receiver, 'receiver' | 'partOf' | 'isDivided'>;

/** Has one asked said what it wants to? What it is a part of may have, before it was divided; and what has been divided is waited for no more. */
function isAnsweredFor({ receiver, partOf, isDivided = false }: Asked, answered: ReadonlyMap<string, Answered>): boolean {
  return isDivided || [receiver, partOf].some((one) => one !== undefined && answered.get(one)?.stance !== undefined);
}

/** Where a round is on a day, by what ended it and the last day to answer in time. */
export function stateOf(
  {
    closedOn,
    recalledOn,
    lastDay,
  }: { readonly closedOn?: string | undefined; readonly recalledOn?: string | undefined; readonly lastDay: string },
  today: Temporal.PlainDate,
): RoundState {
  if (closedOn !== undefined) return 'closed';
  if (recalledOn !== undefined) return 'recalled';
  return today.toString() > lastDay ? 'overdue' : 'open';
}

function firstOf(events: readonly RoundEvent[], kind: 'consultations.close' | 'consultations.recall'): string | undefined {
  return events.flatMap((event) => (event.kind === kind ? [event.on] : [])).sort()[0];
}

type Commented = Extract<RoundEvent, { kind: 'consultations.comment' | 'consultations.enter' }>;

function isComment(event: RoundEvent): event is Commented {
  return event.kind === 'consultations.comment' || event.kind === 'consultations.enter';
}

function answeredBy(receiver: string, events: readonly RoundEvent[], lastDay: string): Answered {
  const own = events.filter((event) => 'receiver' in event && event.receiver === receiver);
  const replies = own.filter((event) => event.kind === 'consultations.reply').sort((a, b) => (a.at < b.at ? -1 : 1));
  const days = own.flatMap((event) => ('on' in event ? [event.on] : []));
  const comments = own.length - replies.length;
  // A view that is given says more than that there was none to give.
  const stance = comments > 0 && replies.length > 0 ? 'done' : replies.at(-1)?.stance;
  return { comments, stance, late: days.some((on) => on > lastDay) };
}

type StateFault = Refusal<'round-not-in-state' | 'comments-unanswered' | 'round-still-runs' | 'round-answered'>;

/**
 * Is the act allowed where the round is? Undefined when it is; else `round-not-in-state` (params: state, act). A round is not closed while a view is
 * unanswered (`comments-unanswered`, params: count), nor before the last day that was promised has passed (`round-still-runs`, params: lastDay), unless
 * everyone asked has answered and the public is not. It is called back only as long as nobody has given a view, or said that there is none
 * (`round-answered`).
 */
export function roundFault(
  round: Round,
  act: RoundAct,
  { lastDay, isPublic }: { readonly lastDay: string; readonly isPublic: boolean },
): StateFault | undefined {
  const states: readonly RoundState[] = roundActs[act].in;
  if (!states.includes(round.state)) return refuse('round-not-in-state', { state: round.state, act });
  if (act === 'consultations.recall') return hasAnswers(round) ? refuse('round-answered', {}) : undefined;
  if (act !== 'consultations.close') return undefined;
  if (round.unanswered.length > 0) return refuse('comments-unanswered', { count: round.unanswered.length });
  return round.state === 'open' && (isPublic || !round.isAnswered) ? refuse('round-still-runs', { lastDay }) : undefined;
}

function hasAnswers({ unanswered, dispositions, receivers }: Round): boolean {
  return unanswered.length + dispositions.size > 0 || [...receivers.values()].some(({ stance }) => stance !== undefined);
}

/** The longest that those asked are given. A round shuts the way to a decision while it runs, so a mistyped year would shut it for decades. */
const LONGEST = { years: 1 } as const;

/**
 * What is wrong with the last day of a round: it has passed (`last-day-passed`), or is more than a year after the day that the round was opened
 * (`last-day-too-far`, params: lastDay, the last that can be). `openedOn`: today, unless the round is there already.
 */
export function lastDayFault(
  lastDay: string,
  today: Temporal.PlainDate,
  openedOn: Temporal.PlainDate = today,
): Refusal<'last-day-passed' | 'last-day-too-far'> | undefined {
  if (lastDay < today.toString()) return refuse('last-day-passed', {});
  const latest = openedOn.add(LONGEST).toString();
  return lastDay > latest ? refuse('last-day-too-far', { lastDay: latest }) : undefined;
}

/** What is wrong with giving those asked until this day instead: it gives no more time (`not-more-time`, params: lastDay, what they have), or what `lastDayFault` says. */
export function extensionFault(
  lastDay: string,
  now: { readonly lastDay: string; readonly openedOn: string },
  today: Temporal.PlainDate,
): Refusal<'not-more-time' | 'last-day-passed' | 'last-day-too-far'> | undefined {
  if (lastDay <= now.lastDay) return refuse('not-more-time', { lastDay: now.lastDay });
  return lastDayFault(lastDay, today, Temporal.PlainDate.from(now.openedOn));
}

/**
 * What is wrong with a disposition: the author is owed a reason for everything but what was accepted, which the text shows. Refuses
 * `reason-missing`, and `disposition-changed` when it is another than the one that was seen (`seen`: its number, 0 for none).
 */
export function dispositionFault(
  round: Round,
  comment: string,
  wanted: { readonly outcome: Outcome; readonly reason: string; readonly seen: number },
): Refusal<'reason-missing' | 'disposition-changed'> | undefined {
  if (wanted.outcome !== 'accepted' && wanted.reason.trim() === '') return refuse('reason-missing', { outcome: wanted.outcome });
  const now = round.dispositions.get(comment)?.number ?? 0;
  return now === wanted.seen ? undefined : refuse('disposition-changed', {});
}
