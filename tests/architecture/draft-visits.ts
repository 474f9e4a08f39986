import { stableId } from '../../src/platform/ids.ts';
import { draftFormVisits } from './draft-form-visits.ts';
import { knock, type Visit } from './visit.ts';

const REGION = 'strategigrupp-06';
const TOWN = 'strategigrupp-aneby-06';
const BODY = 'tjansteledning-06';
const DALARNA = 'strategigrupp-20';
const SLUG = 'jonkoping-missbruk-beroende';

/** The fictional working copies: one that is written, one that is decided in each county; and one that the visits open themselves. */
const written = `/arbetsversioner/${stableId('demo:draft:06')}`;
const submitted = `/arbetsversioner/${stableId('demo:submitted:06')}`;
const signed = `/arbetsversioner/${stableId('demo:submitted:20')}`;
const OPENED = stableId('visit:draft');
const opened = `/arbetsversioner/${OPENED}`;
const section = `${written}/avsnitt/inledning`;
const decision = `${submitted}/beslut/beslut-reko/body-reko`;
const signature = `${signed}/underskrift/sign/lanschefsnatverket.chair`;

/** The page of one form, and sending it as it stands, with what is typed over it. */
const both = (path: string, address: string, form: Visit['form'], as = REGION): Record<string, readonly Visit[]> => ({
  [`GET ${path}`]: knock(as, address),
  [`POST ${path}`]: [{ path: address, as, form: form ?? {} }],
});

const newVersion = { key: OPENED, slug: SLUG, label: 'Besök', class: 'major' };
const newAgreement = {
  kind: 'local',
  outline: 'jonkoping-lok',
  model: SLUG,
  title: 'Lokal överenskommelse',
  slug: 'lok-besok',
  municipalities: '0604',
};
const cadence = {
  of: 'agreement',
  kind: 'follow-up',
  every: '12',
  unit: 'months',
  strength: 'must',
  starts: '2027-01-01',
  description: 'Följs upp.',
  cites: 'varaktighet',
};
const row = {
  row: 'JA-B1',
  group: 'gemensamt',
  activity: 'Prov',
  plain: 'Vi prövar.',
  mode: 'joint',
  cites: 'inledning',
};

