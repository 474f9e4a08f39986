import type { Hono } from 'hono';
import { sql } from 'kysely';
import { beforeAll, expect, test } from 'vitest';
import { deliver } from '../../src/features/notifications/delivery.sql.ts';
import type { AppEnv } from '../../src/platform/http/index.ts';
import { givenApp, givenClock, type MovableClock } from '../given/app.ts';
import { givenDatabase } from '../given/database.ts';
import { givenKeyRing, givenLoggedIn, post } from '../given/logged-in.ts';
import { accountOf, asOwner, givenActor, givenTold } from '../given/notices.ts';
import { givenReader } from './visit.ts';

const clock: MovableClock = givenClock('2026-11-24');
let app: Hono<AppEnv>;
beforeAll(async () => {
  app = await givenApp({ login: true, clock });
});

/** What the worker does in the background: everything that waits is delivered. */
async function deliverAll(): Promise<void> {
  const database = await givenDatabase();
  const waiting = await asOwner<{ id: string }>(database, (tx) =>
    sql<{ id: string }>`select id from outbox where handled_at is null`.execute(tx),
  );
  for (const { id } of waiting) await database.transaction('write', (tx) => deliver(tx, id, clock.now()));
}

const readerOf = async (account: string) => givenReader(app, await givenLoggedIn(app, account));

test('someone goes away: the deputy is told, takes note, and the sender sees it', async () => {
  const away = await readerOf('handlaggare-aneby-06');
  const deputy = await readerOf('enhetschef-aneby-06');
  const before = await deputy.visit('/notiser');
  expect(before.text).toContain('Inga notiser ännu');
  const settings = await away.visit('/notiser/installningar');
  const name = before.document.querySelector('.ov-login__summary')?.textContent?.replace('Inloggad som:', '').trim() ?? '';
  const choice = [...settings.document.querySelectorAll('option')].find((option) => name.startsWith(option.textContent?.trim() || '?'));
  const saved = await settings.submit('forsta', { forsta: '2026-12-01', sista: '2026-12-04', ersattare: choice?.value ?? '' });
  expect(saved.text).toContain('Perioden är tillagd');
  await deliverAll();

  const told = await deputy.visit('/notiser');
  expect(told.text).toMatch(/Du är ersättare för .* 1.december.2026–4.december.2026/);
  expect(told.document.querySelector('.ov-work__count')?.textContent).toMatch(/^1/);
  const work = await deputy.visit('/arbete');
  expect(work.text).toContain('Du är ersättare för');
  expect(work.text).toContain('Rutin');
  const noted = await told.submit('nummer', { nummer: '1' });
  expect(noted.text).toContain('Du har läst alla dina notiser');
  expect(noted.document.querySelector('.ov-work__count')).toBeNull();
  expect((await deputy.visit('/arbete')).text).not.toContain('Du är ersättare för');

  const [act] = await asOwner<{ id: string }>(await givenDatabase(), (tx) =>
    sql<{ id: string }>`select id from act where kind = 'notifications.set-absence'`.execute(tx),
  );
  expect((await away.visit(`/notiser/skickat/${act?.id}`)).text).toMatch(/Läst.*24.november.2026/);
  expect((await deputy.visit(`/notiser/skickat/${act?.id}`)).status).toBe(404);
  const listed = await away.visit('/notiser/installningar');
  const id = listed.document.querySelector('[name=id]')?.getAttribute('value') ?? '';
  const back = await listed.submit('id', { id });
  expect(back.text).toContain('Perioden är borttagen');
  expect(back.text).toContain('Inget är inlagt');
  await deliverAll();
  expect((await deputy.visit('/notiser')).text).toContain('Du är inte längre ersättare för');
});

test('a form that is wrong says so, keeps what was typed and changes nothing', async () => {
  const reader = await readerOf('deltagare-aneby-06');
  const settings = await reader.visit('/notiser/installningar');
  const wrong = await settings.submit('forsta', { forsta: '1 december', sista: '2026-12-04' });
  expect(wrong.status).toBe(422);
  expect(wrong.text).toContain('Skriv första dagen som år-månad-dag');
  expect(wrong.document.querySelector<HTMLInputElement>('[name=forsta]')?.value).toBe('1 december');
  const late = await wrong.submit('forsta', { forsta: '2026-12-05', sista: '2026-12-04' });
  expect(late.text).toContain('Dagarna är i fel ordning');
  const rows = await asOwner(await givenDatabase(), (tx) => sql`select 1 from absence where withdrawn_at is null`.execute(tx));
  expect(rows).toEqual([]);
});

test('choices of e-mail are kept, and the page says that no mail leaves from here', async () => {
  const reader = await readerOf('registrator-aneby-06');
  const settings = await reader.visit('/notiser/installningar');
  expect(settings.text).toContain('E-post är inte inkopplad här');
  const saved = await settings.submit('deputy-named', { 'deputy-named': 'weekly' });
  expect(saved.text).toContain('Dina val är sparade');
  expect(saved.document.querySelector<HTMLInputElement>('[name=deputy-named][checked]')?.value).toBe('weekly');
});

