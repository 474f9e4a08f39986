import type { Outline, OutlineSection } from './outline.ts';
import { Pairs } from './pairs.ts';
import { alikePairs, bestPairs, likeness, type Scored } from './similarity.ts';

/** The same id is believed when headings or words are this alike; otherwise only when nothing else is found for either. */
const SAME_ID = 0.25;
const SAME_SECTION = 0.5;
const HEADING_WEIGHT = 0.3;

/**
 * Which section of one text is which of another: by id, then by how alike headings and words are (a renamed or moved section keeps most
 * of its words), and last by id alone (a section written anew).
 */
export function matchSections(from: Outline, to: Outline): Pairs {
  const pairs = new Pairs();
  const byId = new Map(to.sections.map(({ id }, index) => [id, index]));
  const sameId = from.sections.flatMap(({ id }, index) => {
    const other = byId.get(id);
    return other === undefined ? [] : [{ from: index, to: other }];
  });
  for (const one of sameId) if (isCredible(at(from, one.from), at(to, one.to))) pairs.add(one.from, one.to);
  for (const one of bestPairs(alike(from, to, pairs))) pairs.add(one.from, one.to);
  for (const one of sameId) pairs.add(one.from, one.to);
  return pairs;
}

function at({ sections }: Outline, index: number): OutlineSection {
  const section = sections[index];
  if (!section) throw new Error(`no section ${index}`);
  return section;
}

function isCredible(a: OutlineSection, b: OutlineSection): boolean {
  return a.normalHeading === b.normalHeading || likeness(a.headingBag(), b.headingBag()) >= 0.5 || likeness(a.bag(), b.bag()) >= SAME_ID;
}

/** The free sections that are alike, scored by heading and words. Two without words are alike in them. */
function alike(from: Outline, to: Outline, pairs: Pairs): Scored[] {
  const free = {
    from: from.sections.flatMap((section, index) => (pairs.toOf(index) === undefined ? [{ section, index }] : [])),
    to: to.sections.flatMap((section, index) => (pairs.fromOf(index) === undefined ? [{ section, index }] : [])),
  };
  const near = alikePairs(
    free.from.map(({ section }) => section.bag()),
    free.to.map(({ section }) => section.bag()),
    SAME_SECTION / 2,
  );
  const sameHeading = free.from.flatMap(({ section }, i) =>
    free.to.flatMap((other, j) => (other.section.normalHeading === section.normalHeading ? [{ from: i, to: j, score: 0 }] : [])),
  );
  const candidates = new Map([...sameHeading, ...near].map((one) => [`${one.from} ${one.to}`, one]));
  return [...candidates.values()].flatMap(({ from: i, to: j }) => {
    const [a, b] = [free.from[i], free.to[j]];
    if (!a || !b) return [];
    const words = likeness(a.section.bag(), b.section.bag());
    const score = HEADING_WEIGHT * likeness(a.section.headingBag(), b.section.headingBag()) + (1 - HEADING_WEIGHT) * words;
    return score >= SAME_SECTION ? [{ from: a.index, to: b.index, score }] : [];
  });
}
