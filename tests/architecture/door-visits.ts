import { stableId } from '../../src/platform/ids.ts';
import { auditVisits } from './audit-visits.ts';
import { consultationVisits } from './consultation-visits.ts';
import { copyVisits } from './copy-visits.ts';
import { disclosureVisits } from './disclosure-visits.ts';
import { draftVisits } from './draft-visits.ts';
import { followUpVisits } from './follow-up-visits.ts';
import { importVisits } from './import-visits.ts';
import { informVisits } from './inform-visits.ts';
import { localVisits } from './local-visits.ts';
import { noticeVisits, personVisits } from './person-visits.ts';
import { planVisits } from './plan-visits.ts';
import { remarkVisits, signingVisits, withdrawalVisits } from './remark-visits.ts';
import { planKindVisits, retentionVisits } from './retention-visits.ts';
import { spokenVisits } from './spoken-visits.ts';
import { accessVisits, organisationVisits } from './staff-visits.ts';
import { taskVisits } from './task-visits.ts';
import { knock, type Visit } from './visit.ts';
import { webhookVisits } from './webhook-visits.ts';

const DALARNA = 'dalarna-missbruk-beroende-2021';

const get = (...paths: string[]): Visit[] => knock(undefined, ...paths);

/**
 * How to knock on every door of the application: `METHOD address` → requests that it answers fully. A new door needs a row here,
 * so that what it asks permission for can be observed and written in docs/permissions.md.
 */
