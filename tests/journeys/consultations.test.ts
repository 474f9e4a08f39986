import type { Hono } from 'hono';
import { beforeAll, expect, test } from 'vitest';
import type { AppEnv } from '../../src/platform/http/index.ts';
import { stableId } from '../../src/platform/ids.ts';
import { givenApp } from '../given/app.ts';
import { givenLoggedIn, TEST_ORIGIN } from '../given/logged-in.ts';
import { givenReader, type Page, type Reader } from './visit.ts';

let app: Hono<AppEnv>;
beforeAll(async () => {
  app = await givenApp({ login: true });
});

type Staff = Reader & { readonly cookie: string };

async function givenStaff(account: string): Promise<Staff> {
  const cookie = await givenLoggedIn(app, account);
  return { ...(await givenReader(app, cookie)), cookie };
}

const hrefOf = (page: Page, text: string): string => page.links().find((link) => link.text.startsWith(text))?.href ?? '';

/** Presses a button that has nothing to type. */
async function press(reader: Staff, path: string, body = ''): Promise<Page> {
  const headers = { origin: TEST_ORIGIN, 'content-type': 'application/x-www-form-urlencoded', cookie: reader.cookie };
  const answer = await app.request(`${TEST_ORIGIN}${path}`, { method: 'POST', headers, body });
  return answer.status === 303 ? reader.visit(answer.headers.get('location') ?? '') : reader.visit(path.slice(0, path.lastIndexOf('/')));
}

const counties = [
  { code: '06', slug: 'jonkoping-missbruk-beroende', writer: 'strategigrupp-06', town: 'registrator-aneby-06', body: 'politiker-06' },
  { code: '20', slug: 'dalarna-missbruk-beroende-2021', writer: 'strategigrupp-20', town: 'registrator-avesta-20', body: 'politiker-20' },
];

