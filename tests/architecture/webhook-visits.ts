import { stableId } from '../../src/platform/ids.ts';
import { knock, type Visit } from './visit.ts';

const ADMINISTRATOR = 'forvaltare-aneby-06';
const webhook = stableId('demo:webhook:06');
const here = `/organisation/handelser/${webhook}`;
const nobody = stableId('demo:nobody');

/** As far as the policy: what the address names is not there, or not to be done. */
const api = (path: string, json: object = {}): Visit[] => [{ path: `/api/v1/webhooks${path}`, as: ADMINISTRATOR, refused: true, json }];

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
  'POST /organisation/handelser/:id/nyckel': [
    { path: `/organisation/handelser/${nobody}/nyckel`, as: ADMINISTRATOR, refused: true, form: { key: nobody } },
  ],
  'POST /organisation/handelser/:id/stang-nycklar': [
    { path: `/organisation/handelser/${nobody}/stang-nycklar`, as: ADMINISTRATOR, refused: true, form: {} },
  ],
  'GET /api/v1/webhooks': knock(ADMINISTRATOR, '/api/v1/webhooks'),
  'POST /api/v1/webhooks': api('', { key: nobody, url: 'http://system.example/', kinds: ['plans.open'] }),
  'GET /api/v1/webhooks/:id': knock(ADMINISTRATOR, `/api/v1/webhooks/${webhook}`),
  'POST /api/v1/webhooks/:id/secret': api(`/${nobody}/secret`),
  'POST /api/v1/webhooks/:id/secrets': api(`/${nobody}/secrets`, { key: nobody }),
  'POST /api/v1/webhooks/:id/ending': api(`/${nobody}/ending`),
  'POST /api/v1/webhooks/:id/events/:event/resend': api(`/${webhook}/events/${nobody}/resend`),
  'POST /api/v1/webhooks/:id/client-secrets': api(`/${nobody}/client-secrets`, { key: nobody }),
  'POST /api/v1/webhooks/:id/client-secrets/ending': api(`/${nobody}/client-secrets/ending`),
  'GET /api/v1/events': knock(ADMINISTRATOR, `/api/v1/events?webhook=${webhook}&after=0`),
};
