import { sectionsOf, sentencesOf } from '../../src/domain/agreements/sections.ts';
import { AgreementFile, type Section } from '../../src/domain/counties/agreement-file.ts';
import { pick, randomFrom } from '../random.ts';
import { vary, wordsIn } from '../vary-words.ts';

/** As many words as a page of an agreement has, in round numbers. */
const WORDS_ON_A_PAGE = 350;
const PAGES = 100;

/** Two versions of an agreement as long as any: a shipped one, varied and laid after itself until it is so many pages; then revised all through. */
export function versionsOfHundredPages(pattern: AgreementFile): readonly [AgreementFile, AgreementFile] {
  const random = randomFrom(100);
  const pool = wordsIn([pattern]);
  const other = { random, pool, county: 'Alnmarks län', region: 'Region Alnmark' };
  const copies = Math.ceil((PAGES * WORDS_ON_A_PAGE) / wordCount(pattern));
  const parts = Array.from({ length: copies }, (_, nth) => part(vary(pattern, other), nth));
  const first: AgreementFile = {
    ...pattern,
    sections: parts.flatMap(({ sections }) => sections),
    responsibilities: parts.flatMap(({ responsibilities }) => responsibilities),
  };
  return [AgreementFile.parse(first), AgreementFile.parse(revised(first, random, pool))];
}

/** How many words the text has. */
export function wordCount(agreement: AgreementFile): number {
  return sentencesOf(agreement).reduce((sum, { text }) => sum + text.split(' ').length, 0);
}

/** A copy with ids of its own. */
function part({ sections, responsibilities }: AgreementFile, nth: number): Pick<AgreementFile, 'sections' | 'responsibilities'> {
  const named = (id: string) => `${id}-k${nth}`;
  const cited = (cite: string) => cite.replace(/^[^.]+/, named);
  const own = (section: Section): Section => ({ ...section, id: named(section.id), sections: section.sections.map(own) });
  return {
    sections: sections.map(own),
    responsibilities: responsibilities.map((row) => ({
      ...row,
      id: `${row.id}-${nth + 1}`,
      'way-forward-rows': [],
      cites: row.cites.map(cited),
    })),
  };
}

/**
 * What a revision does: one sentence in five has other words, one in twenty is gone and one in twenty new; one section in ten has another
 * heading and id, the chapters stand in another order, and one duty in ten has moved.
 */
function revised(first: AgreementFile, random: () => number, pool: readonly string[]): AgreementFile {
  const next = structuredClone(first);
  next.version = { label: 'ny', from: '2030-01-01' };
  const one = (share: number) => random() * share < 1;
  for (const { section } of sectionsOf(next.sections)) {
    for (const [id, sentence] of Object.entries(section.sentences)) {
      const text = typeof sentence === 'string' ? sentence : sentence.text;
      const words = text.split(' ');
      if (one(5)) words[Math.floor(random() * words.length)] = pick(pool, random);
      section.sentences[id] = typeof sentence === 'string' ? words.join(' ') : { ...sentence, text: words.join(' ') };
      if (one(20)) delete section.sentences[id];
      if (one(20)) section.sentences[`${id}ny`] = Array.from({ length: 12 }, () => pick(pool, random)).join(' ');
    }
    if (one(10)) Object.assign(section, { id: `${section.id}-om`, heading: `${pick(pool, random)} ${pick(pool, random)}` });
  }
  next.sections.sort(() => (one(12) ? 1 : 0));
  const actors = Object.keys(next.actors);
  for (const row of next.responsibilities) if (one(10)) row.actors = [{ actor: pick(actors, random), role: 'responsible' }];
  return next;
}
