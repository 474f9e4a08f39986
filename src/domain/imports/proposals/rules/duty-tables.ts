import { findActors, findUnit } from '../find-actors.ts';
import type { Cell, Passage } from '../passages.ts';
import type { ProposedActor, ValueOf } from '../proposal.ts';
import { type Found, type Ground, type Reading, type Rule, whole } from '../reading.ts';
import { conditionsOf } from '../responsibility/conditions-of.ts';
import { deadlineIn, proposedActor } from '../responsibility/duty.ts';
import { modeOf } from '../responsibility/mode.ts';

const WHO = /^(?:vem|ansvarig\p{L}*|ansvar|utförare|utförs av|huvudman|aktör|part|vem (?:gör|ansvarar)\p{L}*)(?: \p{L}+)?\??$/iu;
const WHAT = /^(?:vad|aktivitet\p{L}*|insats\p{L}*|uppgift\p{L}*|åtgärd\p{L}*|moment|område|situation|behov)(?: \p{L}+)?\??$/iu;
const WHEN = /^(?:när|tid|tidpunkt|tidsfrist|hur ofta|hur snart|senast|villkor)(?: \p{L}+)?\??$/iu;
/** A mark or a number is no task. */
const TASK = /\p{L}{4}/u;

type Row = readonly Passage[];
type Held = Passage & { readonly cell: Cell };

const isHeld = (passage: Passage): passage is Held => passage.cell !== undefined;
const clean = (text: string) => text.trim().replace(/[.,:;]+$/u, '');

function value(activity: string, actors: ProposedActor[], when?: string): ValueOf<'responsibility'> {
  const deadline = when === undefined ? undefined : deadlineIn(when);
  return {
    activity,
    mode: modeOf(actors),
    actors,
    strength: 'must',
    conditions: when === undefined ? {} : conditionsOf(when),
    ...(when === undefined ? {} : { 'conditions-text': when }),
    ...(deadline === undefined ? {} : { deadline }),
  };
}

/** The one whose column it is: a head cell that names one actor, and is little more than that. */
function columnActor(head: string, reading: Reading): ProposedActor | undefined {
  const [only, ...others] = findActors(head, reading.ready.actors);
  return only && others.length === 0 && head.length <= only.name.length + 24
    ? { ...proposedActor(only, 'responsible'), name: head }
    : undefined;
}

/** Columns are actors, cells say what each does: every cell a responsibility. Where no other column is an actor's it is a table of something else. */
function byColumn(cells: readonly Held[], reading: Reading): Found[] {
  const heads = new Set(cells.map(({ cell }) => cell.head).filter((head) => columnActor(head, reading) !== undefined));
  if (heads.size < 2) return [];
  return cells.flatMap((passage): Found[] => {
    const actor = passage.cell.row > 0 && passage.cell.column > 0 ? columnActor(passage.cell.head, reading) : undefined;
    if (!actor || !TASK.test(passage.text)) return [];
    return [
      {
        kind: 'responsibility',
        value: value(clean(passage.text), [actor]),
        reason: 'matrix-mark',
        sure: 'likely',
        ground: [whole(passage)],
      },
    ];
  });
}

/** A column says what, another who, and perhaps one when: every row a responsibility. */
function byRow(rows: readonly Row[], reading: Reading): Found[] {
  return rows.flatMap((row): Found[] => {
    const of = (head: RegExp) => row.find(({ cell }) => cell !== undefined && head.test(cell.head.trim()));
    const who = of(WHO);
    // Where no column says what, the first does.
    const what = of(WHAT) ?? row.find((one) => one.cell?.column === 0 && one !== who && !WHEN.test(one.cell.head.trim()));
    if (!who || !what || who.cell?.row === 0 || !TASK.test(what.text)) return [];
    const known = findActors(who.text, reading.ready.actors);
    const unit = known.length > 0 ? undefined : findUnit(who.text);
    const found = unit ? [{ ...unit, name: clean(who.text) }] : known;
    if (found.length === 0) return [];
    const when = of(WHEN);
    const actors = found.map((one) => proposedActor(one, 'responsible'));
    const ground: Ground[] = [what, who, ...(when ? [when] : [])].map(whole);
    return [
      {
        kind: 'responsibility',
        value: value(clean(what.text), actors, when && clean(when.text)),
        reason: 'matrix-mark',
        sure: 'likely',
        ground,
      },
    ];
  });
}

/** Tables in words: a column for each actor, or a column of who does what. Tables of marks have a rule of their own. */
export const proposeDutyTables: Rule = (reading) => {
  const tables = Map.groupBy(reading.passages.filter(isHeld), ({ cell }) => cell.table);
  return [...tables.values()].flatMap((cells) => {
    const rows = [...Map.groupBy(cells, ({ cell }) => cell.row).values()];
    const found = byRow(rows, reading);
    return found.length > 0 ? found : byColumn(cells, reading);
  });
};
