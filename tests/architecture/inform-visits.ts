import { stableId } from '../../src/platform/ids.ts';
import { knock, type Visit } from './visit.ts';

const REGION = 'registrator-region-06';
const TOWN = 'registrator-aneby-06';
const NOBODY = stableId('visit:nobody');
const OTHER = 'registrator-eksjo-06';
const SLUG = 'jonkoping-missbruk-beroende';
const DALARNA = 'dalarna-missbruk-beroende-2021';

/** The fictional changes: that of the region, which most have answered, and that of Aneby, which nobody has; and one that the visits announce. */
const ofRegion = `/planerade-forandringar/${stableId('demo:change:region:06')}`;
const ofTown = `/planerade-forandringar/${stableId('demo:change:municipality:06')}`;
const ANNOUNCED = stableId('visit:change');
const SENT = stableId('visit:change:sent');
const announced = `/planerade-forandringar/${ANNOUNCED}`;
const change = {
  title: 'Besök',
  what: 'Ny adress.',
  services: 'Mottagningen',
  affects: 'De som kommer dit.',
  from: '2027-02-01',
  [`rows-${SLUG}`]: `${SLUG}#JA-01`,
};
const json = {
  title: 'Besök',
  what: 'Ny adress.',
  services: 'Mottagningen',
  affects: 'Alla.',
  from: '2027-02-01',
  rows: [`${SLUG}#JA-01`],
};

/** What was pointed out in Dalarna, and what the visits point out themselves. */
const lack = `/patalade-brister/${stableId('demo:lack:20')}`;
const apiLack = `/api/v1/non-compliance/${stableId('demo:lack:later:20')}`;
const apiOfRegion = `/api/v1/planned-changes/${stableId('demo:change:region:06')}`;
const POINTED = stableId('visit:lack');
const pointed = `/patalade-brister/${POINTED}`;
const newLack = `/patalade-brister/ny?avtal=${DALARNA}`;
const PARTY = 'registrator-avesta-20';
const COUNCIL = 'politiker-20';

/** A party's own decision to leave. */
const decision = { decided: '2026-11-16', body: 'Kommunfullmäktige', paragraph: '§ 12', registry: 'KS 2026/12', note: '' };

