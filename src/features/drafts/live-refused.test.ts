import { randomBytes } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { serveLiveApp } from '../../../tests/given/live-app.ts';
import { openWindow } from '../../../tests/given/live-window.ts';
import { givenLoggedIn, post } from '../../../tests/given/logged-in.ts';
import { until } from '../../../tests/given/until.ts';
import { LIVE_TEXT } from '../../domain/drafts/live-form.ts';
import { DatabaseUnavailable } from '../../platform/db/index.ts';
import { done } from './given-drafts.ts';
import { addLine, givenLive, lineWith, REGION, TOWN } from './given-live.ts';
import { writeMessage } from './live-messages.ts';
import { abandonDraft } from './submit-draft.ts';

let given: Awaited<ReturnType<typeof givenLive>>;
beforeAll(async () => {
  given = await givenLive();
});

describe('a browser is refused', () => {
  const status = (wanted: Parameters<typeof openWindow>[0]) =>
    openWindow(wanted).then(
      () => 101,
      (error: Error) => Number(error.message),
    );

  test('before anything is opened: nobody, another county, an assignment that may not write, another site, another address', async () => {
    const { path } = await given.openedDraft();
    const as = async (account: string) => ({ port: given.port, cookie: await given.cookieOf(account), path });
    expect(await status({ port: given.port, cookie: '', path })).toBe(401);
    expect(await status({ port: given.port, cookie: `__Host-session=${'0'.repeat(64)}`, path })).toBe(401);
    expect(await status(await as(REGION['20']))).toBe(404);
    expect(await status(await as('registrator-aneby-06'))).toBe(403);
    expect(await status({ ...(await as(REGION['06'])), origin: 'https://elak.example' })).toBe(403);
    expect(await status({ ...(await as(REGION['06'])), path: path.replace('/live', '/annat') })).toBe(404);
    expect(await status({ ...(await as(REGION['06'])), path: path.replace(/avsnitt\/[^/]+/, 'avsnitt/finns-inte') })).toBe(404);
    expect(await status({ ...(await as(REGION['06'])), path: '/arbetsversioner/x/avsnitt/y/live' })).toBe(404);
  });

  test.each([
    ['bytes that mean nothing', () => randomBytes(200)],
    ['a broken update', () => writeMessage.update(randomBytes(300))],
    ['a text message', () => 'hej'],
    ['an update of something that is no section', () => foreign((document) => document.getArray('annat').insert(0, ['x']))],
    ['a line with markup in it', () => foreign((document) => document.getXmlFragment(LIVE_TEXT).insert(0, [new Y.XmlElement('script')]))],
    [
      'more than a section holds',
      () => foreign((document) => document.getXmlFragment(LIVE_TEXT).insert(0, [lineWith('x'.repeat(41_000))])),
    ],
    ['a message of 10 MB', () => Buffer.alloc(10_000_000)],
  ])('that sends %s: its connection ends, the others go on, and nothing of it is stored', async (_what, hostile) => {
    const { window, stored } = await given.openedDraft();
    const before = await stored();
    const [one, bad] = await Promise.all([window(REGION['06']), window(TOWN['06'])]);
    await Promise.all([one.synced(), bad.synced()]);
    bad.socket.send(hostile());
    expect([1003, 1009, 4422]).toContain(await bad.closed);
    expect(one.text()).toEqual(before);
    addLine(one, 'Jag skriver vidare.');
    await until(() => one.isStored());
    await one.close();
    await until(async () => (await stored()).lines !== before.lines);
    expect((await stored()).lines).toBe(`${before.lines}\nJag skriver vidare.`);
  });

  test('when the session is over: within a second, also who only listens, and what is typed then is not stored', async () => {
    const { path, stored } = await given.openedDraft();
    const cookie = await givenLoggedIn(given.app, REGION['06']);
    const before = await stored();
    const one = await openWindow({ port: given.port, cookie, path });
    const listening = await openWindow({ port: given.port, cookie, path });
    await Promise.all([one.synced(), listening.synced()]);
    await post(given.app, '/logga-ut', {}, cookie);
    addLine(one, 'För sent.');
    expect(await one.closed).toBe(4401);
    expect(await listening.closed).toBe(4401);
    expect(await stored()).toEqual(before);
  });

  test('with 503 while the database is away, before it is opened; and somebody who writes meanwhile is told to try again, and loses nothing', async () => {
    let isAway = false;
    const away = () => Promise.reject(new DatabaseUnavailable(new Error('away')));
    const server = await serveLiveApp(given.app, 40, (database) => ({
      ...database,
      identify: (mode, run, acting) => (isAway ? away() : database.identify(mode, run, acting)),
      transaction: (mode, run, acting) => (isAway ? away() : database.transaction(mode, run, acting)),
    }));
    try {
      const { path, stored } = await given.openedDraft();
      const cookie = await given.cookieOf(REGION['06']);
      const one = await openWindow({ port: server.port, cookie, path });
      await one.synced();
      isAway = true;
      addLine(one, 'Medan databasen var borta.');
      expect(await one.closed).toBe(4503);
      expect(await status({ port: server.port, cookie, path })).toBe(503);
      isAway = false;
      const again = await openWindow({ port: server.port, cookie, path }, one.document);
      await until(async () => (await stored()).lines.endsWith('Medan databasen var borta.'));
      await again.close();
    } finally {
      await server.close();
    }
  });

  test('when the draft is no longer written, with that as the reason', async () => {
    const { draft, window, path } = await given.openedDraft();
    const one = await window(REGION['06']);
    await one.synced();
    done(await abandonDraft(given.writers['06'].region, { draft }));
    expect(await one.closed).toBe(4409);
    const late = await openWindow({ port: given.port, cookie: await given.cookieOf(TOWN['06']), path });
    expect(await late.closed).toBe(4409);
  });
});

function foreign(make: (document: Y.Doc) => void): Uint8Array {
  const document = new Y.Doc();
  make(document);
  return writeMessage.update(Y.encodeStateAsUpdate(document));
}
