import type { DataFile } from './check-kinds.ts';

/** A small county folder without faults, with one agreement that uses every kind of term, and a local one under it. */
export function countyFiles(): DataFile[] {
  return [
    { file: 'agreements/prov-beroende.yaml', value: agreement() },
    { file: 'agreements/prov-lokal.yaml', value: localAgreement() },
    {
      file: 'county.yaml',
      value: {
        code: '98',
        name: 'Provlän',
        region: { name: 'Region Prov' },
        municipalities: [
          { code: '9801', name: 'Norrby' },
          { code: '9802', name: 'Söderby' },
        ],
        districts: [
          { id: 'norr', name: 'Norr', members: [{ municipality: '9801', certainty: 'source' }] },
          { id: 'soder', name: 'Söder', members: [{ municipality: '9802', from: '2020-01-01', certainty: 'source' }] },
        ],
        bodies: [
          {
            id: 'radet',
            name: 'Rådet',
            kind: 'political',
            level: 'county',
            task: 'Beslutar.',
            seats: [{ id: 'chair', title: 'Ordförande' }],
            certainty: 'source',
          },
          {
            id: 'tingsratten',
            name: 'Tingsrätten',
            kind: 'court',
            level: 'national',
            task: 'Dömer.',
            seats: [{ id: 'domare', title: 'Domare' }],
            certainty: 'general',
          },
        ],
        contacts: [{ municipality: '9801', unit: 'Vårdcentral', performers: ['primarvard'], confirmed: '2026-09-01', source: 'Webben' }],
        planning: {
          norms: [
            {
              cases: ['adult', 'child'],
              step: 'meeting',
              days: 14,
              value: '14 dagar',
              basis: 'agreement',
              source: 'Prov',
              certainty: 'source',
            },
          ],
          'equal-parties': [{ performer: 'primarvard', cases: ['child'], basis: 'agreement', source: 'Prov', certainty: 'source' }],
          discharge: {
            title: 'Hem',
            certainty: 'source',
            payment: { days: 5, basis: 'agreement', source: 'Prov', certainty: 'source' },
          },
          themes: [{ about: 'violence', agreement: 'prov-beroende', cites: ['ansvar.a1', 'ansvar'] }],
          unknown: [{ question: 'När?', looked: 'Överallt.' }],
        },
        'local-agreements': [{ for: 'prov-beroende', municipalities: ['9801'], district: 'norr', status: 'in-force', certainty: 'source' }],
      },
    },
  ];
}

function agreement(): Record<string, unknown> {
  return {
    slug: 'prov-beroende',
    county: '98',
    kind: 'county',
    area: 'missbruk-beroende',
    title: 'Överenskommelse om beroende',
    short: 'Beroende',
    summary: 'Prov.',
    version: { label: '2.0', from: '2024-01-01', to: '2026-12-31' },
    source: { title: 'Prov', document: 'Prov', status: 'antagen', certainty: 'source' },
    outline: 'prov',
    sections: [
      { id: 'inledning', heading: 'Inledning', sentences: { i1: 'Vi samverkar.' } },
      {
        id: 'ansvar',
        heading: 'Ansvar',
        sentences: { a1: 'Regionen trappar ned.', a2: { text: 'Kommunen stödjer.', item: true }, a3: 'Båda följer upp.' },
        deepening: [{ title: 'Samverkan', knowledge: 'vip-samverkan' }],
        sections: [{ id: 'tvister', heading: 'Tvister', sentences: { t1: 'Tvister löses stegvis.' } }],
      },
    ],
    terms: terms(),
    acts: [{ kind: 'adopted', on: '2023-12-01', by: 'radet', source: 'Protokoll', certainty: 'source' }],
    earlier: [{ label: '1.0', from: '2020-01-01', to: '2023-12-31', source: 'Prov' }],
    related: [{ slug: 'barn-samverkan', title: 'Barn', kind: 'agreement', about: 'Barn och unga.', cites: ['inledning'] }],
    stale: [{ id: 'gammal-plan', since: '2022-01-01', text: 'Planen gäller inte längre.', law: 'SoL 14:1', cites: ['inledning.i1'] }],
    matrix: { layout: 'columns', groups: [{ id: 'behandling', heading: 'Behandling' }] },
    actors: {
      pv: { name: 'Primärvård', authority: 'region', performers: ['primarvard'], roles: ['lakare'], column: 1 },
      soc: { name: 'Socialtjänst', authority: 'municipality' },
      alla: { name: 'Alla', authority: 'both', includes: ['pv', 'soc'] },
    },
    responsibilities: [
      {
        id: 'PR-01',
        group: 'behandling',
        activity: 'Nedtrappning',
        plain: 'Primärvården trappar ned.',
        mode: 'region',
        actors: [{ actor: 'pv', role: 'main' }],
        roles: ['lakare'],
        when: { need: { any: ['tapering'] } },
        conditions: { age: { min: 18 }, pregnant: { is: false } },
        'conditions-text': 'Vuxna som inte är gravida.',
        'way-forward': 'Kontakta primärvården.',
        'way-forward-rows': ['PR-02'],
        deadline: { value: 'genast', basis: 'law', catalogue: 'D09' },
        linked: ['barn-samverkan'],
        law: ['SoL 19:1'],
        comparable: 'tapering',
        knowledge: ['vip-samverkan'],
        cites: ['ansvar.a1'],
      },
      {
        id: 'PR-02',
        group: 'behandling',
        activity: 'Stöd',
        plain: 'Alla ger stöd.',
        mode: 'joint',
        actors: [{ actor: 'alla', role: 'responsible' }],
        conflicts: [{ agreement: 'prov-lokal', row: 'PL-01', text: 'Den lokala säger annat.' }],
        cites: ['ansvar.a2', 'ansvar.a3'],
      },
    ],
    knowledge: ['vip-samverkan'],
  };
}

