import type { AgreementFile } from '../../counties/agreement-file.ts';
import type { Terms } from '../../counties/terms.ts';
import type { Change } from './change.ts';

type Tells = readonly (readonly [Change['kind'], string, Change['from'], Change['to']])[];

const terms =
  (change: (terms: Terms) => unknown) =>
  ({ terms: own }: AgreementFile) =>
    void change(own);
const text = (value: string): Change['from'] => ({ as: 'text', text: value });
const texts = (...values: string[]): Change['from'] => ({ as: 'texts', texts: values });
const ids = (...values: string[]): Change['from'] => ({ as: 'ids', ids: values });
const by = (...values: string[]): Change['from'] => ({ as: 'deciders', by: values });
const number = (value: number): Change['from'] => ({ as: 'number', number: value });
const nth = <T>(list: readonly T[], at = 0): T => {
  const one = list[at];
  if (one === undefined) throw new Error('the fictional agreement has changed');
  return one;
};
const SUBSTANCES = ['alcohol', 'gambling', 'narcotics', 'opioids'];

/** Changes of terms, as `seeds` has them. */
export const seededTerms: readonly { name: string; change: (next: AgreementFile) => void; tells: Tells }[] = [
  {
    name: 'a party leaves',
    change: terms(({ parties }) => Object.assign(parties, { municipalities: ['9901', '9902', '9904'] })),
    tells: [['party', '9903', ids('9903'), null]],
  },
  {
    name: 'the parties are told by name instead of all together',
    change: terms(({ parties }) => Object.assign(parties, { municipalities: ['9904', '9903', '9902', '9901'] })),
    tells: [],
  },
  {
    name: 'the target group is described otherwise',
    change: terms(({ target }) => Object.assign(target, { description: 'Alla som har problem med alkohol.' })),
    tells: [
      [
        'target',
        '',
        text('Den som har fyllt 13 år och har problem med alkohol, narkotika eller spel om pengar.'),
        text('Alla som har problem med alkohol.'),
      ],
    ],
  },
  {
    name: 'the agreement is for fewer substances',
    change: terms(({ target }) => Object.assign(target, { when: { substance: { any: ['alcohol'] } } })),
    tells: [
      [
        'target-selects',
        '',
        { as: 'ways', ways: [{ substance: { any: SUBSTANCES } }] },
        { as: 'ways', ways: [{ substance: { any: ['alcohol'] } }] },
      ],
    ],
  },
  {
    name: 'the age is another',
    change: terms(({ target }) => Object.assign(target, { conditions: { age: { min: 16, max: 120 } } })),
    tells: [
      [
        'target-requires',
        '',
        { as: 'ways', ways: [{ age: { min: 13, max: 120 } }] },
        { as: 'ways', ways: [{ age: { min: 16, max: 120 } }] },
      ],
    ],
  },
  {
    name: 'a vulnerable group is named',
    change: terms(({ target }) => target.vulnerable.push('Unga föräldrar')),
    tells: [['target-vulnerable', '', null, texts('Unga föräldrar')]],
  },
  {
    name: 'nothing applies instead',
    change: terms(({ target }) => target['applies-instead'].splice(0)),
    tells: [['target-instead', '', ids('fjallmark-barn'), null]],
  },
  {
    name: 'it begins another day',
    change: terms(({ validity }) => Object.assign(validity, { from: '2022-02-01' })),
    tells: [['valid-from', '', { as: 'day', day: '2022-01-01' }, { as: 'day', day: '2022-02-01' }]],
  },
  {
    name: 'it has no end',
    change: terms((own) => {
      delete own.validity.to;
      delete own.extension;
    }),
    tells: [
      ['valid-to', '', { as: 'day', day: '2024-12-31' }, null],
      ['extension-months', '', number(6), null],
      ['extension-times', '', number(2), null],
      ['extension-requires', '', ids('no-successor'), null],
    ],
  },
  {
    name: 'it is extended longer',
    change: terms(({ extension }) => Object.assign(extension ?? {}, { months: 12 })),
    tells: [['extension-months', '', number(6), number(12)]],
  },
  {
    name: 'another body adopts',
    change: terms(({ adoption }) => Object.assign(nth(adoption), { by: ['samradet'] })),
    tells: [['adoption-by', 'region', by('vardutskottet'), by('samradet')]],
  },
  {
    name: 'a step of adoption is new',
    change: terms(({ adoption }) => adoption.push({ ...nth(adoption), id: 'under', step: 'sign' })),
    tells: [['adoption-step', 'under', null, text('sign')]],
  },
  {
    name: 'the steps of adoption are in another order',
    change: terms(({ adoption }) => adoption.reverse()),
    tells: [
      [
        'adoption-order',
        '',
        texts('Regionens vårdutskott fastställer för regionen.', 'Kommunkretsen fastställer för kommunerna.'),
        texts('Kommunkretsen fastställer för kommunerna.', 'Regionens vårdutskott fastställer för regionen.'),
      ],
    ],
  },
  {
    name: 'it is followed up every year',
    change: terms(({ cadences }) => Object.assign(nth(cadences), { every: 'P12M' })),
    tells: [['cadence-every', 'uppfoljning', { as: 'period', period: 'P18M' }, { as: 'period', period: 'P12M' }]],
  },
  {
    name: 'it should be followed up',
    change: terms(({ cadences }) => Object.assign(nth(cadences), { strength: 'should' })),
    tells: [['cadence-strength', 'uppfoljning', { as: 'strength', strength: 'must' }, { as: 'strength', strength: 'should' }]],
  },
  {
    name: 'others follow up',
    change: terms(({ cadences }) => Object.assign(nth(cadences), { by: ['fackgruppen', 'distriktsradet'] })),
    tells: [['cadence-by', 'uppfoljning', by('samradet'), by('distriktsradet', 'fackgruppen')]],
  },
  {
    name: 'the follow-up starts another day',
    change: terms(({ cadences }) => Object.assign(nth(cadences), { starts: '2023-01-01' })),
    tells: [['cadence-starts', 'uppfoljning', { as: 'day', day: '2022-01-01' }, { as: 'day', day: '2023-01-01' }]],
  },
  {
    name: 'it is not followed up',
    change: terms(({ cadences }) => cadences.splice(0)),
    tells: [
      ['cadence', 'uppfoljning', { as: 'cadence', cadence: { of: 'agreement', kind: 'follow-up', every: 'P18M', strength: 'must' } }, null],
    ],
  },
  {
    name: 'a ladder is new',
    change: terms(({ ladders }) => ladders.push({ ...nth(ladders), id: 'tva', title: 'Tvister' })),
    tells: [['ladder', 'tva', null, text('Tvister')]],
  },
  {
    name: 'a step of the ladder is others',
    change: terms(({ ladders }) => Object.assign(nth(nth(ladders).steps, 1), { who: 'Verksamhetscheferna' })),
    tells: [['ladder-step', 'sju-steg/2', text('Arbetsledarna'), text('Verksamhetscheferna')]],
  },
  {
    name: 'the last step of the ladder is gone',
    change: terms(({ ladders }) => nth(ladders).steps.pop()),
    tells: [['ladder-step', 'sju-steg/7', text('Fjällmarks samråd'), null]],
  },
  {
    name: 'two steps of the ladder change places',
    change: terms(({ ladders }) => {
      Object.assign(nth(nth(ladders).steps, 4), { level: 6 });
      Object.assign(nth(nth(ladders).steps, 5), { level: 5 });
    }),
    tells: [
      ['ladder-level', 'sju-steg/6', number(5), number(6)],
      ['ladder-level', 'sju-steg/5', number(6), number(5)],
    ],
  },
  {
    name: 'the ladder ends in court',
    change: terms(({ ladders }) => Object.assign(nth(ladders), { ends: 'court' })),
    tells: [['ladder-ends', 'sju-steg', text('body'), text('court')]],
  },
  {
    name: 'a rule of the ladder is gone',
    change: terms(({ ladders }) => nth(ladders).rules.splice(0)),
    tells: [['ladder-rule', 'sju-steg', text('Personen får sin hjälp under hela tiden.'), null]],
  },
  {
    name: 'the duty to inform is another',
    change: terms((own) => Object.assign(own['duty-to-inform'] ?? {}, { who: 'Varje part', to: 'Samrådet', about: 'Planen' })),
    tells: [
      ['inform-who', '', text('Den part som planerar att flytta eller stänga något'), text('Varje part')],
      ['inform-to', '', text('De andra parterna'), text('Samrådet')],
      ['inform-about', '', text('Planen och tiden tre månader före'), text('Planen')],
    ],
  },
  {
    name: 'local agreements are of municipalities',
    change: terms((own) => Object.assign(own['local-agreements'] ?? {}, { per: 'municipality' })),
    tells: [['local-per', '', text('district'), text('municipality')]],
  },
  {
    name: 'others are responsible for local agreements',
    change: terms((own) => Object.assign(own['local-agreements'] ?? {}, { responsible: ['samradet'] })),
    tells: [['local-responsible', '', by('distriktsradet'), by('samradet')]],
  },
  {
    name: 'local agreements are for something else',
    change: terms((own) => Object.assign(own['local-agreements'] ?? {}, { purpose: 'Säger vem som gör vad.' })),
    tells: [['local-purpose', '', text('Säger vart man ringer, vem som kör och när ni ses nästa gång.'), text('Säger vem som gör vad.')]],
  },
  {
    name: 'local agreements need one part less',
    change: terms((own) => own['local-agreements']?.parts.pop()),
    tells: [['local-part', 'resan', text('Resan'), null]],
  },
  {
    name: 'a part of local agreements asks for more',
    change: terms((own) => own['local-agreements']?.parts[0]?.guidance.push('Vem svarar?')),
    tells: [['local-guidance', 'vagen-in', null, texts('Vem svarar?')]],
  },
  {
    name: 'it cannot be terminated',
    change: terms((own) => Object.assign(own.termination ?? {}, { allowed: false, instead: 'Begär en omförhandling.', notice: [] })),
    tells: [
      ['termination-allowed', '', { as: 'yes-no', is: true }, { as: 'yes-no', is: false }],
      ['termination-instead', '', null, text('Begär en omförhandling.')],
      ['termination-notice', '', by('samradet'), null],
    ],
  },
  {
    name: 'minor amendments are made by others and may touch more',
    change: terms((own) => Object.assign(own['minor-amendment'] ?? {}, { by: ['samradet'], 'may-not-touch': ['varför vi skriver detta'] })),
    tells: [
      ['minor-by', '', by('fackgruppen'), by('samradet')],
      ['minor-may-not-touch', '', texts('vilka det gäller'), texts('varför vi skriver detta')],
    ],
  },
];
