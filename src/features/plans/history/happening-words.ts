import type { HappeningKind } from '../../../domain/plans/happenings.ts';

/** What is known of something that has happened, as its reader may know it. */
export type Told = {
  /** What came of it, as a code; empty where there is nothing to say. */
  readonly says: string;
  readonly number: number;
  /** Which unit it is about; undefined where it is none. */
  readonly unit: string | undefined;
  /** The goal, the measure or whoever is called, in words; undefined where it is gone, or not for the reader. */
  readonly name: string | undefined;
  /** What it happened to: a part of the preparation, a duty, a question of consent. */
  readonly ref: string;
  readonly dropped: boolean;
};

/** How each thing that happens in a plan is told of, in one language. One that lacks a thing does not compile. */
export type HappeningWords = Readonly<Record<HappeningKind, (told: Told) => string>>;

/** A word for each code that is known; the other word for the rest. */
export const word = (of: Readonly<Record<string, string>>, code: string, other: string): string => of[code] ?? other;
