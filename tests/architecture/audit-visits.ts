import { stableId } from '../../src/platform/ids.ts';
import { knock, type Visit } from './visit.ts';

const REVIEWER = 'loggranskare-aneby-06';
const INDIVIDUAL = 'enskild-1';
/** A round that the doors after the first find. */
const ROUND = stableId('demo:round');
const days = { from: '2026-11-01', to: '2026-11-22' };
const nobody = stableId('demo:nobody');

/** As far as the policy, and the answer that there is no such thing or that something is missing. */
const refused = (path: string, form?: Visit['form']): Visit[] => [{ path, as: REVIEWER, refused: true, ...(form ? { form } : {}) }];

/** How to knock on the doors of the log. */
export const auditVisits: Readonly<Record<string, readonly Visit[]>> = {
  'GET /logg': knock(REVIEWER, '/logg'),
  'POST /logg': [{ path: '/logg', as: REVIEWER, form: { person: '198004179803' } }],
  'POST /logg/csv': [{ path: '/logg/csv', as: REVIEWER, form: {} }],
  'GET /logg/monster': knock(REVIEWER, '/logg/monster'),
  'GET /logg/urval': knock(REVIEWER, '/logg/urval'),
  'POST /logg/urval': refused('/logg/urval', { ur: 'emergency', antal: '1' }),
  'GET /logg/urval/:id': refused(`/logg/urval/${nobody}`),
  'POST /logg/urval/:id': refused(`/logg/urval/${nobody}`, { rad: nobody, bedomning: 'justified', skal: 'Det finns inget.' }),
  'POST /api/v1/audit/events/search': [{ path: '/api/v1/audit/events/search', as: REVIEWER, json: { ...days, person: '198004179803' } }],
  'POST /api/v1/audit/patterns/search': [{ path: '/api/v1/audit/patterns/search', as: REVIEWER, json: days }],
  'POST /api/v1/audit/samples': [{ path: '/api/v1/audit/samples', as: REVIEWER, json: { ...days, stratum: 'all', size: 1, key: ROUND } }],
  'GET /api/v1/audit/samples': knock(REVIEWER, '/api/v1/audit/samples'),
  'GET /api/v1/audit/samples/:id': knock(REVIEWER, `/api/v1/audit/samples/${ROUND}`),
  'POST /api/v1/audit/samples/:id/rows/:row/verdict': [
    { path: `/api/v1/audit/samples/${ROUND}/rows/1/verdict`, as: REVIEWER, json: { verdict: 'justified', reason: 'Ett ärende fanns.' } },
  ],
  'GET /api/v1/audit/own': knock(INDIVIDUAL, '/api/v1/audit/own'),
  'GET /min-logg': knock(INDIVIDUAL, '/min-logg'),
  'GET /min-logg.csv': knock(INDIVIDUAL, '/min-logg.csv'),
  'GET /min-logg.pdf': knock(INDIVIDUAL, '/min-logg.pdf'),
};
