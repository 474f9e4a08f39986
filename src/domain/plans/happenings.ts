import type { DataKind } from '../consents/kinds.ts';
import { mayReadKind } from './policy.ts';
import type { PlanReach } from './reach.ts';

/**
 * Who is told of what happens in a plan. `kinds`: whoever may read the kinds of data that it is of; `heard`: the same, of those who take part, and the individual;
 * `staff`: the same, of those who take part: the individual's own pages show nothing of it; `keeps`: those who keep the record, and the individual; `leads`: those who
 * lead the plan too; `steers`: the one who coordinates it too; `keeper`: those who keep the record alone; `part`: whoever takes part, and the individual; `some`: whoever
 * may read anything of it; `side`: the unit itself. The database tries the same.
 */
type Wall = 'kinds' | 'heard' | 'staff' | 'keeps' | 'leads' | 'steers' | 'keeper' | 'part' | 'some' | 'side';

/** Everything that happens in a plan and is told of, and to whom. */
export const happeningWalls = {
  initiative: 'kinds',
  assessment: 'kinds',
  text: 'kinds',
  spoken: 'heard',
  party: 'kinds',
  meeting: 'kinds',
  attendance: 'kinds',
  notes: 'staff',
  called: 'kinds',
  answer: 'kinds',
  goal: 'kinds',
  measure: 'kinds',
  duty: 'kinds',
  'change-answer': 'kinds',
  sheet: 'staff',
  adjustment: 'kinds',
  task: 'kinds',
  'follow-up': 'kinds',
  'own-view': 'kinds',
  consent: 'keeps',
  withdrawal: 'keeps',
  disclosure: 'keeps',
  'disclosure-ended': 'keeps',
  'disclosure-reviewed': 'keeps',
  copy: 'leads',
  'copy-received': 'leads',
  'copy-annulled': 'leads',
  speaker: 'keeper',
  'hand-over': 'steers',
  'hand-over-answer': 'steers',
  'closing-wish': 'steers',
  survey: 'steers',
  version: 'some',
  closing: 'part',
  notification: 'side',
} as const satisfies Readonly<Record<string, Wall>>;

export type HappeningKind = keyof typeof happeningWalls;

/** As far as it decides who is told. `mine`: it is to or from a unit of who asks, or they coordinate the plan and it is theirs to know. */
export type Happening = { readonly what: HappeningKind; readonly kinds: readonly DataKind[] | null; readonly mine: boolean };

/** May they know that this has happened? What is shut to them leaves no trace: not that it was changed, and not when. */
export function mayKnowOf(reach: PlanReach, { what, kinds, mine }: Happening): boolean {
  const open = kinds?.every((kind) => mayReadKind(reach, kind)) ?? false;
  switch (happeningWalls[what]) {
    case 'kinds':
      return open || mine;
    case 'heard':
      return open && (reach.party || reach.own);
    case 'staff':
      return open && reach.party;
    case 'keeps':
      return reach.keeps || reach.own;
    case 'leads':
    case 'steers':
      return reach.keeps || reach.leads || reach.own || mine;
    case 'keeper':
      return reach.keeps;
    case 'some':
      return reach.grounds.size > 0 || reach.own;
    case 'part':
      return reach.party || reach.own;
    case 'side':
      return mine;
  }
}

/** The latest of each thing that something has happened to: each thing once. The rows come with the latest first. */
export function latestOfEach<Row extends { readonly what: string; readonly ref: string }>(rows: readonly Row[]): Row[] {
  const found = new Map<string, Row>();
  for (const row of rows) {
    const thing = `${row.what} ${row.ref}`;
    if (!found.has(thing)) found.set(thing, row);
  }
  return [...found.values()];
}
