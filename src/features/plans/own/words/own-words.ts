import type { Role } from '../../../../domain/access/roles.ts';
import type { ConsentAnswer, ConsentStatus, DataKind, Purpose } from '../../../../domain/consents/kinds.ts';
import type { Outcome, Result } from '../../../../domain/plans/follow-up.ts';
import type { HandOverAnswer } from '../../../../domain/plans/hand-over.ts';
import type { PreparationPart, Voice } from '../../../../domain/plans/parts.ts';
import type { CopyState } from '../../../../domain/plans/plan-copy.ts';
import type { Initiator, PlanKind } from '../../../../domain/plans/plan-kinds.ts';
import type { Stage } from '../../../../domain/plans/stage.ts';
import type { SummonsState } from '../../../../domain/plans/summons.ts';
import type { TaskState } from '../../../../domain/plans/task-states.ts';
import type { sv } from './sv.ts';

/** The same keys, in any language: text for text, and what takes facts takes the same. */
type Same<T> = T extends string
  ? string
  : T extends (...facts: infer Facts) => string
    ? (...facts: Facts) => string
    : { readonly [Key in keyof T]: Same<T[Key]> };

/** The words of the individual's pages. A language that lacks one of them does not compile. */
export type OwnWords = Same<typeof sv> & Needed;

type Each<Key extends string> = Readonly<Record<Key, string>>;
type EachResult = Readonly<Record<'goal' | 'measure', Each<Result>>>;

/** What the rules know of has a word in every language. */
type Needed = {
  readonly kinds: Each<PlanKind>;
  readonly stages: Each<Stage>;
  readonly words: { readonly parts: Each<PreparationPart>; readonly voices: Each<Voice> };
  readonly meeting: { readonly states: Each<SummonsState> };
  readonly about: { readonly by: Each<Initiator> };
  readonly following: { readonly results: EachResult; readonly past: EachResult; readonly outcomes: Each<Outcome> };
  readonly history: { readonly answers: Each<HandOverAnswer> };
  readonly copies: { readonly states: Each<CopyState> };
  readonly roles: Each<Role>;
  readonly tasks: Each<TaskState>;
  readonly consent: {
    readonly statuses: Each<ConsentStatus>;
    readonly options: Each<ConsentAnswer>;
    readonly data: Each<DataKind>;
    readonly purposes: Each<Purpose>;
  };
};
