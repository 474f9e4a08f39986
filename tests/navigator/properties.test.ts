import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dutiesOfRole } from '../../src/domain/responsibilities/duties-of-role.ts';
import { asksWhatMatters, leadsSomewhere, widensOnly } from '../../src/domain/responsibilities/given-properties.ts';
import { anyFacts } from '../../src/domain/responsibilities/given-random.ts';
import { parseSituation } from '../../src/domain/responsibilities/parse-situation.ts';
import { parseSituationParams, situationToParams } from '../../src/domain/responsibilities/situation-params.ts';
import { raw } from './facts.ts';
import { navigator, situationFile, taxonomy } from './real-files.ts';

const county = fc.constantFrom('06', '20');
const facts = anyFacts(situationFile);

test('with the real agreements, knowing less never removes a duty', () => {
  fc.assert(
    fc.property(county, facts, (code, known) => {
      expect(() => widensOnly(navigator, { county: code, facts: known, asked: Object.keys(known), implied: [] })).not.toThrow();
    }),
    { numRuns: 150 },
  );
});

test('with the real agreements, every situation has an answer or somewhere to turn, and every duty its source', () => {
  fc.assert(
    fc.property(county, facts, (code, known) => {
      expect(() => leadsSomewhere(navigator, { county: code, facts: known, asked: Object.keys(known), implied: [] })).not.toThrow();
    }),
    { numRuns: 300 },
  );
});

test('with the real agreements, what is asked changes the answer, and nothing is left unasked that would', () => {
  const few = facts.map((known) => Object.fromEntries(Object.entries(known).slice(0, 3)));
  fc.assert(
    fc.property(county, few, (code, known) => {
      expect(() => asksWhatMatters(navigator, known, { county: code, implied: [] })).not.toThrow();
    }),
    { numRuns: 100 },
  );
});

test('every unmet duty of the real agreements has a way forward of its own', () => {
  for (const { compiled } of [...navigator.byCounty.values()].flat()) {
    for (const { key, conditions, row } of compiled.rows) if (conditions.length > 0) expect(row['way-forward'], key).toBeTruthy();
  }
});

test('a situation survives its address with the real facts and what follows from them', () => {
  fc.assert(
    fc.property(county, facts, (code, known) => {
      const sent = { county: code, ...Object.fromEntries(Object.entries(known).map(([id, value]) => [id, raw(value)])) };
      const parsed = parseSituation(sent, situationFile);
      if (!parsed.ok) throw new Error(JSON.stringify(parsed.faults));
      expect(parseSituationParams(new URLSearchParams(situationToParams(parsed.situation, situationFile)), situationFile)).toEqual(parsed);
    }),
  );
});

test('every duty of every matrix is reached from some role, or told to every role as done by others', () => {
  for (const [code, entries] of navigator.byCounty) {
    const reached = new Set<string>();
    for (const performer of taxonomy.performers) {
      for (const role of taxonomy.roles) {
        const { always, onCondition, byOthers } = dutiesOfRole(navigator, { county: code, performer: performer.id, role: role.id });
        for (const duty of [...always, ...onCondition, ...byOthers]) reached.add(duty.key);
      }
    }
    const all = entries.flatMap(({ compiled }) => compiled.rows.map((row) => row.key));
    expect(all.filter((key) => !reached.has(key))).toEqual([]);
  }
});

test('only duties of authorities outside the cooperation are told as done by others', () => {
  for (const code of navigator.byCounty.keys()) {
    for (const duty of dutiesOfRole(navigator, { county: code }).byOthers) {
      expect(new Set(duty.together.map((who) => who.authority)), duty.key).toEqual(new Set(['external']));
    }
  }
});

test('every condition in the real files tests a fact that exists, in a way that fits its kind and with options that it has', () => {
  const facts = new Map(situationFile.facts.map((fact) => [fact.id, fact]));
  const rules = [
    ...[...navigator.byCounty.values()]
      .flat()
      .flatMap(({ compiled }) => [
        ...[...compiled.when, ...compiled.scope].map((one) => [compiled.agreement.slug, ...one] as const),
        ...compiled.rows.flatMap((row) => [...row.when, ...row.conditions].map((one) => [row.key, ...one] as const)),
      ]),
    ...[...situationFile['next-steps'], ...situationFile.implications].flatMap((rule) =>
      Object.entries(rule.when).map((one) => [rule.id, ...one] as const),
    ),
  ];
  expect(rules.length).toBeGreaterThan(100);
  const unfit = rules.filter(([, id, condition]) => {
    const fact = facts.get(id);
    if (!fact) return true;
    if ('is' in condition) return fact.type !== 'yes-no';
    if (!('any' in condition)) return fact.type !== 'number';
    const ids = 'options' in fact ? fact.options.map((option) => option.id) : [];
    return condition.any.some((option) => !ids.includes(option));
  });
  expect(unfit).toEqual([]);
});

test('what follows from other answers is a value that its fact can have', () => {
  for (const { id, implies } of situationFile.implications) {
    const fact = situationFile.facts.find((one) => one.id === implies.fact);
    const options = fact && 'options' in fact ? fact.options.map((option) => option.id) : [];
    const fits =
      'is' in implies
        ? fact?.type === 'yes-no'
        : 'choice' in implies
          ? options.includes(implies.choice)
          : implies.includes.every((option) => options.includes(option));
    expect(fits, id).toBe(true);
  }
});
