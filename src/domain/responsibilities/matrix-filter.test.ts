import { describe, expect, test } from 'vitest';
import { TaxonomyFile } from '../counties/national-files.ts';
import { compileAgreement } from './compile-agreement.ts';
import { agreementOf, row, situationFile } from './given.ts';
import { type MatrixFilter, rowsMatching } from './matrix-filter.ts';

const taxonomy = TaxonomyFile.parse({
  source: 'x',
  performers: [],
  roles: [],
  support: [],
  'age-groups': [
    { id: 'barn', label: 'Barn', min: 0, max: 17 },
    { id: 'vuxna', label: 'Vuxna', min: 18, max: 64 },
    { id: 'aldre', label: 'Äldre', min: 65 },
  ],
  severities: [],
  conditions: [],
});
const compiled = compileAgreement(
  agreementOf(
    [
      row('A-1', { when: { severity: { any: ['mild'] } } }),
      row('A-2', { conditions: { age: { min: 65 } }, 'way-forward': 'x' }),
      row('A-3', { actors: [{ actor: 'soc', role: 'responsible' }] }),
      row('A-4', { always: true, when: { age: { min: 65 } } }),
    ],
    { target: { conditions: { age: { min: 18 } } } },
  ),
);
const shown = (filter: MatrixFilter) => rowsMatching(compiled, filter, { taxonomy, situation: situationFile }).map((one) => one.row.id);

describe('a narrowed matrix', () => {
  test.each<[string, MatrixFilter, string[]]>([
    ['nothing chosen: every row', {}, ['A-1', 'A-2', 'A-3', 'A-4']],
    ['by kind of unit', { performer: 'individ-familjeomsorg' }, ['A-3', 'A-4']],
    ['by profession', { role: 'lakare' }, ['A-1', 'A-2', 'A-4']],
    ['by severity', { severity: 'p-severe' }, ['A-2', 'A-3', 'A-4']],
    ['by an age group inside', { ageGroup: 'aldre' }, ['A-1', 'A-2', 'A-3', 'A-4']],
    ['by an age group that a row is not for', { ageGroup: 'vuxna' }, ['A-1', 'A-3', 'A-4']],
    ['by an age group outside the agreement: what always holds stays', { ageGroup: 'barn' }, ['A-4']],
    ['by another condition: what always holds stays', { condition: 'psykiatri' }, ['A-4']],
    ['by the condition of the agreement', { condition: 'missbruk-beroende' }, ['A-1', 'A-2', 'A-3', 'A-4']],
    ['by an unknown age group: nothing is narrowed', { ageGroup: 'x' }, ['A-1', 'A-2', 'A-3', 'A-4']],
  ])('%s', (_name, filter, expected) => {
    expect(shown(filter)).toEqual(expected);
  });
});
