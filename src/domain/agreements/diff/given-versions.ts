import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { parse } from 'yaml';
import { AgreementFile, type Section } from '../../counties/agreement-file.ts';
import { sectionsOf } from '../sections.ts';

const ROOT = new URL('../../../../', import.meta.url);
const read = (path: string) => AgreementFile.parse(parse(readFileSync(new URL(path, ROOT), 'utf8')));

/** Real agreements, and the two versions of the fictional county's. */
export const dalarna = read('counties/20-dalarna/agreements/missbruk-beroende-2021.yaml');
export const jonkoping = read('counties/06-jonkoping/agreements/missbruk-beroende.yaml');
export const fjallmark = [1, 2].map((version) => read(`tests/counties/99-fjallmark/agreements/fjallmark-beroende.${version}.yaml`)) as [
  AgreementFile,
  AgreementFile,
];

export const FJALLMARK = ['9901', '9902', '9903', '9904'];

/** The next version of an agreement, as `change` leaves it. */
export function nextOf(version: AgreementFile, change: (next: AgreementFile) => void): AgreementFile {
  const next = structuredClone(version);
  next.version = { label: `${version.version.label} ny`, from: '2030-01-01' };
  change(next);
  return AgreementFile.parse(next);
}

/** A section of a version by id. */
export function sectionIn({ sections }: AgreementFile, id: string): Section {
  return sectionsOf(sections).find(({ section }) => section.id === id)?.section ?? fail(`no section ${id}`);
}

/** A row of responsibility by id. */
export function rowIn({ responsibilities }: AgreementFile, id: string) {
  return responsibilities.find((row) => row.id === id) ?? fail(`no row ${id}`);
}

function fail(what: string): never {
  throw new Error(what);
}

type Edit = (next: AgreementFile) => void;

const word = fc.constantFrom('vården', 'kommunen', 'snarast', 'inte', 'alltid', '12', 'möte', 'SIP', 'barn');
const place = fc.nat({ max: 10_000 });
const nth = <T>(list: readonly T[], at: number): T | undefined => list[at % (list.length || 1)];
const all = (next: AgreementFile) => sectionsOf(next.sections).map(({ section }) => section);
const withText = (next: AgreementFile) => all(next).filter(({ sentences }) => Object.keys(sentences).length > 0);

/** A change of a few words of one sentence. */
const reworded: fc.Arbitrary<Edit> = fc.tuple(place, place, place, word).map(([s, t, w, put]) => (next) => {
  const section = nth(withText(next), s);
  const [id, sentence] = nth(Object.entries(section?.sentences ?? {}), t) ?? [];
  if (!section || id === undefined || sentence === undefined) return;
  const words = (typeof sentence === 'string' ? sentence : sentence.text).split(' ');
  words[w % words.length] = put;
  section.sentences[id] = typeof sentence === 'string' ? words.join(' ') : { ...sentence, text: words.join(' ') };
});
const added: fc.Arbitrary<Edit> = fc.tuple(place, fc.array(word, { minLength: 1, maxLength: 9 })).map(([s, words]) => (next) => {
  const section = nth(all(next), s);
  if (section) section.sentences[`ny${Object.keys(section.sentences).length}`] = words.join(' ');
});
const taken: fc.Arbitrary<Edit> = fc.tuple(place, place).map(([s, t]) => (next) => {
  const section = nth(withText(next), s);
  const id = nth(Object.keys(section?.sentences ?? {}), t);
  if (section && id !== undefined) delete section.sentences[id];
});
const carried: fc.Arbitrary<Edit> = fc.tuple(place, place, place).map(([s, t, to]) => (next) => {
  const section = nth(withText(next), s);
  const other = nth(all(next), to);
  const [id, sentence] = nth(Object.entries(section?.sentences ?? {}), t) ?? [];
  if (!section || !other || id === undefined || sentence === undefined) return;
  delete section.sentences[id];
  other.sentences[`fl${Object.keys(other.sentences).length}`] = sentence;
});
const renamed: fc.Arbitrary<Edit> = fc.tuple(place, word, fc.boolean()).map(([s, put, alsoId]) => (next) => {
  const section = nth(all(next), s);
  if (!section) return;
  section.heading = `${section.heading} ${put}`;
  if (alsoId) section.id = `${section.id}-om`;
});
const shifted: fc.Arbitrary<Edit> = fc.tuple(place, place).map(([s, to]) => (next) => {
  const from = s % next.sections.length;
  const [section] = next.sections.splice(from, 1);
  if (section) next.sections.splice(to % (next.sections.length + 1), 0, section);
});

/** Edits of the text alone, as people make them and as nobody would. */
export const textEdits = fc.array(fc.oneof(reworded, added, taken, carried, renamed, shifted), { maxLength: 12 });

/** The version after some edits, unchecked: an edited text may leave its terms without their sentences, which comparing has to bear. */
export function edited(version: AgreementFile, edits: readonly Edit[]): AgreementFile {
  const next = structuredClone(version);
  next.version = { label: 'ny', from: '2030-01-01' };
  for (const edit of edits) edit(next);
  return next;
}
