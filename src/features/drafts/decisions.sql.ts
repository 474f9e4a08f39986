import { sql } from 'kysely';
import type { DecisionOutcome } from '../../domain/drafts/process.ts';
import type { Tx } from '../../platform/index.ts';

/** What a party or a body has decided about a submitted text. Empty texts are what was not said. */
export type DecisionRow = {
  readonly act: string;
  readonly submission: string;
  readonly step: string;
  readonly decider: string;
  readonly outcome: DecisionOutcome;
  readonly on: string;
  readonly body: string;
  readonly paragraph: string;
  readonly registry: string;
  readonly approver: string;
  readonly reservation: string;
  /** SHA-256 of the extract, hexadecimal; null when none is attached. */
  readonly extract: string | null;
};

export async function insertDecision(tx: Tx, draft: string, decision: DecisionRow): Promise<void> {
  const { act, submission, step, decider, outcome, on, body, paragraph, registry, approver, reservation, extract } = decision;
  await sql`insert into draft_decision (act_id, draft_id, submission, step, decider, outcome, decided_on, body, paragraph, registry, approver,
      reservation, extract_hash)
    values (${act}, ${draft}, ${submission}, ${step}, ${decider}, ${outcome}, ${on}, ${body}, ${paragraph}, ${registry}, ${approver},
      ${reservation}, ${extract})`.execute(tx);
}

/** The decisions about one submission of a draft, by day. */
export async function listDecisions(tx: Tx, draft: string, submission: string): Promise<DecisionRow[]> {
  const { rows } =
    await sql<DecisionRow>`select act_id as act, submission, step, decider, outcome, decided_on::text as "on", body, paragraph,
      registry, approver, reservation, extract_hash as extract
    from draft_decision where draft_id = ${draft} and submission = ${submission} order by decided_on, decider`.execute(tx);
  return rows;
}

/** Keeps an extract under the hash of its bytes; the same one is kept once. */
export async function keepExtract(tx: Tx, draft: string, hash: string, bytes: Uint8Array, at: Temporal.Instant): Promise<void> {
  await sql`insert into draft_extract (draft_id, hash, bytes, at) values (${draft}, ${hash}, ${Buffer.from(bytes)}, ${at.toString()})
    on conflict do nothing`.execute(tx);
}

export async function findExtract(tx: Tx, draft: string, hash: string): Promise<Uint8Array | undefined> {
  const { rows } = await sql<{ bytes: Uint8Array }>`select bytes from draft_extract where draft_id = ${draft} and hash = ${hash}`.execute(
    tx,
  );
  return rows[0]?.bytes;
}

/** A signature of a submitted text: who, from which seat, of which bytes, and how they had proven who they are. */
export type SignatureRow = {
  readonly act: string;
  readonly submission: string;
  readonly step: string;
  /** `<body>.<position>`. */
  readonly seat: string;
  readonly seatId: string;
  readonly account: string;
  readonly hash: string;
  readonly assurance: string;
  readonly authenticatedAt: string;
  readonly at: string;
};

export async function insertSignature(tx: Tx, draft: string, signature: SignatureRow): Promise<void> {
  const { act, submission, step, seat, seatId, account, hash, assurance, authenticatedAt, at } = signature;
  await sql`insert into draft_signature (act_id, draft_id, submission, step, seat, seat_id, account_id, content_hash, assurance, authenticated_at, at)
    values (${act}, ${draft}, ${submission}, ${step}, ${seat}, ${seatId}, ${account}, ${hash}, ${assurance}, ${authenticatedAt}, ${at})`.execute(
    tx,
  );
}

/** The signatures of one submission of a draft, with what each holder of a seat is called in the register. */
export async function listSignatures(tx: Tx, draft: string, submission: string): Promise<(SignatureRow & { readonly holder: string })[]> {
  const { rows } = await sql<SignatureRow & { holder: string }>`select g.act_id as act, g.submission, g.step, g.seat, g.seat_id as "seatId",
      g.account_id as account, g.content_hash as hash, g.assurance, g.authenticated_at::text as "authenticatedAt",
      to_char(g.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as at, s.holder
    from draft_signature g join seat s on s.id = g.seat_id
    where g.draft_id = ${draft} and g.submission = ${submission} order by g.at, g.seat`.execute(tx);
  return rows;
}
