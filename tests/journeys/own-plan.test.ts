import { beforeAll, describe, expect, it } from 'vitest';
import { stableId } from '../../src/platform/index.ts';
import { givenApp, givenClock } from '../given/app.ts';
import { givenReader, type Reader } from './visit.ts';

let app: Awaited<ReturnType<typeof givenApp>>;
beforeAll(async () => {
  app = await givenApp({ clock: givenClock('2026-11-22'), login: true, demo: true });
});

/** Everything that a reader visits is tried with axe. */
async function loggedIn(account: string): Promise<Reader> {
  const reader = await givenReader(app);
  await (await reader.visit('/demo/logga-in')).submit('account', { account });
  return reader;
}

const spaced = (text: string) => text.replaceAll('\u00a0', ' ');

describe.each(['06', '20'])('the whole way of a person with their own plan, in county %s', (county) => {
  const plan = `/min-plan/${stableId(`demo:plan:established:${county}`)}`;
  const prepared = `/min-plan/${stableId(`demo:plan:prepared:${county}`)}`;

  it('reads what happens first, answers to it, writes a goal, and sees who may read it and who has', async () => {
    const reader = await loggedIn('enskild-1');
    expect((await reader.visit('/min-plan')).links().some(({ href }) => href === plan)).toBe(true);
    const page = await reader.visit(plan);
    const headings = [...page.document.querySelectorAll('main h2')].map(({ textContent }) => textContent);
    expect(headings.indexOf('Det här händer nu')).toBeLessThan(headings.indexOf('Vem gör vad'));
    expect(spaced(page.text)).toMatch(/Senast \d+ januari 2027 ser ni hur det har gått/);
    expect(page.document.querySelector<HTMLAnchorElement>('[data-exit]')?.href).toBe('https://www.smhi.se/');
    const form = await reader.visit(`${plan}/svara`);
    const [first] = [...form.document.querySelectorAll<HTMLInputElement>('input[type=radio]')].map(({ name }) => name);
    const silent = await form.submit(first ?? '', { [first ?? '']: 'objects', [(first ?? '').replace('answer-', 'words-')]: '' });
    expect([silent.status, silent.document.title]).toEqual([422, 'Fel: Vad tycker du? – Överens']);
    const said = await silent.submit(first ?? '', {
      [first ?? '']: 'objects',
      [(first ?? '').replace('answer-', 'words-')]: 'Jag vill göra det hemma',
    });
    expect(said.text).toContain('Jag vill göra det hemma');
    const goal = await reader.visit(`${plan}/mal/nytt`);
    const saved = await goal.submit('words', { words: 'Orka gå till jobbet', sign: '', horizon: 'short' });
    expect(saved.text).toContain('Orka gå till jobbet');
    expect((await reader.visit(`${plan}/samtycke`)).text).toContain('får läsa');
    expect((await reader.visit(`${plan}/vem-har-tittat`)).status).toBe(200);
  });

  it('says in another language what the service says, and leaves what people have written as it is', async () => {
    const reader = await loggedIn('enskild-1');
    for (const [language, heading] of [
      ['en', 'What happens now'],
      ['fi', 'Mitä tapahtuu nyt'],
      ['ar', 'ماذا يحدث الآن'],
    ]) {
      const page = await reader.visit(`${prepared}?sprak=${language}`);
      expect(page.path).toBe(prepared);
      const root = page.document.documentElement;
      expect([root.lang, root.dir]).toEqual([language, language === 'ar' ? 'rtl' : '']);
      expect(page.text).toContain(heading);
      const important = page.document.querySelector('#dina-ord ~ .ov-own-quote .ov-lines');
      expect([important?.getAttribute('lang'), important?.getAttribute('dir')]).toEqual(['sv', 'ltr']);
      expect(page.document.querySelector('header')?.closest('[lang]')?.getAttribute('lang')).toBe('sv');
      for (const path of ['/samtycke', '/samtycke/fraga/dela', '/svara', '/skriv/questions', '/mal/nytt', '/vem-har-tittat']) {
        const inner = await reader.visit(`${prepared}${path}`);
        expect([inner.status, inner.document.documentElement.lang]).toEqual([200, language]);
      }
      const faulty = await (await reader.visit('/min-plan/be-om-plan')).submit('reason', { reason: '' });
      expect([faulty.status, faulty.document.documentElement.lang]).toEqual([422, language]);
    }
  });
});

describe('the choices of how the pages are shown', () => {
  it('are kept in the browser alone, and what is no choice changes nothing', async () => {
    const reader = await loggedIn('enskild-1');
    expect((await reader.visit('/min-plan?text=stor')).document.body.className).toContain('ov-large');
    expect((await reader.visit('/min-plan')).document.body.className).toContain('ov-large');
    expect((await reader.visit('/min-plan?text=vanlig')).document.body.className).not.toContain('ov-large');
    const page = await reader.visit('/min-plan?sprak=xx');
    expect([page.path, page.document.documentElement.lang]).toEqual(['/min-plan', 'sv']);
  });
});
