import { PUBLIC } from '../../domain/access/actor.ts';
import type { SignatureOrder } from '../../domain/documents/signature-order.ts';
import { decisionFault } from '../../domain/drafts/decision.ts';
import { processOf } from '../../domain/drafts/process.ts';
import { isRefusal } from '../../domain/refusal.ts';
import { type Clock, followOrder, recorder, type SigningService, type Telling, type Tx } from '../../platform/index.ts';
import { versionOn } from '../agreements/index.ts';
import { findSeatsOfAccount } from '../organisations/index.ts';
import { insertSignature } from './decisions.sql.ts';
import { listDraftActs } from './draft-acts.sql.ts';
import { findDraft, findRevision, lockDraft } from './drafts.sql.ts';
import { stepsFor } from './load-draft.ts';
import { eventsOf } from './read-acts.ts';
import { findGiver, findOrder, insertOrderEvent, type OrderRow } from './signature-orders.sql.ts';
import { tellAwaited } from './tell-awaited.ts';

/** What it takes to ask about an order and write down what came of it: the service, and the owner of the database, since nobody's session is asked. */
export type Following = {
  readonly service: SigningService;
  readonly clock: Clock;
  readonly asOwner: <T>(run: (tx: Tx) => Promise<T>) => Promise<T>;
};

/** An order as the service is asked for it. */
export function orderOf({ id, hash, signer, seat, expiresAt }: OrderRow): SignatureOrder {
  return { id, sha256: hash, signer, seat, expiresAt: Temporal.Instant.from(expiresAt) };
}

/**
 * Asks the service what came of an order and writes it down: whoever woke us, only what the service says when it is asked counts. A signature is taken when it is by the
 * person, over the very bytes, in time, from a seat that was theirs that day, and of the text that is being decided; else why it was not is kept with the service's
 * proof. An order that has run out without one has timed out, also one that never came to the service. Asked again it changes nothing. Those concerned are told of
 * its end. Answers whether the service could be asked; undefined where there was nothing to ask about.
 */
export async function followSignature({ service, clock, asOwner }: Following, id: string): Promise<boolean | undefined> {
  const order = await asOwner((tx) => findOrder(tx, id));
  if (!order || order.came !== null) return undefined;
  const now = clock.now();
  const { state, refused, reached } = await followOrder(
    service,
    { order: orderOf(order), reference: order.reference, state: { state: 'waiting' } },
    now,
  );
  const at = now.toString();
  if (refused && refused.code !== order.why) {
    await asOwner(async (tx) => {
      await lockDraft(tx, order.draft);
      const now = await findOrder(tx, id);
      if (now?.came !== null || now.why === refused.code) return;
      await insertOrderEvent(tx, { order: id, kind: 'refused', why: refused.code, at });
    });
  }
  if (state.state === 'waiting') return reached;
  await asOwner(async (tx) => {
    await lockDraft(tx, order.draft);
    if ((await findOrder(tx, id))?.came !== null) return;
    const proof = state.state === 'signed' ? { proof: state.proof } : {};
    await insertOrderEvent(tx, { order: id, kind: state.state, at: state.at.toString(), ...proof });
    const why = state.state === 'signed' ? await takeSignature(tx, order, state.at, clock) : undefined;
    if (why !== undefined) await insertOrderEvent(tx, { order: id, kind: 'refused', why, at });
    if (state.state !== 'signed') await tellEnded(tx, order, { came: state.state, why: null }, clock);
    else if (why !== undefined) await tellEnded(tx, order, { came: 'refused', why }, clock);
  });
  return reached;
}

/** Notes that an order ended without a signature: who was to sign is told, and who gave the text over when it will not come by itself. */
async function tellEnded(
  tx: Tx,
  order: OrderRow,
  { came, why }: { came: 'declined' | 'timed-out' | 'refused'; why: string | null },
  clock: Clock,
): Promise<void> {
  const giver = came === 'timed-out' ? undefined : await findGiver(tx, order);
  const missing = giver !== undefined && giver !== order.account;
  const record = recorder(tx, { actor: PUBLIC, today: clock.today(), now: clock.now() });
  await record({
    kind: 'drafts.end-signature-order',
    subject: { kind: 'draft', id: order.draft },
    content: { order: order.id, step: order.step, seat: order.seatId, came, why },
    tell: [
      tellSigner(order, came),
      ...(missing ? [{ kind: 'signature-missing', to: { accounts: [giver] }, params: { draft: order.draft, came } }] : []),
    ],
  });
}

function tellSigner({ id: order, account }: OrderRow, came: string): Telling {
  return { kind: 'signature-ended', to: { accounts: [account] }, params: { order, came } };
}

/** Writes the signature into the history of the draft, by the person; answers why not, where it cannot be taken any more. */
async function takeSignature(tx: Tx, order: OrderRow, at: Temporal.Instant, clock: Clock): Promise<string | undefined> {
  const today = clock.today();
  const day = at.toZonedDateTimeISO('Europe/Stockholm').toPlainDate();
  const { draft: id, submission, step, seat, seatId, account, assignment, hash, assurance, authenticatedAt } = order;
  const [row, revision, acts] = await Promise.all([findDraft(tx, id), findRevision(tx, id), listDraftActs(tx, id)]);
  if (!row || !revision) return 'draft-not-found';
  const held = await versionOn(tx, { slug: row.slug }, today);
  const base = isRefusal(held) ? undefined : held.versions.find(({ version }) => version.label === row.base);
  const events = eventsOf(acts);
  const draft = revision.content;
  const process = processOf(events, stepsFor(row, draft, base));
  if (process.submission?.act !== submission || process.submission.hash !== hash) return 'text-changed';
  if (!(await findSeatsOfAccount(tx, account, day)).some((one) => one.id === seatId)) return 'seat-ended';
  const decider = `seat:${seat}` as const;
  const fault = decisionFault(process, { step, decider, asks: 'signature', on: day }, today);
  if (fault) return fault.code;
  const happens = { kind: 'drafts.sign', id: '', on: day.toString(), submission, step, decider, outcome: 'approved' } as const;
  const tell = [...(await tellAwaited(tx, { row, draft, base, events, process }, happens, today)), tellSigner(order, 'signed')];
  const record = recorder(tx, { actor: { account, assignment }, today, now: clock.now() });
  const content = { submission, step, decider, outcome: 'approved', seat: seatId, hash, order: order.id };
  const act = await record({ kind: 'drafts.sign', subject: { kind: 'draft', id }, effectiveOn: day, content, tell });
  await insertSignature(tx, id, { act, submission, step, seat, seatId, account, hash, assurance, authenticatedAt, at: at.toString() });
  return undefined;
}
