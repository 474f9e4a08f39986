import type { ParticipationLevel } from '../drafts/draft-file.ts';
import type { Outcome, ReceiverKind, Stance } from './round.ts';

/** One that was asked before a version was decided: how many views it gave, and what it said last. Null: nothing. */
export type HeardReceiver = {
  readonly kind: ReceiverKind;
  readonly name: string;
  readonly comments: number;
  readonly stance: Stance | null;
};

/** A closed consultation in numbers. `others`: views from those who were not asked. Days are Swedish, ISO. */
export type HeardRound = {
  readonly id: string;
  readonly openedOn: string;
  readonly lastDay: string;
  readonly closedOn: string;
  readonly level: ParticipationLevel;
  readonly isPublic: boolean;
  /** Not all of the text was sent. */
  readonly isPart: boolean;
  readonly asked: readonly HeardReceiver[];
  readonly others: number;
  readonly outcomes: Readonly<Record<Outcome, number>>;
};

/** How those concerned took part before a version was decided: the declared level, null where none was, and the consultations, oldest first. */
export type Heard = { readonly level: ParticipationLevel | null; readonly rounds: readonly HeardRound[] };

/** How many views came in a consultation, from whomever. */
export function viewsIn({ asked, others }: Pick<HeardRound, 'asked' | 'others'>): number {
  return asked.reduce((sum, { comments }) => sum + comments, others);
}

/** How many of those asked answered: gave a view, or said that they had none. What they said approves nothing. */
export function answeredIn({ asked }: Pick<HeardRound, 'asked'>): number {
  return asked.filter(({ comments, stance }) => comments > 0 || stance !== null).length;
}
