import type { Permission } from '../access/permissions.ts';
import type { Party } from '../agreements/parties.ts';
import { type Refusal, refuse } from '../refusal.ts';

/** Where an announced change is on a day: it lies ahead, its day has come, or it was called off before that. Never stored. */
export const changeStates = ['announced', 'begun', 'withdrawn'] as const;
export type ChangeState = (typeof changeStates)[number];

/** How a party that was told stands to what is announced now: what it said of an earlier wording counts for that alone. */
export const receiptStates = ['awaiting', 'acknowledged', 'objects', 'answered'] as const;
export type ReceiptState = (typeof receiptStates)[number];

/**
 * Which act is allowed in which state, and where it is about one party, how that party may stand. `by`: the party that announced it, or one that was told.
 * Buttons and use-cases both ask here. After its day a change is neither altered nor called off: it has happened; what parties say of it is still heard.
 */
export const changeActs = {
  'planned-changes.amend': { by: 'sender', in: ['announced'], receipt: undefined },
  'planned-changes.withdraw': { by: 'sender', in: ['announced'], receipt: undefined },
  'planned-changes.acknowledge': { by: 'receiver', in: ['announced', 'begun'], receipt: ['awaiting', 'objects', 'answered'] },
  'planned-changes.object': { by: 'receiver', in: ['announced', 'begun'], receipt: ['awaiting', 'acknowledged', 'answered'] },
  'planned-changes.answer': { by: 'sender', in: ['announced', 'begun'], receipt: ['objects'] },
} as const satisfies Partial<
  Record<
    Permission,
    {
      readonly by: 'sender' | 'receiver';
      readonly in: readonly ChangeState[];
      readonly receipt: readonly ReceiptState[] | undefined;
    }
  >
>;
export type ChangeAct = keyof typeof changeActs;
export const changeActNames = Object.keys(changeActs) as ChangeAct[];

/** What is announced: which time it was worded, and the day (ISO) it is to begin. */
export type Wording = { readonly number: number; readonly from: string };

/** What a party that was told has said, or been answered, about a wording. `turn` is its order among all that was said about the change. */
export type Reply = {
  readonly kind: 'acknowledged' | 'objected' | 'answered';
  readonly party: Party;
  readonly number: number;
  readonly turn: number;
};

export type ChangeHistory = {
  readonly wordings: readonly [Wording, ...Wording[]];
  readonly replies: readonly Reply[];
  readonly withdrawn: boolean;
  /** Every party that is told: all but the one that announces. */
  readonly receivers: readonly Party[];
};

export type ChangeProcess = {
  readonly state: ChangeState;
  /** The wording that holds. */
  readonly wording: Wording;
  readonly receipts: ReadonlyMap<Party, ReceiptState>;
};

const AFTER = { acknowledged: 'acknowledged', objected: 'objects', answered: 'answered' } as const satisfies Record<
  Reply['kind'],
  ReceiptState
>;

/** Folds what has been done about a change, in whichever order it comes: where it is on the day, and how each party stands to it. */
export function processOf({ wordings, replies, withdrawn, receivers }: ChangeHistory, today: Temporal.PlainDate): ChangeProcess {
  const wording = wordings.reduce((latest, one) => (one.number > latest.number ? one : latest));
  const last = new Map<Party, Reply>();
  for (const reply of replies) {
    if (reply.number === wording.number && reply.turn > (last.get(reply.party)?.turn ?? 0)) last.set(reply.party, reply);
  }
  const receipts = new Map(
    receivers.map((party): [Party, ReceiptState] => {
      const said = last.get(party);
      return [party, said ? AFTER[said.kind] : 'awaiting'];
    }),
  );
  const hasBegun = wording.from <= today.toString();
  return { state: withdrawn ? 'withdrawn' : hasBegun ? 'begun' : 'announced', wording, receipts };
}

export type ChangeFault = Refusal<'change-not-in-state' | 'receipt-not-in-state' | 'not-a-receiver'>;

/**
 * What speaks against an act where the change is: `change-not-in-state` (params: state, act); for an act about one party also `not-a-receiver` when it was
 * not told, and `receipt-not-in-state` (params: receipt, act). Undefined when nothing does.
 */
export function changeFault(process: ChangeProcess, act: ChangeAct, party?: Party): ChangeFault | undefined {
  const rule = changeActs[act];
  if (!(rule.in as readonly ChangeState[]).includes(process.state)) return refuse('change-not-in-state', { state: process.state, act });
  if (rule.receipt === undefined) return undefined;
  const receipt = process.receipts.get(party ?? '');
  if (receipt === undefined) return refuse('not-a-receiver', {});
  return (rule.receipt as readonly ReceiptState[]).includes(receipt) ? undefined : refuse('receipt-not-in-state', { receipt, act });
}

/** How many parties have answered what is announced now, of how many; and how many objections have no answer. */
export function countReceipts({ receipts }: ChangeProcess): { told: number; replied: number; objecting: number } {
  const states = [...receipts.values()];
  return {
    told: states.length,
    replied: states.filter((state) => state !== 'awaiting').length,
    objecting: states.filter((state) => state === 'objects').length,
  };
}

/** Is it something to reckon with: it lies ahead, or its day has come and an objection has no answer? */
export function isOpen(process: ChangeProcess): boolean {
  return process.state === 'announced' || (process.state === 'begun' && countReceipts(process).objecting > 0);
}

/** What speaks against announcing a change from this day: it has passed (`change-in-the-past`). What begins today is told today. */
export function dayFault(from: string, today: Temporal.PlainDate): Refusal<'change-in-the-past'> | undefined {
  return from < today.toString() ? refuse('change-in-the-past', { today: today.toString() }) : undefined;
}
