import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { municipalityId, regionId } from '../../src/features/organisations/index.ts';
import { stableId } from '../../src/platform/index.ts';
import { visits } from '../architecture/door-visits.ts';
import { doorNames } from '../architecture/observe-doors.ts';
import type { Visit } from '../architecture/visit.ts';
import { givenApp } from '../given/app.ts';
import { givenDatabase, givenLoginsOf } from '../given/database.ts';
import { givenLoggedIn, TEST_ORIGIN } from '../given/logged-in.ts';
import { addedRows, watchRows } from './watched-rows.ts';

const WORKER = 'handlaggare-aneby-06';
const REVIEWER = 'loggranskare-aneby-06';
const CLINICIAN = 'behandlare-beroende-06';
const person = stableId(`demo:person:06:enskild-1:${municipalityId('0604')}`);
const personPage = (path: string) => `/personer/${person}${path}`;

/** What somebody types where the visits of the doors are refused: whole, so that the act is done. */
const others: Readonly<Record<string, Visit>> = {
  'POST /personer/ny': { path: '/personer/ny', as: WORKER, form: { namn: 'Provia Dubbel', arendenummer: 'DUBBEL-1' } },
  'POST /personer/:id/arende': { path: personPage('/arende'), as: WORKER, form: { arendenummer: 'DUBBEL-2' } },
  'POST /personer/:id/plan': {
    path: personPage('/plan'),
    as: WORKER,
    form: { kind: 'sip', by: 'staff', on: '2026-11-20', reason: 'Behöver insatser av båda', municipality: '0604', needed: 'yes' },
  },
  'POST /personer/:id/skydd': { path: personPage('/skydd'), as: WORKER, form: { skydd: 'sekretessmarkering' } },
  'POST /personer/nodoppning': {
    path: '/personer/nodoppning',
    as: CLINICIAN,
    form: { nummer: '19800417-9803', skal: 'unconscious', motivering: 'Kontaktbar endast genom larm.' },
  },
  // Nothing is typed: the button of the last whom it may be given to is pressed.
  'POST /personer/skyddsbehorighet': { path: '/personer/skyddsbehorighet', as: 'mas-aneby-06', form: {} },
  'POST /notiser/installningar': { path: '/notiser/installningar', as: WORKER, form: { 'deputy-named': 'weekly' } },
  'POST /notiser/franvaro': { path: '/notiser/franvaro', as: WORKER, form: { forsta: '2026-12-01', sista: '2026-12-02' } },
  'POST /logg/urval': { path: '/logg/urval', as: REVIEWER, form: { ur: 'all', antal: '1', fran: '2026-11-01', till: '2026-11-22' } },
  'POST /organisation/handelser/ny': {
    path: '/organisation/handelser/ny',
    as: 'forvaltare-aneby-06',
    form: { url: 'https://system.example/dubbel', kinds: 'plans.open' },
  },
  'POST /organisation/gallring/ange': {
    path: '/organisation/gallring/ange',
    as: 'registrator-aneby-06',
    form: { appliesTo: 'health-care', keep: 'always', basis: 'routine', citation: 'Beslut om dubbla', from: '2027-03-01' },
  },
  'POST /organisation/organ/:body/plats': {
    path: '/organisation/organ/reko/plats',
    as: 'forvaltare-lanet-06',
    form: { holder: 'Ordy Dubbel', position: 'member', organisation: regionId('06'), from: '2026-11-22' },
  },
};

const visited = Object.entries(visits).flatMap(([name, all]) =>
  all.filter(({ form, as, refused }) => name.startsWith('POST ') && form && as && !refused).map((visit) => [name, visit] as const),
);
const forms = [...visited.filter(([name]) => !others[name]), ...Object.entries(others)];

/** What is looked for or seen beforehand, and what answers no document but a page: nothing is written of it but that it was done. */
const READING = ['POST /personer', 'POST /logg', 'POST /logg/csv', 'POST /organisation/import'];
/** What ends, judges or changes something that the form names, once: the second time it is ended, judged or changed. */
const OF_SOMETHING =
  /^POST .*(avsluta|for-ihop|ta-tillbaka|borttagen|genomfor|andra|inloggningar|ej-levererade|nodoppningar|urval\/:id|beslut\/:beslut|handelser\/:id\/[a-z-]+|notiser|uppdrag|andra\/:id\/dela|gallring\/beslut)$/;

