import { askTogether } from '../ask-together.ts';
import type { Acting } from './connection.ts';
import type { Tx } from './dialect.ts';
import type { Transact } from './transact.ts';

/** What is known of a transaction besides what is asked in it. */
type Opened = {
  /** Stands for its database. */
  readonly of: object;
  readonly acting: Acting | undefined;
  /** Can it only read, and has nothing been asked in it? Then no moment is its own yet. */
  readonly isUntouched: () => boolean;
  /** Exactly one statement beside it. */
  readonly once: Transact;
};

const opened = new WeakMap<Tx, Opened>();

export function noteOpened(tx: Tx, as: Opened): void {
  opened.set(tx, as);
}

/** A question, and on whose behalf it is asked: the secret of their session (hex), and the moment. */
export type AskedBy<Asked> = { readonly secret: string; readonly now: Temporal.Instant; readonly of: Asked };

type SharedQuestion<Asked, Answer> = {
  /** Asks for one, in the transaction. */
  readonly one: (tx: Tx, of: Asked) => Promise<Answer>;
  /**
   * Asks for all in exactly one statement, and answers in their order. Nobody acts in it: the statement is told with each question on whose behalf it is, and
   * the database finds out who that is, and what they may see, for each by itself.
   */
  readonly all: (tx: Tx, asked: readonly AskedBy<Asked>[]) => Promise<readonly Answer[]>;
};

/**
 * A question that those who ask it at the same time share, in one statement (`askTogether`), when it is the first that is asked in a transaction that can only read,
 * on behalf of somebody with a session. All others ask in their transaction, for themselves.
 */
export function sharedQuestion<Asked, Answer>({ one, all }: SharedQuestion<Asked, Answer>): (tx: Tx, of: Asked) => Promise<Answer> {
  const shared = new WeakMap<object, (asked: AskedBy<Asked>) => Promise<Answer>>();
  const sharedOf = ({ of, once }: Pick<Opened, 'of' | 'once'>) => {
    const known = shared.get(of);
    if (known) return known;
    const put = (asked: readonly AskedBy<Asked>[]) => once('read', (tx) => all(tx, asked));
    const ask = askTogether<AskedBy<Asked>, Answer>(put);
    shared.set(of, ask);
    return ask;
  };
  return (tx, of) => {
    const as = firstAskedIn(tx);
    return as ? sharedOf(as)({ ...as.acting, of }) : one(tx, of);
  };
}

type LoneQuestion<Asked, Answer> = {
  /** Asks for one, in the transaction. */
  readonly one: (tx: Tx, of: Asked) => Promise<Answer>;
  /** Asks for one in exactly one statement in which nobody acts: it is told on whose behalf it is asked. */
  readonly alone: (tx: Tx, asked: AskedBy<Asked>) => Promise<Answer>;
};

/**
 * The same for a question whose answer takes the database longer than a statement costs: each is asked for in a statement of its own, without a transaction
 * around it.
 */
export function loneQuestion<Asked, Answer>({ one, alone }: LoneQuestion<Asked, Answer>): (tx: Tx, of: Asked) => Promise<Answer> {
  return (tx, of) => {
    const as = firstAskedIn(tx);
    return as ? as.once('read', (single) => alone(single, { ...as.acting, of })) : one(tx, of);
  };
}

/** What is known of a transaction that can only read, on behalf of somebody with a session, as long as nothing has been asked in it. */
function firstAskedIn(tx: Tx) {
  const as = opened.get(tx);
  if (!as?.acting || !('secret' in as.acting) || !as.isUntouched()) return undefined;
  return { of: as.of, once: as.once, acting: as.acting };
}
