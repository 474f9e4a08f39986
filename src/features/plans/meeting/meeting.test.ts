import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { type LiveServer, serveLiveApp } from '../../../../tests/given/live-app.ts';
import { type LiveWindow, openWindow } from '../../../../tests/given/live-window.ts';
import { givenLoggedIn } from '../../../../tests/given/logged-in.ts';
import { app, get, send } from '../../../../tests/given/persons-app.ts';
import { until } from '../../../../tests/given/until.ts';
import { LIVE_LINE, LIVE_TEXT, liveClose } from '../../../domain/drafts/live-form.ts';
import {
  CLINICIAN,
  call,
  calling,
  clock,
  givenCalling,
  html,
  meeting,
  onwards,
  opened,
  opens,
  owner,
  WORKER,
} from '../calling/given-calling.ts';

let server: LiveServer;
let other: LiveServer;
const cookies = new Map<string, string>();
beforeAll(async () => {
  await givenCalling();
  [server, other] = (await Promise.all([1, 2].map(() => serveLiveApp(app, 40, undefined, clock)))) as [LiveServer, LiveServer];
  for (const account of [WORKER, CLINICIAN]) cookies.set(account, await givenLoggedIn(app, account));
});
afterAll(() => Promise.all([server.close(), other.close()]));

/** A plan whose meeting is set, with the psychiatry called to it and its needs and meeting open to it. */
async function givenMeeting(kinds: readonly string[] = ['needs', 'meeting']): Promise<string> {
  const plan = await opened();
  expect((await send(`/planer/${plan}/mote`, meeting({ key: randomUUID() }), WORKER)).status).toBe(303);
  expect((await call(plan, calling())).status).toBe(303);
  if (kinds.length > 0) await opens(plan, kinds);
  onwards(1);
  return plan;
}

const at = (plan: string) => `/planer/${plan}/mote/arbetsyta`;
const window = (plan: string, as: string, document?: Y.Doc, { port } = server) =>
  openWindow({ port, cookie: cookies.get(as) ?? '', path: `${at(plan)}/live` }, document);
const both = async (plan: string) => {
  const windows = await Promise.all([window(plan, WORKER), window(plan, CLINICIAN)]);
  await Promise.all(windows.map((one) => one.synced()));
  return windows;
};
function add({ document }: LiveWindow, text: string, nth?: number): void {
  const line = new Y.XmlElement(LIVE_LINE);
  line.insert(0, [new Y.XmlText(text)]);
  const fragment = document.getXmlFragment(LIVE_TEXT);
  fragment.insert(nth ?? fragment.length, [line]);
}
const textIn = (page: string) => /<textarea[^>]*name="lines"[^>]*>([^<]*)</.exec(page)?.[1]?.trim();
const hiddenIn = (page: string) =>
  Object.fromEntries(
    [...page.matchAll(/<input type="hidden" name="(\w+)" value="([^"]*)"/g)].map(([, name = '', value = '']) => [name, value]),
  );

