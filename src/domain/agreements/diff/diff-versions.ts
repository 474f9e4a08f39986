import type { AgreementFile } from '../../counties/agreement-file.ts';
import { CHANGE_KINDS, type Change } from './change.ts';
import { diffActors } from './diff-actors.ts';
import { diffDuties } from './diff-duties.ts';
import { diffLadders } from './diff-ladders.ts';
import { diffSteps } from './diff-steps.ts';
import { diffTerms } from './diff-terms.ts';
import { diffWays } from './diff-ways.ts';
import { diffText, type SectionDiff } from './text-diff.ts';
import type { Both } from './touching.ts';

/** What changed between two versions: in the text, and in what it means. `municipalities`: the codes of the county, which "all" stands for. */
export type VersionDiff = {
  readonly from: AgreementFile;
  readonly to: AgreementFile;
  readonly municipalities: readonly string[];
  readonly text: readonly SectionDiff[];
  readonly meaning: readonly Change[];
};

/**
 * Compares two versions of an agreement, in either order. The text is compared as it is written. The meaning is what the terms, the rows of
 * responsibility, the actors and the fields of a local agreement say: a change of wording alone is none. Notes, sources and our own remarks are not compared.
 */
export function diffVersions(from: AgreementFile, to: AgreementFile, municipalities: readonly string[]): VersionDiff {
  return { from, to, municipalities, text: diffText(from, to), meaning: diffMeaning({ from, to, municipalities }) };
}

/** What changed in what it means, responsibilities first. */
export function diffMeaning(both: Both): Change[] {
  const order = new Map(CHANGE_KINDS.map((kind, index) => [kind.split('-')[0], index] as const).reverse());
  const area = ({ kind }: Change) => order.get(kind.split('-')[0]) ?? 0;
  return [diffDuties(both), diffActors(both), diffTerms(both), diffSteps(both), diffLadders(both), diffWays(both)]
    .flat()
    .sort((a, b) => area(a) - area(b));
}

/** Is the text of a section as it was? */
export function isUntouched({ changes, sentences }: SectionDiff): boolean {
  return changes.length === 0 && sentences.every(({ kind, moved }) => kind === 'same' && !moved);
}
