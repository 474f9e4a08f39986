import { stableId } from '../../src/platform/ids.ts';
import { knock, type Visit } from './visit.ts';

const LEADS = 'behandlare-psykiatri-06';
const INDIVIDUAL = 'enskild-1';
const plan = stableId('demo:plan:established:06');
const copyTo = (unit: string) => stableId(`${plan}:copy:1:${stableId(`demo:SE2321000000-${unit}`)}`);
const [leads, receives] = [copyTo('U0603'), copyTo('U0606')];
const own = stableId(`${plan}:copy:1:own`);
const nobody = stableId('demo:nobody');

/** As far as the policy: what the address names is not there to be done to. */
const asked = (as: string, path: string, form?: NonNullable<Visit['form']>): Visit[] => [
  { path, as, refused: true, ...(form ? { form } : {}) },
];

/** How to knock on the doors of copies of plans, and of what was done on paper. */
export const copyVisits: Readonly<Record<string, readonly Visit[]>> = {
  'GET /planer/kopior': knock(LEADS, '/planer/kopior'),
  'GET /planer/:id/kopior': knock(LEADS, `/planer/${plan}/kopior`),
  'GET /planer/:id/kopior/:kopia': knock(LEADS, `/planer/${plan}/kopior/${leads}`),
  'GET /planer/:id/kopior/:kopia/plan.pdf': knock(LEADS, `/planer/${plan}/kopior/${leads}/plan.pdf`),
  'GET /planer/:id/kopior/:kopia/plan.json': knock(LEADS, `/planer/${plan}/kopior/${leads}/plan.json`),
  'GET /planer/:id/kopior/:kopia/aterkalla': knock(LEADS, `/planer/${plan}/kopior/${receives}/aterkalla`),
  'POST /planer/:id/kopior/:kopia/aterkalla': asked(LEADS, `/planer/${plan}/kopior/${receives}/aterkalla`, { reason: 'none' }),
  'GET /planer/:id/kopior/:kopia/skicka': asked(LEADS, `/planer/${plan}/kopior/${receives}/skicka`),
  'POST /planer/:id/kopior/:kopia/skicka': asked(LEADS, `/planer/${plan}/kopior/${receives}/skicka`, {}),
  'GET /min-plan/:id/kopior': knock(INDIVIDUAL, `/min-plan/${plan}/kopior`),
  'GET /min-plan/:id/kopior/:kopia/plan.pdf': knock(INDIVIDUAL, `/min-plan/${plan}/kopior/${own}/plan.pdf`),
  'GET /min-plan/:id/kopior/:kopia/kort.pdf': knock(INDIVIDUAL, `/min-plan/${plan}/kopior/${own}/kort.pdf`),
  'GET /planer/:id/utskrift': knock(LEADS, `/planer/${plan}/utskrift`),
  'GET /min-plan/:id/utskrift': knock(INDIVIDUAL, `/min-plan/${plan}/utskrift`),
  'GET /planer/reserv': knock(LEADS, '/planer/reserv'),
  'GET /planer/reserv/plan.pdf': knock(LEADS, '/planer/reserv/plan.pdf'),
  'GET /planer/reserv/kallelse.pdf': knock(LEADS, '/planer/reserv/kallelse.pdf'),
  'GET /planer/:id/papper': knock(LEADS, `/planer/${plan}/papper`),
  'POST /planer/:id/papper': asked(LEADS, `/planer/${plan}/papper`, { of: 'meeting:new', on: '2099-01-01', time: '10.00' }),
  'GET /api/v1/plans/:id/copies': knock(LEADS, `/api/v1/plans/${plan}/copies`),
  'GET /api/v1/plans/:id/copies/:copy': knock(LEADS, `/api/v1/plans/${plan}/copies/${leads}`),
  'POST /api/v1/plans/:id/copies/:copy/annulment': [
    { path: `/api/v1/plans/${plan}/copies/${nobody}/annulment`, as: LEADS, refused: true, json: { reason: 'wrong-receiver' } },
  ],
};
