/** An example of each kind of term, shown in the API's document beside its shape. */

const AGREEMENT = 'dalarna-missbruk-beroende-2021';

function cited(section: string, heading: string, sentence: string | null = 'a1') {
  const place = sentence === null ? section : `${section}.${sentence}`;
  const url = `/avtal/${AGREEMENT}?version=2021#${place}`;
  return { citations: [{ agreement: AGREEMENT, version: '2021', section, sentence, heading, url }] };
}

const valfardsradet = { id: 'valfardsradet', name: 'Välfärdsrådet' };
const decider = { kind: 'seat', body: valfardsradet, seat: { id: 'chair', name: 'Ordförande' } } as const;
const body = { kind: 'body', body: valfardsradet, seat: null } as const;
const eachParty = { kind: 'each-party', body: null, seat: null } as const;

export const examples = {
  decider,
  parties: { region: '20', allMunicipalities: false, municipalities: ['2080', '2081'], note: null, ...cited('parter', 'Parter') },
  target: {
    description: 'Vuxna med skadligt bruk eller beroende.',
    when: [{ fact: 'substance', condition: { any: ['alcohol', 'narcotics'] } }],
    conditions: [{ fact: 'age', condition: { min: 18 } }],
    appliesInstead: [{ agreement: 'barn-overenskommelse-2020', text: 'För den som är yngre gäller avtalet om barn.' }],
    vulnerable: ['Gravida'],
    note: null,
    certainty: 'source' as const,
    ...cited('malgrupp', 'Målgrupp', null),
  },
  validity: { from: '2021-07-01', to: '2024-06-30', note: null, ...cited('giltighetstid', 'Giltighetstid') },
  extension: {
    months: 12,
    times: 1,
    requires: ['no-successor' as const, 'revision-begun' as const],
    ...cited('giltighetstid', 'Giltighetstid', 'a2'),
  },
  adoption: {
    id: 'antagande',
    step: 'adopt' as const,
    by: [eachParty],
    description: 'Varje part antar avtalet.',
    ...cited('beslut', 'Beslut'),
  },
  cadence: {
    id: 'arlig-uppfoljning',
    of: 'local-agreements' as const,
    kind: 'follow-up' as const,
    every: 'P12M',
    strength: 'should' as const,
    by: [body],
    starts: '2021-07-01',
    description: 'De lokala överenskommelserna följs upp varje år.',
    ...cited('uppfoljning', 'Uppföljning'),
  },
  ladder: {
    id: 'lokal-tvist',
    kind: 'local-dispute' as const,
    title: 'Så löses en lokal tvist',
    steps: [{ level: 1, who: 'De närmaste cheferna', body: null, description: null, ...cited('tvist', 'Tvist') }],
    ends: 'body' as const,
    rules: [{ text: 'Insatsen väntar inte på att tvisten löses.', ...cited('tvist', 'Tvist', 'a2') }],
  },
  dutyToInform: {
    who: 'Varje huvudman',
    to: 'De andra huvudmännen',
    about: 'Förändringar som påverkar samverkan.',
    ...cited('information', 'Information'),
  },
  localAgreements: {
    per: 'municipality' as const,
    responsible: [eachParty],
    purpose: 'Säga hur, av vem och när ni samverkar.',
    parts: [
      { id: 'nulage', heading: 'Nuläge', guidance: ['Vad behöver målgruppen?'], ...cited('lokalt', 'Lokala överenskommelser', 'a2') },
    ],
    ...cited('lokalt', 'Lokala överenskommelser'),
  },
  termination: { allowed: false, instead: 'Avtalet revideras.', notice: [body], ...cited('uppsagning', 'Uppsägning') },
  minorAmendment: { by: [body], mayNotTouch: ['ansvar', 'ekonomi'], ...cited('andringar', 'Ändringar') },
};
