import { stableId } from '../../src/platform/ids.ts';
import { knock, type Visit } from './visit.ts';

const ASKS = 'behandlare-psykiatri-06';
const IS_ASKED = 'boendestod-aneby-06';
const plan = stableId('demo:plan:established:06');
const measure = stableId(`${plan}:measure-of:1`);
const task = stableId(`${plan}:task:visits`);
const asked = `/planer/${plan}/insats/${measure}/uppdrag`;
const page = `/planer/${plan}/uppdrag/${task}`;
const api = `/api/v1/plans/${plan}/tasks`;

/** How to knock on the doors of tasks. */
export const taskVisits: Readonly<Record<string, readonly Visit[]>> = {
  'GET /planer/uppdrag': knock(ASKS, '/planer/uppdrag', '/planer/uppdrag?sida=requester&lage=all&forsenade=ja'),
  'GET /planer/:id/uppdrag/:uppdrag': knock(ASKS, page),
  'GET /planer/:id/insats/:insats/uppdrag': knock(ASKS, asked),
  'POST /planer/:id/insats/:insats/uppdrag': [{ path: asked, as: ASKS, refused: true, form: { due: '2020-01-01' } }],
  'GET /planer/:id/uppdrag/:uppdrag/:drag': knock(ASKS, `${page}/dra-tillbaka`),
  'POST /planer/:id/uppdrag/:uppdrag/:drag': [{ path: `${page}/dra-tillbaka`, as: ASKS, refused: true, form: { reason: '' } }],
  'GET /api/v1/tasks': knock(ASKS, '/api/v1/tasks?state=all'),
  'GET /api/v1/plans/:id/tasks': knock(ASKS, api),
  'POST /api/v1/plans/:id/tasks': [{ path: api, as: ASKS, refused: true, json: { measure, due: '2020-01-01' } }],
  'GET /api/v1/plans/:id/tasks/:task': knock(ASKS, `${api}/${task}`),
  'POST /api/v1/plans/:id/tasks/:task/moves': [
    { path: `${api}/${task}/moves`, as: IS_ASKED, refused: true, json: { to: 'failed', reason: 'Skäl' } },
  ],
};
