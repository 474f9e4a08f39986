import { stableId } from '../../src/platform/ids.ts';
import { knock, type Visit } from './visit.ts';

const REGION = 'strategigrupp-06';
const imported = stableId('demo:import:06');
const opened = `/arbetsversioner/${stableId('demo:local-draft:06')}`;
const NOBODYS = '00000000-0000-7000-8000-000000000000';

/** The agreement that is published in the demonstration. */
const SLUG = 'lok-0686-missbruk-beroende';

const way = { how: 'Vi ringer.', status: 'ongoing' };
const answer = { proposal: 'validity:x.a1:0', seen: 0, verdict: 'accept' };
const draft = {
  kind: 'county',
  area: 'missbruk-beroende',
  title: 'Överenskommelse',
  slug: 'overenskommelse',
  label: '1',
  prefix: 'R',
  leave: true,
};

/** How to knock on the doors of local agreements, and of what is made of files that were read. */
export const localVisits: Readonly<Record<string, readonly Visit[]>> = {
  'GET /avtal/:slug/handlingsplan': [{ path: `/avtal/${SLUG}/handlingsplan` }],
  'GET /avtal/:slug/handlingsplan.csv': [{ path: `/avtal/${SLUG}/handlingsplan.csv` }],
  'GET /arbetsversioner/:id/sa-gor-vi': knock(REGION, `${opened}/sa-gor-vi`),
  'GET /arbetsversioner/:id/sa-gor-vi/:what': knock(REGION, `${opened}/sa-gor-vi/JA-01`, `${opened}/sa-gor-vi/gora-kand`),
  'POST /arbetsversioner/:id/sa-gor-vi/:what': [{ path: `${opened}/sa-gor-vi/JA-02`, as: REGION, form: way }],
  'GET /arbetsversioner/:id/sa-gor-vi/:what/ta-bort': knock(REGION, `${opened}/sa-gor-vi/JA-01/ta-bort`),
  'POST /arbetsversioner/:id/sa-gor-vi/:what/ta-bort': [{ path: `${opened}/sa-gor-vi/JA-01/ta-bort`, as: REGION, form: {} }],
  'GET /arbetsversioner/fran-import/:import': knock(REGION, `/arbetsversioner/fran-import/${imported}`),
  'POST /arbetsversioner/fran-import/:import': [
    {
      path: `/arbetsversioner/fran-import/${imported}`,
      as: REGION,
      form: { key: stableId('visit:imported'), kind: 'county' },
      refused: true,
    },
  ],
  'GET /api/v1/imports/:id/proposals': knock(REGION, `/api/v1/imports/${imported}/proposals`),
  'POST /api/v1/imports/:id/answers': [{ path: `/api/v1/imports/${NOBODYS}/answers`, as: REGION, json: answer, refused: true }],
  'POST /api/v1/imports/:id/drafts': [{ path: `/api/v1/imports/${NOBODYS}/drafts`, as: REGION, json: draft, refused: true }],
};
