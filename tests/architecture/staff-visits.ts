import { stableId } from '../../src/platform/ids.ts';
import { knock, type Visit } from './visit.ts';

const TOWN = 'forvaltare-aneby-06';
const OTHER_TOWN = 'forvaltare-eksjo-06';
const REGION = 'forvaltare-region-06';
const COUNTY = 'forvaltare-lanet-06';
const WORKER = 'handlaggare-aneby-06';

/** A fictional unit by its number in the county's demo register: 1–4 are the region's, 5–6 Aneby's, 7–8 Eksjö's. */
const unit = (number: number) => stableId(`demo:SE2321000000-U060${number}`);
const region = stableId('region:06');
const town = stableId('municipality:0604');
const users = stableId('demo:users:06');
const municipality = (code: string) => stableId(`municipality:${code}`);
const account = (number: number) => stableId(`demo:SE2321000000-P0600${number}`);
const act = (number: number, step: string) => `/organisation/enheter/${unit(number)}/${step}`;
const HEAD = 'enhet;hsa-id;namn;sort;kommuner;från ålder;till ålder;telefon;e-post;webb;adress;öppet;gäller från;sista dag';
const FILE = `${HEAD}\n;SE2321000000-Z1;Inläst enhet;individ-familjeomsorg;0604;18;;;;;;;2026-12-01;`;
const BODY = 'reko';

