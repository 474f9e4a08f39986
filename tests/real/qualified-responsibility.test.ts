import { describe, expect, test } from 'vitest';
import { sectionsOf } from '../../src/domain/agreements/sections.ts';
import { NEED } from '../../src/domain/responsibilities/fact-value.ts';
import { agreements } from '../navigator/real-files.ts';

/**
 * The chapter Regionens ansvar of Jönköping's agreement on addiction: by which facts each row is qualified, beside what help is sought
 * for, and in which section it stands. Made by hand from the source (version 10.0).
 */
const KEY: Record<string, readonly [section: string, facts: readonly string[]]> = {
  'JA-18': ['region-tidig-upptackt', []],
  'JA-19': ['region-utredning', []],
  'JA-20': ['region-utredning', []],
  'JA-21': ['region-utredning', ['psychiatric']],
  'JA-22': ['region-utredning', []],
  'JA-23': ['region-behandling', []],
  'JA-24': ['region-behandling', []],
  'JA-25': ['abstinensbehandling', ['severity', 'substance']],
  'JA-26': ['abstinensbehandling', ['severity']],
  'JA-27': ['abstinensbehandling', ['severity']],
  'JA-28': ['region-behandling', ['severity']],
  'JA-29': ['region-behandling', ['psychiatric']],
  'JA-30': ['psykologisk-behandling', []],
  'JA-31': ['laro', ['age', 'opioid-years', 'other-treatment-insufficient', 'substance']],
  'JA-32': ['sprututbyte', ['age', 'injects', 'residence']],
};

const jonkoping = agreements.find(({ slug }) => slug === 'jonkoping-missbruk-beroende') ?? expect.fail('no such agreement');
const sections = new Set(sectionsOf(jonkoping.sections).map(({ section }) => section.id));
const row = (id: string) => jonkoping.responsibilities.find((one) => one.id === id) ?? expect.fail(`no row ${id}`);

describe("the region's responsibility in Jönköping", () => {
  test.each(Object.entries(KEY))(
    '%s is qualified by what the source qualifies it by, and cites where it says so',
    (id, [section, facts]) => {
      const { when, conditions, cites } = row(id);
      const tested = new Set([...Object.keys(when), ...Object.keys(conditions)].filter((fact) => fact !== NEED));
      expect([...tested].toSorted()).toEqual(facts);
      expect(sections).toContain(section);
      expect(cites.map((cite) => cite.split('.')[0])).toContain(section);
    },
  );

  test('every limit of age, time, residence or severity is also said in words', () => {
    const limited = Object.keys(KEY).filter((id) => KEY[id]?.[1].some((fact) => fact !== 'psychiatric'));
    expect(limited.filter((id) => !row(id)['conditions-text'])).toEqual([]);
  });

  test('every row of the agreements that ship cites a sentence, not only a section', () => {
    const all = agreements.flatMap(({ responsibilities }) => responsibilities);
    expect(all.filter(({ cites }) => !cites.some((cite) => cite.includes('.'))).map(({ id }) => id)).toEqual([]);
  });
});
