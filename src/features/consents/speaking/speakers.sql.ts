import { sql } from 'kysely';
import type { DataKind } from '../../../domain/consents/kinds.ts';
import type { Decider } from '../../../domain/consents/maturity.ts';
import type { Matter, Representative } from '../../../domain/consents/representatives.ts';
import type { Tx } from '../../../platform/index.ts';

/** Who writes: an account, and the unit of whose staff it is. */
export type WrittenBy = { readonly account: string; readonly organisation: string; readonly unit: string };

export type GuardianRow = { readonly id: string; readonly name_cipher: Buffer; readonly evidence_cipher: Buffer };

/** The guardians that are known in a record, in the order in which they were named; nothing for who may not read it. */
export async function listGuardians(tx: Tx, person: string): Promise<GuardianRow[]> {
  const { rows } =
    await sql<GuardianRow>`select id, name_cipher, evidence_cipher from consent_guardian where person_id = ${person} order by at, id`.execute(
      tx,
    );
  return rows;
}

export type RepresentativeRow = {
  readonly id: string;
  readonly kind: Representative['kind'];
  readonly matters: readonly Matter[];
  /** Which parts of a plan they may read with a login of their own. */
  readonly kinds: readonly DataKind[];
  readonly from: Temporal.Instant;
  readonly until: Temporal.Instant;
  readonly name_cipher: Buffer;
  readonly evidence_cipher: Buffer;
  readonly ended_at: Temporal.Instant | null;
};

/** The representatives that are known in a record, with those whose assignment is over; in the order in which they were named. */
export async function listRepresentatives(tx: Tx, person: string): Promise<RepresentativeRow[]> {
  const { rows } =
    await sql<RepresentativeRow>`select r.id, r.kind, r.matters, r.data_kinds as kinds, lower(r.valid) as "from", upper(r.valid) as until, r.name_cipher, r.evidence_cipher,
      (select e.at from consent_representative_end e where e.representative_id = r.id) as ended_at
    from consent_representative r where r.person_id = ${person} order by r.at, r.id`.execute(tx);
  return rows;
}

type Named = { readonly id: string; readonly person: string; readonly name: Buffer; readonly evidence: Buffer };

/** Names a guardian. Answers false when one has the id. */
export async function insertGuardian(
  tx: Tx,
  { id, person, name, evidence }: Named,
  by: WrittenBy,
  now: Temporal.Instant,
): Promise<boolean> {
  const { numAffectedRows } =
    await sql`insert into consent_guardian (id, person_id, name_cipher, evidence_cipher, named_by, organisation_id, unit_id, at)
    values (${id}, ${person}, ${name}, ${evidence}, ${by.account}, ${by.organisation}, ${by.unit}, ${now}) on conflict do nothing`.execute(
      tx,
    );
  return numAffectedRows === 1n;
}

export type NewTurn = {
  readonly id: string;
  readonly guardian: string;
  readonly of: 'custody' | 'concealed';
  readonly begins: boolean;
  readonly at: Temporal.Instant;
  readonly evidence: Buffer;
};

/** Notes that the custody of a guardian, or secrecy towards them, begins or ends. Answers false when a turn has the id. */
export async function insertTurn(tx: Tx, turn: NewTurn, by: WrittenBy, now: Temporal.Instant): Promise<boolean> {
  const { id, guardian, of, begins, at, evidence } = turn;
  const { numAffectedRows } = await sql`insert into consent_guardian_turn
      (id, guardian_id, of, begins, happens_at, evidence_cipher, written_by, organisation_id, unit_id, at)
    values (${id}, ${guardian}, ${of}, ${begins}, ${at}, ${evidence}, ${by.account}, ${by.organisation}, ${by.unit}, ${now}) on conflict do nothing`.execute(
    tx,
  );
  return numAffectedRows === 1n;
}

export type TurnRow = Pick<NewTurn, 'id' | 'guardian' | 'of' | 'begins'> & {
  readonly happens_at: Temporal.Instant;
  readonly evidence_cipher: Buffer;
};

/** One turn by its id. */
export async function findTurn(tx: Tx, id: string): Promise<TurnRow | undefined> {
  const { rows } =
    await sql<TurnRow>`select id, guardian_id as guardian, of, begins, happens_at, evidence_cipher from consent_guardian_turn where id = ${id}`.execute(
      tx,
    );
  return rows[0];
}

