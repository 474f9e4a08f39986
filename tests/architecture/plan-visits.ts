import { stableId } from '../../src/platform/ids.ts';
import { knock, type Visit } from './visit.ts';

const WORKER = 'handlaggare-aneby-06';
const CLINICIAN = 'behandlare-psykiatri-06';
const INDIVIDUAL = 'enskild-1';
const COORDINATOR = 'behandlare-psykiatri-06';
const person = stableId(`demo:person:06:enskild-1:${stableId('municipality:0604')}`);
const established = stableId('demo:plan:established:06');
const plan = stableId('demo:plan:prepared:06');

const discharge = stableId('demo:plan:discharge:06');
const care = stableId('demo:plan:care:06');
const nobody = stableId('demo:nobody');
const waitingHandOver = stableId(`${established}:hand-over:2`);

/** As far as the policy, and the answer that something is missing. */
const refused = (as: string, path: string, form: NonNullable<Visit['form']>): Visit[] => [{ path, as, refused: true, form }];

const consent = stableId(`${plan}:lift-secrecy`);
/** A summons to a unit of the region, from the page that it reads it on. */
const summons = { path: `/planer/${plan}`, as: 'behandlare-psykiatri-06', follow: `/planer/${plan}/kallelser/` };
const unanswered = { answer: '' };

/** The same of the API. */
const asked = (path: string, json: object, ok = false): Visit[] => [
  { path: `/api/v1/plans/${plan}/${path}`, as: WORKER, json, ...(ok ? {} : { refused: true }) },
];

