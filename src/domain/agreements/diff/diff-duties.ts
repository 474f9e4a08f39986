import type { ResponsibilityRow } from '../../counties/responsibility.ts';
import { type About, type Change, changed, type Stated, type StatedActor } from './change.ts';
import { matchActors } from './match-actors.ts';
import { once } from './once.ts';
import { ids, sameTexts, sameWords, stated, text, ways, yesNo } from './stated.ts';
import { allParties, type Both, type Meant, together, touchedActors } from './touching.ts';
import { normal } from './words.ts';

type Row = ResponsibilityRow;

/** What changed in the responsibilities, row by row. Wording that means the same – `plain`, notes – is no change. */
export function diffDuties(both: Both): Change[] {
  const { pairs, removed, added } = matchRows(both.from.responsibilities, both.to.responsibilities);
  const renamed = matchActors(both.from.actors, both.to.actors);
  return [
    ...pairs.flatMap(([from, to]) => diffRow(both, from, to, renamed)),
    ...added.map((row): Change => ({ kind: 'duty', ...about(both, undefined, row), from: null, to: allActors(both.to, row) })),
    ...removed.map((row): Change => ({ kind: 'duty', ...about(both, row, undefined), from: allActors(both.from, row), to: null })),
  ];
}

/** Rows by id, which others refer to; one that got another id is known by its activity when only one has it. */
function matchRows(from: readonly Row[], to: readonly Row[]) {
  const byId = new Map(to.map((row) => [row.id, row]));
  const pairs = from.flatMap((row): [Row, Row][] => {
    const same = byId.get(row.id);
    return same ? [[row, same]] : [];
  });
  const known = new Set(pairs.flat());
  const free = (rows: readonly Row[]) =>
    Map.groupBy(
      rows.filter((row) => !known.has(row)),
      ({ activity }) => normal(activity),
    );
  const theirs = free(to);
  for (const [activity, [row, ...more]] of free(from)) {
    const [other, ...others] = theirs.get(activity) ?? [];
    if (row && other && more.length + others.length === 0) pairs.push([row, other]);
  }
  const paired = new Set(pairs.flat());
  return { pairs, removed: from.filter((row) => !paired.has(row)), added: to.filter((row) => !paired.has(row)) };
}

function about(both: Both, from: Row | undefined, to: Row | undefined, actors?: { from: readonly string[]; to: readonly string[] }): About {
  const idsOf = (row: Row | undefined) => row?.actors.map(({ actor }) => actor) ?? [];
  const { from: left, to: right } = actors ?? { from: idsOf(from), to: idsOf(to) };
  return {
    what: (to ?? from)?.id ?? '',
    label: (to ?? from)?.activity ?? '',
    cites: { from: from?.cites ?? [], to: to?.cites ?? [] },
    touches: {
      actors: together(touchedActors(both.from, left, from), touchedActors(both.to, right, to)),
      bodies: [],
      municipalities: allParties(both),
    },
  };
}

function diffRow(both: Both, from: Row, to: Row, renamed: ReadonlyMap<string, string>): Change[] {
  const all = once(() => about(both, from, to));
  const field = (kind: Change['kind'], was: Stated | null, is: Stated | null) => changed(kind, all, was, is);
  const words = (kind: Change['kind'], { from: was, to: is }: ReturnType<typeof sameWords>) => field(kind, was, is);
  return [
    ...diffActors(both, from, to, renamed),
    ...words('duty-activity', sameWords(from.activity, to.activity)),
    ...field('duty-id', text(from.id), text(to.id)),
    ...field('duty-selects', ways([from.when, ...from['also-when']]), ways([to.when, ...to['also-when']])),
    ...field('duty-requires-facts', ways([from.conditions]), ways([to.conditions])),
    ...field('duty-always', yesNo(from.always), yesNo(to.always)),
    ...field('duty-deadline', deadline(from), deadline(to)),
    ...field('duty-more-deadlines', ids(from['more-deadlines']), ids(to['more-deadlines'])),
    ...field('duty-professions', ids(from.roles), ids(to.roles)),
    ...field('duty-consent', consent(from), consent(to)),
    ...words('duty-needs', sameTexts(from.requires, to.requires)),
    ...words('duty-way-forward', sameWords(from['way-forward'], to['way-forward'])),
    ...words('duty-methods', sameTexts(from.methods, to.methods)),
    ...field('duty-law', ids(from.law), ids(to.law)),
  ];
}

/** Who left, who came, and who has another part. When some left and others came, the duty moved. */
function diffActors(both: Both, from: Row, to: Row, renamed: ReadonlyMap<string, string>): Change[] {
  const is = new Map(to.actors.map((one) => [one.actor, one]));
  const stayed = from.actors.flatMap((one) => {
    const now = is.get(renamed.get(one.actor) ?? '');
    return now ? [{ was: one, now }] : [];
  });
  const left = from.actors.filter((one) => !stayed.some(({ was }) => was === one));
  const came = to.actors.filter((one) => !stayed.some(({ now }) => now === one));
  const of = (was: Row['actors'], now: Row['actors']) =>
    once(() => about(both, from, to, { from: was.map(({ actor }) => actor), to: now.map(({ actor }) => actor) }));
  return [
    ...changed('duty-actors', of(left, came), named(both.from, left), named(both.to, came)),
    ...stayed.flatMap(({ was, now }) =>
      was.role === now.role ? [] : changed('duty-role', of([was], [now]), named(both.from, [was]), named(both.to, [now])),
    ),
  ];
}

function allActors(version: Meant, row: Row): Stated | null {
  return named(version, row.actors);
}

function named({ actors }: Meant, of: Row['actors']): Stated | null {
  const told = of.map(({ actor, role }): StatedActor => ({ actor, name: actors[actor]?.name ?? actor, role }));
  return told.length > 0 ? { as: 'actors', actors: told } : null;
}

function deadline(row: Row): Stated | null {
  return stated(row.deadline, ({ value, basis, strength }) => ({ as: 'deadline', deadline: { value, basis, strength } }));
}

function consent(row: Row): Stated | null {
  return stated(row.consent, (value) => ({ as: 'consent', consent: value }));
}
