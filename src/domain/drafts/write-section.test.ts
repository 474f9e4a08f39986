import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Section } from '../counties/agreement-file.ts';
import { isRefusal } from '../refusal.ts';
import { addSection, moveSection, removeSection } from './arrange-sections.ts';
import { type DraftFile, findSection } from './draft-file.ts';
import { givenDraft } from './given-draft.ts';
import { changedPlaces, writtenOut } from './places.ts';
import { linesOf, writeSection } from './write-section.ts';

const section = (id: string, sentences: Section['sentences'] = {}, sections: Section[] = []): Section => ({
  id,
  heading: id,
  sentences,
  deepening: [],
  sections,
});

const draftOf = (sections: Section[]) => givenDraft(sections, { terms: { validity: { from: '2027-01-01', cites: ['giltig.a1'] } } });

const keysIn = (draft: DraftFile, id: string) => Object.keys(findSection(draft.text.sections, id)?.sentences ?? {});

describe('a section that is written', () => {
  const draft = draftOf([section('syfte', { b2: 'Personen får hjälp i tid.', a1: { text: 'Barnet får information.', item: true } })]);
  const write = (from: DraftFile, lines: string) => writeSection(from, 'syfte', { heading: 'Syfte', lines });

  test('that is not changed is the same, letter for letter, with its list', () => {
    const lines = linesOf(draft.text.sections[0] as Section);
    expect(lines).toBe('Personen får hjälp i tid.\n- Barnet får information.');
    const written = findSection(writeSection(draft, 'syfte', { heading: 'syfte', lines }).text.sections, 'syfte');
    expect(written).toEqual(draft.text.sections[0]);
  });

  test('keeps the id of a sentence that moves or is reworded, and gives a new one a number that was never used', () => {
    expect(keysIn(write(draft, '- Barnet får information.\nPersonen får hjälp i tid.'), 'syfte')).toEqual(['a1', 'b2']);
    expect(keysIn(write(draft, 'Personen får alltid hjälp i tid.\n- Barnet får information.'), 'syfte')).toEqual(['b2', 'a1']);
    const more = write(draft, 'Personen får hjälp i tid.\nNågot annat helt.\n- Barnet får information.');
    expect(keysIn(more, 'syfte')).toEqual(['b2', 'a3', 'a1']);
    const less = write(more, '- Barnet får information.');
    expect(keysIn(write(less, '- Barnet får information.\nÅter en ny rad.'), 'syfte')).toEqual(['a1', 'a4']);
  });

  test('keeps the id of a sentence that is said to be written anew, however unlike, and gives it to no other', () => {
    const rewritten = { id: 'b2', text: 'Barnet får information.' };
    const typed = { heading: 'Syfte', lines: 'Något helt annat.\n- Barnet får information.' };
    expect(keysIn(writeSection(draft, 'syfte', { ...typed, rewritten: { id: 'b2', text: 'Något helt annat.' } }), 'syfte')).toEqual([
      'b2',
      'a1',
    ]);
    expect(keysIn(writeSection(draft, 'syfte', { ...typed, rewritten: { id: 'x9', text: 'Något helt annat.' } }), 'syfte')).toEqual([
      'a3',
      'a1',
    ]);
    expect(keysIn(writeSection(draft, 'syfte', { ...typed, rewritten: { ...rewritten, text: 'Står inte där.' } }), 'syfte')).toEqual([
      'a3',
      'a1',
    ]);
  });

  test('never has an id twice, and never loses a line, whatever is typed', () => {
    const line = fc.stringMatching(/^[a-zåäö ]{1,12}$/).filter((text) => text.trim() !== '');
    fc.assert(
      fc.property(fc.array(fc.array(line, { maxLength: 6 }), { minLength: 1, maxLength: 5 }), (saves) => {
        const end = saves.reduce((now, lines) => write(now, lines.join('\n')), draft);
        const last = saves.at(-1) ?? [];
        const said = linesOf(findSection(end.text.sections, 'syfte') as Section);
        expect(said.split('\n').filter(Boolean)).toEqual(last.map((text) => text.trim().replace(/\s+/g, ' ')));
        expect(new Set(keysIn(end, 'syfte')).size).toBe(last.length);
      }),
    );
  });
});

describe('the order of sections', () => {
  const draft = draftOf([section('a', {}, [section('a-1')]), section('giltig', { a1: 'Gäller.' })]);

  test('is changed by moves that undo each other, also inside a section', () => {
    const down = moveSection(draft, 'a', 'down');
    if (isRefusal(down)) throw new Error(down.code);
    expect(down.text.sections.map(({ id }) => id)).toEqual(['giltig', 'a']);
    expect(moveSection(down, 'a', 'up')).toEqual(draft);
    expect(moveSection(draft, 'a', 'up')).toEqual(draft);
    expect(moveSection(draft, 'x', 'up')).toMatchObject({ code: 'section-not-found' });
  });

  test('takes a new section beside or inside another; one that is gone leaves its id behind', () => {
    const added = addSection(draft, { heading: 'A 1', beside: 'a', where: 'inside' });
    if (isRefusal(added)) throw new Error(added.code);
    expect(added.id).toBe('a-1-2');
    const without = removeSection(added.draft, 'a-1-2');
    if (isRefusal(without)) throw new Error(without.code);
    expect(addSection(without, { heading: 'A 1', where: 'after' })).toMatchObject({ id: 'a-1-3' });
  });

  test('keeps a section that a term rests on', () => {
    expect(removeSection(draft, 'giltig')).toMatchObject({ code: 'section-cited', params: { places: ['term:validity'] } });
  });
});

describe('what is changed', () => {
  test('is told place by place, and the order of sentences is part of the text', () => {
    const one = draftOf([section('a', { a1: 'Ett.', a2: 'Två.' }), section('b')]);
    const other = draftOf([section('a', { a2: 'Två.', a1: 'Ett.' }), section('b')]);
    expect(changedPlaces(one.text, one.text)).toEqual([]);
    expect(changedPlaces(other.text, one.text)).toEqual(['section:a']);
    expect(changedPlaces(draftOf([section('b')]).text, one.text)).toEqual(['outline', 'section:a']);
  });

  test('is written out in one way, whatever order the keys came in', () => {
    expect(writtenOut({ a: 1, b: { d: [1], c: undefined } })).toBe(writtenOut({ b: { d: [1] }, a: 1 }));
    expect(writtenOut({ a: 1 })).not.toBe(writtenOut({ a: '1' }));
    expect(writtenOut(undefined)).not.toBe(writtenOut([]));
  });
});
