import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { givenPlanning } from '../../../tests/given/planning.ts';
import { LawFile } from '../counties/national-files.ts';
import { parseLawReference } from '../law/parse-law-reference.ts';
import { resolveCitation } from '../law/resolve-citation.ts';
import { askedInOf, circumstances, promptsFor } from './prompts.ts';

const { national, jonkoping, dalarna, agreements } = givenPlanning;
const today = Temporal.PlainDate.from('2026-11-22');
const law = LawFile.parse(parse(readFileSync(new URL('../../../counties/national/law.yaml', import.meta.url), 'utf8')));

const shown = (answers: Parameters<typeof promptsFor>[0]) =>
  promptsFor(answers, national, jonkoping, agreements.jonkoping).map(({ prompt }) => prompt.id);
const no = { 'children-at-home': 'no', 'suicide-risk': 'no', violence: 'no', comorbidity: 'no' } as const;

describe('prompts', () => {
  test('ask about everything that nobody has asked', () => {
    expect(shown({})).toEqual(['children-ask', 'suicide-ask', 'violence-ask', 'comorbidity-ask']);
  });

  test('say nothing where the answer is no', () => {
    expect(shown(no)).toEqual([]);
  });

  test.each([
    ['children-at-home', ['children-inform', 'children-concern']],
    ['suicide-risk', ['suicide-act']],
    ['violence', ['violence-act']],
    ['comorbidity', ['comorbidity-act']],
  ] as const)('say what to do about %s where it is there, and ask no more', (about, ids) => {
    expect(shown({ ...no, [about]: 'yes' })).toEqual(ids);
  });

  test('always rest on law or regulation that stands in the law file and is in force', () => {
    for (const prompt of national.prompts) {
      expect(['law', 'regulation']).toContain(prompt.basis);
      for (const text of prompt.law) {
        const citation = parseLawReference(text, law);
        if (!citation) throw new Error(`${prompt.id}: ${text}`);
        expect(['in-force', 'not-covered'], `${prompt.id}: ${text}`).toContain(resolveCitation(citation, law, today).status);
      }
    }
  });

  test('say that a concern for a child is notified at once, and waits for nothing', () => {
    const concern = national.prompts.find(({ id }) => id === 'children-concern');
    expect(concern).toMatchObject({ law: ['SoL 2025:400 19:1'], catalogue: 'D09', basis: 'law' });
  });
});

describe('what agreements ask for', () => {
  test('is cited beside the prompt, by the agreement and its sentences', () => {
    const [violence] = promptsFor({ ...no, violence: 'yes' }, national, jonkoping, agreements.jonkoping);
    expect(violence?.askedIn).toEqual([{ agreement: 'jonkoping-psykiatriska-tillstand', cites: ['vald.a2', 'vald.a4', 'vald.a5'] }]);
  });

  test.each(circumstances)('covers %s in both counties', (about) => {
    expect(askedInOf(about, jonkoping, agreements.jonkoping)).not.toEqual([]);
    expect(askedInOf(about, dalarna, agreements.dalarna)).not.toEqual([]);
  });

  test('is never cited from an agreement that is not in force there', () => {
    expect(askedInOf('violence', jonkoping, [])).toEqual([]);
    expect(askedInOf('violence', jonkoping, agreements.dalarna)).toEqual([]);
    expect(askedInOf('violence', undefined, agreements.jonkoping)).toEqual([]);
  });

  test('leaves out a place that the version in force does not have', () => {
    const [agreement] = agreements.dalarna;
    const shorter = { slug: agreement?.slug ?? '', sections: (agreement?.sections ?? []).filter(({ id }) => id !== 'ansvarsfordelning') };
    expect(askedInOf('children-at-home', dalarna, [shorter])).toMatchObject([{ cites: ['barn-och-unga.a5'] }]);
    expect(askedInOf('children-at-home', dalarna, [{ ...shorter, sections: [] }])).toEqual([]);
  });
});
