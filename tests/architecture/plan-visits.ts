import { stableId } from '../../src/platform/ids.ts';
import { knock, type Visit } from './visit.ts';

const WORKER = 'handlaggare-aneby-06';
const INDIVIDUAL = 'enskild-1';
const person = stableId(`demo:person:06:enskild-1:${stableId('municipality:0604')}`);
const plan = stableId('demo:plan:prepared:06');

/** As far as the policy, and the answer that something is missing. */
const refused = (as: string, path: string, form: NonNullable<Visit['form']>): Visit[] => [{ path, as, refused: true, form }];

/** How to knock on the doors of plans. */
export const planVisits: Readonly<Record<string, readonly Visit[]>> = {
  'GET /planer': knock(WORKER, '/planer'),
  'GET /planer/:id': knock(WORKER, `/planer/${plan}`),
  'GET /personer/:id/plan': knock(WORKER, `/personer/${person}/plan`),
  'POST /personer/:id/plan': refused(WORKER, `/personer/${person}/plan`, { reason: '' }),
  'GET /planer/:id/bedomning': knock(WORKER, `/planer/${plan}/bedomning`),
  'POST /planer/:id/bedomning': refused(WORKER, `/planer/${plan}/bedomning`, { needed: 'no', reason: '' }),
  'GET /planer/:id/behov': knock(WORKER, `/planer/${plan}/behov`),
  'POST /planer/:id/behov': refused(WORKER, `/planer/${plan}/behov`, { reason: '' }),
  'GET /planer/:id/forbered/:del': knock(WORKER, `/planer/${plan}/forbered/questions`),
  'POST /planer/:id/forbered/:del': refused(WORKER, `/planer/${plan}/forbered/questions`, { text: 'x'.repeat(5000) }),
  'GET /planer/:id/enheter': knock(WORKER, `/planer/${plan}/enheter`),
  'POST /planer/:id/enheter': refused(WORKER, `/planer/${plan}/enheter`, { unit: '' }),
  'GET /min-plan': knock(INDIVIDUAL, '/min-plan'),
  'GET /min-plan/:id': knock(INDIVIDUAL, `/min-plan/${plan}`),
  'GET /min-plan/be-om-plan': knock(INDIVIDUAL, '/min-plan/be-om-plan'),
  'POST /min-plan/be-om-plan': refused(INDIVIDUAL, '/min-plan/be-om-plan', { reason: '' }),
  'GET /min-plan/:id/skriv/:del': knock(INDIVIDUAL, `/min-plan/${plan}/skriv/questions`),
  'POST /min-plan/:id/skriv/:del': refused(INDIVIDUAL, `/min-plan/${plan}/skriv/questions`, { text: 'x'.repeat(5000) }),
};
