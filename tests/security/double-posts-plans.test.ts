import { afterAll, beforeAll, expect, test } from 'vitest';
import { municipalityId } from '../../src/features/organisations/index.ts';
import { stableId } from '../../src/platform/index.ts';
import { doorNames } from '../architecture/observe-doors.ts';
import { givenApp, givenClock } from '../given/app.ts';
import { givenDatabase, givenLoginsOf } from '../given/database.ts';
import { givenLoggedIn } from '../given/logged-in.ts';
import { addressOf, type Twice, twice } from './sent-twice.ts';
import { addedRows, watchRows } from './watched-rows.ts';

const WORKER = 'handlaggare-aneby-06';
const CLINICIAN = 'behandlare-psykiatri-06';
const CARE = 'behandlare-aneby-06';
const SUPPORT = 'boendestod-aneby-06';
const PERSON = 'enskild-1';
const person = `/personer/${stableId(`demo:person:06:enskild-1:${municipalityId('0604')}`)}`;
const at = (name: string) => `/planer/${stableId(`demo:plan:${name}:06`)}`;
const [prepared, established, discharge, care] = [at('prepared'), at('established'), at('discharge'), at('care')];
const own = (path: string) => path.replace('/planer/', '/min-plan/');
const onPage = (page: string, link: RegExp) => ({ page, link });
const said = { method: 'oral', on: '2026-11-21', evidence: 'Journalen' };

