import { stableId } from '../../src/platform/ids.ts';
import { knock, type Visit } from './visit.ts';

const WORKER = 'handlaggare-aneby-06';
const REVIEWER = 'loggranskare-aneby-06';
const plan = stableId('demo:plan:prepared:06');
const decision = stableId(`${plan}:disclosure`);
const nobody = stableId('demo:nobody');

const refused = (as: string, path: string, form?: NonNullable<Visit['form']>): Visit[] => [
  { path, as, refused: true, ...(form ? { form } : {}) },
];
const disclosure = { rule: 'osl-10-27', unit: nobody, dataKinds: ['needs'], until: '2026-12-01', reason: 'Behövs för vården' };

/** How to knock on the doors of telling without consent, of duties to notify, and of why somebody could see something. */
export const disclosureVisits: Readonly<Record<string, readonly Visit[]>> = {
  'GET /planer/:id/beslut': knock(WORKER, `/planer/${plan}/beslut`),
  'GET /planer/:id/beslut/nytt': knock(WORKER, `/planer/${plan}/beslut/nytt`),
  'POST /planer/:id/beslut/nytt': refused(WORKER, `/planer/${plan}/beslut/nytt`, { rule: '' }),
  'GET /planer/:id/beslut/:beslut/avsluta': knock(WORKER, `/planer/${plan}/beslut/${decision}/avsluta`),
  'POST /planer/:id/beslut/:beslut/avsluta': refused(WORKER, `/planer/${plan}/beslut/${decision}/avsluta`, { reason: '' }),
  'GET /logg/beslut': knock(REVIEWER, '/logg/beslut'),
  'GET /logg/beslut/:beslut': knock(REVIEWER, `/logg/beslut/${decision}`),
  'POST /logg/beslut/:beslut': refused(REVIEWER, `/logg/beslut/${decision}`, { verdict: '' }),
  'GET /logg/varfor/:id': refused(REVIEWER, `/logg/varfor/${nobody}`),
  'GET /planer/:id/anmalan': knock(WORKER, `/planer/${plan}/anmalan`),
  'POST /planer/:id/anmalan': refused(WORKER, `/planer/${plan}/anmalan`, { duty: '' }),
  'GET /api/v1/plans/:id/disclosures': knock(WORKER, `/api/v1/plans/${plan}/disclosures`),
  'POST /api/v1/plans/:id/disclosures': [{ path: `/api/v1/plans/${plan}/disclosures`, as: WORKER, refused: true, json: disclosure }],
  'POST /api/v1/plans/:id/disclosures/:decision/ending': [
    { path: `/api/v1/plans/${plan}/disclosures/${nobody}/ending`, as: WORKER, refused: true, json: { reason: 'Behövs inte mer' } },
  ],
  'GET /api/v1/plans/:id/notifications': knock(WORKER, `/api/v1/plans/${plan}/notifications`),
  'POST /api/v1/plans/:id/notifications': [
    { path: `/api/v1/plans/${plan}/notifications`, as: WORKER, json: { duty: 'orosanmalan', on: '2026-01-15', time: '14.30' } },
  ],
};
