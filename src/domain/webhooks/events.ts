/** The kinds of acts about plans that a huvudman's own systems can be told of, as the acts are named. The database has the same (`plan_event`), with what each takes. */
export const EVENT_KINDS = [
  'plans.open',
  'plans.point-out',
  'plans.assess',
  'plans.write',
  'plans.ask-unit',
  'plans.set-meeting',
  'plans.summon',
  'plans.answer-summons',
  'plans.note-meeting',
  'plans.decide',
  'plans.establish',
] as const;
export type EventKind = (typeof EVENT_KINDS)[number];

/** An event as it is sent: ids, a kind, a number and a moment. */
export type SentEvent = {
  readonly id: string;
  readonly kind: string;
  readonly number: number;
  readonly plan: string;
  readonly at: string;
};

/** Where an event has come. */
export type EventState = 'waiting' | 'withheld' | 'delivered' | 'given-up';

type Marks = Readonly<Record<'withheldAt' | 'deliveredAt' | 'givenUpAt', Temporal.Instant | undefined>>;

export function eventState({ withheldAt, deliveredAt, givenUpAt }: Marks): EventState {
  if (deliveredAt) return 'delivered';
  if (withheldAt) return 'withheld';
  return givenUpAt ? 'given-up' : 'waiting';
}