type NewMaturity = {
  readonly id: string;
  readonly person: string;
  readonly decides: Decider;
  readonly at: Temporal.Instant;
  readonly evidence: Buffer;
};

/** Keeps a judgement of maturity. Answers false when one has the id. */
export async function insertMaturity(tx: Tx, one: NewMaturity, by: WrittenBy, now: Temporal.Instant): Promise<boolean> {
  const { numAffectedRows } = await sql`insert into consent_maturity
      (id, person_id, decides, assessed_at, evidence_cipher, written_by, organisation_id, unit_id, at)
    values (${one.id}, ${one.person}, ${one.decides}, ${one.at}, ${one.evidence}, ${by.account}, ${by.organisation}, ${by.unit}, ${now})
    on conflict do nothing`.execute(tx);
  return numAffectedRows === 1n;
}

export type MaturityRow = {
  readonly id: string;
  readonly decides: Decider;
  readonly assessed_at: Temporal.Instant;
  readonly evidence_cipher: Buffer;
};

/** The judgements of maturity in a record, the latest last. */
export async function listMaturities(tx: Tx, person: string): Promise<MaturityRow[]> {
  const { rows } = await sql<MaturityRow>`select id, decides, assessed_at, evidence_cipher from consent_maturity
    where person_id = ${person} order by assessed_at, at, id`.execute(tx);
  return rows;
}

type NewRepresentative = Named & Pick<RepresentativeRow, 'kind' | 'matters' | 'kinds' | 'from' | 'until'>;

/** Names a representative. Answers false when one has the id. */
export async function insertRepresentative(tx: Tx, one: NewRepresentative, by: WrittenBy, now: Temporal.Instant): Promise<boolean> {
  const { numAffectedRows } = await sql`insert into consent_representative
      (id, person_id, kind, matters, data_kinds, valid, name_cipher, evidence_cipher, named_by, organisation_id, unit_id, at)
    values (${one.id}, ${one.person}, ${one.kind}, ${[...one.matters]}, ${[...one.kinds]}, tstzrange(${one.from}, ${one.until}), ${one.name}, ${one.evidence},
      ${by.account}, ${by.organisation}, ${by.unit}, ${now}) on conflict do nothing`.execute(tx);
  return numAffectedRows === 1n;
}

/** Ends an assignment now. Answers false when it has been ended before. */
export async function insertRepresentativeEnd(tx: Tx, representative: string, by: WrittenBy, now: Temporal.Instant): Promise<boolean> {
  const { numAffectedRows } = await sql`insert into consent_representative_end (representative_id, ended_by, organisation_id, unit_id, at)
    values (${representative}, ${by.account}, ${by.organisation}, ${by.unit}, ${now}) on conflict do nothing`.execute(tx);
  return numAffectedRows === 1n;
}

export type LoginRow = { readonly id: string; readonly speaker: string; readonly hash: Buffer | null };

/** With which number each of those who speak for somebody logs in, by its hash, the latest last; null: with none from then on. */
export async function listLogins(tx: Tx, person: string): Promise<LoginRow[]> {
  const { rows } =
    await sql<LoginRow>`select id, coalesce(guardian_id, representative_id) as speaker, number_hash as hash from consent_speaker_login
    where person_id = ${person} order by at, id`.execute(tx);
  return rows;
}

type NewLogin = LoginRow & { readonly person: string; readonly as: 'guardian' | 'representative' };

/** Lets somebody log in, or no more. Answers false when a row has the id. */
export async function insertLogin(tx: Tx, one: NewLogin, by: WrittenBy, now: Temporal.Instant): Promise<boolean> {
  const of = (as: NewLogin['as']) => (one.as === as ? one.speaker : null);
  const { numAffectedRows } = await sql`insert into consent_speaker_login
      (id, person_id, guardian_id, representative_id, number_hash, written_by, organisation_id, unit_id, at)
    values (${one.id}, ${one.person}, ${of('guardian')}, ${of('representative')}, ${one.hash}, ${by.account}, ${by.organisation}, ${by.unit}, ${now})
    on conflict do nothing`.execute(tx);
  return numAffectedRows === 1n;
}
