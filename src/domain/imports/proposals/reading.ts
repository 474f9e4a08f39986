import type { ImportedText } from '../imported-text.ts';
import { type FoundBody, findBodies } from './body-names.ts';
import { type FoundActor, findActors } from './find-actors.ts';
import { type Knowledge, type Ready, readyKnowledge } from './knowledge.ts';
import { type Passage, passagesOf } from './passages.ts';
import type { ProposalKind, Reason, Sureness, ValueOf } from './proposal.ts';

/** A body as the text names it: `body` when it is one of the county's and no other. */
export type NamedBody = { readonly body: string | undefined; readonly name: string; readonly from: number; readonly to: number };

/** A text opened for the rules: its sentences in order, and what each names. */
export type Reading = {
  readonly text: ImportedText;
  readonly ready: Ready;
  readonly passages: readonly Passage[];
  readonly bodiesIn: (passage: Passage) => readonly NamedBody[];
  readonly actorsIn: (passage: Passage) => readonly FoundActor[];
};

/** Words of a passage that a proposal rests on, as offsets in its text. */
export type Ground = { readonly passage: Passage; readonly from: number; readonly to: number };

/** What a rule found, before it has an id and places in the raw text. */
export type Found = {
  [Kind in ProposalKind]: {
    readonly kind: Kind;
    readonly value: ValueOf<Kind>;
    readonly reason: Reason;
    readonly sure: Sureness;
    readonly ground: readonly Ground[];
  };
}[ProposalKind];

/** A rule reads the whole text and says what it found. Rules know nothing of each other. */
export type Rule = (reading: Reading) => readonly Found[];

/** The whole sentence as the ground. */
export function whole(passage: Passage): Ground {
  return { passage, from: 0, to: passage.text.length };
}

/** A longer stretch without an end is no sentence that somebody wrote: a rule could read it for ever and say nothing of use. */
const LONGEST = 2000;

/** Prepares a text for the rules. A short form that fits several bodies means the one that the text names in full, if there is but one. */
export function openReading(text: ImportedText, knowledge: Knowledge): Reading {
  const ready = readyKnowledge(knowledge);
  const passages = passagesOf(text).filter((passage) => passage.text.length <= LONGEST);
  const found = new Map<Passage, FoundBody[]>(passages.map((passage) => [passage, findBodies(passage.text, ready.bodies)]));
  const inFull = new Set([...found.values()].flat().flatMap(({ ids, short }) => (short ? [] : ids)));
  const settle = (ids: readonly string[]): string | undefined => {
    const named = ids.length > 1 ? ids.filter((id) => inFull.has(id)) : ids;
    return named.length === 1 ? named[0] : undefined;
  };
  const actors = new Map<Passage, FoundActor[]>();
  return {
    text,
    ready,
    passages,
    bodiesIn: (passage) =>
      (found.get(passage) ?? []).map(({ ids, from, to }) => ({ body: settle(ids), name: passage.text.slice(from, to), from, to })),
    actorsIn: (passage) => {
      const held = actors.get(passage) ?? findActors(passage.text, ready.actors);
      actors.set(passage, held);
      return held;
    },
  };
}
