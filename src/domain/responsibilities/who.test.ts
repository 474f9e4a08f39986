import { describe, expect, test } from 'vitest';
import { agreementOf, row } from './given.ts';
import { actorsOf, placementsOf, whoOf } from './who.ts';

const agreement = agreementOf([], {
  actors: {
    pv: { name: 'Primärvård', authority: 'region', performers: ['primarvard'] },
    psy: { name: 'Psykiatri', authority: 'region', performers: ['psykiatrisk-oppenvard'] },
    soc: { name: 'Socialtjänst', authority: 'municipality', performers: ['individ-familjeomsorg'] },
    region: { name: 'Regionen', authority: 'region', includes: ['pv', 'psy'] },
    all: { name: 'Alla', authority: 'both', includes: ['region', 'soc', 'all'] },
  },
});
type Actors = { actor: string; role: string }[];
const placed = (actors: Actors, mode = 'region') => {
  const [one] = agreementOf([row('A-1', { actors, mode })]).responsibilities;
  if (!one) throw new Error('no row');
  return placementsOf(one, whoOf(agreement, one)).map(({ group, who }) => `${group}: ${who.map((actor) => actor.actor).join(' ')}`);
};

test('a group is spelled out to its members, each once, also when it contains itself', () => {
  expect(actorsOf(agreement, 'all')).toEqual(['all', 'region', 'pv', 'psy', 'soc']);
});

describe('where the actors of a duty stand', () => {
  const pv = { actor: 'pv', role: 'responsible' };
  const psy = { actor: 'psy', role: 'responsible' };
  test.each<[string, Actors, string, string[]]>([
    ['alone responsible: chief', [pv], 'region', ['main: pv']],
    ['several responsible: together, never one of them as "only"', [pv, psy], 'region', ['joint: pv psy']],
    ['a whole authority named as one: chief', [{ actor: 'region', role: 'responsible' }], 'region', ['main: region']],
    ['named as chief: chief, the others together', [{ actor: 'soc', role: 'main' }, pv, psy], 'joint', ['main: soc', 'joint: pv psy']],
    ['a shared duty is shared also when one actor stands for both', [{ actor: 'all', role: 'responsible' }], 'joint', ['joint: all']],
    ['the host of a unit of its own: chief', [{ actor: 'psy', role: 'host' }], 'region', ['main: psy']],
    [
      'the host of a shared unit: together',
      [
        { actor: 'psy', role: 'host' },
        { actor: 'soc', role: 'responsible' },
      ],
      'joint',
      ['joint: psy soc'],
    ],
    [
      'those who take part or refer onward take part',
      [pv, { actor: 'psy', role: 'contributes' }, { actor: 'soc', role: 'refers' }],
      'region',
      ['main: pv', 'contributes: psy soc'],
    ],
    ['those who may offer may offer', [{ actor: 'soc', role: 'may-offer' }], 'municipality', ['may-offer: soc']],
  ])('%s', (_name, actors, mode, expected) => {
    expect(placed(actors, mode)).toEqual(expected);
  });
});