describe('those who write at the same meeting', () => {
  test('see each other type, and a form shows what all have typed', async () => {
    const plan = await givenMeeting();
    const [one, two] = await both(plan);
    add(one, 'Socialtjänsten söker boende.');
    await until(() => two?.text().lines === 'Socialtjänsten söker boende.');
    if (two) add(two, 'Psykiatrin ringer varje vecka.');
    await until(() => one?.text().lines.endsWith('Psykiatrin ringer varje vecka.') === true);
    expect(textIn(await html(at(plan), WORKER))).toBe('Socialtjänsten söker boende.\nPsykiatrin ringer varje vecka.');
    await Promise.all([one?.close(), two?.close()]);
  });

  test('end with the same words, five of them, also when one is away for a while and comes back with what they typed', async () => {
    const plan = await givenMeeting();
    const accounts = [WORKER, CLINICIAN, WORKER, CLINICIAN, WORKER];
    const windows = await Promise.all(accounts.map((as, nth) => window(plan, as, undefined, nth % 2 === 0 ? server : other)));
    await Promise.all(windows.map((one) => one.synced()));
    const [first] = windows;
    await first?.close();
    for (let turn = 0; turn < 20; turn++)
      for (const [nth, one] of windows.entries()) add(one, `rad ${nth}-${turn}`, turn % 3 === 0 ? 0 : undefined);
    const back = await window(plan, WORKER, first?.document);
    const there = [back, ...windows.slice(1)];
    await until(() => there.every((one) => one.text().lines.split('\n').length === 100));
    expect(new Set(there.map((one) => one.text().lines)).size).toBe(1);
    expect(
      textIn(await html(at(plan), WORKER))
        ?.split('\n')
        .toSorted(),
    ).toEqual(windows.flatMap((_, nth) => Array.from({ length: 20 }, (__, turn) => `rad ${nth}-${turn}`)).toSorted());
    await Promise.all(there.map((one) => one.close()));
  });

  test('in two processes share one text', async () => {
    const plan = await givenMeeting();
    const [one, two] = await Promise.all([window(plan, WORKER), window(plan, CLINICIAN, undefined, other)]);
    await Promise.all([one.synced(), two.synced()]);
    add(one, 'Skrivet här.');
    await until(() => two.text().lines === 'Skrivet här.');
    await until(() => one.here().length === 1);
    await Promise.all([one.close(), two.close()]);
  });
});

describe('a form without script', () => {
  test('beside what others typed meanwhile keeps the words of both, and says so', async () => {
    const plan = await givenMeeting();
    const hidden = hiddenIn(await html(at(plan), WORKER));
    const two = await window(plan, CLINICIAN);
    await two.synced();
    add(two, 'Typat under tiden.');
    await until(() => two.isStored());
    const sent = await send(at(plan), { ...hidden, lines: 'Skrivet i formuläret.' }, WORKER);
    expect(sent.headers.get('location')).toBe(`${at(plan)}?klart=bada`);
    await until(() => two.text().lines.includes('Skrivet i formuläret.'));
    expect(await html(`${at(plan)}?klart=bada`, WORKER)).toContain('Någon annan skrev samtidigt. Bådas ord finns kvar.');
    const lines = textIn(await html(at(plan), WORKER)) ?? '';
    for (const words of ['Typat under tiden.', 'Skrivet i formuläret.']) expect(lines).toContain(words);
    await two.close();
  });

  test('sent twice is saved once, and with other words under the same key refused with them still there', async () => {
    const plan = await givenMeeting();
    const hidden = hiddenIn(await html(at(plan), WORKER));
    const form = { ...hidden, lines: 'En gång.' };
    for (const nth of [1, 2]) expect([nth, (await send(at(plan), form, WORKER)).status]).toEqual([nth, 303]);
    expect(textIn(await html(at(plan), WORKER))).toBe('En gång.');
    const refused = await send(at(plan), { ...form, lines: 'Något annat.' }, WORKER);
    expect(refused.status).toBe(409);
    expect(await refused.text()).toContain('Något annat.');
  });
});