/** What is written of looks, of who is logged in, and of jobs: it grows with each request, whatever it does. */
const OF_REQUESTS = /^(job\.|public\.(audit_(event|leaf|node|checkpoint|sealing|head|state)|session|login_attempt))/;

let app: Awaited<ReturnType<typeof givenApp>>;
let watched: Awaited<ReturnType<typeof watchRows>>;
const cookies = new Map<string, string>();
beforeAll(async () => {
  app = await givenApp({ login: true });
  for (const as of new Set(forms.map(([, visit]) => visit.as ?? ''))) cookies.set(as, await givenLoggedIn(app, as));
  watched = await watchRows(givenLoginsOf(await givenDatabase()).owner, OF_REQUESTS);
});
afterAll(() => watched.stop());

/** Where the form stands, when that is not where it is sent. */
const PAGE_OF: Readonly<Record<string, string>> = { 'POST /notiser/franvaro': '/notiser/installningar', 'POST /logg/csv': '/logg' };

const read = async (path: string, cookie: string) => {
  const answer = await app.request(`${TEST_ORIGIN}${path}`, { headers: { cookie } });
  return answer.status === 200 ? answer.text() : '';
};

/**
 * The form of a visit as it is sent: what is typed alone, as a script would, and with what its page carries hidden. Undefined where the page of the form
 * is at another address, so that what is typed cannot be told from what is hidden.
 */
async function formOf(name: string, { path, follow, form = {}, as = '' }: Visit) {
  const cookie = cookies.get(as) ?? '';
  const links = follow ? [...(await read(path, cookie)).matchAll(/href="([^"]+)"/g)].map(([, href = '']) => href) : [];
  const to = links.find((href) => href.startsWith(follow ?? '')) ?? path;
  const page = await read(PAGE_OF[name] ?? to, cookie);
  if (!page) return undefined;
  const pressed = Object.keys(form).length === 0 ? [...page.matchAll(/<button[^>]* name="(id)" value="([^"]+)"/g)].at(-1) : undefined;
  const hidden = [...page.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)];
  const button: [string, string][] = pressed ? [[pressed[1] ?? '', pressed[2] ?? '']] : [];
  const fields = Object.entries(form).flatMap(([name, value]) => [value].flat().map((one) => [name, one] as [string, string]));
  const carried = hidden.map(([, name = '', value = '']) => [name, value] as [string, string]);
  const typed = [...fields.filter(([name]) => !hidden.some(([, known]) => known === name)), ...button];
  const whole = [...carried, ...typed];
  const send = async (sent: [string, string][]) => {
    const headers = { cookie, origin: TEST_ORIGIN, 'content-type': 'application/x-www-form-urlencoded' };
    return (await app.request(`${TEST_ORIGIN}${to}`, { method: 'POST', headers, body: new URLSearchParams(sent).toString() })).status;
  };
  return { typed: () => send(typed), whole: () => send(whole) };
}

describe('a form', () => {
  test.each(forms)('%s adds nothing when it comes a second time, whole or as a script sends it', async (name, visit) => {
    const form = await formOf(name, visit);
    if (!form) return expect(name).not.toMatch(/^POST \/(personer|notiser|logg|organisation)(\/|$)/);
    const answers: number[] = [];
    const before = await watched.look();
    for (const send of [form.typed, form.whole]) {
      answers.push(await send());
      const first = await watched.look();
      answers.push(await send());
      expect(addedRows(first, await watched.look())).toEqual([]);
    }
    // It was done, or nothing is proven.
    const done = answers.includes(303) || addedRows(before, await watched.look()).length > 0;
    if (!READING.includes(name)) expect([answers, done]).toEqual([answers, true]);
  });

  test('is tried, of every door of persons, notices, the log and the register', () => {
    const tried = new Set(forms.map(([name]) => name));
    const doors = doorNames(app).filter((name) => /^POST \/(personer|notiser|logg|organisation)(\/|$)/.test(name));
    expect(doors.length).toBeGreaterThan(25);
    expect(doors.filter((name) => !tried.has(name) && !READING.includes(name) && !OF_SOMETHING.test(name))).toEqual([]);
  });
});
