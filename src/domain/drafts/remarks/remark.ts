import { type Actor, loginOf } from '../../access/actor.ts';
import { type Refusal, refuse } from '../../refusal.ts';
import { type DraftOwner, mayDoToDraft } from '../policies.ts';
import { type Process, type Side, stateFault } from '../process.ts';

/** What a remark on a draft is: words about it, or a proposal: another wording of a sentence, a new sentence after one, or one taken away. */
export const remarkSorts = ['comment', 'reword', 'insert', 'remove'] as const;
export type RemarkSort = (typeof remarkSorts)[number];

/** So many signs may a remark have, and each answer to it. */
export const MOST_REMARK = 4000;

/** Where a remark is. Never stored: it is what its acts make it. */
export const remarkStates = ['open', 'resolved', 'accepted', 'rejected', 'withdrawn'] as const;
export type RemarkState = (typeof remarkStates)[number];

const COMMENT: readonly RemarkSort[] = ['comment'];
const SUGGESTION: readonly RemarkSort[] = ['reword', 'insert', 'remove'];

/**
 * Which act is allowed on which sort of remark, in which state, what comes of it, and which permission it takes. Only who wrote a remark withdraws it. Where the
 * draft has to be for it, `draftActs` says.
 */
export const remarkActs = {
  answer: { sorts: remarkSorts, in: 'open', becomes: 'open', permission: 'drafts.answer-remark' },
  resolve: { sorts: COMMENT, in: 'open', becomes: 'resolved', permission: 'drafts.answer-remark' },
  reopen: { sorts: COMMENT, in: 'resolved', becomes: 'open', permission: 'drafts.answer-remark' },
  withdraw: { sorts: remarkSorts, in: 'open', becomes: 'withdrawn', permission: 'drafts.answer-remark' },
  accept: { sorts: SUGGESTION, in: 'open', becomes: 'accepted', permission: 'drafts.settle-suggestion' },
  reject: { sorts: SUGGESTION, in: 'open', becomes: 'rejected', permission: 'drafts.settle-suggestion' },
} as const satisfies Record<
  string,
  {
    readonly sorts: readonly RemarkSort[];
    readonly in: RemarkState;
    readonly becomes: RemarkState;
    readonly permission: 'drafts.answer-remark' | 'drafts.settle-suggestion';
  }
>;
export type RemarkAct = keyof typeof remarkActs;

export const remarkActNames = Object.keys(remarkActs) as RemarkAct[];

/** A remark as its rules need it: its sort, who wrote it on whose behalf, and what has been done about it, oldest first. */
export type Remark = {
  readonly sort: RemarkSort;
  readonly account: string;
  readonly side: Side;
  readonly acts: readonly { readonly kind: RemarkAct }[];
};

/** What can be said about a draft where it is: a proposal only while its text is written, and somebody can put it in. */
export function remarkSortsIn(process: Process): readonly RemarkSort[] {
  return stateFault(process, 'drafts.settle-suggestion') === undefined ? remarkSorts : COMMENT;
}

/** Is it a proposal for the text, in contrast to words about it? */
export function isSuggestion({ sort }: Pick<Remark, 'sort'>): boolean {
  return SUGGESTION.includes(sort);
}

/** Folds the acts of a remark. */
export function remarkState({ acts }: Pick<Remark, 'acts'>): RemarkState {
  return acts.reduce<RemarkState>((_, { kind }) => remarkActs[kind].becomes, 'open');
}

/** Is the act allowed on the remark as it stands? Undefined when it is; else `remark-not-in-state` (params: state, act). */
export function remarkFault(remark: Pick<Remark, 'sort' | 'acts'>, act: RemarkAct): Refusal<'remark-not-in-state'> | undefined {
  const state = remarkState(remark);
  const { sorts, in: wanted } = remarkActs[act];
  return state === wanted && (sorts as readonly RemarkSort[]).includes(remark.sort)
    ? undefined
    : refuse('remark-not-in-state', { state, act });
}

/** May they do this to the remark, whatever state it and its draft are in? A comment is resolved and opened again by those who write the text, and by its author. */
export function mayActOnRemark(actor: Actor, act: RemarkAct, remark: Pick<Remark, 'account'>, draft: DraftOwner): boolean {
  if (!mayDoToDraft(actor, remarkActs[act].permission, draft)) return false;
  const isTheirs = loginOf(actor)?.account === remark.account;
  if (act === 'withdraw') return isTheirs;
  return act === 'resolve' || act === 'reopen' ? isTheirs || mayDoToDraft(actor, 'drafts.write', draft) : true;
}