/** How to knock on the doors of the register of organisations, people and assignments. */
export const organisationVisits: Readonly<Record<string, readonly Visit[]>> = {
  'GET /organisation': [...knock(TOWN, '/organisation'), ...knock(COUNTY, '/organisation')],
  'GET /organisation/import': knock(TOWN, '/organisation/import'),
  'POST /organisation/import': [{ path: '/organisation/import', as: TOWN, form: { text: FILE } }],
  'POST /organisation/import/genomfor': [
    { path: '/organisation/import/genomfor', as: TOWN, form: { text: FILE, stamp: '' }, refused: true },
  ],
  'GET /organisation/enheter.csv': knock(TOWN, '/organisation/enheter.csv'),
  'GET /organisation/enheter/ny': knock(TOWN, '/organisation/enheter/ny'),
  'POST /organisation/enheter/ny': [
    {
      path: '/organisation/enheter/ny',
      as: TOWN,
      form: { name: 'Ny enhet', kind: 'individ-familjeomsorg', 'ages-from': '0', from: '2026-11-22' },
    },
  ],
  'GET /organisation/enheter/sla-ihop': knock(REGION, '/organisation/enheter/sla-ihop'),
  'POST /organisation/enheter/sla-ihop': [
    { path: '/organisation/enheter/sla-ihop', as: REGION, form: { parts: [unit(3), unit(4)], name: 'Sammanslagen', from: '2027-01-01' } },
  ],
  'GET /organisation/andra/ny': knock(COUNTY, '/organisation/andra/ny'),
  'POST /organisation/andra/ny': [
    { path: '/organisation/andra/ny', as: COUNTY, form: { kind: 'private-provider', name: 'Utförare', from: '2026-11-22' } },
  ],
  'GET /organisation/andra/:id/namn': knock(COUNTY, `/organisation/andra/${users}/namn`),
  'POST /organisation/andra/:id/namn': [
    { path: `/organisation/andra/${users}/namn`, as: COUNTY, form: { name: 'Nytt namn', from: '2027-01-01' } },
  ],
  'GET /organisation/organ/:body/plats': knock(COUNTY, `/organisation/organ/${BODY}/plats`),
  'POST /organisation/organ/:body/plats': [
    {
      path: `/organisation/organ/${BODY}/plats`,
      as: COUNTY,
      form: { holder: 'Ordy Försöksman', position: 'member', organisation: region, from: '2026-11-22' },
    },
  ],
  'GET /organisation/platser/:id/avsluta': [{ path: '/organisation', follow: '/organisation/platser/', as: COUNTY, refused: true }],
  'POST /organisation/platser/:id/avsluta': [
    { path: '/organisation', follow: '/organisation/platser/', as: COUNTY, form: { lastDay: '2026-12-31' } },
  ],
  'GET /organisation/platser/:id/ta-tillbaka': [{ path: `/organisation/platser/${users}/ta-tillbaka`, as: COUNTY, refused: true }],
  'POST /organisation/platser/:id/ta-tillbaka': [
    { path: `/organisation/platser/${users}/ta-tillbaka`, as: COUNTY, form: {}, refused: true },
  ],
  'GET /organisation/andra/:id/sla-ihop': knock(COUNTY, `/organisation/andra/${municipality('0617')}/sla-ihop`),
  'POST /organisation/andra/:id/sla-ihop': [
    {
      path: `/organisation/andra/${municipality('0617')}/sla-ihop`,
      as: COUNTY,
      form: { into: municipality('0642'), from: '2027-01-01' },
    },
  ],
  'GET /organisation/andra/:id/dela': knock(COUNTY, `/organisation/andra/${municipality('0617')}/dela`),
  'POST /organisation/andra/:id/dela': [
    {
      path: `/organisation/andra/${municipality('0617')}/dela`,
      as: COUNTY,
      form: { rest: municipality('0642'), from: '2027-01-01' },
      refused: true,
    },
  ],
  'GET /organisation/andra/:id/avsluta': knock(COUNTY, `/organisation/andra/${users}/avsluta`),
  'POST /organisation/andra/:id/avsluta': [{ path: `/organisation/andra/${users}/avsluta`, as: COUNTY, form: { lastDay: '2027-12-31' } }],
  'GET /organisation/personer/:id/inloggningar': knock(TOWN, `/organisation/personer/${account(2)}/inloggningar`),
  'POST /organisation/personer/:id/inloggningar': [
    { path: `/organisation/personer/${account(2)}/inloggningar`, as: TOWN, form: { session: 'alla' }, refused: true },
  ],
  'GET /organisation/uppdrag/:id/ta-tillbaka': [{ path: `/organisation/uppdrag/${users}/ta-tillbaka`, as: TOWN, refused: true }],
  'POST /organisation/uppdrag/:id/ta-tillbaka': [{ path: `/organisation/uppdrag/${users}/ta-tillbaka`, as: TOWN, form: {}, refused: true }],
  'GET /organisationer/:id': knock(undefined, `/organisationer/${region}`),
  'GET /organisation/personer/ny': knock(TOWN, '/organisation/personer/ny'),
  'POST /organisation/personer/ny': [{ path: '/organisation/personer/ny', as: TOWN, form: { name: 'Provia', hsaId: 'SE2321000000-D1' } }],
  'GET /organisation/personer/:id/avsluta': knock(TOWN, `/organisation/personer/${stableId('demo:SE2321000000-P0602')}/avsluta`).map(
    (visit) => ({
      ...visit,
      refused: true,
    }),
  ),
  'POST /organisation/personer/:id/avsluta': [
    { path: '/organisation', follow: '/organisation/personer/', as: OTHER_TOWN, form: {}, refused: true },
  ],
  'GET /organisation/personer/:id/uppdrag': knock(TOWN, `/organisation/personer/${stableId('demo:SE2321000000-P06002')}/uppdrag`),
  'POST /organisation/personer/:id/uppdrag': [
    {
      path: `/organisation/personer/${stableId('demo:SE2321000000-P06002')}/uppdrag`,
      as: TOWN,
      form: { role: 'registrar', organisation: town, from: '2026-11-22' },
    },
  ],
  'GET /organisation/organ/uppdrag': knock(COUNTY, '/organisation/organ/uppdrag'),
  'POST /organisation/organ/uppdrag': [
    { path: '/organisation/organ/uppdrag', as: COUNTY, form: { account: stableId('demo:SE2321000000-P06002') } },
  ],
  'GET /organisation/uppdrag/:id/avsluta': [{ path: '/organisation', follow: '/organisation/uppdrag/', as: TOWN }],
  'POST /organisation/uppdrag/:id/avsluta': [
    { path: '/organisation', follow: '/organisation/uppdrag/', as: TOWN, form: { lastDay: '2026-12-31' } },
  ],
  'GET /organisation/enheter/:id/kontakter': knock(TOWN, act(5, 'kontakter')),
  'POST /organisation/enheter/:id/kontakter': [{ path: act(5, 'kontakter'), as: TOWN, form: { 'ways-phone': '070-174 06 95' } }],
  'GET /organisation/enheter/:id/namn': knock(OTHER_TOWN, act(7, 'namn')),
  'POST /organisation/enheter/:id/namn': [{ path: act(7, 'namn'), as: OTHER_TOWN, form: { name: 'Nytt namn', from: '2027-01-01' } }],
  'GET /organisation/enheter/:id/andra': knock(OTHER_TOWN, act(7, 'andra')),
  'POST /organisation/enheter/:id/andra': [
    {
      path: act(7, 'andra'),
      as: OTHER_TOWN,
      form: { kind: 'individ-familjeomsorg', serves: '0686', 'ages-from': '21', from: '2027-02-01' },
    },
  ],
  'GET /organisation/enheter/:id/flytta': knock(COUNTY, act(7, 'flytta')),
  'POST /organisation/enheter/:id/flytta': [{ path: act(7, 'flytta'), as: COUNTY, form: { to: region, from: '2027-03-01' } }],
  'GET /organisation/enheter/:id/dela': knock(OTHER_TOWN, act(8, 'dela')),
  'POST /organisation/enheter/:id/dela': [
    { path: act(8, 'dela'), as: OTHER_TOWN, form: { names: 'Norr\nSöder', cases: 'Norr', from: '2027-01-01' } },
  ],
  'GET /organisation/enheter/:id/avsluta': knock(TOWN, act(6, 'avsluta')),
  'POST /organisation/enheter/:id/avsluta': [{ path: act(6, 'avsluta'), as: TOWN, form: { lastDay: '2027-12-31' } }],
  'GET /enhet/:id': knock(undefined, `/enhet/${unit(5)}`),
  'GET /organisation/enheter/:id': knock(TOWN, `/organisation/enheter/${unit(5)}`),
};

/** Logging in and out, choosing an assignment, one's own sessions. */
export const accessVisits: Readonly<Record<string, readonly Visit[]>> = {
  'GET /logga-in': knock(undefined, '/logga-in'),
  'GET /logga-in/klar': [{ path: '/logga-in/klar?state=none&code=none', cookie: '__Host-login=none', refused: true }],
  'POST /logga-ut': [{ path: '/logga-ut', as: 'enskild-2', form: {} }],
  'POST /logga-ut/fran-leverantoren': [{ path: '/logga-ut/fran-leverantoren', form: { logout_token: 'none' }, refused: true }],
  'GET /organisation/misslyckade-inloggningar': knock(TOWN, '/organisation/misslyckade-inloggningar'),
  'GET /utloggad': knock(undefined, '/utloggad'),
  'GET /uppdrag': knock('samordnare-aneby-06', '/uppdrag'),
  'POST /uppdrag': [{ path: '/uppdrag', as: 'deltagare-aneby-06', form: { uppdrag: stableId('demo:none') }, refused: true }],
  'GET /inloggningar': knock(WORKER, '/inloggningar'),
  'POST /inloggningar': [{ path: '/inloggningar', as: 'registrator-aneby-06', form: { id: 'andra' } }],
};
