import type { z } from 'zod';
import type { Actor, MatrixGroup, Section } from '../counties/agreement-file.ts';
import { ResponsibilityRow } from '../counties/responsibility.ts';
import { freeSlug, slugOf } from '../counties/slug.ts';
import type { ProposedActor } from '../imports/proposals/proposal.ts';
import type { CollectedTerms } from '../imports/proposals/terms-of.ts';
import { findSection } from './draft-file.ts';
import type { LeftOut } from './left-out.ts';

/** A responsibility that a person accepted, with the sentences it rests on. */
export type ImportedRow = CollectedTerms['responsibilities'][number];

type Ground = {
  readonly prefix: string;
  readonly sections: readonly Section[];
  /** Law that is cited, and where. */
  readonly law: readonly { readonly cited: string; readonly cites: readonly string[] }[];
  readonly said: (cites: readonly string[]) => string;
  readonly strength: Readonly<Record<'should' | 'may', string>>;
};

export type RowsFromImport = {
  readonly rows: ResponsibilityRow[];
  readonly actors: Record<string, z.infer<typeof Actor>>;
  readonly groups: z.infer<typeof MatrixGroup>[];
  readonly leftOut: LeftOut[];
};

type Known = ProposedActor & { readonly authority: Exclude<ProposedActor['authority'], 'unknown'> };

/**
 * The rows of the matrix, under the headings of the sections they stand in, with their actors. A responsibility of which it is not known whose it is cannot
 * be a row: it is left out and told.
 */
export function rowsFrom(all: readonly ImportedRow[], ground: Ground): RowsFromImport {
  const actors = new Map<string, { readonly id: string; readonly actor: z.infer<typeof Actor> }>();
  const groups = new Map<string, string>();
  const rows: ResponsibilityRow[] = [];
  const leftOut: LeftOut[] = [];
  for (const one of all) {
    const { mode, cites, activity } = one;
    const known = one.actors.filter(isKnown);
    if (mode === 'unknown' || known.length < one.actors.length) {
      leftOut.push({ kind: 'responsibility', why: 'whose-unknown', cites, text: ground.said(cites) || activity });
      continue;
    }
    const section = findSection(ground.sections, cites[0]?.split('.')[0] ?? '');
    const group = section?.id ?? 'ansvar';
    groups.set(group, section?.heading ?? activity);
    const id = `${ground.prefix}-${String(rows.length + 1).padStart(2, '0')}`;
    rows.push(rowOf(one, mode, { id, group, actors: actorsOf(known, actors) }, ground));
  }
  return {
    rows,
    actors: Object.fromEntries([...actors.values()].map(({ id, actor }) => [id, actor])),
    groups: [...groups].map(([id, heading]) => ({ id, heading })),
    leftOut,
  };
}

function isKnown(actor: ProposedActor): actor is Known {
  return actor.authority !== 'unknown';
}

/** The actors of a row by their ids; one that has the same name for another authority is another. */
function actorsOf(all: readonly Known[], held: Map<string, { id: string; actor: z.infer<typeof Actor> }>): ResponsibilityRow['actors'] {
  const found = all.map(({ actor, name, authority, performers, role }) => {
    const key = actor === 'named' ? `${slugOf(name)} ${authority}` : `${actor} ${authority}`;
    const before = held.get(key);
    if (before) return { actor: before.id, role };
    const taken = new Set([...held.values()].map(({ id }) => id));
    const id = freeSlug((actor === 'named' ? slugOf(name) : actor) || 'aktor', (one) => taken.has(one));
    held.set(key, { id, actor: { name, authority, performers, roles: [], includes: [] } });
    return { actor: id, role };
  });
  return found.filter(({ actor, role }, at) => found.findIndex((one) => one.actor === actor && one.role === role) === at);
}

type Placed = Pick<ResponsibilityRow, 'id' | 'group' | 'actors'>;

function rowOf(one: ImportedRow, mode: ResponsibilityRow['mode'], placed: Placed, { law, said, strength }: Ground): ResponsibilityRow {
  const { activity, cites, conditions, deadline } = one;
  const condition = one['conditions-text'];
  const cited = law.filter((found) => found.cites.some((cite) => cites.includes(cite))).map((found) => found.cited);
  return ResponsibilityRow.parse({
    ...placed,
    activity,
    plain: said(cites) || activity,
    mode,
    conditions,
    ...(condition === undefined ? {} : { 'conditions-text': condition }),
    ...(deadline === undefined ? {} : { deadline: { value: deadline, basis: 'agreement' } }),
    ...(one.strength === 'must' ? {} : { note: strength[one.strength] }),
    law: [...new Set(cited)],
    cites,
  });
}
