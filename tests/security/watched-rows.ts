import { connect, type Login } from '../../src/platform/db/connect.ts';

/** The rows of each table as text, by its name. A table that nothing has happened to is the same set as at the look before. */
export type Rows = ReadonlyMap<string, ReadonlySet<string>>;

/** What each table holds, told by where its rows lie and which transactions wrote them: any row that is put in, changed or taken away shows. */
const markOf = (name: string) =>
  `select '${name}' as name, count(*) || ' ' || coalesce(sum(hashtextextended(ctid::text, xmin::text::bigint)), 0) as mark from ${name}`;

/**
 * Every row of the tables of a database but those that `besides` matches: `look` answers what they hold now, and reads anew only the tables that
 * something has happened to since it looked last.
 */
export async function watchRows(login: Login, besides: RegExp): Promise<{ look(): Promise<Rows>; stop(): Promise<void> }> {
  const client = await connect(login);
  const { rows: tables } = await client.query<{ name: string }>(`
    select format('%I.%I', n.nspname, c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind in ('r', 'p') and not c.relispartition and n.nspname in ('public', 'job')`);
  const text = tables
    .filter(({ name }) => !besides.test(name))
    .map(({ name }) => markOf(name))
    .join(' union all ');
  const marks = new Map<string, string>();
  const kept = new Map<string, ReadonlySet<string>>();
  const look = async () => {
    const { rows } = await client.query<{ name: string; mark: string }>({ name: 'marks', text });
    for (const { name, mark } of rows) {
      if (marks.get(name) === mark) continue;
      const { rows: lines } = await client.query<{ line: string }>(`select t::text as line from ${name} t`);
      marks.set(name, mark);
      kept.set(name, new Set(lines.map(({ line }) => line)));
    }
    return new Map(kept);
  };
  return { look, stop: () => client.end() };
}

/** The rows that were not there before, with the names of their tables. */
export function addedRows(before: Rows, after: Rows): string[] {
  return [...after].flatMap(([name, rows]) => {
    const known = before.get(name);
    return rows === known ? [] : [...rows].filter((row) => !known?.has(row)).map((row) => `${name} ${row}`);
  });
}
