import type { Hono } from 'hono';
import { beforeAll, describe, expect, test } from 'vitest';
import type { AppEnv } from '../../src/platform/http/index.ts';
import { stableId } from '../../src/platform/ids.ts';
import { givenApp } from '../given/app.ts';
import { givenLoggedIn } from '../given/logged-in.ts';
import { givenReader, type Page, type Reader } from './visit.ts';

let app: Hono<AppEnv>;
beforeAll(async () => {
  app = await givenApp({ login: true });
});

const staff = async (account: string): Promise<Reader> => givenReader(app, await givenLoggedIn(app, account));
const hrefOf = (page: Page, text: string): string => page.links().find((link) => link.text.startsWith(text))?.href ?? '';
const fieldOf = (page: Page, name: string): string => page.document.querySelector<HTMLTextAreaElement>(`[name="${name}"]`)?.value ?? '';

/** Those who talk about the text that is written in each county: somebody of each side, and a section of it. */
const counties = [
  {
    county: '06',
    region: 'strategigrupp-06',
    town: 'strategigrupp-aneby-06',
    politician: 'politiker-06',
    other: 'strategigrupp-20',
    section: 'inledning',
  },
  {
    county: '20',
    region: 'strategigrupp-20',
    town: 'tjansteledning-avesta-20',
    politician: 'politiker-20',
    other: 'strategigrupp-06',
    section: 'giltighetstid',
  },
] as const;

describe.each(counties)('a text that is written in county $county', ({ county, region, town, politician, other, section }) => {
  const draft = `/arbetsversioner/${stableId(`demo:draft:${county}`)}`;

  test('is talked about by both sides, sentence by sentence, and a suggestion that is accepted stands in it', async () => {
    const [theirs, ours] = [await staff(town), await staff(region)];
    const page = await theirs.visit(draft);
    expect(page.text).toMatch(/1 öppen kommentar och 1 förslag utan svar/);
    const list = await theirs.visit(hrefOf(page, '1 öppen kommentar'));
    expect(list.text).toContain('(Påhittat.)');
    expect((await theirs.visit(hrefOf(list, 'Visa alla'))).text).toContain('Avslaget');

    const sentences = await theirs.visit(`${draft}/avsnitt/${section}/kommentarer`);
    const form = await theirs.visit(hrefOf(sentences, 'KommenteraKommentera eller föreslå ändring av'));
    const words = fieldOf(form, 'wording');
    expect(words.length).toBeGreaterThan(10);
    const empty = await form.submit('sort', { sort: 'reword', wording: '', text: 'Enklare ord.' });
    expect([empty.status, fieldOf(empty, 'text')]).toEqual([422, 'Enklare ord.']);
    const sent = await empty.submit('sort', { sort: 'reword', wording: 'Så här enkelt kan det sägas.' });
    expect(sent.path).toContain(`${draft}/avsnitt/${section}/kommentarer`);
    expect(sent.text).toContain('Förslag på annan lydelse');

    expect((await ours.visit('/arbete')).text).toMatch(/förslag väntar på svar/);
    const seen = await ours.visit(`${draft}/avsnitt/${section}/kommentarer`);
    const thread = await ours.visit(hrefOf(seen, 'Svara eller avgör: Förslag på annan lydelse'));
    const unsaid = await thread.submit('act', { act: 'reject', text: '' });
    expect(unsaid.status).toBe(422);
    const put = await unsaid.submit('act', { act: 'accept' });
    expect(put.text).toContain('förde in förslaget');
    expect(fieldOf(await ours.visit(`${draft}/avsnitt/${section}`), 'lines').split('\n')).toContain('Så här enkelt kan det sägas.');
  });

  test('is commented on by a politician, who settles nothing, and is not seen in another county', async () => {
    const reader = await staff(politician);
    const sent = await (await reader.visit(`${draft}/kommentarer/ny`)).submit('text', { text: 'När blir det klart?' });
    expect(sent.text).toContain('När blir det klart?');
    const insert = await reader.visit(`${draft}/kommentarer/${stableId(`${stableId(`demo:draft:${county}`)}:remark:insert`)}`);
    const offered = [...insert.document.querySelectorAll<HTMLInputElement>('[name="act"]')].map(({ value }) => value);
    expect(offered).toEqual(['answer']);
    expect((await insert.submit('act', { act: 'accept' })).status).toBe(403);
    const stranger = await staff(other);
    for (const path of ['/kommentarer', '/kommentarer/ny', `/avsnitt/${section}/kommentarer`]) {
      expect((await stranger.visit(`${draft}${path}`)).status, path).toBe(404);
    }
  });
});
