import type { AgreementFile } from '../counties/agreement-file.ts';
import type { ActorRole, ResponsibilityRow } from '../counties/responsibility.ts';

/** A column: an actor as printed in the source, or an authority when the source is grouped prose. */
export type MatrixColumnOf = { readonly id: string; readonly name: string; readonly short?: string };
/** What a column's actors do in a row; null where the source has no mark. The first role is the weightiest. */
export type MatrixCellOf = {
  readonly role: ActorRole;
  readonly actors: readonly { readonly name: string; readonly role: ActorRole }[];
} | null;
export type MatrixRowOf = { readonly row: ResponsibilityRow; readonly cells: readonly MatrixCellOf[] };
export type MatrixOf = {
  readonly columns: readonly MatrixColumnOf[];
  readonly groups: readonly { readonly id: string; readonly heading: string; readonly rows: readonly MatrixRowOf[] }[];
};

const WEIGHT: readonly ActorRole[] = ['main', 'responsible', 'host', 'contributes', 'may-offer', 'refers'];
const AUTHORITIES = ['municipality', 'region', 'external'] as const;

/**
 * The responsibility matrix of an agreement, rows and groups in the order of the source. With `columns` layout the columns are
 * the source's own; with `groups` they are the authorities, and the cell names the actors. An actor of both authorities stands in both.
 * `keep` leaves out rows; a group without rows is left out too.
 */
export function matrixOf(agreement: AgreementFile, keep: (row: ResponsibilityRow) => boolean = () => true): MatrixOf {
  const columns = columnsOf(agreement);
  const groups = agreement.matrix.groups.map(({ id, heading }) => ({
    id,
    heading,
    rows: agreement.responsibilities
      .filter((row) => row.group === id && keep(row))
      .map((row) => ({ row, cells: columns.map(({ includes }) => cellOf(agreement, row, includes)) })),
  }));
  return { columns: columns.map(({ includes: _, ...column }) => column), groups: groups.filter(({ rows }) => rows.length > 0) };
}

type Column = MatrixColumnOf & { readonly includes: (actorId: string) => boolean };

function columnsOf({ matrix, actors }: AgreementFile): Column[] {
  if (matrix.layout === 'columns') {
    return Object.entries(actors)
      .filter(([, actor]) => actor.column !== undefined)
      .sort(([, a], [, b]) => (a.column ?? 0) - (b.column ?? 0))
      .map(([id, { name, short }]) => ({ id, name, ...(short ? { short } : {}), includes: (actorId) => actorId === id }));
  }
  return AUTHORITIES.map((authority) => ({
    id: authority,
    name: authority,
    includes: (actorId) => {
      const of = actors[actorId]?.authority;
      return of === authority || (of === 'both' && authority !== 'external');
    },
  }));
}

function cellOf({ actors }: AgreementFile, row: ResponsibilityRow, includes: (actorId: string) => boolean): MatrixCellOf {
  const here = row.actors
    .filter(({ actor }) => includes(actor))
    .map(({ actor, role }) => ({ name: actors[actor]?.name ?? actor, role }))
    .sort((a, b) => WEIGHT.indexOf(a.role) - WEIGHT.indexOf(b.role));
  const first = here[0];
  return first ? { role: first.role, actors: here } : null;
}
