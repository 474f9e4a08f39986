import { describe, expect, test } from 'vitest';
import { byKind, type UnitKinds, unitKeysOf } from './compare-units.ts';
import type { Unit, Who } from './who.ts';

const kinds: UnitKinds = [
  { id: 'primary-care', label: 'x', authority: 'region', performers: ['primarvard', 'ungdomsmottagning'] },
  { id: 'social-services', label: 'x', authority: 'municipality', performers: ['individ-familjeomsorg'] },
];
const unit = (authority: Unit['authority'], ...performers: string[]): Unit => ({ actor: 'a', name: 'A', authority, performers, roles: [] });
const who = (itself: Unit, ...members: Unit[]): Who => ({ ...itself, role: 'responsible', members });

describe('the kinds of unit of an actor', () => {
  test.each<[string, Who, string[]]>([
    ['are those of its performers, each once', who(unit('region', 'primarvard', 'ungdomsmottagning')), ['unit/primary-care']],
    ['never cross the authorities', who(unit('municipality', 'ungdomsmottagning')), ['performer/ungdomsmottagning']],
    [
      'leave out a performer of no kind when another has one',
      who(unit('municipality', 'individ-familjeomsorg', 'familjecentral')),
      ['unit/social-services'],
    ],
    ['are the performers when none has a kind', who(unit('region', 'tandvard')), ['performer/tandvard']],
    [
      'are of both authorities for what both run',
      who(unit('both', 'primarvard', 'individ-familjeomsorg')),
      ['unit/primary-care', 'unit/social-services'],
    ],
    ['are the authority for an actor without performers', who(unit('external')), ['authority/external']],
    [
      'of a group are those of its members',
      who(unit('both'), unit('region', 'primarvard'), unit('municipality', 'individ-familjeomsorg')),
      ['unit/primary-care', 'unit/social-services'],
    ],
  ])('%s', (_name, actor, expected) => {
    expect(unitKeysOf(actor, kinds)).toEqual(expected);
  });
});

test('kinds of unit stand in the order of the file, the others after', () => {
  const keys = ['authority/external', 'unit/social-services', 'performer/tandvard', 'unit/primary-care'] as const;
  expect(keys.toSorted(byKind(kinds))).toEqual(['unit/primary-care', 'unit/social-services', 'authority/external', 'performer/tandvard']);
});