test('an individual has an inbox and no deputies; whoever has not logged in is sent to do so', async () => {
  const reader = await readerOf('enskild-1');
  expect((await reader.visit('/notiser')).text).toContain('Inga notiser ännu');
  const settings = await reader.visit('/notiser/installningar');
  expect(settings.text).not.toContain('När du är borta');
  expect(settings.document.querySelector<HTMLInputElement>('[name=emergency-opened-yours][checked]')?.value).toBe('none');
  expect((await reader.visit('/arbete')).text).toContain('Inget väntar på dig');
  for (const path of ['/notiser', '/notiser/installningar', '/arbete', '/notiser/skickat/x']) {
    const answer = await app.request(`http://localhost${path}`);
    expect([path, answer.status, answer.headers.get('location')?.startsWith('/logga-in')]).toEqual([path, 303, true]);
  }
});

test('a lost notice is shown as lost', async () => {
  const reader = await readerOf('mas-aneby-06');
  const database = await givenDatabase();
  await database.asOwner((tx) =>
    sql`insert into inbox select id, 3 from account where hsa_id in (select hsa_id from account) and id in (
      select account_id from assignment where role = 'quality-manager' and county_code = '06')`.execute(tx),
  );
  expect((await reader.visit('/notiser')).text).toMatch(/Det saknas notiser.*nummer 1–3/);
});

test('work shows contacts to confirm for the manager of the unit and ending assignments for the administrator, by time limit', async () => {
  const database = await givenDatabase();
  await database.asOwner(async (tx) => {
    await sql`update unit_version set confirmed_on = '2026-05-01' where unit_id in (select unit_id from assignment where role = 'unit-manager')`.execute(
      tx,
    );
    await sql`update assignment set valid = daterange(lower(valid), '2026-12-16') where role = 'participant' and county_code = '06'`.execute(
      tx,
    );
  });
  const manager = await (await readerOf('enhetschef-aneby-06')).visit('/arbete');
  expect(manager.text).toMatch(/Bekräfta kontaktuppgifterna för .*1.november.2026 \(försenat/);
  const administrator = await (await readerOf('forvaltare-aneby-06')).visit('/arbete');
  expect(administrator.text).toMatch(/Uppdraget för .* tar slut.*15.december.2026/);
  expect((await (await readerOf('handlaggare-eksjo-06')).visit('/arbete')).text).toContain('Inget väntar på dig');
});

test('marking with a number that is none, or another’s form, changes nothing', async () => {
  const cookie = await givenLoggedIn(app, 'loggranskare-eksjo-06');
  const actor = await givenActor({ database: await givenDatabase(), clock, keys: givenKeyRing() }, 'loggranskare-eksjo-06');
  await givenTold({ database: await givenDatabase(), clock, keys: givenKeyRing() }, { to: { accounts: [accountOf(actor)] } });
  await deliverAll();
  const unread = async () => (await (await readerOf('loggranskare-eksjo-06')).visit('/notiser')).text.includes('1 är oläst.');
  expect(await unread()).toBe(true);
  for (const form of [{}, { nummer: '' }, { nummer: 'x' }, { nummer: '7' }, { nummer: '-1' }, { till: '-1' }, { till: 'x', nummer: '1' }]) {
    expect((await post(app, '/notiser', form, cookie)).status).toBe(404);
  }
  expect(await unread()).toBe(true);
  expect((await post(app, '/notiser', { nummer: '1' }, cookie)).status).toBe(303);
  expect(await unread()).toBe(false);
});

test('what reached nobody is shown to who administers, and waits for delivery again when they say so', async () => {
  const runtime = { database: await givenDatabase(), clock, keys: givenKeyRing() };
  const administrator = await readerOf('forvaltare-eksjo-06');
  expect((await administrator.visit('/notiser/ej-levererade')).text).toContain('Inget att göra');
  const reviewer = await givenActor(runtime, 'loggranskare-eksjo-06');
  const setGone = (at: string | null) =>
    runtime.database.asOwner((tx) => sql`update account set deactivated_at = ${at} where id = ${accountOf(reviewer)}`.execute(tx));
  await givenTold(runtime, { to: { accounts: [accountOf(reviewer)] }, kind: 'unit-moved' });
  await setGone('2026-11-20T10:00:00Z');
  await deliverAll();
  await setGone(null);
  expect((await administrator.visit('/arbete')).text).toContain('En notis kom inte fram');
  const page = await administrator.visit('/notiser/ej-levererade');
  expect(page.text).toContain('En enhet har flyttats');
  const id = page.document.querySelector('button[name="id"]')?.getAttribute('value') ?? '';
  const cookie = await givenLoggedIn(app, 'forvaltare-eksjo-06');
  expect((await post(app, '/notiser/ej-levererade', { id }, cookie)).status).toBe(303);
  await deliverAll();
  expect((await administrator.visit('/notiser/ej-levererade')).text).toContain('Alla notiser och påminnelser har kommit fram');
});
