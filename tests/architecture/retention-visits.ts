import { stableId } from '../../src/platform/ids.ts';
import { knock, type Visit } from './visit.ts';

const REGISTRAR = 'registrator-aneby-06';
const LEADS = 'handlaggare-aneby-06';
const CLINICIAN = 'behandlare-psykiatri-06';
const REVIEWER = 'loggranskare-aneby-06';
const nobody = stableId('demo:nobody');
const plan = stableId('demo:plan:prepared:06');
const [discharge, care] = [stableId('demo:plan:discharge:06'), stableId('demo:plan:care:06')];

/** As far as the policy: what is asked cannot be done. */
const asked = (as: string, path: string, json: object): Visit[] => [{ path, as, refused: true, json }];

/** How to knock on the doors of how long copies of plans are kept. */
export const retentionVisits: Readonly<Record<string, readonly Visit[]>> = {
  'GET /organisation/gallring': knock(REGISTRAR, '/organisation/gallring'),
  'GET /organisation/gallring/ange': knock(REGISTRAR, '/organisation/gallring/ange'),
  'POST /organisation/gallring/ange': [
    { path: '/organisation/gallring/ange', as: REGISTRAR, refused: true, form: { key: nobody, from: '2020-01-01' } },
  ],
  'GET /organisation/gallring/beslut': knock(REGISTRAR, '/organisation/gallring/beslut'),
  'POST /organisation/gallring/beslut': [
    { path: '/organisation/gallring/beslut', as: REGISTRAR, refused: true, form: { offers: nobody, outcome: 'delete', sure: 'yes' } },
  ],
  'GET /api/v1/retention-rules': knock(REGISTRAR, '/api/v1/retention-rules'),
  'POST /api/v1/retention-rules': asked(REGISTRAR, '/api/v1/retention-rules', { appliesTo: 'all', from: '2020-01-01', keep: 'years' }),
  'GET /api/v1/thinning-offers': knock(REGISTRAR, '/api/v1/thinning-offers'),
  'POST /api/v1/thinning-decisions': asked(REGISTRAR, '/api/v1/thinning-decisions', { offers: [nobody], outcome: 'delete', sure: true }),
};

/** How to knock on the doors, for systems, of what plans of some kinds have, of what the person answers, and of reviews. */
export const planKindVisits: Readonly<Record<string, readonly Visit[]>> = {
  'GET /api/v1/plans/:id/kind': knock(CLINICIAN, `/api/v1/plans/${discharge}/kind`, `/api/v1/plans/${care}/kind`),
  'POST /api/v1/plans/:id/kind/discharge': asked(CLINICIAN, `/api/v1/plans/${discharge}/kind/discharge`, {
    key: nobody,
    seen: 99,
    events: {},
  }),
  'POST /api/v1/plans/:id/kind/attitude': asked(CLINICIAN, `/api/v1/plans/${care}/kind/attitude`, {
    key: nobody,
    seen: 99,
    words: 'Nej tack',
  }),
  'GET /api/v1/plans/:id/changes': knock(LEADS, `/api/v1/plans/${plan}/changes`),
  'POST /api/v1/plans/:id/changes/answers': asked(LEADS, `/api/v1/plans/${plan}/changes/answers`, {
    answers: [{ kind: 'goal', subject: nobody, number: 1, answer: 'approved' }],
  }),
  'GET /api/v1/audit/disclosures': knock(REVIEWER, '/api/v1/audit/disclosures'),
  'POST /api/v1/audit/disclosures/:decision/review': asked(REVIEWER, `/api/v1/audit/disclosures/${nobody}/review`, {
    verdict: 'right',
    reason: 'Vården behövdes',
  }),
};
