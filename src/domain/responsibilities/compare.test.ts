import { describe, expect, test } from 'vitest';
import { ActivitiesFile } from '../counties/national-files.ts';
import { compareActivities } from './compare.ts';
import { compileAgreement } from './compile-agreement.ts';
import { agreementOf, row } from './given.ts';

const file = ActivitiesFile.parse({
  activities: [
    { id: 'tapering', label: 'Nedtrappning' },
    { id: 'medication', label: 'Läkemedel mot alkoholberoende', about: ['substance'] },
    { id: 'local', label: 'Lokala avtal', term: 'local-agreements' },
  ],
  units: [
    { id: 'primary-care', label: 'Primärvården', authority: 'region', performers: ['primarvard'] },
    { id: 'psychiatry', label: 'Psykiatrin', authority: 'region', performers: ['psykiatrisk-oppenvard'] },
    { id: 'social-services', label: 'Socialtjänsten', authority: 'municipality', performers: ['individ-familjeomsorg'] },
  ],
});

type Row = ReturnType<typeof row>;
const by = (actor: string, more: Record<string, unknown> = {}, role = 'responsible') =>
  row('A-1', { comparable: 'tapering', actors: [{ actor, role }], ...more });
const side = (rows: Row[], more: Record<string, unknown> = {}) => ({
  compared: [
    compileAgreement(
      agreementOf(
        rows.map((one, index) => ({ ...one, id: `A-${index + 1}` })),
        more,
      ),
    ),
  ],
  others: [],
});
const compare = (left: Row[], right: Row[]) => compareActivities(file, { left: side(left), right: side(right) });
const brief = (left: Row[], right: Row[]) =>
  compare(left, right)[0]?.differences.map((one) =>
    [one.code, 'unit' in one ? one.unit.split('/')[1] : undefined, 'side' in one ? one.side : undefined].filter(Boolean).join(' '),
  );

const mild = { when: { need: { any: ['tapering'] }, severity: { any: ['mild'] } } };
const severe = { when: { need: { any: ['tapering'] }, severity: { any: ['severe'] } } };

describe('what differs between two sides', () => {
  test.each<[string, Row[], Row[], string[]]>([
    ['the same units without condition: nothing', [by('pv')], [by('pv')], []],
    ['a group and its members spelled out: nothing', [by('region')], [by('pv'), by('psy')], []],
    ['what help is sought for is no condition', [by('pv', { when: { need: { any: ['tapering'] } } })], [by('pv')], []],
    ['a kind of unit that the other does not name', [by('pv'), by('psy')], [by('psy')], ['unit primary-care left']],
    ['different kinds of unit: one difference of each', [by('pv')], [by('soc')], ['unit primary-care left', 'unit social-services right']],
    ['one names it as the chief one', [by('pv', {}, 'main')], [by('pv')], ['part primary-care']],
    ['one may offer, the other is responsible', [by('pv', {}, 'may-offer')], [by('pv')], ['part primary-care']],
    ['a condition on one side only', [by('psy', severe)], [by('psy')], ['condition psychiatry']],
    ['different conditions', [by('psy', severe)], [by('psy', mild)], ['condition psychiatry']],
    ['the same condition: nothing', [by('psy', severe)], [by('psy', severe)], []],
    ['a condition in words only', [by('psy', { 'conditions-text': 'Omfattande.' })], [by('psy')], ['condition psychiatry']],
    ['something that must come first', [by('psy', { requires: ['Utredning.'] })], [by('psy')], ['condition psychiatry']],
    ['a row without condition beside one with: no condition', [by('psy', severe), by('psy')], [by('psy')], []],
    [
      'selection and condition on the same fact count once',
      [by('psy', { when: { severity: { any: ['mild', 'severe'] } }, conditions: { severity: { any: ['severe'] } }, 'way-forward': 'x' })],
      [by('psy', severe)],
      [],
    ],
    [
      'shared out by severity on one side',
      [by('pv', mild), by('psy', severe)],
      [by('psy')],
      ['divided left', 'unit primary-care left', 'condition psychiatry'],
    ],
    ['one kind of unit at every severity is not shared out', [by('psy', mild), by('psy', severe)], [by('psy')], ['condition psychiatry']],
    [
      'shared out by severity on both sides, the same way: nothing',
      [by('pv', mild), by('psy', severe)],
      [by('pv', mild), by('psy', severe)],
      [],
    ],
    ['another time limit', [by('pv', { deadline: { value: 'genast', basis: 'law' } })], [by('pv')], ['deadline']],
    [
      'the same time limit of the catalogue in other words: nothing',
      [by('pv', { deadline: { value: 'genast', basis: 'law', catalogue: 'D09' } })],
      [by('pv', { deadline: { value: 'utan dröjsmål', basis: 'law', catalogue: 'D09' } })],
      [],
    ],
  ])('%s', (_name, left, right, expected) => {
    expect(brief(left, right)).toEqual(expected);
  });

  test('what an activity itself is about is no condition of its rows', () => {
    const alcohol = { comparable: 'medication', when: { substance: { any: ['alcohol'] } }, 'conditions-text': 'Gäller alkohol.' };
    expect(compare([by('pv', alcohol)], [by('pv', { comparable: 'medication' })])).toMatchObject([
      { id: 'medication', verdict: 'same', differences: [] },
    ]);
  });

  test('turned round, the same differences stand on the other side', () => {
    const [left, right] = [
      [by('pv', mild), by('psy', severe)],
      [by('psy'), by('soc')],
    ];
    const turned = brief(right, left)?.map((one) => one.replace('left', 'LEFT').replace('right', 'left').replace('LEFT', 'right'));
    expect(turned?.toSorted()).toEqual(brief(left, right)?.toSorted());
  });
});

describe('which activities are compared', () => {
  test('those that a side has a row for, in the order of the file', () => {
    expect(compare([by('pv', { comparable: 'medication' })], [by('pv')]).map(({ id, verdict }) => [id, verdict])).toEqual([
      ['tapering', 'one-side'],
      ['medication', 'one-side'],
    ]);
  });

  test('a row of no common activity is not compared', () => {
    expect(compare([by('pv', { comparable: undefined })], [])).toEqual([]);
  });

  test('a side that settles it as a term is not said to leave it out', () => {
    const local = { per: 'municipality', responsible: ['each-party'], purpose: 'x', cites: ['s.a1'] };
    const terms = { ...agreementOf([]).terms, 'local-agreements': local };
    const [found] = compareActivities(file, { left: side([by('pv', { comparable: 'local' })]), right: side([], { terms }) });
    expect(found).toMatchObject({ id: 'local', verdict: 'elsewhere', differences: [], right: { terms: [{ cites: ['s.a1'] }] } });
  });

  test('a county that has it in another agreement is told of with that row', () => {
    const other = compileAgreement(agreementOf([by('soc')], { slug: 'b' }));
    const [found] = compareActivities(file, { left: side([by('pv')]), right: { ...side([]), others: [other] } });
    expect(found).toMatchObject({ verdict: 'elsewhere', right: { rows: [], elsewhere: [{ row: { key: 'b/A-1' } }] } });
  });

  test('a side without any agreement is not said to differ', () => {
    const [found] = compareActivities(file, { left: side([by('pv')]), right: { compared: [], others: [] } });
    expect(found).toMatchObject({ verdict: 'not-held', differences: [] });
  });

  test('law that both sides rest on is told', () => {
    const [found] = compare([by('pv', { law: ['HSL 5:7', 'SoL 19:1'] })], [by('soc', { law: ['SoL 19:1'] })]);
    expect(found?.sameLaw).toEqual(['SoL 19:1']);
  });
});
