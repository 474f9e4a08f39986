import { beforeAll, describe, expect, test } from 'vitest';
import { givenApp } from '../../../tests/given/app.ts';
import { givenLoggedIn, post, TEST_ORIGIN } from '../../../tests/given/logged-in.ts';
import { givenReader } from '../../../tests/journeys/visit.ts';
import { stableId } from '../../platform/index.ts';

const WRITER = 'strategigrupp-06';
const PATH = `/arbetsversioner/${stableId('demo:draft:06')}/titel`;
const WORDS = 'Det här skrev jag medan inloggningen gick ut.\nOch en rad till med "tecken" & <taggar>.';

let app: Awaited<ReturnType<typeof givenApp>>;
beforeAll(async () => {
  app = await givenApp({ login: true });
});

const fieldsOf = (page: { document: Document }) =>
  Object.fromEntries(
    [...page.document.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>('main [name]')].map(({ name, value }) => [name, value]),
  );

describe('a form that is sent when the login is over', () => {
  test('is kept by the page itself, and comes back as it was typed when somebody is logged in again; nothing is done before', async () => {
    const cookie = await givenLoggedIn(app, WRITER);
    const reader = await givenReader(app, cookie);
    const form = await reader.visit(PATH);
    const before = fieldsOf(form);
    await post(app, '/logga-ut', {}, cookie);
    const kept = await form.submit('summary', { summary: WORDS });
    expect(kept.status).toBe(401);
    expect(kept.path).toBe(PATH);
    expect(kept.text).toContain('Du behöver logga in igen');
    expect(kept.document.querySelector('main a[target="_blank"]')?.getAttribute('href')).toMatch(/^\/logga-in\?tillbaka=/);
    // Pressed too early: still there.
    const early = await kept.submit('aterkommen', {});
    expect([early.status, fieldsOf(early).summary?.replaceAll('\r\n', '\n')]).toEqual([401, WORDS]);
    const fresh = await givenReader(app, await givenLoggedIn(app, WRITER));
    expect(fieldsOf(await fresh.visit(PATH)).summary).toBe(before.summary);
    const headers = { origin: TEST_ORIGIN, 'content-type': 'application/x-www-form-urlencoded', cookie: await givenLoggedIn(app, WRITER) };
    const back = await app.request(`${TEST_ORIGIN}${PATH}`, {
      method: 'POST',
      headers,
      body: new URLSearchParams(fieldsOf(early)).toString(),
    });
    const text = await back.text();
    expect(back.status).toBe(200);
    expect(text).toContain('Du är inloggad igen');
    expect(text).toContain(`<textarea id="summary" name="summary"`);
    expect(text).toContain('Det här skrev jag medan inloggningen gick ut.');
    expect(text).toContain(`name="seen" value="${before.seen}"`);
    expect(fieldsOf(await fresh.visit(PATH)).summary).toBe(before.summary);
  });

  test('is stored nowhere, shows nothing of the page it was for, and shows tags as what was typed', async () => {
    const answer = await post(app, PATH, { summary: '<img src=x onerror=alert(1)> och mer', title: 'T' });
    const text = await answer.text();
    expect([answer.status, answer.headers.get('location')]).toEqual([401, null]);
    expect(answer.headers.get('cache-control')).toContain('no-store');
    expect(answer.headers.getSetCookie()).toEqual([]);
    expect(text).not.toContain('<img src=x');
    expect(text).not.toContain('Missbruk och beroende');
  });

  test('is refused like any other when it comes from elsewhere', async () => {
    const headers = { origin: 'https://evil.example', 'content-type': 'application/x-www-form-urlencoded' };
    const answer = await app.request(`${TEST_ORIGIN}${PATH}`, { method: 'POST', headers, body: 'summary=x' });
    expect(answer.status).toBe(403);
  });

  test('sends whoever typed nothing to log in at once', async () => {
    const answer = await post(app, PATH, { summary: '' });
    expect([answer.status, answer.headers.get('location')?.startsWith('/logga-in')]).toEqual([303, true]);
  });

  test('comes back to nobody who may not see what it is about', async () => {
    const stranger = await givenLoggedIn(app, 'strategigrupp-20');
    const answer = await post(app, PATH, { summary: WORDS, aterkommen: '1' }, stranger);
    expect(answer.status).toBe(404);
    expect(await answer.text()).not.toContain('Missbruk och beroende');
  });
});

describe('a form about something that is gone', () => {
  test('says so, and keeps what was typed to be copied', async () => {
    const cookie = await givenLoggedIn(app, WRITER);
    const gone = `/arbetsversioner/${stableId('demo:draft:06')}/avsnitt/finns-inte`;
    const answer = await post(app, gone, { heading: 'Rubrik', lines: 'En lång mening som ingen vill skriva om.', seen: '1' }, cookie);
    const text = await answer.text();
    expect(answer.status).toBe(404);
    expect(text).toContain('Avsnittet finns inte längre');
    expect(text).toContain('En lång mening som ingen vill skriva om.');
  });
});
