import { describe, expect, test } from 'vitest';
import { answerSituation } from '../../src/domain/responsibilities/answer.ts';
import { parseSituation } from '../../src/domain/responsibilities/parse-situation.ts';
import type { Situation } from '../../src/domain/responsibilities/situation.ts';
import { raw } from './facts.ts';
import { type Case, cases } from './key.ts';
import { navigator, situationFile } from './real-files.ts';

function situationOf({ situation }: Case): Situation {
  const parsed = parseSituation(situation, situationFile);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.faults));
  return parsed.situation;
}

describe.each(cases.map((one) => [one.id, one] as const))('%s', (_id, one) => {
  const answer = answerSituation(navigator, situationOf(one));
  const shown = new Map(answer.duties.map((duty) => [duty.row.id, duty]));
  const units = (row: string) => shown.get(row)?.who.flatMap((who) => [who, ...who.members].flatMap((unit) => unit.performers)) ?? [];
  const given = (field: keyof Case) => Object.keys(one[field] ?? {}).length > 0;

  test(`the rows: ${one.why}`, () => {
    expect({ missing: one.must.filter((row) => !shown.has(row)), forbidden: one['must-not'].filter((row) => shown.has(row)) }).toEqual({
      missing: [],
      forbidden: [],
    });
    const results = Object.fromEntries(Object.keys(one.results).map((row) => [row, shown.get(row)?.result]));
    expect(results).toEqual(one.results);
  });

  if (given('who') || given('who-not') || given('group'))
    test('who, and in what part', () => {
      for (const [row, wanted] of Object.entries(one.who)) expect(units(row), row).toEqual(expect.arrayContaining(wanted));
      for (const [row, others] of Object.entries(one['who-not']))
        expect(
          units(row).filter((unit) => others.includes(unit)),
          row,
        ).toEqual([]);
      for (const [row, group] of Object.entries(one.group)) {
        expect(
          shown.get(row)?.placements.map((placement) => placement.group),
          row,
        ).toContain(group);
      }
    });

  if (given('instead') || given('warned') || given('no-consent'))
    test('what an unmet or disputed rule says', () => {
      for (const [row, wanted] of Object.entries(one.instead)) {
        const way = shown.get(row)?.wayForward;
        expect(way?.text, row).toBeTruthy();
        expect(
          way?.rows.map((other) => other.row.id),
          row,
        ).toEqual(expect.arrayContaining(wanted));
      }
      for (const row of one.warned) expect(shown.get(row)?.row.warnings.length, row).toBeGreaterThan(0);
      for (const row of one['no-consent']) expect(shown.get(row)?.row.consent, row).toBe('not-required');
    });

  test('which agreements speak, and for whom', () => {
    const outside = answer.agreements.filter((agreement) => agreement.scope === 'unmet');
    if (one.outside) expect(outside.map((agreement) => agreement.slug)).toEqual(one.outside);
    for (const agreement of outside) expect(agreement.appliesInstead.length, agreement.slug).toBeGreaterThan(0);
    expect(answer.agreements.filter((agreement) => one.silent.includes(agreement.slug))).toEqual([]);
    const between = answer.conflicts.map((conflict) => conflict.between.map((key) => key.split('/')[1]).toSorted());
    for (const pair of one.conflict) expect(between).toContainEqual(pair.toSorted());
    if (one['no-conflict']) expect(between).toEqual([]);
  });

  if (given('contradict'))
    test('which answers contradict one another, and what was counted with', () => {
      expect(answer.contradictions.map(({ id }) => id)).toEqual(one.contradict);
      const counted = Object.fromEntries(
        answer.contradictions.flatMap((found) => found.counted.map(({ fact, value }) => [fact, raw(value)])),
      );
      expect(counted).toEqual(one.counted);
    });

  if (given('elsewhere') || given('elsewhere-maybe'))
    test('which agreements are named although their text is not held', () => {
      const named = (result: string) => answer.elsewhere.filter((other) => other.result === result).map(({ related }) => related.slug);
      expect(named('met')).toEqual(expect.arrayContaining(one.elsewhere));
      expect(named('unknown')).toEqual(expect.arrayContaining(one['elsewhere-maybe']));
    });

  test('what to do next, what is not known, where to turn', () => {
    const steps = answer.steps.map(({ step }) => step.id);
    const certain = answer.steps.filter(({ result }) => result === 'met').map(({ step }) => step.id);
    expect(steps).toEqual(expect.arrayContaining(one.steps));
    expect(certain).toEqual(expect.arrayContaining(one['certain-steps']));
    expect(steps.filter((step) => !certain.includes(step))).toEqual(expect.arrayContaining(one['uncertain-steps']));
    expect(steps.filter((step) => one['no-steps'].includes(step))).toEqual([]);
    expect(answer.unknowns.map((open) => open.fact)).toEqual(expect.arrayContaining(one.unknown));
    if (one.fallback !== undefined) expect(answer.fallback).toBe(one.fallback);
  });
});

describe('the key itself', () => {
  test('names every need there is, both counties, and ages from 8 to 90', () => {
    const needs = new Set(cases.flatMap((one) => one.situation.need ?? []));
    const fact = situationFile.facts.find((one) => one.id === 'need');
    expect(fact?.type === 'set' ? fact.options.map((option) => option.id).filter((id) => !needs.has(id)) : 'no need').toEqual([]);
    const ages = cases.flatMap((one) => (typeof one.situation.age === 'number' ? [one.situation.age] : []));
    expect([Math.min(...ages), Math.max(...ages)]).toEqual([8, 90]);
    expect(new Set(cases.map((one) => situationOf(one).county))).toEqual(new Set(['06', '20']));
  });

  test('every row it names exists, and every row of the agreements must be shown in some case', () => {
    const rows = new Set([...navigator.byCounty.values()].flat().flatMap(({ compiled }) => compiled.rows.map((row) => row.row.id)));
    const must = new Set(cases.flatMap((one) => one.must));
    expect(cases.flatMap((one) => [...one.must, ...one['must-not']]).filter((row) => !rows.has(row))).toEqual([]);
    expect([...rows].filter((row) => !must.has(row))).toEqual([]);
  });

  test('no two cases are the same', () => {
    expect(new Set(cases.map((one) => one.id)).size).toBe(cases.length);
    expect(new Set(cases.map((one) => JSON.stringify(one.situation))).size).toBe(cases.length);
  });
});
