import { stableId } from '../../src/platform/ids.ts';
import { knock, type Visit } from './visit.ts';

const WRITER = 'strategigrupp-06';
const USERS = 'brukarorganisation-06';
const REGISTRAR = 'registrator-aneby-06';

/** The fictional rounds: one that is open and public, one that is closed and is not; and one that the visits open themselves. */
const OPEN = stableId('demo:round:06');
const open = `/remisser/${OPEN}`;
const closed = `/remisser/${stableId('demo:closed-round:06')}`;
const comment = stableId(`${OPEN}:comment:1`);
const draft = `/arbetsversioner/${stableId('demo:draft:06')}/remiss`;
const users = `user-organisation:${stableId('demo:users:06')}`;

/** How to knock on the doors of consultations: sending out, giving views, answering them, closing, and what came of it. */
export const consultationVisits: Readonly<Record<string, readonly Visit[]>> = {
  'GET /remisser': [...knock(undefined, '/remisser'), ...knock(USERS, '/remisser'), ...knock(WRITER, '/remisser')],
  'GET /arbetsversioner/:id/remiss': knock(WRITER, draft),
  'POST /arbetsversioner/:id/remiss': [
    {
      path: draft,
      as: WRITER,
      form: { key: stableId('visit:round'), lastDay: '2026-12-31', isPublic: 'no', level: 'consultation', receivers: users },
    },
  ],
  'GET /remisser/:id': [...knock(undefined, open), ...knock(USERS, open, closed), ...knock(WRITER, open)],
  'POST /remisser/:id/svar': [{ path: `${open}/svar`, as: REGISTRAR, form: { stance: 'done' } }],
  'GET /remisser/:id/synpunkt': knock(USERS, `${open}/synpunkt`, `${open}/synpunkt?plats=inledning`),
  'POST /remisser/:id/synpunkt': [
    { path: `${open}/synpunkt?plats=inledning`, as: USERS, form: { key: stableId('visit:view'), text: 'Skriv tydligare.' } },
  ],
  'GET /remisser/:id/brev': knock(REGISTRAR, `${open}/brev`),
  'POST /remisser/:id/brev': [
    {
      path: `${open}/brev`,
      as: REGISTRAR,
      form: { key: stableId('visit:letter'), fromWhom: 'Privatperson', cameOn: '2026-11-20', text: 'Bra förslag.' },
    },
  ],
  'GET /remisser/:id/svarsblankett.docx': knock(undefined, `${open}/svarsblankett.docx`),
  'GET /remisser/:id/mer-tid': knock(WRITER, `${open}/mer-tid`),
  'POST /remisser/:id/mer-tid': [
    { path: `${open}/mer-tid`, as: WRITER, form: { lastDay: '2027-03-10', reason: 'Nämnden sammanträder sent.' } },
  ],
  'GET /remisser/:id/synpunkter': knock(WRITER, `${open}/synpunkter`, `${closed}/synpunkter`),
  'GET /remisser/:id/synpunkter/:comment': knock(WRITER, `${open}/synpunkter/${comment}`),
  'POST /remisser/:id/synpunkter/:comment': [
    { path: `${open}/synpunkter/${comment}`, as: WRITER, form: { outcome: 'noted', reason: 'Vi tar med det.' } },
  ],
  'POST /remisser/:id/avsluta': [{ path: `${open}/avsluta`, as: WRITER, form: {}, refused: true }],
  'POST /remisser/:id/aterkalla': [{ path: `${open}/aterkalla`, as: WRITER, form: {}, refused: true }],
  'GET /remisser/:id/sammanstallning': [...knock(USERS, `${closed}/sammanstallning`), ...knock(WRITER, `${open}/sammanstallning`)],
  'GET /remisser/:id/sammanstallning.csv': knock(USERS, `${closed}/sammanstallning.csv`),
  'GET /remisser/:id/sammanstallning.pdf': knock(USERS, `${closed}/sammanstallning.pdf`),
  'GET /remisser/:id/sammanstallning.docx': knock(USERS, `${closed}/sammanstallning.docx`),
  'GET /api/v1/consultations': [...knock(undefined, '/api/v1/consultations'), ...knock(USERS, '/api/v1/consultations')],
  'GET /api/v1/consultations/:id': [...knock(undefined, `/api/v1${open.replace('/remisser', '/consultations')}`)],
  'GET /api/v1/consultations/:id/comments': knock(USERS, `/api/v1/consultations/${OPEN}/comments`),
  'POST /api/v1/consultations/:id/extensions': [
    { path: `/api/v1/consultations/${OPEN}/extensions`, as: WRITER, json: { lastDay: '2027-02-20', reason: 'Nämnden sammanträder sent.' } },
  ],
  'POST /api/v1/consultations/:id/comments': [
    { path: `/api/v1/consultations/${OPEN}/comments`, as: USERS, json: { place: '', text: 'Skriv ut vem som ringer först.' } },
  ],
};
