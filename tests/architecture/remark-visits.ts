import { stableId } from '../../src/platform/ids.ts';
import { knock, type Visit } from './visit.ts';

const REGION = 'strategigrupp-06';
const TOWN = 'strategigrupp-aneby-06';
const BODY = 'politiker-06';

const draft = stableId('demo:draft:06');
const here = `/arbetsversioner/${draft}`;
const thread = (name: string) => `${here}/kommentarer/${stableId(`${draft}:remark:${name}`)}`;
const key = (name: string) => stableId(`visit:remark:${name}`);

/** How to knock on the doors of what is said about a working copy. */
export const remarkVisits: Readonly<Record<string, readonly Visit[]>> = {
  'GET /arbetsversioner/:id/kommentarer': [...knock(BODY, `${here}/kommentarer`), ...knock(TOWN, `${here}/kommentarer?visa=alla`)],
  'GET /arbetsversioner/:id/avsnitt/:section/kommentarer': knock(REGION, `${here}/avsnitt/inledning/kommentarer`),
  'GET /arbetsversioner/:id/kommentarer/ny': [
    ...knock(BODY, `${here}/kommentarer/ny`),
    ...knock(TOWN, `${here}/kommentarer/ny?plats=section%3Ainledning`, `${here}/kommentarer/ny?plats=row%3AJA-01`),
  ],
  'POST /arbetsversioner/:id/kommentarer/ny': [
    {
      path: `${here}/kommentarer/ny?plats=section%3Ainledning`,
      as: TOWN,
      form: { key: key('new'), sort: 'comment', text: 'Vad menas?', wording: '' },
    },
  ],
  'GET /arbetsversioner/:id/kommentarer/:remark': knock(REGION, thread('comment'), thread('insert'), thread('remove')),
  'POST /arbetsversioner/:id/kommentarer/:remark': [
    { path: thread('comment'), as: TOWN, form: { key: key('answer'), act: 'answer', text: 'Tack!' } },
    { path: thread('insert'), as: REGION, form: { key: key('reject'), act: 'reject', text: 'Det står redan.' } },
  ],
  'GET /api/v1/drafts/:id/remarks': knock(BODY, `/api/v1/drafts/${draft}/remarks`),
  'POST /api/v1/drafts/:id/remarks': [
    { path: `/api/v1/drafts/${draft}/remarks`, as: BODY, json: { key: key('api'), seen: 1, sort: 'comment', text: 'Vad menas?' } },
  ],
  'POST /api/v1/drafts/:id/remarks/:remark/acts': [
    {
      path: `/api/v1${thread('comment').replace('arbetsversioner', 'drafts').replace('kommentarer', 'remarks')}/acts`,
      as: BODY,
      json: { act: 'answer', text: 'Så här.' },
    },
    {
      path: `/api/v1${thread('insert').replace('arbetsversioner', 'drafts').replace('kommentarer', 'remarks')}/acts`,
      as: BODY,
      json: { act: 'accept' },
      refused: true,
    },
  ],
};

/** How to knock on the doors of withdrawing: nothing of the demonstration is published, so each says that there is nothing. */
export const withdrawalVisits: Readonly<Record<string, readonly Visit[]>> = {
  'GET /arbetsversioner/:id/upphavande': [{ path: `${here}/upphavande`, as: REGION, refused: true }],
  'GET /arbetsversioner/:id/upphavande/:decider': [{ path: `${here}/upphavande/body-reko`, as: REGION, refused: true }],
  'POST /arbetsversioner/:id/upphavande/:decider': [
    {
      path: `${here}/upphavande/body-reko`,
      as: REGION,
      form: { outcome: 'approved', on: '2026-11-20', from: '2027-01-01', registry: 'X 1' },
      refused: true,
    },
  ],
};

/** How to knock on the doors of signatures at an outside service: there is none here, so each says that there is nothing. */
export const signingVisits: Readonly<Record<string, readonly Visit[]>> = {
  'POST /arbetsversioner/:id/underskrift/:step/:seat/tjanst': [
    { path: `${here}/underskrift/sign/reko.chair/tjanst`, as: REGION, form: {}, refused: true },
  ],
  'POST /underskrift/anrop': [{ path: '/underskrift/anrop', json: { order: key('order') }, refused: true }],
  'GET /underskrift/:order': [{ path: `/underskrift/${key('order')}`, as: REGION, refused: true }],
};
