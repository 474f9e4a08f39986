import { describe, expect, test } from 'vitest';
import { givenKnowledge, proposedFor } from '../imports/proposals/given-knowledge.ts';
import { passagesOf } from '../imports/proposals/passages.ts';
import { type Review, reviewed } from '../imports/proposals/review.ts';
import { sourceOfText } from '../imports/source-of-text.ts';
import { structureText } from '../imports/structure-text.ts';
import { citesOf } from './cites.ts';
import { findSection } from './draft-file.ts';
import { draftFromImport, lackingOf } from './draft-from-import.ts';
import { acceptedTerms } from './left-out.ts';

const TEXT = `# Överenskommelse om beroende i Fjällmark

## Parter

Parter är Region Fjällmark och länets kommuner.

## Giltighet

Överenskommelsen gäller från 2024-03-01 till 2027-02-28.

## Uppföljning

Fjällmarks samråd följer upp överenskommelsen varje år.

## Ansvar

Regionen ansvarar för abstinensvård. Kommunen ska:

- ordna boende
- ge stöd

Teamet ansvarar för samordning.
`;

const wanted = {
  slug: 'fjallmark-beroende',
  county: '99',
  kind: 'county',
  area: 'missbruk-beroende',
  outline: 'egna-rubriker',
  title: 'Överenskommelse om beroende i Fjällmark',
  label: '1',
  prefix: 'FJ',
  file: 'avtal.md',
} as const;
const words = { status: 'Inläst', opening: 'Inledande text', duties: 'Ansvar', strength: { should: 'Bör.', may: 'Får.' } };

/** The draft of a text of which everything that is proposed has been accepted, but what `but` says otherwise of. */
function draftOf(text: string, but: (kind: string) => 'accept' | 'reject' | undefined = () => 'accept') {
  const structured = structureText(sourceOfText(text, 'markdown'));
  const proposals = proposedFor(text);
  const reviews = proposals.flatMap(({ id, kind }): Review[] => {
    const verdict = but(kind);
    return verdict ? [{ proposal: id, number: 1, verdict, value: undefined, reason: null }] : [];
  });
  const texts = new Map(passagesOf(structured).map((one) => [one.address, one.text]));
  const surroundings = { textOf: (address: string) => texts.get(address) ?? '', county: givenKnowledge.county };
  const { collected, leftOut } = acceptedTerms(reviewed(proposals, reviews), surroundings);
  const made = draftFromImport(structured, collected, wanted, words);
  return { ...made, leftOut: [...leftOut, ...made.leftOut] };
}

describe('a draft from an import', () => {
  const { draft, leftOut } = draftOf(TEXT);

  test('has the sections of the file, and every term and row rests on a sentence that is there', () => {
    expect(draft.text.sections.map(({ heading }) => heading)).toEqual(['Parter', 'Giltighet', 'Uppföljning', 'Ansvar']);
    const cites = citesOf(draft.text);
    expect(cites.length).toBeGreaterThan(4);
    for (const { cite } of cites) {
      const [id = '', sentence] = cite.split('.');
      const section = findSection(draft.text.sections, id);
      expect([cite, sentence === undefined ? section !== undefined : section?.sentences[sentence] !== undefined]).toEqual([cite, true]);
    }
  });

  test('has what was accepted, and nothing more', () => {
    expect(draft.text.terms.validity).toMatchObject({ from: '2024-03-01', to: '2027-02-28', cites: ['giltighet.a1'] });
    expect(draft.text.terms.cadences).toMatchObject([{ every: 'P12M', kind: 'follow-up', starts: '2024-03-01' }]);
    const nothing = draftOf(TEXT, () => undefined).draft.text;
    expect([nothing.terms, nothing.responsibilities, nothing.actors]).toEqual([{}, [], {}]);
    expect(nothing.sections).toEqual(draft.text.sections);
  });

  test('has a row for each responsibility whose it is known, under the heading it stands in', () => {
    const rows = draft.text.responsibilities;
    expect(rows.map(({ id, mode }) => [id, mode])).toEqual(rows.map((row, at) => [`FJ-0${at + 1}`, row.mode]));
    expect(rows.find(({ mode }) => mode === 'region')).toMatchObject({ group: 'ansvar', plain: 'Regionen ansvarar för abstinensvård.' });
    for (const { actor } of rows.flatMap((row) => row.actors)) expect(draft.text.actors).toHaveProperty(actor);
    expect(draft.text.matrix.groups).toEqual([{ id: 'ansvar', heading: 'Ansvar' }]);
  });

  test('never guesses whose a responsibility is: it is left out, with its sentence', () => {
    const unknown = leftOut.filter(({ why }) => why === 'whose-unknown');
    expect(unknown.map(({ text }) => text)).toEqual(['Teamet ansvarar för samordning.']);
  });

  test('says what is lacking', () => {
    expect(lackingOf(draft.text).must).toEqual(['target', 'adoption', 'summary', 'day']);
    expect(lackingOf(draftOf(TEXT, () => undefined).draft.text).must).toEqual([
      'parties',
      'target',
      'validity',
      'adoption',
      'summary',
      'day',
      'rows',
    ]);
    expect(lackingOf(draft.text).may).not.toContain('cadences');
  });
});

describe('two that contradict each other', () => {
  const twice = `${TEXT}\n## Tid\n\nÖverenskommelsen gäller från 2025-01-01.\n`;
  const { draft, leftOut } = draftOf(twice);

  test('are both left out and told, and nothing is reckoned from either', () => {
    expect(draft.text.terms.validity).toBeUndefined();
    expect(leftOut.filter(({ why }) => why === 'contradicts').map(({ kind, text }) => [kind, text])).toEqual([
      ['validity', 'Överenskommelsen gäller från 2024-03-01 till 2027-02-28.'],
      ['validity', 'Överenskommelsen gäller från 2025-01-01.'],
    ]);
    expect(draft.text.terms.cadences).toBeUndefined();
    expect(leftOut.filter(({ why }) => why === 'incomplete').map(({ kind }) => kind)).toEqual(['cadence']);
  });
});

describe('a table', () => {
  const table = `# Överenskommelse\n\n## Ansvar\n\n| Insats | Regionen | Kommunen |\n| --- | --- | --- |\n| Boende |  | x |\n| Abstinensvård | x |  |\n`;

  test('is told row by row, and what rests on one of its cells rests on the row', () => {
    const { draft } = draftOf(table);
    const keys = new Set(draft.text.sections.flatMap(({ id, sentences }) => [id, ...Object.keys(sentences).map((key) => `${id}.${key}`)]));
    expect(citesOf(draft.text).length).toBeGreaterThan(0);
    expect(citesOf(draft.text).filter(({ cite }) => !keys.has(cite))).toEqual([]);
  });
});
