import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { CountyFile } from '../../src/domain/counties/county-file.ts';
import { KnowledgeFile } from '../../src/domain/counties/national-files.ts';
import { agreements, taxonomy } from '../navigator/real-files.ts';

const read = (path: string): unknown => parse(readFileSync(new URL(`../../counties/${path}`, import.meta.url), 'utf8'));
const page = KnowledgeFile.parse(read('national/knowledge/regionala-samverkansoverenskommelser.yaml'));

describe('the parties', () => {
  test.each([
    ['06-jonkoping', '06', '0604 0617 0642 0643 0662 0665 0680 0682 0683 0684 0685 0686 0687'],
    ['20-dalarna', '20', '2021 2023 2026 2029 2031 2034 2039 2061 2062 2080 2081 2082 2083 2084 2085'],
  ])('of %s are the region and every municipality that the county has', (folder, code, municipalities) => {
    const county = CountyFile.parse(read(`${folder}/county.yaml`));
    expect(county.municipalities.map((one) => one.code)).toEqual(municipalities.split(' '));
    for (const { terms } of agreements.filter((one) => one.county === code)) {
      expect(terms.parties).toMatchObject({ region: true, municipalities: 'all' });
    }
  });

  test('of Jönköping are in one of three districts each', () => {
    const county = CountyFile.parse(read('06-jonkoping/county.yaml'));
    const members = county.districts.flatMap((district) => district.members.map(({ municipality }) => municipality));
    expect(county.districts).toHaveLength(3);
    expect(members.toSorted()).toEqual(county.municipalities.map(({ code }) => code).toSorted());
  });
});

describe('the national vocabulary and the page it is taken from', () => {
  test('has as many tags of each kind as the page', () => {
    const { performers, roles, support, severities, conditions } = taxonomy;
    expect([performers, roles, support, taxonomy['age-groups'], severities, conditions].map(({ length }) => length)).toEqual([
      18, 18, 1, 3, 3, 1,
    ]);
  });

  test.each(['performers', 'roles', 'support', 'age-groups', 'severities', 'conditions'] as const)(
    'the page has every tag of %s',
    (kind) => {
      expect(page.tags[kind]).toEqual(taxonomy[kind].map(({ id }) => id));
    },
  );
});
