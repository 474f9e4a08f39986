import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { AgreementFile } from '../../src/domain/counties/agreement-file.ts';
import { ActivitiesFile } from '../../src/domain/counties/national-files.ts';
import { type ComparedActivity, compareActivities } from '../../src/domain/responsibilities/compare.ts';
import { compileAgreement } from '../../src/domain/responsibilities/compile-agreement.ts';
import { agreements } from '../navigator/real-files.ts';

const file = ActivitiesFile.parse(parse(readFileSync(new URL('../../counties/national/activities.yaml', import.meta.url), 'utf8')));
const AREA = 'missbruk-beroende';

function sideOf(county: string) {
  const all = agreements.filter((agreement) => agreement.county === county).map(compileAgreement);
  const isCompared = ({ agreement }: (typeof all)[number]) => agreement.area === AREA;
  return { compared: all.filter(isCompared), others: all.filter((one) => !isCompared(one)) };
}

const [jonkoping, dalarna] = [sideOf('06'), sideOf('20')];
const compared = compareActivities(file, { left: jonkoping, right: dalarna });
const rows = (side: ComparedActivity['left']) => side.rows.map(({ row }) => row.row.id);
const get = (id: string) => compared.find((activity) => activity.id === id) ?? expect.fail(`no activity ${id}`);

describe('Jönköping and Dalarna side by side', () => {
  test('every row of the Dalarna matrix is there, in its order', () => {
    expect(compared.flatMap(({ right }) => rows(right))).toEqual(
      Array.from({ length: 14 }, (_, index) => `DAL-${String(index + 1).padStart(2, '0')}`),
    );
  });

  test('every comparable row of Jönköping is there too', () => {
    const all = jonkoping.compared.flatMap((one) => one.rows.filter(({ row }) => row.comparable).map(({ row }) => row.id));
    expect(compared.flatMap(({ left }) => rows(left)).toSorted()).toEqual(all.toSorted());
  });

  test('tapering differs: by how severe in Jönköping, primary care taking part of it; psychiatry without condition in Dalarna', () => {
    const { verdict, left, right, differences } = get('tapering');
    expect({ verdict, left: rows(left), right: rows(right) }).toEqual({
      verdict: 'different',
      left: ['JA-26', 'JA-28'],
      right: ['DAL-05'],
    });
    expect(differences).toMatchObject([
      { code: 'divided', side: 'left', fact: 'severity' },
      {
        code: 'unit',
        side: 'left',
        unit: 'unit/primary-care',
        presence: { grounds: [{ text: expect.stringContaining('vissa läkemedel') }] },
      },
      {
        code: 'condition',
        unit: 'unit/psychiatry',
        left: { grounds: [{ text: expect.stringContaining('omfattande') }] },
        right: { grounds: [] },
      },
    ]);
  });

  test('LARO: the conditions of Jönköping, not the substance, are what differs', () => {
    const [only, ...more] = get('opioid-treatment').differences;
    expect(more).toEqual([]);
    expect(only).toMatchObject({ code: 'condition', unit: 'unit/psychiatry', right: { grounds: [] } });
    const tests = only?.code === 'condition' ? only.left.grounds.flatMap((ground) => ground.tests.map(([fact]) => fact)) : [];
    expect(tests).toEqual(['age', 'opioid-years', 'other-treatment-insufficient']);
  });

  test('the duty to notify rests on the same law on both sides', () => {
    expect(get('child-concern').sameLaw).toEqual(['SoL 2025:400 19:1']);
  });

  test('what Jönköping has in its other agreement is not said to be missing there', () => {
    expect(get('relatives-support')).toMatchObject({
      verdict: 'elsewhere',
      left: { rows: [], elsewhere: [{ row: { row: { id: 'JP-J07' } } }, { row: { row: { id: 'JP-K06' } } }] },
    });
  });

  test('local agreements are a term in Dalarna and not missing', () => {
    expect(get('local-agreements')).toMatchObject({ verdict: 'elsewhere', right: { rows: [], terms: [{ agreement: { county: '20' } }] } });
  });

  test('a county beside itself differs in nothing', () => {
    for (const one of [jonkoping, dalarna]) {
      expect(compareActivities(file, { left: one, right: one }).filter(({ verdict }) => verdict !== 'same')).toEqual([]);
    }
  });

  test('a third county takes part without code', () => {
    const path = new URL('../counties/99-fjallmark/agreements/fjallmark-beroende.2.yaml', import.meta.url);
    const fjallmark = { compared: [compileAgreement(AgreementFile.parse(parse(readFileSync(path, 'utf8'))))], others: [] };
    const verdicts = Object.fromEntries(
      compareActivities(file, { left: fjallmark, right: dalarna }).map(({ id, verdict }) => [id, verdict]),
    );
    expect(verdicts).toMatchObject({ 'withdrawal-care': 'different', tapering: 'one-side', 'child-concern': 'different' });
  });
});
