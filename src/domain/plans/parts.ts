import type { DataKind } from '../consents/kinds.ts';

/** Whose words they are: written by the individual, their words as somebody noted them, or those of the staff. */
export const VOICES = ['own', 'noted', 'staff'] as const;
export type Voice = (typeof VOICES)[number];

type Part = {
  readonly dataKind: DataKind;
  /** Are these the person's own words? Then staff note them as such, and never write over what the individual wrote. */
  readonly ofPerson: boolean;
  readonly longest: number;
};

/**
 * What is written before a meeting, part by part, in the order in which it is asked. What it costs is never part of a plan: that has an agreement of its
 * own, apart from the person.
 */
export const preparationParts = {
  'important-to-me': { dataKind: 'needs', ofPerson: true, longest: 4000 },
  'what-works': { dataKind: 'needs', ofPerson: true, longest: 4000 },
  'what-does-not': { dataKind: 'needs', ofPerson: true, longest: 4000 },
  questions: { dataKind: 'meeting', ofPerson: true, longest: 4000 },
  'wanted-there': { dataKind: 'meeting', ofPerson: true, longest: 2000 },
  'not-wanted-there': { dataKind: 'meeting', ofPerson: true, longest: 2000 },
  'not-to-be-said': { dataKind: 'needs', ofPerson: true, longest: 2000 },
  'place-or-video': { dataKind: 'meeting', ofPerson: true, longest: 1000 },
  adaptations: { dataKind: 'meeting', ofPerson: true, longest: 2000 },
  interpreter: { dataKind: 'meeting', ofPerson: true, longest: 200 },
  'view-of-the-child': { dataKind: 'needs', ofPerson: true, longest: 4000 },
  'situation-by-staff': { dataKind: 'needs', ofPerson: false, longest: 4000 },
  'purpose-of-meeting': { dataKind: 'meeting', ofPerson: false, longest: 2000 },
  'long-term-goal': { dataKind: 'meeting', ofPerson: false, longest: 2000 },
} as const satisfies Record<string, Part>;

export type PreparationPart = keyof typeof preparationParts;
export const PREPARATION_PARTS = Object.keys(preparationParts) as PreparationPart[];

/** What is written in a part, in one voice, at a moment. */
export type Written = { readonly part: string; readonly voice: Voice; readonly at: Temporal.Instant };

/** The latest of each part and voice. What stood before is kept, and is not shown as what holds. */
export function latestWritten<W extends Written>(texts: readonly W[]): W[] {
  const latest = new Map<string, W>();
  for (const one of texts) {
    const key = `${one.part} ${one.voice}`;
    const known = latest.get(key);
    if (!known || Temporal.Instant.compare(known.at, one.at) <= 0) latest.set(key, one);
  }
  return [...latest.values()];
}