function terms(): Record<string, unknown> {
  const cites = ['ansvar.a3'];
  return {
    parties: { region: true, municipalities: ['9801', '9802'], cites },
    target: {
      description: 'Vuxna',
      when: { need: { any: ['tapering', 'housing'] } },
      conditions: { age: { min: 18 } },
      'applies-instead': [{ agreement: 'barn-samverkan', text: 'Barn har en egen.' }],
      cites,
    },
    validity: { from: '2024-01-01', to: '2026-12-31', cites },
    extension: { months: 12, times: 1, requires: ['no-successor'], cites },
    adoption: [
      { id: 'rekommendera', step: 'recommend', by: ['radet'], description: 'Rådet rekommenderar.', cites },
      { id: 'anta', step: 'adopt', by: ['each-party'], description: 'Varje part antar.', cites },
      { id: 'underteckna', step: 'sign', by: ['radet.chair'], description: 'Ordföranden skriver under.', cites },
    ],
    cadences: [
      {
        id: 'arlig',
        of: 'agreement',
        kind: 'follow-up',
        every: 'P12M',
        strength: 'must',
        by: ['radet'],
        starts: '2024-01-01',
        description: 'Varje år.',
        cites,
      },
    ],
    ladders: [
      {
        id: 'avvikelse',
        kind: 'deviation',
        title: 'Avvikelser',
        steps: [
          { level: 1, who: 'Närmaste chefer', cites: ['tvister.t1'] },
          { level: 2, who: 'Rådet', body: 'radet', cites: ['tvister.t1'] },
        ],
        ends: 'body',
      },
      {
        id: 'tvist',
        kind: 'local-dispute',
        title: 'Tvister',
        steps: [
          { level: 1, who: 'Rådet', body: 'radet', cites: ['tvister.t1'] },
          { level: 2, who: 'Allmän domstol', cites: ['tvister.t1'] },
        ],
        ends: 'court',
      },
    ],
    'local-agreements': {
      per: 'municipality',
      responsible: ['radet'],
      purpose: 'Hur.',
      parts: [{ id: 'lage', heading: 'Läge', cites }],
      cites,
    },
    termination: { allowed: false, notice: ['radet'], cites },
    'minor-amendment': { by: ['radet'], 'may-not-touch': ['Innehållet'], cites },
  };
}

function localAgreement(): Record<string, unknown> {
  const cites = ['hur.h1'];
  return {
    ...agreement(),
    slug: 'prov-lokal',
    kind: 'local',
    parent: 'prov-beroende',
    sections: [{ id: 'hur', heading: 'Hur', sentences: { h1: 'Så här gör vi.' } }],
    terms: {
      parties: { region: true, municipalities: ['9801'], cites },
      target: { description: 'Vuxna', cites },
      validity: { from: '2024-01-01', cites },
      adoption: [{ id: 'anta', step: 'adopt', by: ['each-party'], description: 'Varje part antar.', cites }],
    },
    acts: [],
    earlier: [],
    related: [],
    stale: [],
    matrix: { layout: 'groups', groups: [{ id: 'stod', heading: 'Stöd' }] },
    actors: { soc: { name: 'Socialtjänst', authority: 'municipality' } },
    responsibilities: [
      {
        id: 'PL-01',
        group: 'stod',
        activity: 'Stöd',
        plain: 'Kommunen ger stöd.',
        mode: 'municipality',
        actors: [{ actor: 'soc', role: 'main' }],
        cites,
      },
    ],
    knowledge: [],
    local: {
      rows: {
        'PR-02': { activity: 'Stöd', by: [{ name: 'Öppenvården' }], status: 'not-applicable', reason: 'Det finns ingen mottagning här.' },
      },
      answers: { 'vilka-nas-inte': { section: 'hur', question: 'Vilka når ni inte?', how: 'De yngsta.', by: [], status: 'done' } },
    },
  };
}
