import type { ClientBase } from 'pg';

/** A table as it is copied: its parts are copied through it. Names are quoted where they must be. */
export type Table = { readonly name: string; readonly columns: readonly string[]; readonly order: string };

/** A part of a divided table, with the bounds as PostgreSQL writes them. */
export type Part = { readonly of: string; readonly name: string; readonly bounds: string };

export type Sequence = { readonly name: string; readonly last: string | null };

export type Shape = { readonly tables: readonly Table[]; readonly parts: readonly Part[]; readonly sequences: readonly Sequence[] };

const OURS = "n.nspname not like 'pg\\_%' and n.nspname <> 'information_schema'";
const NAME = "format('%I.%I', n.nspname, c.relname)";

/** What there is to copy, tables and sequences by name. */
export async function readShape(client: ClientBase): Promise<Shape> {
  const [tables, parts, sequences] = [await listTables(client), await listParts(client), await listSequences(client)];
  return { tables, parts, sequences };
}

/** Values that are computed from others are made anew and not copied. The order is that of the primary key, or of whole rows, and the same on every server. */
async function listTables(client: ClientBase): Promise<Table[]> {
  const { rows } = await client.query<{ name: string; columns: string[]; order: string | null }>(`
    select ${NAME} as name,
      (select array_agg(quote_ident(a.attname) order by a.attname) from pg_attribute a
        where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '') as columns,
      (select string_agg(case when y.typcategory = 'S' then format('%I collate "C"', a.attname) else quote_ident(a.attname) end, ', ' order by k.place)
        from pg_index i cross join lateral unnest(i.indkey::int2[]) with ordinality as k (number, place)
        join pg_attribute a on a.attrelid = c.oid and a.attnum = k.number join pg_type y on y.oid = a.atttypid
        where i.indrelid = c.oid and i.indisprimary) as order
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind in ('r', 'p') and not c.relispartition and ${OURS}
    order by name`);
  return rows.map(({ name, columns, order }) => ({ name, columns: columns ?? [], order: order ?? 'row_text collate "C"' }));
}

async function listParts(client: ClientBase): Promise<Part[]> {
  const { rows } = await client.query<Part>(`
    select h.inhparent::regclass::text as of, ${NAME} as name, pg_get_expr(c.relpartbound, c.oid) as bounds
    from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_inherits h on h.inhrelid = c.oid
    where c.relkind in ('r', 'p') and c.relispartition and ${OURS}
    order by name`);
  return rows;
}

async function listSequences(client: ClientBase): Promise<Sequence[]> {
  const { rows } = await client.query<Sequence>(`
    select format('%I.%I', s.schemaname, s.sequencename) as name, s.last_value::text as last
    from pg_sequences s where s.schemaname not like 'pg\\_%' and s.schemaname <> 'information_schema'
    order by name`);
  return rows;
}

/** The tables of which this role would not see every row: row-level security is forced on its owner and no policy lets them see all. */
export async function blindTables(client: ClientBase): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(`
    select ${NAME} as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind in ('r', 'p') and ${OURS} and row_security_active(c.oid)
      and (exists (select from pg_policy p where p.polrelid = c.oid and not p.polpermissive)
        or not exists (select from pg_policy p where p.polrelid = c.oid and p.polpermissive and p.polcmd in ('*', 'r')
          and pg_get_expr(p.polqual, p.polrelid) = 'true'
          and exists (select from unnest(p.polroles) r where r = 0 or pg_has_role(r, 'usage'))))
    order by name`);
  return rows.map(({ name }) => name);
}

/** Is there nothing of ours in this database: no table, no sequence, no view? */
export async function isEmpty(client: ClientBase): Promise<boolean> {
  const { rows } = await client.query<{ found: boolean }>(`
    select exists (select from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relkind in ('r', 'p', 'v', 'm', 'S', 'f') and ${OURS}
        and not exists (select from pg_depend d where d.objid = c.oid and d.deptype = 'e')) as found`);
  return rows[0]?.found === false;
}

/** The statement that copies a table out, in its order. */
export function copyOutOf({ name, columns, order }: Table): string {
  const list = columns.join(', ');
  if (order.startsWith('row_text'))
    return `copy (select ${list} from (select ${list}, t::text as row_text from ${name} t) as ordered order by ${order}) to stdout`;
  return `copy (select ${list} from ${name} order by ${order}) to stdout`;
}

/** The statement that copies a table in. */
export function copyInto({ name, columns }: Pick<Table, 'name' | 'columns'>): string {
  return `copy ${name} (${columns.join(', ')}) from stdin`;
}