/** How to knock on the doors of plans. */
export const planVisits: Readonly<Record<string, readonly Visit[]>> = {
  'GET /planer': knock(WORKER, '/planer'),
  'GET /planer/:id': knock(WORKER, `/planer/${plan}`),
  'GET /personer/:id/plan': knock(WORKER, `/personer/${person}/plan`),
  'POST /personer/:id/plan': refused(WORKER, `/personer/${person}/plan`, { reason: '' }),
  'GET /planer/:id/bedomning': knock(WORKER, `/planer/${plan}/bedomning`),
  'POST /planer/:id/bedomning': refused(WORKER, `/planer/${plan}/bedomning`, { needed: 'no', reason: '' }),
  'GET /planer/:id/behov': knock(WORKER, `/planer/${plan}/behov`),
  'POST /planer/:id/behov': refused(WORKER, `/planer/${plan}/behov`, { reason: '' }),
  'GET /planer/:id/forbered/:del': knock(WORKER, `/planer/${plan}/forbered/questions`),
  'POST /planer/:id/forbered/:del': refused(WORKER, `/planer/${plan}/forbered/questions`, { text: 'x'.repeat(5000) }),
  'GET /planer/:id/enheter': knock(WORKER, `/planer/${plan}/enheter`),
  'POST /planer/:id/enheter': refused(WORKER, `/planer/${plan}/enheter`, { unit: '' }),
  'GET /planer/:id/fel-person': knock(WORKER, `/planer/${plan}/fel-person`),
  'POST /planer/:id/fel-person': refused(WORKER, `/planer/${plan}/fel-person`, { caseNumber: 'FINNS-INTE' }),
  'GET /planer/:id/kommun': knock(WORKER, `/planer/${plan}/kommun`),
  'POST /planer/:id/kommun': refused(WORKER, `/planer/${plan}/kommun`, { municipality: '0000' }),
  'GET /planer/:id/mote': knock(WORKER, `/planer/${plan}/mote`),
  'POST /planer/:id/mote': refused(WORKER, `/planer/${plan}/mote`, { on: '2020-01-01', time: '10.00', minutes: '60', how: 'place' }),
  'GET /planer/:id/mote/stall-in': knock(WORKER, `/planer/${plan}/mote/stall-in`),
  'POST /planer/:id/mote/stall-in': refused(WORKER, `/planer/${plan}/mote/stall-in`, { seen: nobody }),
  'GET /planer/:id/mote/var-med': knock(WORKER, `/planer/${plan}/mote/var-med`),
  'POST /planer/:id/mote/var-med': refused(WORKER, `/planer/${plan}/mote/var-med`, {
    ...{ meeting: nobody, called: '', 'presence-individual': 'present', 'presence-leader': 'present' },
  }),
  'GET /planer/:id/kalla': knock(WORKER, `/planer/${plan}/kalla`),
  'POST /planer/:id/kalla': refused(WORKER, `/planer/${plan}/kalla`, {
    ...{ key: nobody, purpose: 'Ses', questions: 'Vem gör vad?', replyBy: '2020-01-01' },
  }),
  'GET /planer/:id/kallelser/:kallelse': [{ ...summons }],
  'POST /planer/:id/kallelser/:kallelse': [{ ...summons, refused: true, form: { answer: 'no' } }],
  'GET /planer/:id/mote.ics': knock(WORKER, `/planer/${plan}/mote.ics`),
  'GET /min-plan/:id/mote.ics': knock(INDIVIDUAL, `/min-plan/${plan}/mote.ics`),
  'GET /min-plan': knock(INDIVIDUAL, '/min-plan'),
  'GET /min-plan/:id': knock(INDIVIDUAL, `/min-plan/${plan}`),
  'GET /min-plan/be-om-plan': knock(INDIVIDUAL, '/min-plan/be-om-plan'),
  'POST /min-plan/be-om-plan': refused(INDIVIDUAL, '/min-plan/be-om-plan', { reason: '' }),
  'GET /min-plan/:id/skriv/:del': knock(INDIVIDUAL, `/min-plan/${plan}/skriv/questions`),
  'POST /min-plan/:id/skriv/:del': refused(INDIVIDUAL, `/min-plan/${plan}/skriv/questions`, { text: 'x'.repeat(5000) }),
  'GET /min-plan/:id/svara': knock(INDIVIDUAL, `/min-plan/${plan}/svara`),
  'POST /min-plan/:id/svara': refused(INDIVIDUAL, `/min-plan/${plan}/svara`, {}),
  'GET /min-plan/:id/vem-har-tittat': knock(INDIVIDUAL, `/min-plan/${plan}/vem-har-tittat`),
  'GET /planer/:id/svar': knock(WORKER, `/planer/${plan}/svar`),
  'POST /planer/:id/svar': refused(WORKER, `/planer/${plan}/svar`, {}),
  'GET /planer/:id/mal/:mal': knock(WORKER, `/planer/${plan}/mal/nytt`),
  'POST /planer/:id/mal/:mal': refused(WORKER, `/planer/${plan}/mal/nytt`, { words: '' }),
  'GET /planer/:id/insats/:insats': knock(WORKER, `/planer/${plan}/insats/ny`),
  'POST /planer/:id/insats/:insats': refused(WORKER, `/planer/${plan}/insats/ny`, { need: '' }),
  'GET /planer/:id/mote/arbetsyta': knock(WORKER, `/planer/${plan}/mote/arbetsyta`),
  'POST /planer/:id/mote/arbetsyta': refused(WORKER, `/planer/${plan}/mote/arbetsyta`, {
    key: nobody,
    meeting: nobody,
    seen: '0',
    lines: 'a',
  }),
  'GET /planer/:id/fragat': knock(WORKER, `/planer/${plan}/fragat`),
  'POST /planer/:id/fragat': refused(WORKER, `/planer/${plan}/fragat`, { key: nobody, seen: '99' }),
  'GET /planer/:id/utskrivning': knock(CLINICIAN, `/planer/${discharge}/utskrivning`),
  'POST /planer/:id/utskrivning': refused(CLINICIAN, `/planer/${discharge}/utskrivning`, { key: nobody, seen: '99' }),
  'GET /planer/:id/installning': knock(CLINICIAN, `/planer/${care}/installning`),
  'POST /planer/:id/installning': refused(CLINICIAN, `/planer/${care}/installning`, { key: nobody, seen: '99', words: 'Nej tack' }),
  'GET /planer/:id/justera': knock(CLINICIAN, `/planer/${care}/justera`),
  'POST /planer/:id/justera': refused(CLINICIAN, `/planer/${care}/justera`, { seen: '0'.repeat(64) }),
  'GET /planer/:id/samtycke/vardnadshavare': knock(WORKER, `/planer/${plan}/samtycke/vardnadshavare`),
  'POST /planer/:id/samtycke/vardnadshavare': refused(WORKER, `/planer/${plan}/samtycke/vardnadshavare`, { key: nobody, name: '' }),
  'GET /planer/:id/samtycke/vardnadshavare/:vem': knock(WORKER, `/planer/${plan}/samtycke/vardnadshavare/${nobody}`),
  'POST /planer/:id/samtycke/vardnadshavare/:vem': refused(WORKER, `/planer/${plan}/samtycke/vardnadshavare/${nobody}`, {
    key: nobody,
    turn: '',
  }),
  'GET /planer/:id/samtycke/mognad': knock(WORKER, `/planer/${plan}/samtycke/mognad`),
  'POST /planer/:id/samtycke/mognad': refused(WORKER, `/planer/${plan}/samtycke/mognad`, { key: nobody, decides: '' }),
  'GET /planer/:id/samtycke/foretradare': knock(WORKER, `/planer/${plan}/samtycke/foretradare`),
  'POST /planer/:id/samtycke/foretradare': refused(WORKER, `/planer/${plan}/samtycke/foretradare`, { key: nobody, name: '' }),
  'GET /planer/:id/samtycke/foretradare/:vem': knock(WORKER, `/planer/${plan}/samtycke/foretradare/${nobody}`),
  'POST /planer/:id/samtycke/foretradare/:vem': refused(WORKER, `/planer/${plan}/samtycke/foretradare/${nobody}`, {}),
  'GET /planer/:id/ansvar': knock(WORKER, `/planer/${plan}/ansvar`),
  'POST /planer/:id/ansvar': refused(WORKER, `/planer/${plan}/ansvar`, { overall: '' }),
  'GET /planer/:id/uppratta': knock(WORKER, `/planer/${plan}/uppratta`),
  'POST /planer/:id/uppratta': refused(WORKER, `/planer/${plan}/uppratta`, { reason: '' }),
  'GET /min-plan/:id/mal/:mal': knock(INDIVIDUAL, `/min-plan/${plan}/mal/nytt`),
  'POST /min-plan/:id/mal/:mal': refused(INDIVIDUAL, `/min-plan/${plan}/mal/nytt`, { words: '' }),
  'GET /planer/:id/samtycke': knock(WORKER, `/planer/${plan}/samtycke`),
  'GET /planer/:id/samtycke/fraga/:fraga': knock(WORKER, `/planer/${plan}/samtycke/fraga/dela`),
  'POST /planer/:id/samtycke/fraga/:fraga': refused(WORKER, `/planer/${plan}/samtycke/fraga/plan`, unanswered),
  'GET /planer/:id/samtycke/ta-tillbaka/:svar': knock(WORKER, `/planer/${plan}/samtycke/ta-tillbaka/${consent}`),
  'POST /planer/:id/samtycke/ta-tillbaka/:svar': refused(WORKER, `/planer/${plan}/samtycke/ta-tillbaka/${consent}`, {
    whole: 'some',
    scope: plan,
  }),
  'GET /min-plan/:id/samtycke': knock(INDIVIDUAL, `/min-plan/${plan}/samtycke`),
  'GET /min-plan/:id/samtycke/fraga/:fraga': knock(INDIVIDUAL, `/min-plan/${plan}/samtycke/fraga/dela`),
  'POST /min-plan/:id/samtycke/fraga/:fraga': refused(INDIVIDUAL, `/min-plan/${plan}/samtycke/fraga/plan`, unanswered),
  'GET /min-plan/:id/samtycke/ta-tillbaka/:svar': knock(INDIVIDUAL, `/min-plan/${plan}/samtycke/ta-tillbaka/${consent}`),
  'POST /min-plan/:id/samtycke/ta-tillbaka/:svar': refused(INDIVIDUAL, `/min-plan/${plan}/samtycke/ta-tillbaka/${consent}`, {
    whole: 'some',
    scope: plan,
  }),
  'GET /planer/:id/historik': knock(WORKER, `/planer/${plan}/historik`),
  'GET /min-plan/:id/historik': knock(INDIVIDUAL, `/min-plan/${established}/historik`),
  'GET /planer/:id/folj-upp': knock(COORDINATOR, `/planer/${established}/folj-upp`),
  'POST /planer/:id/folj-upp': refused(COORDINATOR, `/planer/${established}/folj-upp`, { key: nobody, present: '' }),
  'GET /planer/:id/avsluta': knock(COORDINATOR, `/planer/${established}/avsluta`),
  'POST /planer/:id/avsluta': refused(COORDINATOR, `/planer/${established}/avsluta`, { reason: 'goals-reached', words: '' }),
  'GET /planer/:id/overlamning': knock(COORDINATOR, `/planer/${established}/overlamning`),
  'POST /planer/:id/overlamning': refused(COORDINATOR, `/planer/${established}/overlamning`, { key: nobody, unit: nobody, reason: 'Byte' }),
  'GET /planer/:id/overlamning/:fraga': knock('boendestod-aneby-06', `/planer/${established}/overlamning/${waitingHandOver}`),
  'POST /planer/:id/overlamning/:fraga': refused('boendestod-aneby-06', `/planer/${established}/overlamning/${waitingHandOver}`, {
    answer: 'declined',
    reason: '',
  }),
  'GET /planer/:id/overlamning/:fraga/ta-tillbaka': knock(COORDINATOR, `/planer/${established}/overlamning/${waitingHandOver}/ta-tillbaka`),
  'POST /planer/:id/overlamning/:fraga/ta-tillbaka': refused(COORDINATOR, `/planer/${established}/overlamning/${nobody}/ta-tillbaka`, {}),
  'GET /min-plan/:id/hur-gar-det/:om/:vad': knock(
    INDIVIDUAL,
    `/min-plan/${established}/hur-gar-det/measure/${stableId(`${established}:measure-of:0`)}`,
  ),
  'POST /min-plan/:id/hur-gar-det/:om/:vad': refused(INDIVIDUAL, `/min-plan/${established}/hur-gar-det/measure/${nobody}`, {
    result: 'partly',
    words: '',
  }),
  'GET /min-plan/:id/avsluta': knock(INDIVIDUAL, `/min-plan/${established}/avsluta`),
  'POST /min-plan/:id/avsluta': refused(INDIVIDUAL, `/min-plan/${established}/avsluta`, { wants: '' }),
  'GET /planer/:id/enkat': knock(COORDINATOR, `/planer/${established}/enkat`),
  'POST /planer/:id/enkat': refused(COORDINATOR, `/planer/${established}/enkat`, { codes: '0' }),
  'GET /min-plan/:id/enkat': knock(INDIVIDUAL, `/min-plan/${established}/enkat`),
  'POST /min-plan/:id/enkat': refused(INDIVIDUAL, `/min-plan/${stableId('demo:plan:noticed:06')}/enkat`, {}),
  'GET /enkat': knock(WORKER, '/enkat'),
  'POST /enkat': refused(WORKER, '/enkat', { code: '' }),
  'GET /enkat/tack': knock(WORKER, '/enkat/tack'),
  'GET /enkat/svar': knock('enhetschef-aneby-06', '/enkat/svar'),
  'GET /api/v1/plans/:id/following': knock(COORDINATOR, `/api/v1/plans/${established}/following`),
  'GET /api/v1/plans/:id/happenings': knock(COORDINATOR, `/api/v1/plans/${established}/happenings`),
  'GET /api/v1/plans/:id/history': knock(COORDINATOR, `/api/v1/plans/${established}/history`),
  'POST /api/v1/plans/:id/follow-ups': [
    {
      path: `/api/v1/plans/${established}/follow-ups`,
      as: COORDINATOR,
      refused: true,
      json: {
        key: nobody,
        on: '2026-11-20',
        present: 'Alla',
        tookPart: true,
        summary: 'Bra',
        evaluations: [],
        outcome: 'continue',
        next: '2027-12-01',
      },
    },
  ],
  'POST /api/v1/plans/:id/closing': [
    { path: `/api/v1/plans/${established}/closing`, as: COORDINATOR, refused: true, json: { reason: 'goals-reached' } },
  ],
  'POST /api/v1/plans/:id/hand-overs': [
    {
      path: `/api/v1/plans/${established}/hand-overs`,
      as: COORDINATOR,
      refused: true,
      json: { key: nobody, unit: nobody, reason: 'Byte' },
    },
  ],
  'POST /api/v1/plans/:id/hand-overs/:handOver/answer': [
    {
      path: `/api/v1/plans/${established}/hand-overs/${nobody}/answer`,
      as: COORDINATOR,
      refused: true,
      json: { answer: 'declined', reason: 'Nej' },
    },
  ],
  'GET /api/v1/plans': knock(WORKER, '/api/v1/plans'),
  'GET /api/v1/plans/:id': knock(WORKER, `/api/v1/plans/${plan}`),
  'POST /api/v1/plans': [
    {
      path: '/api/v1/plans',
      as: WORKER,
      json: { person, kind: 'sip', municipality: '0604', by: 'staff', on: '2026-11-20', reason: 'Behöver båda', needed: 'yes' },
    },
  ],
  'GET /api/v1/plans/:id/checks': knock(WORKER, `/api/v1/plans/${plan}/checks`),
  'GET /api/v1/plans/:id/calling': knock(WORKER, `/api/v1/plans/${plan}/calling`),
  'POST /api/v1/plans/:id/summonses': [
    {
      path: `/api/v1/plans/${plan}/summonses`,
      as: WORKER,
      refused: true,
      json: { purpose: 'Ses', questions: 'Vem gör vad?', replyBy: '2020-01-01', units: [] },
    },
  ],
  'POST /api/v1/plans/:id/summonses/:summons/answer': [
    { path: `/api/v1/plans/${plan}/summonses/${nobody}/answer`, as: 'behandlare-psykiatri-06', refused: true, json: { answer: 'yes' } },
  ],
  'POST /api/v1/plans/:id/assessments': [{ path: `/api/v1/plans/${plan}/assessments`, as: WORKER, json: { needed: true } }],
  'POST /api/v1/plans/:id/versions': [
    {
      path: `/api/v1/plans/${established}/versions`,
      as: 'behandlare-psykiatri-06',
      json: { reason: 'Mer stöd behövs', notAsked: 'Ville inte svara' },
    },
  ],
  'POST /api/v1/plans/:id/initiatives': asked('initiatives', { by: 'staff', on: '2099-01-01', reason: 'Behöver båda' }),
  'POST /api/v1/plans/:id/texts/:part': asked('texts/questions', { text: 'x'.repeat(5000) }),
  'POST /api/v1/plans/:id/parties': asked('parties', { unit: nobody }),
  'POST /api/v1/plans/:id/goals/:goal': asked(`goals/${nobody}`, { sort: 'of-person', horizon: 'short', words: 'Sova', sign: '' }, true),
  'POST /api/v1/plans/:id/measures/:measure': asked(`measures/${nobody}`, {
    ...{ need: 'Sova', what: 'Stöd', who: 'Någon', starts: '2026-12-01', target: '2026-11-01', outside: 'own-wish' },
  }),
  'POST /api/v1/plans/:id/duties': asked('duties', { overall: nobody, coordinator: nobody, followUp: '2027-03-01', tookPart: true }),
  'POST /api/v1/plans/:id/meetings': asked('meetings', { on: '2020-01-01', time: '10:00', minutes: 60, how: 'place' }),
  'POST /api/v1/plans/:id/meetings/call-off': asked('meetings/call-off', { seen: nobody }),
  'POST /api/v1/plans/:id/meetings/attendance': asked('meetings/attendance', {
    ...{ meeting: nobody, individual: { presence: 'present' }, leader: { presence: 'present' } },
  }),
  'GET /api/v1/plans/:id/consents': knock(WORKER, `/api/v1/plans/${plan}/consents`),
  'POST /api/v1/plans/:id/consents': asked('consents', {
    key: nobody,
    kind: 'make-plan',
    answer: 'given',
    method: 'oral',
    on: '2099-01-01',
  }),
  'POST /api/v1/plans/:id/consents/:consent/withdrawals': asked(`consents/${nobody}/withdrawals`, { key: nobody }),
};
