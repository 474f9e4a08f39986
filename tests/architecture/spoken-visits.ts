import { stableId } from '../../src/platform/ids.ts';
import { knock, type Visit } from './visit.ts';

const GUARDIAN = 'vardnadshavare-1';
const WORKER = 'handlaggare-eksjo-06';
const speaker = stableId(`demo:speaker:06:${GUARDIAN}`);
const plan = stableId('demo:plan:spoken:enskild-4:06');
const nobody = stableId('demo:nobody');
const page = `/min-plan/som/${speaker}/${plan}`;
const api = `/api/v1/spoken/${speaker}/plans/${plan}`;

const refused = (as: string, path: string, form: NonNullable<Visit['form']>): Visit[] => [{ path, as, refused: true, form }];
const told = (path: string, json: object): Visit[] => [{ path: `${api}${path}`, as: GUARDIAN, refused: true, json }];

/** How to knock on the doors of those who speak for somebody. */
export const spokenVisits: Readonly<Record<string, readonly Visit[]>> = {
  'GET /min-plan/som/:vem': knock(GUARDIAN, `/min-plan/som/${speaker}`),
  'GET /min-plan/som/:vem/:id': knock(GUARDIAN, page),
  'GET /min-plan/som/:vem/:id/skriv': knock(GUARDIAN, `${page}/skriv`),
  'POST /min-plan/som/:vem/:id/skriv': refused(GUARDIAN, `${page}/skriv`, { about: 'needs', words: '' }),
  'GET /min-plan/som/:vem/:id/svara': knock(GUARDIAN, `${page}/svara`),
  'POST /min-plan/som/:vem/:id/svara': refused(GUARDIAN, `${page}/svara`, {}),
  'GET /min-plan/som/:vem/:id/samtycke/fraga/:fraga': knock(GUARDIAN, `${page}/samtycke/fraga/dela`),
  'POST /min-plan/som/:vem/:id/samtycke/fraga/:fraga': refused(GUARDIAN, `${page}/samtycke/fraga/dela`, {
    ...{ answer: 'given', until: '2027-01-01' },
  }),
  'GET /min-plan/som/:vem/:id/samtycke/ta-tillbaka/:svar': [
    { path: `${page}/samtycke/ta-tillbaka/${nobody}`, as: GUARDIAN, refused: true },
  ],
  'POST /min-plan/som/:vem/:id/samtycke/ta-tillbaka/:svar': refused(GUARDIAN, `${page}/samtycke/ta-tillbaka/${nobody}`, {}),
  'GET /planer/:id/samtycke/inloggning/:vem': knock(WORKER, `/planer/${plan}/samtycke/inloggning/${speaker}`),
  'POST /planer/:id/samtycke/inloggning/:vem': refused(WORKER, `/planer/${plan}/samtycke/inloggning/${speaker}`, { number: '12' }),
  'GET /api/v1/spoken': knock(GUARDIAN, '/api/v1/spoken'),
  'GET /api/v1/spoken/:speaker/plans/:id': knock(GUARDIAN, api),
  'POST /api/v1/spoken/:speaker/plans/:id/said': told('/said', { key: nobody, said: [] }),
  'GET /api/v1/spoken/:speaker/plans/:id/consents': knock(GUARDIAN, `${api}/consents`),
  'POST /api/v1/spoken/:speaker/plans/:id/consents': told('/consents', { key: nobody, kind: 'lift-secrecy', answer: 'given', scopes: [] }),
  'POST /api/v1/spoken/:speaker/plans/:id/consents/:consent/withdrawals': told(`/consents/${nobody}/withdrawals`, { key: nobody }),
};
