import { sql } from 'kysely';
import type { AgreementFile } from '../../domain/counties/agreement-file.ts';
import type { Tx } from '../../platform/index.ts';
import { agreementActSource, decidedNote, extensionActSource } from './texts.ts';

/** What the register needs of a version: everything but the text and the matrix. */
export type RegisterVersion = Omit<AgreementFile, 'sections' | 'responsibilities' | 'actors' | 'matrix' | 'local'>;

type Act = AgreementFile['acts'][number];
type Later = Pick<Act, 'kind' | 'on'> & {
  readonly registry: string;
  readonly note: string;
  readonly cadence: string | null;
  readonly until: string | null;
  readonly party: string | null;
  readonly decided: string | null;
  readonly organ: string | null;
  readonly paragraph: string | null;
};
type Read<V> = { readonly content: V; readonly later: readonly Later[] | null };

/** What has happened to a version (`v`) since it was published; what has been corrected since counts no more. */
const LATER = sql`(select json_agg(json_build_object('kind', t.kind, 'on', t.on_date, 'registry', t.registry, 'note', t.note, 'cadence', t.cadence,
    'until', t.until_date, 'party', t.party, 'decided', t.decided_on, 'organ', t.decided_by, 'paragraph', t.paragraph) order by t.on_date, t.kind)
  from agreement_act t where t.slug = v.slug and t.label = v.label and t.kind <> 'retracted'
    and not exists (select from agreement_act c where c.corrects = t.act_id and c.slug = t.slug)
    and not exists (select from membership_correction m where m.corrects = t.act_id and m.slug = t.slug)) as later`;

/** A version with everything that has happened to it: what it was published with, and what came later. */
function withLater<V extends Pick<AgreementFile, 'acts'>>({ content, later }: Read<V>): V {
  if (!later) return content;
  const acts = later.map(
    ({ kind, on, registry, note, cadence, until, party, decided, organ, paragraph }): Act => ({
      kind,
      on,
      ...(until === null ? {} : { until }),
      ...(cadence === null ? {} : { cadence }),
      ...(registry ? { registry } : {}),
      ...(party === null ? {} : { parties: [party] }),
      ...(organ === null ? {} : { body: organ }),
      ...(paragraph === null ? {} : { paragraph }),
      ...(note || decided ? { note: [...(decided ? [decidedNote(decided)] : []), ...(note ? [note] : [])].join(' ') } : {}),
      source: kind === 'extended' ? extensionActSource : agreementActSource,
      certainty: 'source',
    }),
  );
  return { ...content, acts: [...content.acts, ...acts] };
}

/** Every version of every agreement, without text, ordered by slug and first day. Read in one pass each: made into `jsonb` first, it would take four times as long. */
export async function listRegisterVersions(tx: Tx): Promise<RegisterVersion[]> {
  const { rows } = await sql<Read<RegisterVersion>>`
    select (select json_object_agg(key, value) from json_each(content)
      where key not in ('sections', 'responsibilities', 'actors', 'matrix', 'local')) as content, ${LATER}
    from agreement_version v order by slug collate "C", lower(applies)`.execute(tx);
  return rows.map(withLater);
}

/** Every version of one agreement in full, oldest first; empty when there is no such agreement. */
export async function listVersions(tx: Tx, slug: string): Promise<AgreementFile[]> {
  const { rows } = await sql<Read<AgreementFile>>`
    select content, ${LATER} from agreement_version v where slug = ${slug} order by lower(applies)`.execute(tx);
  return rows.map(withLater);
}

/** Every version in full of the agreements of one county, by slug and first day. */
export async function listVersionsOfCounty(tx: Tx, county: string): Promise<AgreementFile[]> {
  const { rows } = await sql<Read<AgreementFile>>`
    select v.content, ${LATER} from agreement_version v join agreement a using (slug)
    where a.county_code = ${county} order by slug, lower(v.applies)`.execute(tx);
  return rows.map(withLater);
}