test.each(counties)(
  'a text is sent out in $code, those asked say what they think, every view is answered, and all read what it led to',
  async (county) => {
    const { code, slug, town } = county;
    const writer = await givenStaff(county.writer);
    const users = await givenStaff(`brukarorganisation-${code}`);
    const registrar = await givenStaff(town);
    const form = await writer.visit(`/arbetsversioner/ny-version?avtal=${slug}`);
    const draft = (await form.submit('label', { label: 'remiss', class: 'major' })).path;
    const opening = await writer.visit(hrefOf(await writer.visit(draft), 'Skicka på remiss'));
    expect(opening.text).toMatch(/Vilka frågar ni\?\s*Välj minst en, om inte alla ska få läsa förslaget\./);
    const option = (label: string) =>
      [...opening.document.querySelectorAll<HTMLInputElement>('input[name="receivers"]')].find((input) =>
        opening.document.querySelector(`label[for="${input.id}"]`)?.textContent?.includes(label),
      )?.value ?? '';
    const townName = town.includes('aneby') ? 'Aneby kommun' : 'Avesta kommun';
    const nobody = await opening.submit('lastDay', { isPublic: 'no', level: 'dialogue', asks: 'Är det tydligt?' });
    expect([nobody.status, nobody.text]).toEqual([422, expect.stringContaining('Välj någon att fråga')]);
    // A part of the text, so that the pages are short: the last chapter.
    const last = [...opening.document.querySelectorAll<HTMLInputElement>('input[name="sections"]')].at(-1)?.value ?? '';
    const asked = { receivers: [option('Brukarrådet'), option(townName)], sections: last, asks: 'Är det tydligt?' };
    const sent = await nobody.submit('lastDay', asked);
    expect(sent.text).toContain('Remissen är skickad');
    const round = sent.path.split('?')[0] ?? '';
    expect((await (await givenReader(app)).visit(round)).status).toBe(404);
    expect((await (await givenStaff(county.body)).visit(round)).status).toBe(404);

    // Whoever asked gives more time, with the reason, which those asked read.
    const more = await (await writer.visit(`${round}/mer-tid`)).submit('lastDay', {
      lastDay: '2026-11-30',
      reason: 'Rådet träffas senare.',
    });
    expect([more.status, more.text]).toEqual([422, expect.stringContaining('Välj en senare dag')]);
    const extended = await more.submit('lastDay', { lastDay: '2027-02-15' });
    expect(extended.text).toContain('Remissen är förlängd');
    expect((await users.visit(round)).text).toContain('Rådet träffas senare.');
    expect((await users.visit(`${round}/mer-tid`)).status).toBe(403);

    // The organisation of users comments a sentence beside it; the municipality has nothing to remark.
    expect((await users.visit('/arbete')).text).toContain('Svara på remissen');
    const text = await users.visit(round);
    expect(text.document.getElementById(last)).not.toBeNull();
    expect(text.document.getElementById('inledning')).toBeNull();
    expect(text.text).toContain('aldrig ett godkännande');
    expect(text.text).toContain('de delar som är ute på remiss');
    expect((await writer.visit(`${round}/synpunkter`)).text).toContain('Återkalla remissen');
    const beside = text.links().find(({ href }) => /synpunkt\?plats=.*\..*/.test(href))?.href ?? '';
    const empty = await (await users.visit(beside)).submit('text', { text: '' });
    expect(empty.status).toBe(422);
    const given = await empty.submit('text', { text: 'Skriv ut vem som ringer först.' });
    expect(given.text).toContain('Synpunkten är lämnad');
    expect(given.text).toContain('Inte besvarad än');
    expect((await press(users, `${round}/svar`, 'stance=done')).text).toContain('alla synpunkter lämnade');
    expect((await press(registrar, `${round}/svar`, 'stance=no-remarks')).text).toContain('inget att erinra');
    const letter = await (await registrar.visit(`${round}/brev`)).submit('fromWhom', {
      fromWhom: 'Privatperson',
      cameOn: '2026-11-22',
      text: 'Förklara orden.',
    });
    expect(letter.text).toContain('Svaret är infört');

    // Nothing is called back that has been answered, and nothing closed before each view has its answer, with a reason.
    expect((await press(writer, `${round}/aterkalla`)).text).not.toContain('Återkallad');
    expect((await press(writer, `${round}/avsluta`)).status).toBe(200);
    const views = await writer.visit(`${round}/synpunkter`);
    expect(views.text).toContain('2 av 2 synpunkter väntar på svar');
    const [first = '', second = ''] = views
      .links()
      .filter(({ text }) => text.startsWith('Svara'))
      .map(({ href }) => href);
    const bare = await (await writer.visit(first)).submit('outcome', { outcome: 'rejected', reason: '' });
    expect([bare.status, bare.text]).toEqual([422, expect.stringContaining('Skriv varför')]);
    await bare.submit('outcome', { outcome: 'rejected', reason: 'Det står i nästa avsnitt.' });
    await (await writer.visit(second)).submit('outcome', { outcome: 'accepted' });
    expect((await writer.visit(`${draft}/fore-beslut`)).text).toContain('Svara på synpunkterna och avsluta remissen');
    const compiled = await press(writer, `${round}/avsluta`);
    expect(compiled.text).toContain('2 synpunkter och våra svar');

    const read = await users.visit(`${round}/sammanstallning`);
    expect(read.text).toContain('Det står i nästa avsnitt.');
    expect(read.text).toContain('Privatperson');
    expect((await writer.visit(`${draft}/beslut`)).text).toContain('Dialog');
    for (const [format, type] of Object.entries({ csv: 'text/csv', pdf: 'application/pdf', docx: 'wordprocessingml' })) {
      const file = await app.request(`${TEST_ORIGIN}${round}/sammanstallning.${format}`, { headers: { cookie: users.cookie } });
      expect([file.status, file.headers.get('content-type')]).toEqual([200, expect.stringContaining(type)]);
    }
  },
);

test.each(counties)(
  'the fictional round of $code is public: anyone reads the text, and nothing of what has been said',
  async ({ code }) => {
    const anyone = await givenReader(app);
    const round = `/remisser/${stableId(`demo:round:${code}`)}`;
    expect((await anyone.visit('/remisser')).links().map(({ href }) => href)).toContain(round);
    const page = await anyone.visit(round);
    expect(page.text).toContain('Vill du svara?');
    expect(page.text).toContain('allmän handling');
    expect(page.text).toContain('Längre tid att svara');
    // A long text is folded by chapter until somebody asks for the whole of it.
    const chapters = async (path: string) =>
      [...(await anyone.visit(path)).document.querySelectorAll('details.ov-fold')].map((one) => one.hasAttribute('open'));
    const folded = await chapters(round);
    expect(folded.length).toBeGreaterThan(3);
    expect(folded).not.toContain(true);
    expect(await chapters(`${round}?visa=allt`)).toEqual(folded.map(() => true));
    const form = await app.request(`${TEST_ORIGIN}${round}/svarsblankett.docx`);
    expect([form.status, form.headers.get('content-type')]).toEqual([200, expect.stringContaining('wordprocessingml')]);
    expect(page.text).not.toContain('vem som ringer först');
    expect((await anyone.visit(`${round}/sammanstallning`)).status).toBe(404);
    expect((await anyone.visit(`/remisser/${stableId(`demo:closed-round:${code}`)}`)).status).toBe(404);
  },
);
