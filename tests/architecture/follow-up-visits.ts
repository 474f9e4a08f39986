import { stableId } from '../../src/platform/ids.ts';
import { knock, type Visit } from './visit.ts';

const GROUP = 'strategigrupp-06';
const DALARNA_GROUP = 'strategigrupp-20';
const JONKOPING = 'jonkoping-missbruk-beroende';
const DALARNA = 'dalarna-missbruk-beroende-2021';

/** The fictional follow-up of the demonstration. */
const record = `/uppfoljning/${stableId('demo:follow-up:06')}`;
const form = {
  on: '2026-11-20',
  from: '2025-06-01',
  to: '2026-05-31',
  about: 'Gemensamt ansvar.',
  outcome: 'Det fungerar.',
  ledTo: 'nothing',
  documented: 'Dnr 2026/1',
  tookPart: 'Strategigruppen',
};
const ground = { fact: 'evaluation-begun', on: '2024-03-01', outcome: 'Beslut.', documented: 'Dnr 2024/1' };

/** How to knock on the doors of follow-ups. */
export const followUpVisits: Readonly<Record<string, readonly Visit[]>> = {
  'GET /uppfoljning': knock(undefined, '/uppfoljning', '/uppfoljning?lan=06'),
  'GET /avtal/:slug/uppfoljning': [
    ...knock(undefined, `/avtal/${JONKOPING}/uppfoljning`, `/avtal/${DALARNA}/uppfoljning`),
    ...knock(GROUP, `/avtal/${JONKOPING}/uppfoljning`),
    ...knock(DALARNA_GROUP, `/avtal/${DALARNA}/uppfoljning`),
  ],
  'GET /avtal/:slug/uppfoljning/:cadence': [
    ...knock(GROUP, `/avtal/${JONKOPING}/uppfoljning/arlig-uppfoljning`),
    ...knock(DALARNA_GROUP, `/avtal/${DALARNA}/uppfoljning/evaluation`),
  ],
  'POST /avtal/:slug/uppfoljning/:cadence': [{ path: `/avtal/${JONKOPING}/uppfoljning/arlig-uppfoljning`, as: GROUP, form }],
  'GET /avtal/:slug/forlangning': knock(DALARNA_GROUP, `/avtal/${DALARNA}/forlangning`),
  'POST /avtal/:slug/forlangning': [{ path: `/avtal/${DALARNA}/forlangning`, as: DALARNA_GROUP, form: ground }],
  'GET /uppfoljning/:act': knock(GROUP, record),
  'GET /uppfoljning/:act/ratta': knock(GROUP, `${record}/ratta`),
  'POST /uppfoljning/:act/ratta': [
    { path: `${record}/ratta`, as: GROUP, form: { ...form, on: '2026-10-15', from: '2025-10-01', to: '2026-09-30', why: 'Fel dag.' } },
  ],
  'GET /uppfoljning/:act/hande-inte': knock(GROUP, `${record}/hande-inte`),
  'POST /uppfoljning/:act/hande-inte': [{ path: `${record}/hande-inte`, as: GROUP, form: { why: '' }, refused: true }],
  'GET /api/v1/follow-ups': knock(undefined, '/api/v1/follow-ups', '/api/v1/follow-ups?county=20'),
  'GET /api/v1/agreements/:slug/follow-ups': knock(undefined, `/api/v1/agreements/${DALARNA}/follow-ups`),
  'POST /api/v1/agreements/:slug/follow-ups': [
    { path: `/api/v1/agreements/${JONKOPING}/follow-ups`, as: GROUP, json: { cadence: 'arlig-uppfoljning', ...form } },
  ],
};
