import type { z } from 'zod';
import type { Actor } from '../counties/agreement-file.ts';
import { freeSlug, slugOf } from '../counties/slug.ts';
import { type Refusal, refuse } from '../refusal.ts';
import type { DraftFile, DraftText } from './draft-file.ts';
import { placedAmong } from './place-among.ts';

/** A heading of the matrix as a form says it. Without `id` a new one; `after`: the place of the one before it, or -1 to be first. */
export type TypedGroup = { readonly id?: string | undefined; readonly heading: string; readonly after: number };

type OneActor = z.infer<typeof Actor>;

/** An actor as a form says it. Without `id` a new one. `after`: as of a heading, among the columns; undefined for one that is no column. */
export type TypedActor = Omit<OneActor, 'column'> & { readonly id?: string | undefined; readonly after: number | undefined };

/** Writes a heading: what it is called and where it stands. Its rows go with it. Refuses `group-not-found`. Answers the draft and the id. */
export function writeGroup(
  draft: DraftFile,
  { id: asked, heading, after }: TypedGroup,
): { readonly draft: DraftFile; readonly id: string } | Refusal<'group-not-found'> {
  const { groups } = draft.text.matrix;
  const was = groups.findIndex((one) => one.id === asked);
  if (asked !== undefined && was < 0) return refuse('group-not-found', { group: asked });
  const id = asked ?? freeSlug(slugOf(heading) || 'rubrik', (slug) => groups.some((one) => one.id === slug));
  const placed = placedAmong(groups, { id, heading }, { was: was < 0 ? undefined : was, after });
  return { id, draft: withMatrix(draft, { groups: placed }) };
}

/** Takes a heading away. Refuses `group-not-found`, `group-used` (params: rows) while rows stand under it, and `only-group`: every row stands under one. */
export function removeGroup(draft: DraftFile, id: string): DraftFile | Refusal<'group-not-found' | 'group-used' | 'only-group'> {
  const groups = draft.text.matrix.groups.filter((one) => one.id !== id);
  if (groups.length === draft.text.matrix.groups.length) return refuse('group-not-found', { group: id });
  const rows = draft.text.responsibilities.flatMap((row) => (row.group === id ? [row.id] : []));
  if (rows.length > 0) return refuse('group-used', { rows });
  return groups.length === 0 ? refuse('only-group', {}) : withMatrix(draft, { groups });
}

/** The columns of a matrix, in order, by the ids of their actors. */
export function columnsOf({ actors }: Pick<DraftText, 'actors'>): string[] {
  return Object.entries(actors)
    .filter(([, { column }]) => column !== undefined)
    .sort(([, a], [, b]) => (a.column ?? 0) - (b.column ?? 0))
    .map(([id]) => id);
}

/** Writes an actor, and its place among the columns. Refuses `actor-not-found`, and `only-column` when a matrix in columns would have none. Answers the draft and the id. */
export function writeActor(
  draft: DraftFile,
  { id: asked, after, ...typed }: TypedActor,
): { readonly draft: DraftFile; readonly id: string } | Refusal<'actor-not-found' | 'only-column'> {
  const { actors } = draft.text;
  if (asked !== undefined && !Object.hasOwn(actors, asked)) return refuse('actor-not-found', { actor: asked });
  const id = asked ?? freeSlug(slugOf(typed.name) || 'aktor', (slug) => Object.hasOwn(actors, slug));
  const columns = columnsOf(draft.text);
  const was = columns.indexOf(id);
  const others = columns.filter((one) => one !== id);
  const placed = after === undefined ? others : placedAmong(columns, id, { was: was < 0 ? undefined : was, after });
  const changed = inColumns({ ...actors, [id]: typed }, placed);
  return hasNoColumn(draft, placed) ? refuse('only-column', {}) : { id, draft: { ...draft, text: { ...draft.text, actors: changed } } };
}

/**
 * Takes an actor away. Refuses `actor-not-found`, `actor-used` (params: rows, groups, the names of the actors that it is a part of) while something names it, and
 * `only-column` for the last of a matrix in columns.
 */
export function removeActor(draft: DraftFile, id: string): DraftFile | Refusal<'actor-not-found' | 'actor-used' | 'only-column'> {
  const { actors, responsibilities } = draft.text;
  if (!Object.hasOwn(actors, id)) return refuse('actor-not-found', { actor: id });
  const rows = responsibilities.flatMap((row) => (row.actors.some(({ actor }) => actor === id) ? [row.id] : []));
  const groups = Object.values(actors).flatMap(({ name, includes }) => (includes.includes(id) ? [name] : []));
  if (rows.length + groups.length > 0) return refuse('actor-used', { rows, groups });
  const columns = columnsOf(draft.text).filter((one) => one !== id);
  if (hasNoColumn(draft, columns)) return refuse('only-column', {});
  const { [id]: _, ...others } = actors;
  return { ...draft, text: { ...draft.text, actors: inColumns(others, columns) } };
}

/** Writes how the matrix is laid out and what is said of it. Refuses `only-column` when it would stand in columns and no actor is one. */
export function writeMatrix(
  draft: DraftFile,
  { layout, note }: { readonly layout: DraftText['matrix']['layout']; readonly note: string | undefined },
): DraftFile | Refusal<'only-column'> {
  const { note: _, ...matrix } = draft.text.matrix;
  const changed = { ...draft, text: { ...draft.text, matrix: { ...matrix, layout, ...(note ? { note } : {}) } } };
  return hasNoColumn(changed, columnsOf(draft.text)) ? refuse('only-column', {}) : changed;
}

function hasNoColumn({ text: { matrix } }: DraftFile, columns: readonly string[]): boolean {
  return matrix.layout === 'columns' && columns.length === 0;
}

/** The actors with their columns numbered from 1 in this order, the others without. */
function inColumns(actors: DraftText['actors'], columns: readonly string[]): DraftText['actors'] {
  return Object.fromEntries(
    Object.entries(actors).map(([id, { column: _, ...actor }]) => {
      const at = columns.indexOf(id);
      return [id, at < 0 ? actor : { ...actor, column: at + 1 }];
    }),
  );
}

function withMatrix(draft: DraftFile, changed: Partial<DraftText['matrix']>): DraftFile {
  return { ...draft, text: { ...draft.text, matrix: { ...draft.text.matrix, ...changed } } };
}
