import { sql } from 'kysely';
import type { RegisteredSeal, SealedCopy } from '../../domain/documents/verdict.ts';
import type { Tx } from '../../platform/index.ts';

type Row = { id: string; slug: string; label: string; sha256: string; sealed_at: Temporal.Instant };

const columns = sql`id, agreement_slug as slug, version_label as label, sha256, sealed_at`;

function sealOf({ id, slug, label, sha256, sealed_at }: Row): RegisteredSeal {
  return { id, slug, label, sha256, sealedAt: sealed_at };
}

/** Every sealed document of an agreement, oldest first, without their bytes. */
export async function listSeals(tx: Tx, slug: string): Promise<RegisteredSeal[]> {
  const { rows } = await sql<Row>`select ${columns} from sealed_document where agreement_slug = ${slug} order by sealed_at, id`.execute(tx);
  return rows.map(sealOf);
}

/** The sealed document with this fingerprint; undefined when there is none. */
export async function findSeal(tx: Tx, sha256: string): Promise<RegisteredSeal | undefined> {
  const { rows } = await sql<Row>`select ${columns} from sealed_document where sha256 = ${sha256}`.execute(tx);
  return rows[0] && sealOf(rows[0]);
}

/** The bytes of the latest sealed document of a version; undefined when none is sealed. */
export async function findSealedBytes(tx: Tx, slug: string, label: string): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const { rows } = await sql<{ bytes: Buffer }>`
    select bytes from sealed_document where agreement_slug = ${slug} and version_label = ${label} order by sealed_at desc, id desc limit 1`.execute(
    tx,
  );
  return rows[0] && Uint8Array.from(rows[0].bytes);
}

/** Was this version decided and published here, in contrast to those that come from files? */
export async function isPublished(tx: Tx, slug: string, label: string): Promise<boolean> {
  const { rows } = await sql<{ published: boolean }>`
    select published_at is not null as published from agreement_version where slug = ${slug} and label = ${label}`.execute(tx);
  return rows[0]?.published ?? false;
}

/** Every certificate that something has been sealed with (DER). */
export async function listCertificates(tx: Tx): Promise<Buffer[]> {
  const { rows } = await sql<{ certificate: Buffer }>`select distinct certificate from sealed_document`.execute(tx);
  return rows.map(({ certificate }) => certificate);
}

type NewSeal = RegisteredSeal & { readonly bytes: Uint8Array; readonly certificate: Uint8Array };

/** Keeps a sealed document. */
export async function insertSeal(tx: Tx, { id, slug, label, sha256, sealedAt, bytes, certificate }: NewSeal): Promise<void> {
  await sql`
    insert into sealed_document (id, kind, agreement_slug, version_label, sha256, bytes, certificate, sealed_at)
    values (${id}, 'agreement', ${slug}, ${label}, ${sha256}, ${Buffer.from(bytes)}, ${Buffer.from(certificate)}, ${sealedAt.toString()})`.execute(
    tx,
  );
}

/** A copy of a plan with this fingerprint: when it was sealed and with what, and whether it is annulled. Nothing of which plan it is. */
export async function findCopySeal(tx: Tx, sha256: string): Promise<{ seal: SealedCopy; certificate: Buffer } | undefined> {
  const { rows } = await sql<{ sealed_at: Temporal.Instant; annulled: boolean; certificate: Buffer }>`
    select sealed_at, annulled, certificate from plan_copy_seal(${sha256})`.execute(tx);
  const [row] = rows;
  return row && { seal: { sealedAt: row.sealed_at, annulled: row.annulled }, certificate: row.certificate };
}
