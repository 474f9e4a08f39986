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
const SUMMARY = `select content - 'sections' - 'responsibilities' - 'actors' - 'matrix' as content ${VERSION}`;
const MATRIX = `select jsonb_build_object('short', content -> 'short', 'responsibilities', content -> 'responsibilities',
  'actors', content -> 'actors', 'matrix', content -> 'matrix') as content ${VERSION}`;
const DUTIES = `select v.slug, v.label, v.content ->> 'short' as short, v.content -> 'responsibilities' as responsibilities,
    v.content -> 'actors' as actors, v.content -> 'terms' -> 'target' as target
  from agreement a join agreement_version v using (slug)
  where a.county_code = $1 and lower(v.applies) <= $2::date
    and ($3::text is null or v.content -> 'terms' -> 'parties' -> 'municipalities' @> to_jsonb($3::text)
      or v.content -> 'terms' -> 'parties' ->> 'municipalities' = 'all')
  order by v.slug`;
const SEARCH = `select kind, county_code as county, address, title, place, parts, weight * ts_rank(words, query) as rank,
    count(*) over ()::int as total
  from search_entry, websearch_to_tsquery('swedish', $1) query
  where words @@ query and readable @> $2::date order by rank desc, id limit 20`;

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
    search: (words: string, on: string) => rows<Hit>('search', SEARCH, [words, on]),
  };
}