/** How to knock on the doors of working copies: writing them, approving, deciding, signing and publishing. */
export const draftVisits: Readonly<Record<string, readonly Visit[]>> = {
  ...both('/arbetsversioner/ny-version', '/arbetsversioner/ny-version', newVersion),
  ...both('/arbetsversioner/ny-overenskommelse', '/arbetsversioner/ny-overenskommelse', newAgreement, TOWN),
  'GET /arbetsversioner': [...knock(REGION, '/arbetsversioner'), ...knock(BODY, '/arbetsversioner')],
  'GET /avtal/:slug/arbete': knock(REGION, `/avtal/${SLUG}/arbete`),
  ...both('/arbetsversioner/:id/avsnitt/:section', section, { heading: 'Inledning', lines: 'En mening.' }),
  ...both('/arbetsversioner/:id/nytt-avsnitt', `${written}/nytt-avsnitt`, { heading: 'Nytt', where: 'after' }),
  'GET /arbetsversioner/:id/avsnitt/:section/ta-bort': knock(REGION, `${section}/ta-bort`),
  'POST /arbetsversioner/:id/avsnitt/:section/ta-bort': [{ path: `${section}/ta-bort`, as: REGION, form: {}, refused: true }],
  'POST /arbetsversioner/:id/avsnitt/:section/flytta': [
    { path: `${opened}/avsnitt/inledning/flytta`, as: REGION, form: { seen: '1', to: 'down' } },
  ],
  ...both('/arbetsversioner/:id/titel', `${written}/titel`, {
    title: 'Titel',
    short: 'Kort titel',
    summary: 'I korthet.',
    from: '2027-01-01',
  }),
  ...both('/arbetsversioner/:id/giltighetstid', `${written}/giltighetstid`, { from: '2027-01-01', cites: 'varaktighet' }),
  'GET /arbetsversioner/:id/aterkommer/:cadence': knock(REGION, `${written}/aterkommer/ny`, `${written}/aterkommer/arlig-uppfoljning`),
  'POST /arbetsversioner/:id/aterkommer/:cadence': [{ path: `${written}/aterkommer/ny`, as: REGION, form: cadence }],
  ...both('/arbetsversioner/:id/aterkommer/:cadence/ta-bort', `${written}/aterkommer/arlig-uppfoljning/ta-bort`, {}),
  'GET /arbetsversioner/:id/ansvar/:row': knock(REGION, `${written}/ansvar/ny`, `${written}/ansvar/JA-01`),
  'POST /arbetsversioner/:id/ansvar/:row': [{ path: `${written}/ansvar/ny`, as: REGION, form: row, refused: true }],
  ...both('/arbetsversioner/:id/ansvar/:row/ta-bort', `${written}/ansvar/JA-01/ta-bort`, {}),
  ...draftFormVisits,
  ...both('/arbetsversioner/:id/barn', `${written}/barn`, { text: 'Prövat.' }),
  ...both('/arbetsversioner/:id/delaktighet', `${written}/delaktighet`, { level: 'dialogue', text: 'Möten.' }),
  'GET /arbetsversioner/:id/avbryt': knock(REGION, `${written}/avbryt`),
  'POST /arbetsversioner/:id/avbryt': [{ path: `${opened}/avbryt`, as: REGION, form: {} }],
  'GET /arbetsversioner/:id/upphav': [{ path: `${written}/upphav`, as: REGION, refused: true }],
  'POST /arbetsversioner/:id/upphav': [{ path: `${written}/upphav`, as: REGION, form: {}, refused: true }],
  'GET /arbetsversioner/:id/fore-beslut': knock(REGION, `${written}/fore-beslut`),
  'POST /arbetsversioner/:id/lamna': [{ path: `${written}/lamna`, as: REGION, form: {}, refused: true }],
  'POST /arbetsversioner/:id/ta-tillbaka': [{ path: `${written}/ta-tillbaka`, as: REGION, form: {}, refused: true }],
  'GET /arbetsversioner/:id/beslut': [...knock(BODY, `${submitted}/beslut`), ...knock(DALARNA, `${signed}/beslut`)],
  'POST /arbetsversioner/:id/publicera': [{ path: `${written}/publicera`, as: REGION, form: {}, refused: true }],
  'GET /arbetsversioner/:id/utdrag/:hash': [{ path: `${submitted}/utdrag/${'0'.repeat(64)}`, as: BODY, refused: true }],
  'GET /arbetsversioner/:id/beslut/:step/:decider': knock(BODY, decision),
  'POST /arbetsversioner/:id/beslut/:step/:decider': [{ path: decision, as: BODY, form: { outcome: 'approved' }, refused: true }],
  'GET /arbetsversioner/:id/underskrift/:step/:seat': knock(DALARNA, signature),
  'POST /arbetsversioner/:id/underskrift/:step/:seat': [{ path: signature, as: DALARNA, form: {}, refused: true }],
  'GET /arbetsversioner/:id': [...knock(REGION, written), ...knock(TOWN, submitted)],
  'POST /arbetsversioner/:id/godkann': [{ path: `${written}/godkann`, as: REGION, form: { place: 'facts' }, refused: true }],
  'GET /arbetsversioner/:id/text': knock(REGION, `${written}/text`),
  'GET /api/v1/drafts': knock(BODY, '/api/v1/drafts'),
  'GET /api/v1/drafts/:id': knock(BODY, `/api/v1/drafts/${stableId('demo:submitted:06')}`),
  'GET /api/v1/drafts/:id/text': knock(BODY, `/api/v1/drafts/${stableId('demo:submitted:06')}/text`),
  'POST /api/v1/drafts/:id/decisions': [
    {
      path: `/api/v1/drafts/${stableId('demo:submitted:06')}/decisions`,
      as: BODY,
      json: { step: 'beslut-reko', decider: 'body:reko', outcome: 'approved', on: '2026-11-20', approver: 'Ordförande i ReKo' },
    },
  ],
};
