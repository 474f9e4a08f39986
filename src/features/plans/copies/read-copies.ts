import { z } from 'zod';
import { type CopyState, copyStateOf, maySendAgain } from '../../../domain/plans/plan-copy.ts';
import { mayAnnulCopy, mayReadOwnPlan, mayReadPlan, maySendCopy } from '../../../domain/plans/policy.ts';
import { refuse } from '../../../domain/refusal.ts';
import { type Look, type UseCaseContext, useCase } from '../../../platform/index.ts';
import { type CopyRetention, retentionOf } from '../../retention/index.ts';
import { loadPlan, lookAtPlan } from '../load-plan.ts';
import { type CopyRow, listCopies, listReceivedCopies } from './copies.sql.ts';

/** A copy as its reader may see it: where it is, and what they may do with it. What is in it is for those it was sent to. */
export type ShownCopy = Omit<CopyRow, 'outcome'> & {
  readonly state: CopyState;
  /** How long it is kept; undefined when its huvudman has not said. */
  readonly retention: CopyRetention | undefined;
  readonly abilities: { readonly open: boolean; readonly annul: boolean; readonly 'send-again': boolean };
};

const input = z.strictObject({ plan: z.uuid() });

/**
 * Who has got which version of a plan: all of them for those who lead it, for others the copies of their own unit. Refuses `plan-not-found`.
 */
export const readCopies = useCase({
  permission: 'plans.read-copies',
  mode: 'read',
  input,
  run: async (context) => {
    const loaded = await loadPlan(context, context.input.plan);
    if (!loaded || !mayReadPlan(context.actor, loaded.reach)) return refuse('plan-not-found');
    const may = { annul: mayAnnulCopy(context.actor, loaded.reach), send: maySendCopy(context.actor, loaded.reach) };
    return { loaded, copies: await shownAll(context, await listCopies(context.tx, context.input.plan), may) };
  },
  audit: ({ plan }, answer) => lookAtPlan(plan, answer?.loaded, { listed: true }),
});

/** The same for the individual whose plan it is. Refuses `plan-not-found`. */
export const readOwnCopies = useCase({
  permission: 'plans.read-own-copies',
  mode: 'read',
  input,
  run: async (context) => {
    const loaded = await loadPlan(context, context.input.plan);
    if (!loaded || !mayReadOwnPlan(context.actor, loaded.reach)) return refuse('plan-not-found');
    return { loaded, copies: await shownAll(context, await listCopies(context.tx, context.input.plan)) };
  },
  audit: ({ plan }, answer) => lookAtPlan(plan, answer?.loaded, { listed: true }),
});

/** So many are shown on a page. */
const PAGE = 50;

/** The copies that the reader's unit has been sent, the latest first, fifty at a time; `next`: the id to go on before. */
export const readReceivedCopies = useCase({
  permission: 'plans.read-copies',
  mode: 'read',
  input: z.strictObject({ before: z.uuid().optional() }),
  run: async (context) => {
    const rows = await listReceivedCopies(context.tx, { before: context.input.before, most: PAGE + 1 });
    const copies = await shownAll(context, rows.slice(0, PAGE));
    return { copies, next: rows.length > PAGE ? copies.at(-1)?.id : undefined };
  },
  audit: (_, answer): Look[] =>
    [...new Set((answer?.copies ?? []).map(({ plan }) => plan))].map((plan) => ({
      ...{ person: null, owner: null, record: { kind: 'plan', id: plan } },
      details: { listed: true },
    })),
});

type Asking = Pick<UseCaseContext<unknown>, 'tx' | 'today'>;

async function shownAll({ tx, today }: Asking, rows: readonly CopyRow[], may = { annul: false, send: false }): Promise<ShownCopy[]> {
  const kept = rows.filter(({ outcome, thinned_at }) => outcome === 'delivered' && thinned_at === null).map(({ id }) => id);
  const times = await retentionOf(tx, kept, today);
  return rows.map((row) => shown(row, rows, may, times.get(row.id)));
}

function shown(
  row: CopyRow,
  all: readonly CopyRow[],
  may: { readonly annul: boolean; readonly send: boolean },
  retention: CopyRetention | undefined,
): ShownCopy {
  const { outcome, ...rest } = row;
  const state = copyStateOf({
    outcome,
    received: row.received_at !== null,
    annulled: row.annulled !== null,
    thinned: row.thinned_at !== null,
  });
  const isLatest = !all.some(({ number, unit, attempt }) => number === row.number && unit === row.unit && attempt > row.attempt);
  const sent = state === 'delivered' || state === 'received';
  return {
    ...rest,
    ...{ state, retention },
    abilities: {
      open: row.own && sent,
      annul: may.annul && row.receiver === 'unit' && sent,
      'send-again': may.send && row.receiver === 'unit' && isLatest && maySendAgain(state),
    },
  };
}
