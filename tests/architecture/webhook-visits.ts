import { stableId } from '../../src/platform/ids.ts';
import { knock, type Visit } from './visit.ts';

const ADMINISTRATOR = 'forvaltare-aneby-06';
const webhook = stableId('demo:webhook:06');
const here = `/organisation/handelser/${webhook}`;
const nobody = stableId('demo:nobody');

/** How to knock on the doors of webhooks. */
export const webhookVisits: Readonly<Record<string, readonly Visit[]>> = {
  'GET /organisation/handelser': knock(ADMINISTRATOR, '/organisation/handelser'),
  'GET /organisation/handelser/ny': knock(ADMINISTRATOR, '/organisation/handelser/ny'),
  'POST /organisation/handelser/ny': [
    {
      path: '/organisation/handelser/ny',
      as: ADMINISTRATOR,
      refused: true,
      form: { key: nobody, url: 'http://system.example/', kinds: 'plans.open' },
    },
  ],
  'GET /organisation/handelser/:id': knock(ADMINISTRATOR, here),
  'POST /organisation/handelser/:id/hemlighet': [{ path: `${here}/hemlighet`, as: ADMINISTRATOR, refused: true, form: {} }],
  'POST /organisation/handelser/:id/byt-hemlighet': [
    { path: `${here}/byt-hemlighet`, as: ADMINISTRATOR, refused: true, form: { key: nobody } },
  ],
  'POST /organisation/handelser/:id/avsluta': [
    { path: `/organisation/handelser/${nobody}/avsluta`, as: ADMINISTRATOR, refused: true, form: {} },
  ],
  'POST /organisation/handelser/:id/skicka-igen': [
    { path: `${here}/skicka-igen`, as: ADMINISTRATOR, refused: true, form: { event: nobody } },
  ],
  'GET /api/v1/events': knock(ADMINISTRATOR, `/api/v1/events?webhook=${webhook}&after=0`),
};
