import { diffVersions } from '../agreements/diff/diff-versions.ts';
import { guardMinor } from '../agreements/diff/guard-minor.ts';
import { AgreementFile } from '../counties/agreement-file.ts';
import type { Fault } from '../counties/check-fault.ts';
import type { OutlineFile } from '../counties/outline-file.ts';
import { outlineSections } from '../counties/outline-file.ts';
import { citesOf } from './cites.ts';
import { type DraftFile, findSection } from './draft-file.ts';
import { answeredSections } from './local-practice.ts';
import type { Side } from './process.ts';

/** What must hold before a draft is given over for decision, in the order it is shown. */
export const gateCodes = [
  'sections',
  'children',
  'both-sides',
  'influence',
  'suggestions',
  'consultations',
  'citations',
  'minor',
  'day',
  'label',
  'sound',
  'approved',
] as const;
export type GateCode = (typeof gateCodes)[number];

/** One of them: whether it holds, and what is missing where it does not (ids of sections, rows, places). */
export type Gate = { readonly code: GateCode; readonly met: boolean; readonly missing: readonly string[] };

type Ground = {
  readonly draft: DraftFile;
  readonly outline: OutlineFile | undefined;
  readonly class: 'major' | 'minor';
  /** The version that it began from, and the codes of the municipalities that are parties. */
  readonly base: AgreementFile | undefined;
  readonly municipalities: readonly string[];
  /** Those on whose behalf somebody has written or approved. */
  readonly tookPart: ReadonlySet<Side>;
  /** The changed places, with who has approved each as it stands. */
  readonly approvals: ReadonlyMap<string, ReadonlySet<Side>>;
  /** Labels that versions of the agreement have already. */
  readonly labels: readonly string[];
  readonly faults: readonly Fault[];
  /** The places that somebody has suggested other words for and nobody has answered; none when absent. */
  readonly suggested?: readonly string[];
  /** The last days of the consultations that are not closed; none when absent. */
  readonly openRounds?: readonly string[];
};

/**
 * Every gate, met or not: required sections hold text, each row has been tried from the child's side and it is told how, both sides have taken part, it is
 * told how those concerned have, every suggestion is put in, turned down or withdrawn, every consultation is closed, every term rests on text, a minor amendment touches nothing it may not, it is said from which day it applies, the label is new, the whole has no fault that the
 * check of counties finds, and both sides have approved everything that is changed.
 */
export function gatesOf(ground: Ground): Gate[] {
  const { draft, tookPart, approvals, labels, faults } = ground;
  const { text, influence } = draft;
  const unapproved = [...approvals].filter(([, by]) => by.size < 2).map(([place]) => place);
  return [
    gate('sections', emptyRequired(ground)),
    gate('children', childGaps(ground)),
    gate(
      'both-sides',
      (['region', 'municipality'] as const).filter((side) => !tookPart.has(side)),
    ),
    gate('influence', influence.level === undefined || influence.text.trim() === '' ? ['influence'] : []),
    gate('suggestions', [...new Set(ground.suggested)]),
    gate(
      'consultations',
      (ground.openRounds ?? []).map((lastDay) => `round:${lastDay}`),
    ),
    gate('citations', citesNothing(draft)),
    gate('minor', ground.class === 'minor' ? forbiddenToMinor(ground) : []),
    gate('day', text.version.from === undefined ? ['facts'] : []),
    gate('label', labels.includes(text.version.label) ? [text.version.label] : []),
    gate('sound', [...new Set(faults.map(({ path }) => path.map(String).join('/')))]),
    gate('approved', unapproved),
  ];
}

function gate(code: GateCode, missing: readonly string[]): Gate {
  return { code, met: missing.length === 0, missing };
}

function holdsText(draft: DraftFile, id: string): boolean {
  const section = findSection(draft.text.sections, id);
  if (!section) return false;
  if (answeredSections(draft.text).has(id)) return true;
  return Object.keys(section.sentences).length > 0 || section.sections.some((inner) => holdsText(draft, inner.id));
}

function emptyRequired({ draft, outline }: Ground): string[] {
  const required = outlineSections(outline?.sections ?? []).filter((section) => section.required);
  return required.filter(({ id }) => !holdsText(draft, id)).map(({ id }) => id);
}

/** How it looks from the child's side is written in words; and each row of the matrix has been tried. */
function childGaps({ draft }: Ground): string[] {
  const { considered, text } = draft.children;
  const untried = draft.text.responsibilities.map(({ id }) => id).filter((id) => !considered.includes(id));
  return [...(text.trim() === '' ? ['text'] : []), ...untried];
}

/** Terms and rows that rest on a section or sentence that is not there, or on a section without text. */
function citesNothing(draft: DraftFile): string[] {
  const empty = citesOf(draft.text).filter(({ cite }) => {
    const [section = '', sentence] = cite.split('.');
    const found = findSection(draft.text.sections, section);
    return sentence === undefined ? !holdsText(draft, section) : found?.sentences[sentence] === undefined;
  });
  return [...new Set(empty.map(({ place }) => place))];
}

/**
 * A minor amendment leaves alone who is party, whom it is for, who does what and in which order the text stands; and, once the draft can be compared with
 * what it amends, everything that the agreement fences off.
 */
function forbiddenToMinor({ draft, base, municipalities, approvals }: Ground): string[] {
  const plain = [...approvals.keys()].filter((place) =>
    /^(row:|matrix$|outline$|term:(parties|target|minor-amendment|adoption)$)/.test(place),
  );
  const file = AgreementFile.safeParse(draft.text);
  // Who does something in the local ways is a responsibility, how and when are not: which of them it is, the comparison tells.
  const ways = [...approvals.keys()].filter((place) => /^(practice|answer):/.test(place));
  if (!base || !file.success) return [...plain, ...ways];
  const touched = guardMinor(diffVersions(base, file.data, municipalities), base.terms['minor-amendment']);
  const named = touched.map(({ params: { section, cite, label } }) => {
    if (section !== undefined) return `section:${section}`;
    return cite === undefined ? String(label) : `section:${String(cite).split('.')[0]}`;
  });
  return [...new Set([...plain, ...named])];
}
