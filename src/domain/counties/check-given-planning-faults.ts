import { type BrokenCase, county, planning } from './check-given-broken.ts';

const norms = (index: number, ...path: (string | number)[]) => ['norms', index, ...path];
const own = (...path: (string | number)[]) => ['planning', ...path];

/** Planning that cannot be meant, or points at nothing. */
export const planningCases: BrokenCase[] = [
  planning('refuses two numbers of days for one step of one case', 'norm-given-twice', norms(1), {
    cases: ['child', 'adult'],
    step: 'meeting',
    days: 12,
    value: '12 dagar',
    basis: 'routine',
    source: 'Rutin',
    certainty: 'web',
  }),
  planning('refuses a proposal that proposes nothing', 'proposal-without-days', norms(0, 'days'), undefined, norms(0)),
  planning('refuses law that does not say which', 'law-without-reference', norms(1, 'law'), undefined, norms(1)),
  planning('refuses a clock from discharge in other plans', 'start-of-other-case', norms(0, 'from'), 'discharge-ready'),
  planning('refuses a later time of the day without its days', 'late-days-halved', ['discharge', 'payment', 'late-days'], undefined, [
    'discharge',
    'payment',
  ]),
  planning(
    'refuses a day of payment by law that does not say which',
    'law-without-reference',
    ['discharge', 'payment', 'law'],
    [],
    ['discharge', 'payment'],
  ),
  planning('refuses a time limit that the catalogue does not have', 'unknown-deadline', ['discharge', 'summons'], 'D99'),
  planning('refuses a norm of a time limit that the catalogue does not have', 'unknown-deadline', norms(0, 'catalogue'), 'D99'),
  planning('refuses to summon an unknown performer', 'unknown-performer', ['summoned', 0], 'primarvarden'),
  planning(
    'refuses two prompts of the same name',
    'duplicate-id',
    ['prompts', 1],
    {
      id: 'ask',
      about: 'violence',
      when: 'yes',
      text: 'Gör.',
      basis: 'law',
      law: ['SoL 19:1'],
      certainty: 'statute',
    },
    ['prompts', 1, 'id'],
  ),
  planning('refuses a prompt without law', 'empty-list', ['prompts', 0, 'law'], []),
  county('refuses an unknown performer as an equal party', 'unknown-performer', own('equal-parties', 0, 'performer'), 'skola'),
  county('refuses attention that an unknown agreement asks for', 'unknown-agreement', own('themes', 0, 'agreement'), 'prov-annan'),
  county('refuses attention in a sentence that is not there', 'unknown-sentence', own('themes', 0, 'cites', 0), 'ansvar.a9'),
  county('refuses a proposal of a county that proposes nothing', 'proposal-without-days', own('norms', 0), {
    cases: ['adult'],
    step: 'meeting',
    value: 'snart',
    basis: 'proposal',
    source: 'Prov',
    certainty: 'derived',
  }),
  county(
    'refuses the days of a later time of the day without the time',
    'late-days-halved',
    own('discharge', 'payment', 'late-days'),
    6,
    own('discharge', 'payment'),
  ),
  county('refuses more days than a year', 'out-of-range', own('norms', 0, 'days'), 366),
];