/** Each form about a plan as somebody fills it in, in an order in which each can be done: its door, who, where it stands, and what is typed. */
const forms: readonly Twice[] = [
  ['POST /planer/:id/bedomning', WORKER, `${prepared}/bedomning`, { needed: 'yes', reason: 'Behovet är kvar' }],
  ['POST /planer/:id/behov', WORKER, `${prepared}/behov`, { by: 'relative', on: '2026-11-20', reason: 'Systern ringde igen' }],
  ['POST /planer/:id/forbered/:del', WORKER, `${prepared}/forbered/questions`, { text: 'Vem hjälper mig hem?' }],
  ['POST /planer/:id/enheter', WORKER, `${prepared}/enheter`, { unit: '=Beroendemottagningen' }],
  ['POST /planer/:id/mote', WORKER, `${prepared}/mote`, { on: '2026-12-01', time: '13.00', where: 'Rum 2' }],
  ['POST /planer/:id/kalla', WORKER, `${prepared}/kalla`, { purpose: 'Ses', questions: 'Vem gör vad?', 'unit-1': '=Boendestödet Aneby' }],
  ['POST /planer/:id/kallelser/:kallelse', CARE, onPage(prepared, /\/kallelser\//), { answer: 'yes', text: 'Vi kommer två' }],
  ['POST /planer/:id/mal/:mal', WORKER, `${prepared}/mal/nytt`, { sort: 'of-staff', words: 'Sova på natten', horizon: 'short' }],
  [
    'POST /planer/:id/insats/:insats',
    WORKER,
    `${prepared}/insats/ny`,
    {
      ...{ need: 'Sova', what: 'Stöd hemma', unit: '=Socialtjänstens vuxenenhet Aneby', who: 'Kontaktpersonen' },
      ...{ starts: '2026-12-01', target: '2027-03-01', row: 'outside:own-wish' },
    },
  ],
  [
    'POST /planer/:id/ansvar',
    WORKER,
    `${prepared}/ansvar`,
    {
      overall: '=Aneby kommun',
      coordinator: '=Alva Provdal',
      followUp: '2027-02-01',
      tookPart: 'yes',
      others: 'yes',
      none: '=Region Jönköpings län',
    },
  ],
  ['POST /planer/:id/svar', WORKER, `${prepared}/svar`, { '^answer-': 'approved' }],
  ['POST /planer/:id/fragat', WORKER, `${prepared}/fragat`, { 'suicide-risk': 'no' }],
  ['POST /planer/:id/mote/arbetsyta', WORKER, `${prepared}/mote/arbetsyta`, { lines: 'Vi ses igen i mars.' }],
  ['POST /planer/:id/anmalan', WORKER, `${prepared}/anmalan`, { '^duty': '*', on: '2026-11-20', time: '10.00' }],
  ['POST /planer/:id/samtycke/fraga/:fraga', WORKER, `${prepared}/samtycke/fraga/plan`, { answer: 'given', ...said }],
  ['POST /planer/:id/uppratta', WORKER, `${prepared}/uppratta`, {}],
  ['POST /planer/:id/mote/stall-in', WORKER, `${prepared}/mote/stall-in`, {}],
  ['POST /planer/:id/papper', WORKER, `${prepared}/papper`, { of: 'meeting:new', on: '2026-11-20', time: '10.00' }],
  ['POST /planer/:id/insats/:insats/uppdrag', CLINICIAN, onPage(established, /\/uppdrag$/), { due: '2026-12-20', message: 'Ring först' }],
  ['POST /planer/:id/uppdrag/:uppdrag/:drag', SUPPORT, onPage(`${onTask(established)}`, /\/ja$/), { reason: '' }],
  ['POST /planer/:id/overlamning/:fraga/ta-tillbaka', CLINICIAN, onPage(established, /\/ta-tillbaka$/), {}],
  ['POST /planer/:id/overlamning', CLINICIAN, `${established}/overlamning`, { unit: '=Boendestödet Aneby', reason: 'Stödet är störst nu' }],
  [
    'POST /planer/:id/overlamning/:fraga',
    SUPPORT,
    onPage(established, /\/overlamning\/[0-9a-f-]{36}$/),
    { answer: 'declined', reason: 'Inte nu' },
  ],
  ['POST /planer/:id/kopior/:kopia/aterkalla', CLINICIAN, onPage(`${established}/kopior`, /\/aterkalla$/), { reason: 'wrong-content' }],
  ['POST /planer/:id/kopior/:kopia/skicka', CLINICIAN, onPage(`${established}/kopior`, /\/skicka$/), {}],
  ['POST /planer/:id/installning', CLINICIAN, `${care}/installning`, { words: 'Vill vara hemma' }],
  [
    'POST /planer/:id/utskrivning',
    CLINICIAN,
    `${discharge}/utskrivning`,
    { 'events-summons-on': '2026-11-21', 'events-summons-at': '10.00' },
  ],
  ['POST /min-plan/be-om-plan', PERSON, '/min-plan/be-om-plan', { contact: '*', municipality: '0604', reason: 'Jag vill ha hjälp' }],
  ['POST /min-plan/:id/skriv/:del', PERSON, `${own(prepared)}/skriv/questions`, { text: 'Vem ringer mig?' }],
  ['POST /min-plan/:id/mal/:mal', PERSON, `${own(prepared)}/mal/nytt`, { words: 'Orka jobba', horizon: 'short' }],
  ['POST /min-plan/:id/svara', PERSON, `${own(established)}/svara`, { '^answer-': 'approved' }],
  ['POST /min-plan/:id/samtycke/fraga/:fraga', PERSON, `${own(prepared)}/samtycke/fraga/plan`, { answer: 'given' }],
  [
    'POST /min-plan/:id/hur-gar-det/:om/:vad',
    PERSON,
    onPage(own(established), /\/hur-gar-det\/measure\//),
    { result: 'partly', words: 'Sakta' },
  ],
  ['POST /min-plan/:id/avsluta', PERSON, `${own(established)}/avsluta`, { wants: 'yes', words: 'Det räcker' }],
  ['POST /planer/:id/kommun', WORKER, `${prepared}/kommun`, { municipality: '0686' }],
  ['POST /planer/:id/avsluta', WORKER, `${prepared}/avsluta`, { reason: 'other', words: 'Personen vill vänta' }],
  ['POST /personer/:id/plan', WORKER, `${person}/plan`, { by: 'staff', on: '2026-11-20', reason: 'Behöver båda', needed: 'yes' }],
];

/** Where the first task that waits for an answer is found. */
function onTask(plan: string): string {
  return `${plan}#uppdrag`;
}

/**
 * Forms that are tried twice by their own rooms, since they take a world of their own: somebody who is a child, a decision by law, somebody who speaks for another,
 * a meeting that has begun, a follow-up, a
 * survey, a care plan with a measure.
 */
const ELSEWHERE =
  /samtycke\/(vardnadshavare|mognad|foretradare|inloggning|ta-tillbaka)|\/beslut\/|var-med|justera|folj-upp|enkat|fel-person|\/min-plan\/som\/|\/utskrift/;

/** What is written of looks, of who is logged in, and of jobs: it grows with each request, whatever it does. */
const OF_REQUESTS = /^(job\.|public\.(audit_(event|leaf|node|checkpoint|sealing|head|state)|session|login_attempt|plan_look))/;

/** Each form is sent a minute after the one before it: what comes after is told by when. */
const days = givenClock('2026-11-22');
let minutes = 0;
const clock = { ...days, now: () => days.now().add({ minutes }) };
let app: Awaited<ReturnType<typeof givenApp>>;
let watched: Awaited<ReturnType<typeof watchRows>>;
const cookies = new Map<string, string>();
beforeAll(async () => {
  app = await givenApp({ clock, login: true, demo: true });
  for (const as of new Set(forms.map(([, as]) => as))) cookies.set(as, await givenLoggedIn(app, as));
  watched = await watchRows(givenLoginsOf(await givenDatabase()).owner, OF_REQUESTS);
});
afterAll(() => watched.stop());

test.each(forms)('%s, pressed twice, is done once, and the second is answered as the first or told why not', async (...form) => {
  minutes += 1;
  const cookie = cookies.get(form[1]) ?? '';
  const send = await twice(app, cookie, form, await addressOf(app, cookie, form[2]));
  const before = await watched.look();
  const first = await send();
  const after = await watched.look();
  expect([first.status, addedRows(before, after).length > 0], first.text).toEqual([303, true]);
  const second = await send();
  expect(addedRows(after, await watched.look())).toEqual([]);
  expect([303, 404, 409, 422]).toContain(second.status);
  if (second.status === 303) expect(second.location).toBe(first.location);
});

test('every form about a plan is tried, here or in its own room', () => {
  const tried = new Set<string>(forms.map(([name]) => name));
  const doors = doorNames(app).filter((name) => /^POST \/(planer|min-plan)\//.test(name));
  expect(doors.length).toBeGreaterThan(40);
  expect(doors.filter((name) => !tried.has(name) && !ELSEWHERE.test(name))).toEqual([]);
});
