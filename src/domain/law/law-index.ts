import type { LawFile } from '../counties/national-files.ts';
import { type Provision, provisionKey } from './citation.ts';

export type Statute = LawFile['statutes'][number];
export type Successor = LawFile['successors'][number];

/** One act with its provisions ready to be looked up. */
export type IndexedStatute = {
  statute: Statute;
  provisions: ReadonlySet<string>;
  repealed: ReadonlyMap<string, string | undefined>;
  uncertain: ReadonlySet<string>;
  chapters: ReadonlySet<string>;
  numbering: 'chapters' | 'sections' | undefined;
  /** What provisions of this act became. */
  successors: readonly Successor[];
};

function chapterOf(key: string): string | undefined {
  return key.includes(':') ? key.slice(0, key.indexOf(':')) : undefined;
}

function indexed(statute: Statute, successors: readonly Successor[]): IndexedStatute {
  const provisions = new Set(statute.provisions ?? []);
  const repealed = new Map(statute['repealed-provisions'].map(({ provision, from }) => [provision, from]));
  const keys = [...provisions, ...repealed.keys()];
  const chapters = new Set(keys.flatMap((key) => chapterOf(key) ?? []));
  const numbering = statute.provisions ? (chapters.size > 0 ? 'chapters' : 'sections') : statute.numbering;
  const own = successors.filter((successor) => successor.old.sfs === statute.sfs);
  // The old side of a successor was a provision, whether or not the reading of the act found it.
  const uncertain = new Set([...statute['uncertain-provisions'], ...own.flatMap(({ old }) => old.provisions)]);
  return { statute, provisions, repealed, uncertain, chapters, numbering, successors: own };
}

const built = new WeakMap<LawFile, ReadonlyMap<string, IndexedStatute>>();

/** The acts of a law file by SFS number. Built once for each file. */
export function lawIndex(law: LawFile): ReadonlyMap<string, IndexedStatute> {
  let index = built.get(law);
  if (!index) {
    index = new Map(law.statutes.map((statute) => [statute.sfs, indexed(statute, law.successors)]));
    built.set(law, index);
  }
  return index;
}

/** What the reading of an act says of a provision. `unread` = the provisions of the act were not read at all. */
export type Reading = 'present' | 'repealed' | 'uncertain' | 'absent' | 'unread';

/** Looks a provision up in an act, without regard to date. A whole chapter is present when any of its provisions is known. */
export function readingOf({ statute, provisions, repealed, uncertain, chapters }: IndexedStatute, provision: Provision): Reading {
  if (!statute.provisions) return 'unread';
  const key = provisionKey(provision);
  if (provision.section === undefined) return chapters.has(provision.chapter ?? '') ? 'present' : 'absent';
  if (provisions.has(key)) return 'present';
  if (repealed.has(key)) return 'repealed';
  return uncertain.has(key) ? 'uncertain' : 'absent';
}

/** True when the provision has the form the act numbers by: with a chapter or without. Unknown numbering fits anything. */
export function fitsNumbering({ numbering }: IndexedStatute, provision: Provision): boolean {
  return numbering === undefined || (numbering === 'chapters') === (provision.chapter !== undefined);
}
