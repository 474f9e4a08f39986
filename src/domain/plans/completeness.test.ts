import { expect, test } from 'vitest';
import { givenPlanning } from '../../../tests/given/planning.ts';
import { type CompletenessFacts, type CompletenessPoint, completenessOf, completenessPoints, completenessStates } from './completeness.ts';

const { jonkoping, agreements } = givenPlanning;
const today = Temporal.PlainDate.from('2026-11-22');
const before = today.subtract({ days: 1 });

const whole: CompletenessFacts = {
  tookPart: true,
  ownWords: true,
  goals: { own: 1, professional: 1, measurable: true },
  missing: [],
  measures: [{ id: 'm1', unit: true, person: true, day: true }],
  unitsWithoutContact: [],
  consent: { recorded: true, scoped: true },
  relatives: 'take-part',
  isChild: true,
  viewOfTheChild: true,
  plainLanguage: true,
  crisisPlan: 'made',
  mandates: [{ unit: 'u1', confirmed: true }],
  copyHanded: true,
  followUp: before,
  evaluatedOn: before,
  circumstances: { 'children-at-home': 'no', 'suicide-risk': 'yes', violence: 'no', comorbidity: 'yes' },
};
const open = (more: Partial<CompletenessFacts>) =>
  completenessOf({ ...whole, ...more }, today)
    .filter(({ state }) => state !== 'done')
    .map(({ askedIn: _, ...rest }) => rest);

test('a plan with everything has sixteen points, each done', () => {
  expect(completenessPoints).toHaveLength(16);
  expect(completenessOf(whole, today).map(({ point, state }) => [point, state])).toEqual(
    completenessPoints.map((point) => [point, 'done']),
  );
});

test.each<[CompletenessPoint, string, Partial<CompletenessFacts>, string, string[] | undefined]>([
  ['own-words', 'nobody has noted whether the person took part', { tookPart: undefined }, 'not-asked', undefined],
  ['own-words', 'the person’s words are not there', { ownWords: false }, 'missing', undefined],
  ['own-words', 'the person did not take part', { tookPart: false }, 'missing', undefined],
  ['goals', 'there are none', { goals: { own: 0, professional: 0, measurable: false } }, 'missing', ['own', 'professional', 'measurable']],
  ['goals', 'none is the person’s own', { goals: { own: 0, professional: 2, measurable: true } }, 'missing', ['own']],
  ['statutory-points', 'one is missing', { missing: [{ part: 'point-3' }, { part: 'make-plan' }] }, 'missing', ['point-3']],
  ['coordinator', 'nobody is named', { missing: [{ part: 'coordinator' }] }, 'missing', ['coordinator']],
  ['measures-assigned', 'there are none', { measures: [] }, 'missing', undefined],
  ['measures-assigned', 'one has no person', { measures: [{ id: 'm2', unit: true, person: false, day: true }] }, 'missing', ['m2']],
  [
    'measures-assigned',
    'one has no day',
    { measures: [...whole.measures, { id: 'm3', unit: true, person: true, day: false }] },
    'missing',
    ['m3'],
  ],
  ['contacts', 'a unit cannot be reached', { unitsWithoutContact: ['u2'] }, 'missing', ['u2']],
  ['follow-up-date', 'no day is set', { followUp: undefined }, 'missing', undefined],
  ['consent', 'nobody has asked', { consent: undefined }, 'not-asked', undefined],
  ['consent', 'it says neither what nor until when', { consent: { recorded: true, scoped: false } }, 'missing', undefined],
  ['relatives', 'nobody has asked', { relatives: undefined }, 'not-asked', undefined],
  ['view-of-the-child', 'nobody has asked the child', { viewOfTheChild: undefined }, 'not-asked', undefined],
  ['view-of-the-child', 'it is not written down', { viewOfTheChild: false }, 'missing', undefined],
  ['view-of-the-child', 'the plan is an adult’s', { isChild: false, viewOfTheChild: undefined }, 'does-not-apply', undefined],
  ['plain-language', 'nobody has read it through', { plainLanguage: undefined }, 'not-asked', undefined],
  ['crisis-plan', 'nobody has asked', { crisisPlan: undefined }, 'not-asked', undefined],
  [
    'mandate',
    'somebody could not decide',
    {
      mandates: [
        { unit: 'u3', confirmed: false },
        { unit: 'u4', confirmed: undefined },
      ],
    },
    'missing',
    ['u3'],
  ],
  ['mandate', 'somebody was not asked', { mandates: [{ unit: 'u4', confirmed: undefined }] }, 'not-asked', ['u4']],
  ['copy', 'the person has none', { copyHanded: false }, 'missing', undefined],
  ['evaluated', 'its day has not come', { followUp: today, evaluatedOn: undefined }, 'not-yet', undefined],
  ['evaluated', 'its day was yesterday', { evaluatedOn: undefined }, 'missing', undefined],
  [
    'circumstances',
    'one has not been asked',
    { circumstances: { ...whole.circumstances, violence: undefined } },
    'not-asked',
    ['violence'],
  ],
])('%s is the one thing left when %s', (point, _, facts, state, of) => {
  expect(open(facts)).toEqual([{ point, state, ...(of ? { of } : {}) }]);
});

test('overall responsibility is looked for twice: among the points of the law, and beside the coordinator', () => {
  expect(open({ missing: [{ part: 'point-4' }] }).map(({ point }) => point)).toEqual(['statutory-points', 'coordinator']);
});

test('a no is an answer: what the person does not want is never missing', () => {
  expect(open({ relatives: 'not-wanted', crisisPlan: 'not-wanted' })).toEqual([]);
  expect(open({ relatives: 'none' })).toEqual([]);
});

test('cites the agreements that ask about circumstances', () => {
  const asked = completenessOf(whole, today, jonkoping, agreements.jonkoping).find(({ point }) => point === 'circumstances')?.askedIn;
  expect(asked?.['suicide-risk']).toEqual([
    { agreement: 'jonkoping-missbruk-beroende', cites: ['suicid.a1'] },
    { agreement: 'jonkoping-psykiatriska-tillstand', cites: ['suicidprevention.a1'] },
  ]);
});

test('is never a grade: it says what is left, point by point, and holds no number', () => {
  const all = completenessOf({ ...whole, measures: [], circumstances: {} }, today, jonkoping, agreements.jonkoping);
  const numbers = JSON.stringify(all, (_, value) => (typeof value === 'number' ? 'NUMBER' : value));
  expect(numbers).not.toContain('NUMBER');
  expect(all.every(({ state }) => completenessStates.includes(state))).toBe(true);
  expect(new Set(all.flatMap((one) => Object.keys(one)))).toEqual(new Set(['point', 'state', 'of', 'askedIn']));
});
