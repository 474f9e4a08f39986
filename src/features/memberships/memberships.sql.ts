import { sql } from 'kysely';
import type { Party } from '../../domain/agreements/parties.ts';
import type { AgreementFile } from '../../domain/counties/agreement-file.ts';
import type { Turn } from '../../domain/memberships/turn.ts';
import type { Tx } from '../../platform/index.ts';

/** A party's joining or leaving, as it is kept. Days are ISO days. */
export type TurnRow = {
  readonly act: string;
  readonly slug: string;
  readonly label: string;
  readonly turn: Turn;
  readonly party: Party;
  readonly from: string;
  readonly decided: string;
  readonly body: string;
  readonly paragraph: string;
  readonly registry: string;
  readonly note: string;
};

/** The county-wide agreements that apply without an end and that a party can leave, by slug: for the demonstration. */
export async function listLeavable(tx: Tx, county: string): Promise<AgreementFile[]> {
  const { rows } = await sql<{ content: AgreementFile }>`select v.content from agreement_version v join agreement a using (slug)
    where a.county_code = ${county} and upper_inf(v.applies) and v.published_act is null and v.content -> 'terms' -> 'termination' ->> 'allowed' is distinct from 'false'
      and v.content ->> 'kind' = 'county' order by v.slug collate "C"`.execute(tx);
  return rows.map(({ content }) => content);
}

/** What a party has noted here of an agreement, also what it has said since was wrong, and why; the latest day first. */
export async function listTurns(tx: Tx, slug: string, party: Party): Promise<(TurnRow & { readonly corrected: string | null })[]> {
  const { rows } = await sql<TurnRow & { corrected: string | null }>`
    select t.act_id as act, t.slug, t.label, t.kind as turn, t.party, t.on_date::text as "from", t.decided_on::text as decided, t.decided_by as body,
      t.paragraph, t.registry, t.note, m.reason as corrected
    from agreement_act t left join membership_correction m on m.corrects = t.act_id
    where t.slug = ${slug} and t.party = ${party} order by t.on_date desc, t.act_id desc`.execute(tx);
  return rows;
}

/** The Swedish days, ISO, on which an organisation has registered something of an agreement that still counts. */
export async function listRegistered(tx: Tx, slug: string, organisation: string): Promise<string[]> {
  const { rows } = await sql<{ on: string }>`
    select to_char(f.at at time zone 'Europe/Stockholm', 'YYYY-MM-DD') as "on" from follow_up f
    where f.slug = ${slug} and f.organisation_id = ${organisation} and f.stage <> 'retracted'
      and not exists (select from follow_up c where c.corrects = f.act_id)`.execute(tx);
  return rows.map(({ on }) => on);
}

/** Writes down that what a party noted was wrong, and why. */
export async function insertCorrection(
  tx: Tx,
  { act, corrects, slug, party, reason }: { act: string; corrects: string; slug: string; party: Party; reason: string },
  at: Temporal.Instant,
): Promise<void> {
  await sql`insert into membership_correction (act_id, corrects, slug, party, reason, at)
    values (${act}, ${corrects}, ${slug}, ${party}, ${reason}, ${at})`.execute(tx);
}

/** That somebody in the demonstration was to be told of a turn, and that nobody was there to tell. As the owner. */
export async function insertUntold(
  tx: Tx,
  { id, act, organisation, params }: { id: string; act: string; organisation: string; params: Record<string, string> },
  at: Temporal.Instant,
): Promise<void> {
  const receivers = JSON.stringify({ role: 'registrar', organisation });
  await sql`insert into outbox (id, act_id, kind, receivers, params, created_at, handled_at, given)
    values (${id}, ${act}, 'party-turned', ${receivers}, ${JSON.stringify(params)}, ${at}, ${at}, 0)`.execute(tx);
}

/** Writes down that a party joins or leaves an agreement from a day. */
export async function insertTurn(tx: Tx, row: TurnRow): Promise<void> {
  const { act, slug, label, turn, party, from, decided, body, paragraph, registry, note } = row;
  await sql`insert into agreement_act (act_id, slug, label, kind, on_date, registry, note, party, decided_on, decided_by, paragraph)
    values (${act}, ${slug}, ${label}, ${turn}, ${from}, ${registry}, ${note}, ${party}, ${decided}, ${body}, ${paragraph})`.execute(tx);
}
