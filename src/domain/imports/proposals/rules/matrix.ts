import { findActors } from '../find-actors.ts';
import type { Passage } from '../passages.ts';
import type { ProposedActor } from '../proposal.ts';
import { type Found, type Ground, type Reading, type Rule, whole } from '../reading.ts';
import { modeOf } from '../responsibility/mode.ts';

const MARK = /^(?:x|X|✓|✔|●|•|ja|a)$/u;

/** The one actor a head cell stands for: the first that it names. */
function headActor(head: string, reading: Reading): ProposedActor | undefined {
  const found = findActors(head, reading.ready.actors)[0];
  if (!found) return undefined;
  return { actor: found.actor, name: head, authority: found.authority, performers: [...found.performers], role: 'responsible' };
}

type Row = { readonly label: Passage; readonly marks: Passage[] };

function rowsOf(passages: readonly Passage[]): Row[] {
  const rows = new Map<string, { label: Passage; marks: Passage[] }>();
  for (const passage of passages) {
    if (!passage.cell) continue;
    const key = `${passage.cell.table}:${passage.cell.row}`;
    const row = rows.get(key);
    if (passage.cell.column === 0 && !row) rows.set(key, { label: passage, marks: [] });
    else if (row && MARK.test(passage.text.trim())) row.marks.push(passage);
  }
  return [...rows.values()].filter(({ marks }) => marks.length > 0);
}

/** Rows of a table whose columns are actors and whose cells are marks: each row a responsibility of those marked. */
export const proposeMatrix: Rule = (reading) =>
  rowsOf(reading.passages).flatMap(({ label, marks }): Found[] => {
    const actors = marks.flatMap(({ cell }) => headActor(cell?.head ?? '', reading) ?? []);
    if (actors.length < marks.length) return [];
    const ground: Ground[] = [label, ...marks].map(whole);
    const value = { activity: label.text, mode: modeOf(actors), actors, strength: 'must' as const, conditions: {} };
    return [{ kind: 'responsibility', value, reason: 'matrix-mark', sure: 'sure', ground }];
  });
