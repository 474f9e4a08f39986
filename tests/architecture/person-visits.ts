import { stableId } from '../../src/platform/ids.ts';
import { knock, type Visit } from './visit.ts';

const WORKER = 'handlaggare-aneby-06';
const REVIEWER = 'loggranskare-aneby-06';
const QUALITY_MANAGER = 'mas-aneby-06';
const CLINICIAN = 'behandlare-psykiatri-06';
const nobody = stableId('demo:nobody');

/** As far as the policy, and the answer that there is no such thing or that something is missing. */
const refused = (as: string, path: string, form?: Visit['form']): Visit[] => [{ path, as, refused: true, ...(form ? { form } : {}) }];

/** Somebody fictional whom the worker's unit works with. */
const person = stableId(`demo:person:06:enskild-1:${stableId('municipality:0604')}`);

/** How to knock on the doors of persons. */
export const personVisits: Readonly<Record<string, readonly Visit[]>> = {
  'GET /personer': knock(WORKER, '/personer'),
  'POST /personer': [{ path: '/personer', as: WORKER, form: { nummer: '198004179803' } }],
  'GET /personer/ny': knock(WORKER, '/personer/ny'),
  'POST /personer/ny': refused(WORKER, '/personer/ny', {}),
  'GET /personer/skyddsbehorighet': knock(QUALITY_MANAGER, '/personer/skyddsbehorighet'),
  'POST /personer/skyddsbehorighet': refused(QUALITY_MANAGER, '/personer/skyddsbehorighet', { id: nobody }),
  'POST /personer/skyddsbehorighet/avsluta': refused(QUALITY_MANAGER, '/personer/skyddsbehorighet/avsluta', { id: nobody }),
  'GET /personer/nodoppning': knock(CLINICIAN, '/personer/nodoppning'),
  'POST /personer/nodoppning': refused(CLINICIAN, '/personer/nodoppning', { nummer: '198004179803', skal: 'unconscious', motivering: '' }),
  'GET /personer/nodoppningar': knock(REVIEWER, '/personer/nodoppningar'),
  'POST /personer/nodoppningar': refused(REVIEWER, '/personer/nodoppningar', {}),
  'GET /personer/:id': [
    ...knock(WORKER, `/personer/${person}`, `/personer/${stableId(`demo:person:06:enskild-2:${stableId('municipality:0604')}`)}`),
    ...refused(WORKER, `/personer/${nobody}`),
  ],
  'POST /personer/:id/arende/avsluta': refused(WORKER, `/personer/${person}/arende/avsluta`, { arende: nobody }),
  'GET /personer/:id/andra': knock(WORKER, `/personer/${person}/andra`),
  'POST /personer/:id/andra': refused(WORKER, `/personer/${person}/andra`, { namn: '' }),
  'GET /personer/:id/arende': knock(WORKER, `/personer/${person}/arende`),
  'POST /personer/:id/arende': refused(WORKER, `/personer/${person}/arende`, { arendenummer: '' }),
  'GET /personer/:id/for-ihop': knock(WORKER, `/personer/${person}/for-ihop`),
  'POST /personer/:id/for-ihop': refused(WORKER, `/personer/${person}/for-ihop`, { caseNumber: 'FINNS-INTE', reason: 'Samma person' }),
  'GET /personer/:id/skydd': knock(WORKER, `/personer/${person}/skydd`),
  'POST /personer/:id/skydd': refused(WORKER, `/personer/${person}/skydd`, { skydd: '' }),
  'GET /mina-uppgifter': knock('enskild-1', '/mina-uppgifter'),
  'POST /api/v1/persons/search': [{ path: '/api/v1/persons/search', as: WORKER, json: { by: 'number', number: '198004179803' } }],
  'GET /api/v1/persons/:id': knock(
    WORKER,
    `/api/v1/persons/${person}`,
    `/api/v1/persons/${stableId(`demo:person:06:enskild-2:${stableId('municipality:0604')}`)}`,
  ),
  'POST /api/v1/persons': [{ path: '/api/v1/persons', as: WORKER, json: { name: 'Prova Exempelsson', caseNumber: 'PROV-1' } }],
};

/** How to knock on the doors of notices. */
export const noticeVisits: Readonly<Record<string, readonly Visit[]>> = {
  'GET /arbete': knock(WORKER, '/arbete'),
  'GET /api/v1/me': knock(WORKER, '/api/v1/me'),
  'GET /api/v1/work': knock(WORKER, '/api/v1/work'),
  'GET /api/v1/notices': knock(WORKER, '/api/v1/notices'),
  'POST /api/v1/notices/:number/read': [{ path: '/api/v1/notices/1/read', as: WORKER, json: { through: true } }],
  'GET /notiser': knock(WORKER, '/notiser'),
  'POST /notiser': refused(WORKER, '/notiser', { nummer: '1' }),
  'GET /notiser/skickat/:act': refused(WORKER, `/notiser/skickat/${nobody}`),
  'GET /notiser/ej-levererade': knock('forvaltare-aneby-06', '/notiser/ej-levererade'),
  'POST /notiser/ej-levererade': refused('forvaltare-aneby-06', '/notiser/ej-levererade', { id: nobody }),
  'GET /api/v1/undelivered': knock('forvaltare-aneby-06', '/api/v1/undelivered'),
  'POST /api/v1/undelivered/:id/retry': [
    { path: `/api/v1/undelivered/${nobody}/retry`, as: 'forvaltare-aneby-06', refused: true, json: {} },
  ],
  'GET /notiser/installningar': knock(WORKER, '/notiser/installningar'),
  'POST /notiser/installningar': [{ path: '/notiser/installningar', as: WORKER, form: { 'deputy-named': 'weekly' } }],
  'POST /notiser/franvaro': [{ path: '/notiser/franvaro', as: WORKER, form: { forsta: '2026-12-01', sista: '2026-12-02' } }],
  'POST /notiser/franvaro/borttagen': refused(WORKER, '/notiser/franvaro/borttagen', { id: nobody }),
};
