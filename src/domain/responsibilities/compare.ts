import type { ActivitiesFile } from '../counties/national-files.ts';
import { type Difference, differencesBetween } from './compare-differences.ts';
import { type ComparedSide, type SideAgreements, sideOf } from './compare-side.ts';

/**
 * How two sides of an activity stand. `one-side`: the other has agreements but nothing on it. `elsewhere`: the other has it as a
 * term or in an agreement on something else, so that the two cannot be laid beside one another. `not-held`: there is no agreement
 * to compare with.
 */
export type Verdict = 'same' | 'different' | 'one-side' | 'elsewhere' | 'not-held';

export type ComparedActivity = {
  readonly id: string;
  readonly label: string;
  /** Facts that the activity itself settles. */
  readonly about: readonly string[];
  readonly verdict: Verdict;
  readonly left: ComparedSide;
  readonly right: ComparedSide;
  readonly differences: readonly Difference[];
  /** Law references that rows of both sides rest on. */
  readonly sameLaw: readonly string[];
};

type Sides<Side> = { readonly left: Side; readonly right: Side };

/**
 * The activities that at least one of two sides has a row for, in the order of the activities file, laid side by side.
 * Rows are brought together by their `comparable` activity; nothing depends on which counties they are.
 */
export function compareActivities({ activities, units }: ActivitiesFile, { left, right }: Sides<SideAgreements>): ComparedActivity[] {
  return activities.flatMap((activity) => {
    const sides = { left: sideOf(activity, left, units), right: sideOf(activity, right, units) };
    if (sides.left.rows.length === 0 && sides.right.rows.length === 0) return [];
    const bothHaveRows = sides.left.rows.length > 0 && sides.right.rows.length > 0;
    const differences = bothHaveRows ? differencesBetween(sides.left, sides.right) : [];
    const held = left.compared.length > 0 && right.compared.length > 0;
    const { id, label, about } = activity;
    return [
      { id, label, about, verdict: held ? verdictOf(sides, differences) : 'not-held', ...sides, differences, sameLaw: sameLaw(sides) },
    ];
  });
}

function verdictOf(sides: Sides<ComparedSide>, differences: readonly Difference[]): Verdict {
  const missing = [sides.left, sides.right].find(({ rows }) => rows.length === 0);
  if (missing) return missing.terms.length > 0 || missing.elsewhere.length > 0 ? 'elsewhere' : 'one-side';
  return differences.length > 0 ? 'different' : 'same';
}

function sameLaw({ left, right }: Sides<ComparedSide>): string[] {
  const lawOf = ({ rows }: ComparedSide) => new Set(rows.flatMap(({ row }) => row.row.law));
  const rights = lawOf(right);
  return [...lawOf(left)].filter((reference) => rights.has(reference));
}
