import { describe, expect, test } from 'vitest';
import { KnowledgeFile, TaxonomyFile } from '../counties/national-files.ts';
import { compileAgreement } from '../responsibilities/compile-agreement.ts';
import { agreementOf, row, situationFile } from '../responsibilities/given.ts';
import type { MatrixFilter } from '../responsibilities/matrix-filter.ts';
import { agreementMatch, knowledgeMatching } from './matching.ts';

const NO_TAGS = { performers: [], roles: [], support: [], 'age-groups': [], severities: [], conditions: [] };
const page = (tags: Partial<KnowledgeFile['tags']>) =>
  KnowledgeFile.parse({
    id: 'page',
    title: 'x',
    publisher: 'x',
    'target-group': ['x'],
    'state-of-knowledge': ['x'],
    summary: ['x'],
    implementation: ['x'],
    'follow-up': ['x'],
    tags: { ...NO_TAGS, ...tags },
  });

describe('knowledge support for what was chosen', () => {
  test.each<[string, Partial<KnowledgeFile['tags']>, MatrixFilter, boolean]>([
    ['nothing chosen: shown', { performers: ['tandvard'] }, {}, true],
    ['tagged with the choice: shown', { performers: ['primarvard', 'tandvard'] }, { performer: 'primarvard' }, true],
    ['tagged with others: not shown', { performers: ['tandvard'] }, { performer: 'primarvard' }, false],
    ['without tags of that kind: shown, since nobody has said that it does not concern', {}, { performer: 'primarvard' }, true],
    [
      'one choice of several left out: not shown',
      { roles: ['kurator'], severities: ['svar'] },
      { role: 'kurator', severity: 'lindrig' },
      false,
    ],
    ['by age group', { 'age-groups': ['barn'] }, { ageGroup: 'vuxna' }, false],
    ['by condition', { conditions: ['missbruk-beroende'] }, { condition: 'psykiatriska-tillstand' }, false],
  ])('%s', (_name, tags, filter, expected) => {
    expect(knowledgeMatching([page(tags)], filter)).toHaveLength(expected ? 1 : 0);
  });
});

describe('agreements for what was chosen', () => {
  const taxonomy = TaxonomyFile.parse({
    source: 'x',
    performers: [],
    roles: [],
    support: [],
    'age-groups': [{ id: 'barn', label: 'Barn', min: 0, max: 17 }],
    severities: [],
    conditions: [],
  });
  const compiled = compileAgreement(
    agreementOf([row('A-1'), row('A-2', { always: true })], { target: { conditions: { age: { min: 18 } } } }),
  );
  const match = (filter: MatrixFilter) => {
    const { rows, fits } = agreementMatch(compiled, filter, { taxonomy, situation: situationFile });
    return { fits, rows: rows.map(({ row: one }) => one.id) };
  };

  test('one that may concern the choice fits', () => {
    expect(match({ performer: 'primarvard' })).toEqual({ fits: true, rows: ['A-1', 'A-2'] });
  });

  test('one for other ages does not fit, and what always holds is not hidden', () => {
    expect(match({ ageGroup: 'barn' })).toEqual({ fits: false, rows: ['A-2'] });
  });

  test('one about another condition does not fit', () => {
    expect(match({ condition: 'psykiatriska-tillstand' }).fits).toBe(false);
  });

  test('one with nothing but duties that always hold fits', () => {
    const always = compileAgreement(agreementOf([row('A-1', { always: true })]));
    expect(agreementMatch(always, {}, { taxonomy, situation: situationFile }).fits).toBe(true);
  });
});
