import { describe, expect, test } from 'vitest';
import { situationFile } from './given.ts';
import { parseSituation } from './parse-situation.ts';

const parse = (raw: unknown) => parseSituation(raw, situationFile);
const faultsOf = (raw: unknown) => {
  const parsed = parse(raw);
  return parsed.ok ? [] : parsed.faults.map((fault) => `${fault.code} ${fault.path.join('.')}`);
};

describe('a situation from a machine', () => {
  test('every kind of value is read', () => {
    const raw = {
      county: '06',
      municipality: '0686',
      date: '2026-02-28',
      need: ['withdrawal'],
      age: 45,
      severity: 'mild',
      psychiatric: true,
      'child-at-home': 'unknown',
    };
    expect(parse(raw)).toEqual({
      ok: true,
      situation: {
        county: '06',
        municipality: '0686',
        date: '2026-02-28',
        facts: {
          need: { set: ['withdrawal'] },
          age: { range: { min: 45, max: 45 } },
          severity: { choice: 'mild' },
          psychiatric: { yesNo: true },
          'child-at-home': 'unknown',
        },
        asked: ['need', 'age', 'severity', 'psychiatric', 'child-at-home'],
        implied: [],
      },
    });
  });

  test('the county follows from the municipality', () => {
    expect(parse({ municipality: '2080' })).toMatchObject({ ok: true, situation: { county: '20', municipality: '2080' } });
  });

  test('an age band, open ends and a single option are read', () => {
    expect(parse({ county: '06', age: 'adult', need: 'housing' })).toMatchObject({
      situation: { facts: { age: { range: { min: 20, max: 64 } }, need: { set: ['housing'] } } },
    });
    expect(parse({ county: '06', age: { max: 17 } })).toMatchObject({ situation: { facts: { age: { range: { min: 0, max: 17 } } } } });
  });

  test('a set is the same in whatever order and however often an option is named', () => {
    expect(parse({ county: '06', need: ['housing', 'withdrawal', 'housing'] })).toEqual(
      parse({ county: '06', need: ['withdrawal', 'housing'] }),
    );
  });

  test('what follows from other answers takes the place of what was stated, and is said', () => {
    const parsed = parse({ county: '06', need: ['withdrawal'], severity: 'mild', risk: ['seizures'] });
    expect(parsed).toMatchObject({ situation: { facts: { severity: { choice: 'severe' } }, implied: ['severity'] } });
  });

  test('nothing follows from what is only possible', () => {
    expect(parse({ county: '06', need: 'unknown', risk: ['seizures'] })).toMatchObject({ situation: { implied: [] } });
  });

  test.each<[string, unknown, string[]]>([
    ['something that is no object', [], ['not-an-object ']],
    ['null', null, ['not-an-object ']],
    ['no place', { need: ['housing'] }, ['missing county']],
    ['a county that is no code', { county: 6 }, ['not-a-county county']],
    ['a municipality of another county', { county: '06', municipality: '2080' }, ['municipality-outside-county municipality']],
    ['a date that does not exist', { county: '06', date: '2026-02-30' }, ['not-a-date date']],
    ['an unknown field', { county: '06', needs: [] }, ['unknown-field needs']],
    ['a prototype as field', JSON.parse('{"county":"06","__proto__":1}'), ['unknown-field __proto__']],
    ['an unknown option in its place', { county: '06', need: ['housing', 'x'] }, ['unknown-option need.1']],
    ['an inherited name as option', { county: '06', severity: 'constructor' }, ['unknown-option severity']],
    ['an empty set', { county: '06', need: [] }, ['empty need']],
    ['more options than there are', { county: '06', need: Array(500).fill('housing') }, ['too-many need']],
    ['none beside another', { county: '06', substance: ['none', 'alcohol'] }, ['excludes-others substance']],
    ['a word for a yes/no', { county: '06', psychiatric: 'yes' }, ['wrong-type psychiatric']],
    ['a broken age', { county: '06', age: 45.5 }, ['wrong-type age']],
    ['an age that is not a number', { county: '06', age: Number.NaN }, ['wrong-type age']],
    ['an age out of range', { county: '06', age: 121 }, ['out-of-range age']],
    ['ends the wrong way round', { county: '06', age: { min: 30, max: 20 } }, ['ends-reversed age.max']],
    ['a stranger in a range', { county: '06', age: { min: 1, step: 2 } }, ['unknown-field age.step']],
    ['null as a value', { county: '06', age: null }, ['wrong-type age']],
  ])('refuses %s', (_name, raw, expected) => {
    expect(faultsOf(raw)).toEqual(expected);
  });

  test('says every fault at once', () => {
    expect(faultsOf({ county: 'x', age: -1, need: ['y'], foo: 1 })).toEqual([
      'not-a-county county',
      'unknown-field foo',
      'unknown-option need.0',
      'out-of-range age',
    ]);
  });

  test('never echoes what was sent as a value', () => {
    const secret = '19121212-1212';
    expect(JSON.stringify(parse({ county: secret, need: [secret], age: secret, date: secret, severity: secret }))).not.toContain(secret);
  });
});
