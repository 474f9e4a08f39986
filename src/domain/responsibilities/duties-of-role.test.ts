import { describe, expect, test } from 'vitest';
import { dutiesOfRole } from './duties-of-role.ts';
import { agreementOf, row, situationFile } from './given.ts';
import { compileNavigator } from './navigator.ts';

const agreement = agreementOf(
  [
    row('A-1', {
      always: true,
      actors: [
        { actor: 'region', role: 'responsible' },
        { actor: 'soc', role: 'responsible' },
      ],
      mode: 'joint',
    }),
    row('A-2', { when: { need: { any: ['withdrawal'] } } }),
    row('A-3', { when: { need: { any: ['withdrawal'] } }, roles: ['lakare'] }),
    row('A-4', {
      actors: [
        { actor: 'soc', role: 'responsible' },
        { actor: 'polis', role: 'contributes' },
      ],
    }),
    row('A-6', { actors: [{ actor: 'polis', role: 'responsible' }], mode: 'external' }),
    row('A-5', { actors: [{ actor: 'board', role: 'responsible' }] }),
  ],
  {
    actors: {
      pv: { name: 'Primärvård', authority: 'region', performers: ['primarvard'], roles: ['lakare', 'kurator', 'ledning'] },
      soc: { name: 'Socialtjänst', authority: 'municipality', performers: ['individ-familjeomsorg'], roles: ['socialsekreterare'] },
      region: {
        name: 'Regionen',
        authority: 'region',
        performers: ['primarvard'],
        roles: ['lakare', 'socialsekreterare'],
        includes: ['pv'],
      },
      board: { name: 'Styrgrupp', authority: 'both', roles: ['ledning'] },
      polis: { name: 'Polisen', authority: 'external' },
    },
  },
);
const navigator = compileNavigator([{ agreement, status: undefined }], situationFile);
const view = (performer: string, role: string) => {
  const { always, onCondition } = dutiesOfRole(navigator, { county: '06', performer, role });
  return { always: always.map((duty) => duty.row.id), onCondition: onCondition.map((duty) => duty.row.id) };
};

describe('what the agreements ask of a role', () => {
  test('always, and on condition', () => {
    expect(view('primarvard', 'lakare')).toEqual({ always: ['A-1'], onCondition: ['A-2', 'A-3'] });
  });

  test('a row for some professions is not asked of the others', () => {
    expect(view('primarvard', 'kurator')).toEqual({ always: ['A-1'], onCondition: ['A-2'] });
  });

  test('unit and profession must be those of one member, not of two in a group', () => {
    expect(view('primarvard', 'socialsekreterare')).toEqual({ always: [], onCondition: [] });
  });

  test('a group without units is reached by its professions', () => {
    expect(view('primarvard', 'ledning').always).toEqual(['A-1', 'A-5']);
  });

  test('the others of a duty are told', () => {
    const { always } = dutiesOfRole(navigator, { county: '06', performer: 'primarvard', role: 'lakare' });
    expect(always).toMatchObject([{ mine: [{ actor: 'region' }], together: [{ actor: 'soc', authority: 'municipality' }] }]);
  });

  test('nothing of another county', () => {
    expect(dutiesOfRole(navigator, { county: '20', performer: 'primarvard' })).toEqual({ always: [], onCondition: [], byOthers: [] });
  });

  test('what only others do is told to everyone, as theirs', () => {
    const { byOthers } = dutiesOfRole(navigator, { county: '06', performer: 'primarvard', role: 'kurator' });
    expect(byOthers).toMatchObject([{ row: { id: 'A-6' }, mine: [], together: [{ name: 'Polisen' }] }]);
  });
});
