import { describe, expect, test } from 'vitest';
import { AgreementFile } from '../counties/agreement-file.ts';
import { given } from '../counties/check-given.ts';
import { OutlineFile } from '../counties/outline-file.ts';
import type { DraftFile } from './draft-file.ts';
import { draftFromVersion } from './draft-from.ts';
import { gatesOf } from './gates.ts';
import { answeredSections, questionsOf, writePractice } from './local-practice.ts';
import { changedPlaces, placesOf } from './places.ts';

const local = AgreementFile.parse(given.county().find(({ file }) => file.endsWith('prov-lokal.yaml'))?.value);
const draft = draftFromVersion(local, '2.0');
const question = { question: 'vilka-nas', text: 'Vilka når ni inte?', section: 'hur' };
const ongoing = { how: 'Varje vecka.', by: [{ name: 'Öppenvården' }], status: 'ongoing' } as const;

const outline = OutlineFile.parse({
  id: 'prov',
  title: 'Prov',
  about: 'Prov.',
  kinds: ['local'],
  source: 'Prov',
  sections: [
    {
      id: 'yttre',
      heading: 'Yttre',
      required: true,
      sections: [{ id: 'inre', heading: 'Inre', required: true, questions: [{ id: 'vilka-nas', text: 'Vilka når ni inte?' }] }],
    },
  ],
});
const section = { sentences: {}, deepening: [] };
const empty: DraftFile = {
  ...draft,
  text: {
    ...draft.text,
    local: undefined,
    sections: [{ ...section, id: 'yttre', heading: 'Yttre', sections: [{ ...section, id: 'inre', heading: 'Inre', sections: [] }] }],
  },
};

describe('how something is done locally', () => {
  test('is a place of its own, which only its own change makes another', () => {
    const written = writePractice(draft, { row: 'PR-02', activity: 'Stöd' }, { ...ongoing, by: [...ongoing.by] });
    expect(changedPlaces(written.text, draft.text)).toEqual(['practice:PR-02']);
    const answered = writePractice(written, question, { status: 'not-begun', by: [] });
    expect(changedPlaces(answered.text, written.text)).toEqual(['answer:vilka-nas']);
    expect(placesOf(answered.text).get('answer:vilka-nas')).toMatchObject({ question: 'Vilka når ni inte?', section: 'hur' });
  });

  test('is gone when it is taken away, and nothing else is', () => {
    const written = writePractice(draft, question, { status: 'not-begun', by: [] });
    const without = writePractice(written, { row: 'PR-02', activity: 'Stöd' }, undefined);
    expect(Object.keys(without.text.local?.rows ?? {})).toEqual([]);
    expect(Object.keys(without.text.local?.answers ?? {})).toEqual(['vilka-nas-inte', 'vilka-nas']);
  });

  test('never lets a required section pass that holds neither text nor an answer', () => {
    const ground = {
      outline,
      class: 'major',
      base: undefined,
      municipalities: [],
      tookPart: new Set<never>(),
      approvals: new Map(),
      labels: [],
      faults: [],
    } as const;
    const missing = (file: typeof empty) => gatesOf({ ...ground, draft: file }).find(({ code }) => code === 'sections')?.missing;
    expect(missing(empty)).toEqual(['yttre', 'inre']);
    expect(missing(writePractice(empty, { ...question, section: 'inre' }, { status: 'not-begun', by: [] }))).toEqual([]);
    expect(missing(writePractice(empty, { row: 'PR-02', activity: 'Stöd' }, { status: 'not-begun', by: [] }))).toEqual(['yttre', 'inre']);
  });

  test('holds its own section and those around it', () => {
    const answered = writePractice(empty, { ...question, section: 'inre' }, { status: 'not-begun', by: [] });
    expect([...answeredSections(answered.text)]).toEqual(['yttre', 'inre']);
  });
});

describe('the questions of an outline', () => {
  test('come in their order, each with its section', () => {
    expect(questionsOf(outline)).toEqual([{ id: 'vilka-nas', text: 'Vilka når ni inte?', section: 'inre', heading: 'Inre' }]);
  });
});
