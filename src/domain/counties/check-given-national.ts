import type { DataFile } from './check-kinds.ts';

/** A small national folder without faults, for tests. */
export function nationalFiles(): DataFile[] {
  const tags = { performers: [{ id: 'primarvard', label: 'Primärvård', authority: 'region' }], roles: [{ id: 'lakare', label: 'Läkare' }] };
  const more = {
    support: [{ id: 'stod', label: 'Stöd' }],
    severities: [{ id: 'svar', label: 'Svår' }],
    conditions: [{ id: 'beroende', label: 'Beroende' }],
  };
  const named = (id: string, order: number) => ({ id, param: `p-${id}`, label: id, question: `Vad gäller ${id}?`, order });
  return [
    {
      file: 'activities.yaml',
      value: {
        activities: [{ id: 'tapering', label: 'Nedtrappning', about: ['need'] }],
        units: [{ id: 'primary-care', label: 'Primärvården', authority: 'region', performers: ['primarvard'] }],
      },
    },
    { file: 'reserve-numbers.yaml', value: { rules: [] } },
    { file: 'secrecy-rules.yaml', value: secrecyRules() },
    { file: 'planning.yaml', value: planning() },
    { file: 'areas.yaml', value: { areas: [{ id: 'missbruk-beroende', label: 'Missbruk och beroende' }] } },
    { file: 'deadlines.yaml', value: { deadlines: [{ id: 'D09', name: 'Anmälan', value: 'genast', basis: 'law', certainty: 'statute' }] } },
    {
      file: 'knowledge/vip-samverkan.yaml',
      value: {
        id: 'vip-samverkan',
        title: 'Samverkan',
        publisher: 'SKR',
        'target-group': ['Alla'],
        'state-of-knowledge': ['Oklart'],
        summary: ['Kort'],
        implementation: ['Så här'],
        'follow-up': ['Varje år'],
        tags: {
          performers: ['primarvard'],
          roles: ['lakare'],
          support: ['stod'],
          'age-groups': ['vuxna'],
          severities: ['svar'],
          conditions: ['beroende'],
        },
      },
    },
    {
      file: 'law.yaml',
      value: {
        note: 'Prov',
        'as-of': '2026-04-01',
        statutes: [
          { sfs: '2001:453', title: 'Socialtjänstlag', abbreviation: 'SoL', 'in-force-from': '2002-01-01', 'repealed-from': '2025-07-01' },
          { sfs: '2025:400', title: 'Socialtjänstlag', abbreviation: 'SoL', 'in-force-from': '2025-07-01' },
        ],
        successors: [
          {
            old: { sfs: '2001:453', provisions: ['14:1'] },
            new: [{ sfs: '2025:400', provisions: ['19:1'] }],
            topic: 'Anmälan',
            certainty: 'statute',
          },
        ],
      },
    },
    {
      file: 'situation.yaml',
      value: {
        facts: [
          {
            ...named('need', 1),
            type: 'set',
            options: [
              { id: 'tapering', param: 'n', label: 'Nedtrappning' },
              { id: 'housing', param: 'b', label: 'Boende' },
            ],
          },
          { ...named('pregnant', 2), type: 'yes-no' },
          {
            ...named('age', 3),
            type: 'number',
            unit: 'år',
            min: 0,
            max: 120,
            bands: [
              { id: 'child', param: 'barn', label: 'Barn', min: 0, max: 17 },
              { id: 'adult', param: 'vuxen', label: 'Vuxen', min: 18, max: 120 },
            ],
          },
        ],
        'next-steps': [
          {
            id: 'notify',
            title: 'Anmäl',
            text: 'Anmäl genast.',
            when: { age: { max: 17 } },
            urgency: 'immediately',
            consent: 'not-required',
            'consent-text': 'Samtycke behövs inte.',
            basis: 'law',
            deadline: 'D09',
            law: ['SoL 19:1'],
          },
        ],
      },
    },
    { file: 'synonyms.yaml', value: { groups: [{ from: ['sprit'], to: ['alkohol'] }] } },
    { file: 'taxonomy.yaml', value: { source: 'Prov', ...tags, ...more, 'age-groups': [{ id: 'vuxna', label: 'Vuxna', min: 18 }] } },
  ];
}

function planning(): Record<string, unknown> {
  const proposal = { basis: 'proposal', source: 'Förslag' };
  const law = { basis: 'law', source: 'Lagen', law: ['SoL 19:1'], certainty: 'statute' };
  return {
    norms: [
      { cases: ['adult'], step: 'meeting', days: 10, value: '10 dagar', ...proposal, catalogue: 'D09', certainty: 'web' },
      { cases: ['discharge'], step: 'summons', from: 'discharge-ready', days: 3, value: '3 dagar', ...law },
    ],
    watch: { soon: 2, manager: 5, ...proposal },
    summoned: ['primarvard'],
    discharge: {
      'admission-notice': 'D09',
      summons: 'D09',
      transfer: 'D09',
      payment: { days: 3, 'late-after': '12:00', 'late-days': 4, ...law },
    },
    survey: {
      least: { fewest: 5, ...proposal, certainty: 'general' },
      questions: { ask: [{ id: 'listened', text: 'Lyssnade de?' }], ...proposal, certainty: 'general' },
    },
    prompts: [{ id: 'ask', about: 'violence', when: 'not-asked', text: 'Fråga.', basis: 'law', law: ['SoL 19:1'], certainty: 'statute' }],
  };
}

function secrecyRules(): Record<string, unknown> {
  const law = { law: ['SoL 19:1'], certainty: 'statute' };
  const sides = { from: ['health-care'], to: ['social-services'] };
  return {
    note: 'Prov',
    limits: { 'longest-days': 30, 'review-within-days': 7, basis: 'proposal', note: 'Prov' },
    performers: [{ regime: 'health-care', kinds: ['primarvard'], certainty: 'statute' }],
    rules: [
      { id: 'child', title: 'Om barn', standing: 'usable', ways: [['under-18']], ...sides, ...law },
      { id: 'misuse', title: 'Om bruk', standing: 'usable', ways: [['ongoing-misuse']], misuses: ['alcohol'], ...sides, ...law },
    ],
    duties: [{ id: 'report', title: 'Anmäl', who: ['health-care'], urgency: 'immediately', ...law }],
  };
}