/** How to knock on the doors where parties tell each other: planned changes, and agreements that are not kept. */
export const informVisits: Readonly<Record<string, readonly Visit[]>> = {
  'GET /planerade-forandringar': [...knock(REGION, '/planerade-forandringar'), ...knock('handlaggare-aneby-06', '/planerade-forandringar')],
  'GET /planerade-forandringar/ny': knock(REGION, '/planerade-forandringar/ny', `/planerade-forandringar/ny?avtal=${SLUG}&rad=JA-01`),
  'POST /planerade-forandringar/ny': [{ path: '/planerade-forandringar/ny', as: REGION, form: { key: ANNOUNCED, ...change } }],
  'GET /planerade-forandringar/:id': [...knock(REGION, ofRegion, ofTown), ...knock(TOWN, ofRegion)],
  'GET /planerade-forandringar/:id/andra': knock(REGION, `${ofRegion}/andra`),
  'POST /planerade-forandringar/:id/andra': [{ path: `${announced}/andra`, as: REGION, form: { seen: '1', ...change } }],
  'GET /planerade-forandringar/:id/ta-del': knock(REGION, `${ofTown}/ta-del`),
  'POST /planerade-forandringar/:id/ta-del': [{ path: `${ofTown}/ta-del`, as: REGION, form: { seen: '1' } }],
  'GET /planerade-forandringar/:id/invand': knock(OTHER, `${ofTown}/invand`),
  'POST /planerade-forandringar/:id/invand': [{ path: `${ofTown}/invand`, as: OTHER, form: { seen: '1', reason: 'För tidigt.' } }],
  'GET /planerade-forandringar/:id/svara/:party': knock(TOWN, `${ofTown}/svara/0686`),
  'POST /planerade-forandringar/:id/svara/:party': [{ path: `${ofTown}/svara/0686`, as: TOWN, form: { seen: '1', answer: 'Vi väntar.' } }],
  'GET /planerade-forandringar/:id/aterkalla': knock(REGION, `${ofRegion}/aterkalla`),
  'POST /planerade-forandringar/:id/aterkalla': [{ path: `${announced}/aterkalla`, as: REGION, form: { seen: '2' } }],
  'GET /api/v1/planned-changes': knock(REGION, '/api/v1/planned-changes'),
  'GET /api/v1/planned-changes/:id': knock(TOWN, `/api/v1/planned-changes/${stableId('demo:change:region:06')}`),
  'POST /api/v1/planned-changes': [{ path: '/api/v1/planned-changes', as: REGION, json: { key: SENT, ...json } }],
  'POST /api/v1/planned-changes/:id/acknowledgement': [
    { path: `/api/v1/planned-changes/${stableId('demo:change:region:06')}/acknowledgement`, as: TOWN, json: { wording: 1 } },
  ],
  'POST /api/v1/planned-changes/:id/objection': [
    { path: `${apiOfRegion}/objection`, as: TOWN, json: { wording: 1, reason: 'För tidigt.' } },
  ],
  'POST /api/v1/planned-changes/:id/answer': [
    { path: `${apiOfRegion}/answer`, as: REGION, json: { wording: 1, party: '0604', answer: 'Vi väntar.' } },
  ],
  'POST /api/v1/planned-changes/:id/withdrawal': [{ path: `/api/v1/planned-changes/${SENT}/withdrawal`, as: REGION, json: { wording: 1 } }],
  'GET /api/v1/non-compliance': knock(PARTY, '/api/v1/non-compliance'),
  'GET /api/v1/non-compliance/:id': knock(PARTY, apiLack),
  'POST /api/v1/non-compliance': [
    {
      path: '/api/v1/non-compliance',
      as: PARTY,
      json: { agreement: DALARNA, about: ['region'], rows: ['DAL-01'], title: 'Besök', what: 'Nu.' },
    },
  ],
  'POST /api/v1/non-compliance/:id/receipt': [{ path: `${apiLack}/receipt`, as: COUNCIL, json: {} }],
  'POST /api/v1/non-compliance/:id/answer': [{ path: `${apiLack}/answer`, as: COUNCIL, json: { answer: 'Rådet svarar.' } }],
  'POST /api/v1/non-compliance/:id/withdrawal': [{ path: `${apiLack}/withdrawal`, as: PARTY, json: {} }],
  'GET /avtal/:slug/brist': knock(undefined, `/avtal/${DALARNA}/brist`, `/avtal/${SLUG}/brist`),
  'GET /patalade-brister': [...knock(PARTY, '/patalade-brister'), ...knock(REGION, '/patalade-brister')],
  'GET /patalade-brister/ny': knock(PARTY, newLack),
  'POST /patalade-brister/ny': [
    { path: newLack, as: PARTY, form: { key: POINTED, about: 'region', rows: 'DAL-01', title: 'Besök', what: 'Sedan i augusti.' } },
  ],
  'GET /patalade-brister/:id': [...knock('strategigrupp-20', lack), ...knock(COUNCIL, lack)],
  'GET /patalade-brister/:id/mottagen': knock(COUNCIL, `${lack}/mottagen`),
  'POST /patalade-brister/:id/mottagen': [{ path: `${lack}/mottagen`, as: COUNCIL, form: {} }],
  'GET /patalade-brister/:id/svara': knock(COUNCIL, `${lack}/svara`),
  'POST /patalade-brister/:id/svara': [{ path: `${pointed}/svara`, as: COUNCIL, form: { answer: 'Rådet svarar.' } }],
  'GET /patalade-brister/:id/aterta': knock(PARTY, `${lack}/aterta`),
  'POST /patalade-brister/:id/aterta': [{ path: `${pointed}/aterta`, as: PARTY, form: {} }],
  'GET /avtal/:slug/part': [...knock(REGION, `/avtal/${SLUG}/part`), ...knock(PARTY, `/avtal/${DALARNA}/part`)],
  'POST /avtal/:slug/part': [
    { path: `/avtal/${SLUG}/part`, as: 'registrator-aneby-06', form: { turn: 'left', from: '2027-06-01', ...decision } },
  ],
  'GET /avtal/:slug/part/:act/ratta': [
    ...knock(OTHER, `/avtal/jonkoping-psykiatriska-tillstand/part/${stableId('demo:turn:06')}/ratta`),
    { path: `/avtal/${SLUG}/part/${NOBODY}/ratta`, as: TOWN, refused: true },
  ],
  'POST /avtal/:slug/part/:act/ratta': [
    { path: `/avtal/${SLUG}/part/${NOBODY}/ratta`, as: TOWN, refused: true, form: { reason: 'Fel dag.', from: '' } },
  ],
  'POST /api/v1/agreements/:slug/turns/:act/correction': [
    { path: `/api/v1/agreements/${SLUG}/turns/${NOBODY}/correction`, as: TOWN, refused: true, json: { reason: 'Fel dag.' } },
  ],
  'POST /api/v1/agreements/:slug/turns': [
    {
      path: `/api/v1/agreements/jonkoping-psykiatriska-tillstand/turns`,
      as: TOWN,
      json: { turn: 'left', from: '2027-06-01', ...decision },
    },
  ],
  'GET /lankar.csv': knock(undefined, '/lankar.csv'),
};
