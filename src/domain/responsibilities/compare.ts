import type { ActivitiesFile } from '../counties/national-files.ts';
import { type Difference, differencesBetween } from './compare-differences.ts';
import { type ComparedSide, type SideAgreements, sideOf } from './compare-side.ts';

/** An activity under two counties' agreements. No differences: they say the same of who, on what condition and when. */
export type ComparedActivity = {
  readonly id: string;
  readonly label: string;
  readonly left: ComparedSide;
  readonly right: ComparedSide;
  readonly differences: readonly Difference[];
  /** Law references that rows of both sides rest on. */
  readonly sameLaw: readonly string[];
};

/**
 * The activities that at least one of two sides mentions, in the order of the activities file, laid side by side.
 * Rows are brought together by their `comparable` activity; nothing depends on which counties they are.
 */
export function compareActivities(
  { activities, units }: ActivitiesFile,
  { left, right }: { readonly left: SideAgreements; readonly right: SideAgreements },
): ComparedActivity[] {
  return activities.flatMap((activity) => {
    const sides = { left: sideOf(activity, left, units), right: sideOf(activity, right, units) };
    if (sides.left.rows.length === 0 && sides.right.rows.length === 0) return [];
    return [
      {
        id: activity.id,
        label: activity.label,
        ...sides,
        differences: differencesBetween(sides.left, sides.right),
        sameLaw: sameLaw(sides),
      },
    ];
  });
}

function sameLaw({ left, right }: { left: ComparedSide; right: ComparedSide }): string[] {
  const lawOf = ({ rows }: ComparedSide) => new Set(rows.flatMap(({ row }) => row.row.law));
  const rights = lawOf(right);
  return [...lawOf(left)].filter((reference) => rights.has(reference));
}