describe('the walls of a meeting', () => {
  test('nobody but those who may read its needs and the meeting comes in, by page or connection', async () => {
    const plan = await givenMeeting(['meeting']);
    expect((await get(at(plan), CLINICIAN)).status).toBe(404);
    await expect(window(plan, CLINICIAN)).rejects.toThrow('404');
    await expect(openWindow({ port: server.port, cookie: '', path: `${at(plan)}/live` })).rejects.toThrow('401');
  });

  test('a consent that is taken back lets those go whom it let in, at once and also who only listens, and the others go on', async () => {
    const plan = await givenMeeting();
    const [one, two] = await both(plan);
    onwards(1);
    const now = clock.now().toString();
    await owner(sql`insert into consent_withdrawal (id, consent_id, withdrawn_at, withdrawn_by, recorded_at)
      select ${randomUUID()}::uuid, c.id, ${now}::timestamptz, c.taken_by, ${now}::timestamptz from consent c
      where c.plan_id = ${plan}::uuid and c.kind = 'lift-secrecy'`);
    expect(await two?.closed).toBe(liveClose.gone);
    if (one) add(one, 'Efteråt.');
    await until(() => one?.isStored() === true);
    expect(two?.text().lines).not.toContain('Efteråt.');
    await expect(window(plan, CLINICIAN)).rejects.toThrow('404');
    await one?.close();
  });

  test('what runs out by the clock lets those go whom it let in at that moment, and not before', async () => {
    const plan = await givenMeeting([]);
    await opens(plan, ['needs', 'meeting']);
    const end = clock.now().add({ minutes: 5 }).toString();
    await owner(sql`update consent_scope set valid = tstzrange(lower(valid), ${end}::timestamptz) where plan_id = ${plan}::uuid`);
    onwards(1);
    const [one, two] = await both(plan);
    onwards(3);
    if (two) add(two, 'Före.');
    await until(() => one?.text().lines.includes('Före.') === true);
    onwards(1);
    expect(await two?.closed).toBe(liveClose.gone);
    if (one) add(one, 'Efteråt.');
    await until(() => one?.isStored() === true);
    expect(two?.text().lines).not.toContain('Efteråt.');
    await one?.close();
  });

  test('a decision by law that is ended before its time lets those go whom it let in, at once', async () => {
    const plan = await givenMeeting([]);
    const now = clock.now().toString();
    const id = randomUUID();
    await owner(sql`insert into disclosure_decision (id, plan_id, rule, organisation_id, unit_id, data_kinds, valid, reason_cipher, deciding_organisation_id, decided_by, at)
      select ${id}::uuid, p.id, 'x', t.organisation_id, t.unit_id, array['needs', 'meeting'], tstzrange(${now}::timestamptz, ${now}::timestamptz + interval '1 day'), '\\x00',
        p.organisation_id, p.opened_by, ${now}::timestamptz
      from plan p join plan_party t on t.plan_id = p.id and t.organisation_id <> p.organisation_id where p.id = ${plan}::uuid`);
    const [one, two] = await both(plan);
    await owner(sql`insert into disclosure_ending (decision_id, ended_at, ended_by, organisation_id, at)
      select d.id, ${now}::timestamptz, d.decided_by, d.deciding_organisation_id, ${now}::timestamptz from disclosure_decision d where d.id = ${id}::uuid`);
    expect(await two?.closed).toBe(liveClose.gone);
    await one?.close();
  });

  test('what is typed is in clear text nowhere in the database', async () => {
    const plan = await givenMeeting();
    const one = await window(plan, WORKER);
    await one.synced();
    add(one, 'Hemligaste orden');
    await until(() => one.isStored());
    const { rows } = await owner(
      sql<{ row: string }>`select encode(bytes_cipher, 'escape') as row from plan_note_update where plan_id = ${plan}::uuid`,
    );
    expect(rows.length).toBeGreaterThan(0);
    const clear = Buffer.from('Hemligaste orden');
    for (const { row } of rows)
      for (const words of [clear.toString(), clear.toString('base64').slice(0, 12)]) expect(row).not.toContain(words);
    await one.close();
  });

  test('what the person wants nobody to take up is not on the screen that all see', async () => {
    const plan = await givenMeeting();
    await send(`/planer/${plan}/forbered/important-to-me`, { text: 'Mitt hem', seen: '' }, WORKER);
    await send(`/planer/${plan}/forbered/not-to-be-said`, { text: 'Min mamma', seen: '' }, WORKER);
    const page = await html(at(plan), WORKER);
    expect(page).toContain('Mitt hem');
    expect(page).not.toContain('Min mamma');
  });

  test('there is no workspace before a meeting is set, nor of one that is called off', async () => {
    const plan = await opened();
    expect((await get(at(plan), WORKER)).status).toBe(404);
    await expect(window(plan, WORKER).then((one) => one.closed)).resolves.toBe(liveClose.shut);
  });
});
