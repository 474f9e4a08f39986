import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Fact } from '../counties/national-files.ts';
import type { FactValue } from './fact-value.ts';
import { situationFile } from './given.ts';
import { parseSituation } from './parse-situation.ts';
import { parseSituationParams, situationToParams } from './situation-params.ts';

const parse = (query: string) => parseSituationParams(new URLSearchParams(query), situationFile);

describe('a situation in an address', () => {
  test('is read in Swedish', () => {
    expect(
      parse('lan=06&kommun=0686&behov=p-withdrawal&alder=45&amne=p-alcohol&svarighetsgrad=p-mild&psykiatri=nej&barn-hemma=vet-inte'),
    ).toEqual(
      parseSituation(
        {
          county: '06',
          municipality: '0686',
          need: ['withdrawal'],
          age: 45,
          substance: ['alcohol'],
          severity: 'mild',
          psychiatric: false,
          'child-at-home': 'unknown',
        },
        situationFile,
      ),
    );
  });

  test('several values are given by comma or by repetition', () => {
    expect(parse('lan=06&behov=p-withdrawal,p-housing')).toEqual(parse('lan=06&behov=p-housing&behov=p-withdrawal'));
  });

  test('an empty field is an unanswered question', () => {
    expect(parse('lan=06&alder=&behov=&alder=vuxen')).toEqual(parse('lan=06&alder=vuxen'));
  });

  test('parameters of the page itself are left alone', () => {
    expect(parse('lan=06&visa=allt')).toMatchObject({ ok: true, situation: { facts: {} } });
  });

  test('faults carry the name that the address uses', () => {
    const parsed = parse('lan=06&behov=p-fel&alder=gammal&psykiatri=kanske&svarighetsgrad=p-mild,p-severe&datum=i-dag');
    expect(parsed.ok ? [] : parsed.faults.map((fault) => `${fault.code} ${fault.path[0]}`)).toEqual([
      'not-a-date datum',
      'unknown-option behov',
      'unknown-option alder',
      'wrong-type svarighetsgrad',
      'wrong-type psykiatri',
    ]);
  });

  test("don't know beside an answer is a fault, never an answer", () => {
    expect(parse('lan=06&behov=vet-inte,p-housing').ok).toBe(false);
  });
});

function rawOf(fact: Fact): fc.Arbitrary<unknown> {
  if (fact.type === 'yes-no') return fc.constantFrom<unknown>(true, false, 'unknown');
  if (fact.type === 'choice') return fc.constantFrom<unknown>(...fact.options.map((option) => option.id), 'unknown');
  if (fact.type === 'set') {
    const ids = fact.options.map((option) => option.id);
    return fc.oneof(
      fc.subarray(
        ids.filter((id) => id !== 'none'),
        { minLength: 1 },
      ),
      fc.constant('unknown'),
    );
  }
  const age = fc.integer({ min: fact.min, max: fact.max });
  return fc.oneof(
    age,
    fc.tuple(age, age).map(([a, b]) => ({ min: Math.min(a, b), max: Math.max(a, b) })),
    fc.constant('unknown'),
  );
}

test('a situation survives its address, and equal situations have equal addresses', () => {
  const raw = fc.record(
    {
      county: fc.constant('06'),
      municipality: fc.constant('0686'),
      date: fc.constant('2026-01-01'),
      ...Object.fromEntries(situationFile.facts.map((fact) => [fact.id, rawOf(fact)])),
    },
    { requiredKeys: ['county'] },
  );
  fc.assert(
    fc.property(raw, (given) => {
      const parsed = parseSituation(given, situationFile);
      if (!parsed.ok) throw new Error(JSON.stringify(parsed.faults));
      const address = situationToParams(parsed.situation, situationFile);
      const back = parseSituationParams(new URLSearchParams(address), situationFile);
      expect(back).toEqual(parsed);
      const shuffled = Object.fromEntries(Object.entries(parsed.situation.facts).toReversed()) as Record<string, FactValue>;
      expect(situationToParams({ ...parsed.situation, facts: shuffled }, situationFile)).toEqual(address);
    }),
  );
});
