import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { partiesFrom, partiesWritten, partyChanges } from './draft-parties.ts';
import { stepsOf } from './steps.ts';

const choices = ['0604', '0617', '0680'];
const county = { class: 'major', choices, isLocal: false } as const;
const parties = (municipalities: 'all' | string[]) => ({ parties: { region: true as const, municipalities, cites: ['parter'] } });

describe('the parties of a working copy', () => {
  test.each([
    ['all', ['0604'], county, 'all'],
    [['0680', '0604', '0604'], 'all', county, ['0604', '0680']],
    [[], 'all', county, 'no-party'],
    [['2061'], 'all', county, 'municipality-not-found'],
    [['0604', '2061'], ['0604'], county, 'municipality-not-found'],
    ['all', ['0604'], { ...county, isLocal: true }, 'local-names-parties'],
    [['0604'], 'all', { ...county, class: 'minor' }, 'minor-keeps-parties'],
    ['all', 'all', { ...county, class: 'minor' }, 'all'],
    [[], ['0604'], { ...county, class: 'minor' }, ['0604']],
    [['0617'], undefined, county, ['0617']],
    [['0680', '0604'], ['0604', '0680'], { ...county, class: 'minor' }, ['0604', '0680']],
  ] as const)('typed as %j over %j are as the rule says', (typed, before, ground, expected) => {
    const found = partiesFrom(typed, before, ground);
    expect(typeof found === 'object' && 'refused' in found ? found.code : found).toEqual(expected);
  });

  test('are who decides, each in its own body, and nobody else', () => {
    const adoption = [{ id: 'adopt', step: 'adopt' as const, by: ['each-party'], description: '-', cites: ['a'] }];
    const decide = (municipalities: 'all' | string[]) => {
      const terms = { ...parties(municipalities), adoption };
      return stepsOf({ class: 'major', terms, municipalities: partiesWritten(terms, choices) })[0]?.deciders;
    };
    expect(decide('all')).toEqual(['party:region', 'party:0604', 'party:0617', 'party:0680']);
    expect(decide(['0617'])).toEqual(['party:region', 'party:0617']);
  });

  test('are those it was opened for as long as the text names none', () => {
    expect(partiesWritten({}, ['0604'])).toEqual(['0604']);
  });

  test('that come and that leave are never the same, and together make the new out of the old', () => {
    const some = fc.oneof(fc.constant('all' as const), fc.subarray(choices, { minLength: 1 }));
    fc.assert(
      fc.property(some, some, (before, now) => {
        const { joins, leaves } = partyChanges(before, now, choices);
        const was = before === 'all' ? choices : before;
        const is = new Set(was.filter((code) => !leaves.includes(code)).concat(joins));
        expect(is).toEqual(new Set(now === 'all' ? choices : now));
        expect(joins.filter((code) => leaves.includes(code) || was.includes(code))).toEqual([]);
      }),
    );
  });
});