export const visits: Readonly<Record<string, readonly Visit[]>> = {
  'GET /healthz': get('/healthz'),
  'GET /readyz': get('/readyz'),
  'GET /assets/:name': get('/assets/icon.svg'),
  'GET /': get('/'),
  'GET /om': get('/om'),
  'GET /tillganglighet': get('/tillganglighet'),
  'GET /vem-gor-vad': get('/vem-gor-vad', '/vem-gor-vad?lan=06', '/vem-gor-vad?lan=06&behov=abstinens&visa=svar'),
  'GET /vem-gor-vad/roll': get('/vem-gor-vad/roll', '/vem-gor-vad/roll?ort=0682&utforare=primarvard&yrke=kurator'),
  'GET /jamfor': get('/jamfor'),
  'GET /jamfor.csv': get('/jamfor.csv'),
  'GET /kunskap': get('/kunskap'),
  'GET /kunskap/:id': get('/kunskap/regionala-samverkansoverenskommelser'),
  'GET /avtal': get('/avtal', '/avtal?lan=20'),
  'GET /avtal/:slug': get(`/avtal/${DALARNA}`),
  'GET /avtal/:slug/ansvar': get(`/avtal/${DALARNA}/ansvar`),
  'GET /avtal/:slug/ansvar.csv': get(`/avtal/${DALARNA}/ansvar.csv`),
  'GET /avtal/:slug/versioner': get(`/avtal/${DALARNA}/versioner`),
  'GET /avtal/:slug/jamfor': get(`/avtal/${DALARNA}/jamfor`, `/avtal/${DALARNA}/jamfor?fran=2021&till=2021`),
  'GET /avtal/:slug/dokument': get(`/avtal/${DALARNA}/dokument`),
  'GET /avtal/:slug/versioner/:file{[^/]+\\.pdf}': get(`/avtal/${DALARNA}/versioner/2021.pdf`),
  'GET /avtal/:slug/versioner/:file{[^/]+\\.docx}': get(`/avtal/${DALARNA}/versioner/2021.docx`),
  'GET /verifiera': get('/verifiera'),
  'POST /verifiera': [{ path: '/verifiera', upload: { field: 'fil', content: '%PDF-1.7' } }],
  'GET /lan/:code': get('/lan/20'),
  'GET /kommun/:code': get('/kommun/2080'),
  'GET /lagrum': get('/lagrum'),
  'GET /sok': get('/sok', '/sok?q=abstinens'),
  'POST /lan/valj': [{ path: '/lan/valj', form: { county: '20', return: '/' } }],
  'GET /api/v1/counties': get('/api/v1/counties'),
  'GET /api/v1/counties/:code': get('/api/v1/counties/20'),
  'GET /api/v1/counties/:code/bodies': get('/api/v1/counties/20/bodies'),
  'GET /api/v1/municipalities': get('/api/v1/municipalities'),
  'GET /api/v1/municipalities/:code': get('/api/v1/municipalities/2080'),
  'GET /api/v1/agreements': get('/api/v1/agreements'),
  'GET /api/v1/agreements/:slug': get(`/api/v1/agreements/${DALARNA}`),
  'GET /api/v1/agreements/:slug/status': get(`/api/v1/agreements/${DALARNA}/status`),
  'GET /api/v1/agreements/:slug/participation': get(`/api/v1/agreements/${DALARNA}/participation`),
  'GET /api/v1/agreements/:slug/versions': get(`/api/v1/agreements/${DALARNA}/versions`),
  'GET /api/v1/agreements/:slug/versions/:label': get(`/api/v1/agreements/${DALARNA}/versions/2021`),
  'GET /api/v1/agreements/:slug/diff': get(`/api/v1/agreements/${DALARNA}/diff?from=2021&to=2021`),
  'GET /api/v1/agreements/:slug/text': get(`/api/v1/agreements/${DALARNA}/text`),
  'GET /api/v1/agreements/:slug/terms': get(`/api/v1/agreements/${DALARNA}/terms`),
  'GET /api/v1/agreements/:slug/matrix': get(`/api/v1/agreements/${DALARNA}/matrix`),
  'POST /api/v1/verify': [{ path: '/api/v1/verify', json: { file: 'JVBERi0xLjc=' } }],
  'GET /api/v1/situation': get('/api/v1/situation'),
  'POST /api/v1/navigator': [{ path: '/api/v1/navigator', json: { county: '20' } }],
  'GET /api/v1/counties/:code/roles/:role/duties': get('/api/v1/counties/06/roles/kurator/duties'),
  'GET /api/v1/comparison': get('/api/v1/comparison'),
  'GET /api/v1/taxonomy': get('/api/v1/taxonomy'),
  'GET /api/v1/knowledge': get('/api/v1/knowledge'),
  'GET /api/v1/knowledge/:id': get('/api/v1/knowledge/regionala-samverkansoverenskommelser'),
  'GET /api/v1/organisations': get('/api/v1/organisations'),
  'GET /api/v1/organisations/:id': get(`/api/v1/organisations/${stableId('region:06')}`),
  'GET /api/v1/units': get('/api/v1/units'),
  'GET /api/v1/units/:id': get(`/api/v1/units/${stableId('demo:SE2321000000-U0601')}`),
  'GET /api/v1/counties/:code/seats': get('/api/v1/counties/06/seats'),
  'GET /api/v1/law/statutes': get('/api/v1/law/statutes'),
  'GET /api/v1/law/statutes/:sfs': get('/api/v1/law/statutes/2025-400'),
  'GET /api/v1/law/citations': get('/api/v1/law/citations'),
  'POST /api/v1/law/parse': [{ path: '/api/v1/law/parse', json: { text: 'SoL 14 kap. 1 §' } }],
  'GET /api/v1/search': get('/api/v1/search?q=abstinens'),
  ...organisationVisits,
  ...accessVisits,
  ...noticeVisits,
  ...personVisits,
  ...planVisits,
  ...disclosureVisits,
  ...spokenVisits,
  ...copyVisits,
  ...webhookVisits,
  ...retentionVisits,
  ...planKindVisits,
  ...taskVisits,
  ...auditVisits,
  ...importVisits,
  ...localVisits,
  ...consultationVisits,
  ...draftVisits,
  ...informVisits,
  ...followUpVisits,
  ...remarkVisits,
  ...withdrawalVisits,
  ...signingVisits,
  'GET /api/v1': get('/api/v1'),
  'GET /api/v1/docs': get('/api/v1/docs'),
  'GET /api/v1/docs/del/:del': get('/api/v1/docs/del/agreements'),
  'GET /api/v1/docs/former/:sida': get('/api/v1/docs/former/n-o'),
  'GET /api/v1/docs/former': get('/api/v1/docs/former'),
  'GET /api/v1/openapi.json': get('/api/v1/openapi.json'),
};

/** What each command of `overens` may do. Commands are run by whoever has the machine, so they ask no policy. */
export const commandRights: Readonly<Record<string, string>> = {
  'county check': 'reads files, no database',
  'county load': 'writes loaded data as the database owner',
  import: 'writes what was read of a file, and the act, as the database owner',
  'links list': 'reads the agreements and the checks of links as the database owner',
  'links check': 'writes checks of links as the database owner',
  'keys rotate': 'reads and encrypts anew the encrypted columns, as the database owner',
  'audit verify': 'reads the audit log as the database owner',
  'audit export': 'reads the audit log as the database owner, writes a file',
  'audit verify-export': 'reads files, no database',
  'plans why': 'reads one row of the audit log, and the rows that decided it, as the database owner',
  'audit prove': 'reads the audit log as the database owner',
  'audit prove-growth': 'reads the audit log as the database owner',
  backup: 'reads every table as the database owner',
  restore: 'writes every table of an empty database as its owner',
  drill: 'reads every table as the database owner, and writes a database of its own that it removes',
};
