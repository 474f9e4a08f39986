import { knock, type Visit } from './visit.ts';

const COUNTY = 'forvaltare-lanet-06';
const NOBODYS = '00000000-0000-7000-8000-000000000000';

/** How to knock on the doors of reading existing agreements. */
export const importVisits: Readonly<Record<string, readonly Visit[]>> = {
  'GET /import': knock(COUNTY, '/import'),
  'POST /import': [{ path: '/import', as: COUNTY, upload: { field: 'fil', content: 'Inledning\n\nVi möts varje år.' }, refused: true }],
  'GET /import/:id': [{ path: `/import/${NOBODYS}`, as: COUNTY, refused: true }],
  'GET /import/:id/forslag': [{ path: `/import/${NOBODYS}/forslag`, as: COUNTY, refused: true }],
  'POST /import/:id/forslag': [
    { path: `/import/${NOBODYS}/forslag`, as: COUNTY, form: { proposal: 'validity:x.a1:0', seen: '0', verdict: 'accept' }, refused: true },
  ],
  'GET /import/:id/forslag/andra': [{ path: `/import/${NOBODYS}/forslag/andra?forslag=x`, as: COUNTY, refused: true }],
  'POST /import/:id/forslag/andra': [
    { path: `/import/${NOBODYS}/forslag/andra?forslag=x`, as: COUNTY, form: { seen: '0' }, refused: true },
  ],
  'GET /api/v1/imports': knock(COUNTY, '/api/v1/imports'),
  'POST /api/v1/imports': [
    { path: '/api/v1/imports', as: COUNTY, json: { name: 'avtal.txt', file: 'SW5sZWRuaW5nCgpWaSBtw7Z0cyB2YXJqZSDDpXIuCg==' } },
  ],
  'GET /api/v1/imports/:id': [{ path: `/api/v1/imports/${NOBODYS}`, as: COUNTY, refused: true }],
};
