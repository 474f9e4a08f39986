import type pg from 'pg';
import type { AgreementFile } from '../../src/domain/counties/agreement-file.ts';

/** An agreement without its text and its matrix. */
export type Summary = Omit<AgreementFile, 'sections' | 'responsibilities' | 'actors' | 'matrix'>;
export type Matrix = Pick<AgreementFile, 'responsibilities' | 'actors' | 'matrix' | 'short'>;
export type Duties = Pick<AgreementFile, 'slug' | 'short' | 'responsibilities' | 'actors'> & {
  readonly label: string;
  readonly target: AgreementFile['terms']['target'];
};
export type Hit = {
  readonly kind: string;
  readonly county: string | null;
  readonly address: string;
  readonly title: string;
  readonly place: string;
  readonly parts: readonly { readonly text: string; readonly anchor?: string }[];
  readonly rank: number;
  readonly total: number;
};

/** The version in force on the day, else the newest before it. */
const VERSION = `from agreement_version where slug = $1 order by lower(applies) <= $2::date desc, lower(applies) desc limit 1`;
const TEXT = `select content ${VERSION}`;
const SUMMARY = `select content::jsonb - 'sections' - 'responsibilities' - 'actors' - 'matrix' as content ${VERSION}`;
const MATRIX = `select jsonb_build_object('short', content -> 'short', 'responsibilities', content -> 'responsibilities',
  'actors', content -> 'actors', 'matrix', content -> 'matrix') as content ${VERSION}`;
const DUTIES = `select slug, label, content ->> 'short' as short, content -> 'responsibilities' as responsibilities,
    content -> 'actors' as actors, content -> 'terms' -> 'target' as target
  from (select v.slug, v.label, v.content from agreement a join agreement_version v using (slug)
    where a.county_code = $1 and lower(v.applies) <= $2::date offset 0) held
  where $3::text is null
    or jsonb_path_exists(content::jsonb, '$.terms.parties.municipalities ? (@ == "all" || @ == $one)', jsonb_build_object('one', $3::text))
  order by slug`;
/** What holds any of the words, as ours also does when few hold them all; what holds more of them comes first. */
const SEARCH = `select kind, county_code as county, address, title, place, parts, rank, total from (
    select id, ts_rank(words, query) as rank, count(*) over ()::int as total
    from bench_search, (select replace(websearch_to_tsquery('swedish', $1)::text, ' & ', ' | ')::tsquery as query) asked
    where words @@ query order by rank desc, id limit 20
  ) hit join search_entry using (id) order by rank desc, id`;

/** One query for each answer, prepared once for each connection. */
export function floorQueries(pool: pg.Pool) {
  const rows = async <Row extends pg.QueryResultRow>(name: string, text: string, values: unknown[]) =>
    (await pool.query<Row>({ name, text, values })).rows;
  const one = async <T>(name: string, text: string, values: unknown[]) => {
    const [row] = await rows<{ content: T }>(name, text, values);
    if (!row) throw new Error(`${name}: nothing found for ${values.join(', ')}`);
    return row.content;
  };
  return {
    text: (slug: string, on: string) => one<AgreementFile>('text', TEXT, [slug, on]),
    summary: (slug: string, on: string) => one<Summary>('summary', SUMMARY, [slug, on]),
    matrix: (slug: string, on: string) => one<Matrix>('matrix', MATRIX, [slug, on]),
    dutiesOf: (county: string, municipality: string | undefined, on: string) =>
      rows<Duties>('duties', DUTIES, [county, on, municipality ?? null]),
    search: (words: string) => rows<Hit>('search', SEARCH, [words]),
  };
}
