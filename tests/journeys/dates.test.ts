import { JSDOM } from 'jsdom';
import { describe, expect, test } from 'vitest';
import { givenApp, givenClock } from '../given/app.ts';
import { givenReader } from './visit.ts';

const TODAY = '2026-11-22';
const ANSWER = '/vem-gor-vad?kommun=0686&behov=abstinens&alder=45&amne=alkohol&svarighetsgrad=lindrig&psykiatri=nej&visa=svar';
const ROLE = '/vem-gor-vad/roll?ort=0682&utforare=primarvard&yrke=kurator';

/** Every page that shows something on a day, as a reader may come to it. */
const pages = [
  '/avtal',
  '/avtal/fjallmark-beroende',
  '/avtal/fjallmark-beroende/ansvar',
  '/avtal/fjallmark-beroende/dokument',
  '/avtal/fjallmark-beroende/uppfoljning',
  '/uppfoljning?lan=06',
  '/avtal/jonkoping-missbruk-beroende',
  '/avtal/jonkoping-missbruk-beroende/ansvar?yrke=kurator',
  '/avtal/dalarna-missbruk-beroende-2021',
  '/avtal/dalarna-missbruk-beroende-2021/ansvar',
  '/lan/06',
  '/lan/99',
  '/kommun/0686',
  '/kommun/9904',
  '/jamfor',
  '/lagrum',
  '/lagrum?avtal=jonkoping-missbruk-beroende&visa=inaktuella',
  '/kunskap',
  '/kunskap?alder=vuxna',
  '/kunskap/regionala-samverkansoverenskommelser',
  ANSWER,
  '/vem-gor-vad?lan=99&behov=abstinens&amne=alkohol&alder=40&visa=svar',
  '/vem-gor-vad?lan=06&behov=behandling&alder=17&amne=narkotika&psykiatri=nej&visa=svar',
  ROLE,
];

/** Those that only take the day along. */
const passing = [
  '/avtal/fjallmark-beroende/versioner',
  '/avtal/fjallmark-beroende/jamfor?fran=1&till=2',
  '/avtal/fjallmark-beroende?version=1',
  '/vem-gor-vad',
  '/vem-gor-vad?lan=06',
];

const on = (path: string, day: string) => `${path}${path.includes('?') ? '&' : '?'}datum=${day}`;

type Seen = Pick<Awaited<ReturnType<Awaited<ReturnType<typeof givenReader>>['visit']>>, 'document' | 'text'>;

/** One application for all that is only looked at. */
let app: ReturnType<typeof givenApp> | undefined;
async function ask(path: string): Promise<Response> {
  app ??= givenApp();
  return (await app).request(`http://localhost${path}`);
}

/** A page as it is, without axe, which every journey below runs on some of them: for what is tried on all. */
async function looker() {
  return async (path: string): Promise<Seen & { status: number }> => {
    const response = await ask(path);
    const { document } = new JSDOM(await response.text(), { url: `http://localhost${path}` }).window;
    return { status: response.status, document, text: (document.querySelector('main')?.textContent ?? '').replace(/\s+/g, ' ') };
  };
}

/** Where the form of the day leads when it is sent with another day. */
function sent({ document }: Seen, day: string): string {
  const form = document.querySelector<HTMLInputElement>('input#datum')?.form ?? expect.fail('no form for the day');
  const fields = [...form.querySelectorAll<HTMLInputElement | HTMLSelectElement>('input[name], select[name]')];
  const query = new URLSearchParams(fields.map(({ name, value }) => [name, name === 'datum' ? day : value]));
  return `${form.getAttribute('action')}?${query}`;
}

/** The links of the page itself, with the way up, to pages that show something on a day. */
function dayLinks({ document }: Seen): string[] {
  return (
    [...document.querySelectorAll<HTMLAnchorElement>('main a[href], .govuk-breadcrumbs a[href]')]
      .map((link) => link.getAttribute('href') ?? '')
      .filter((href) => /^\/(avtal|lan|kommun|jamfor|lagrum|kunskap|vem-gor-vad)\b/.test(href))
      // A file is of one version, and the same on every day; where to turn with a lack is a question of today.
      .filter((href) => !/\.(pdf|docx|csv)$|\/brist$/.test(href))
  );
}

const field = ({ document }: Seen) => document.querySelector<HTMLInputElement>('input#datum');
const describing = (page: Seen) =>
  (field(page)?.getAttribute('aria-describedby') ?? '').split(' ').map((id) => page.document.getElementById(id)?.textContent ?? '');

describe('a reader asks about another day', () => {
  test.each(pages)('%s: in its form, and every link onward is to that day; today stands in no link', async (path) => {
    const look = await looker();
    const today = await look(path);
    expect(today.status).toBe(200);
    expect(dayLinks(today).filter((href) => href.includes('datum='))).toEqual([]);
    expect(field(today)?.value).toBe(TODAY);

    const address = sent(today, '2024-06-30');
    for (const [name, value] of new URL(path, 'http://x').searchParams) {
      expect(new URL(address, 'http://x').searchParams.get(name), name).toBe(value);
    }
    const then = await look(address);
    expect(then.status).toBe(200);
    expect(field(then)?.value).toBe('2024-06-30');
    expect(dayLinks(then).length).toBeGreaterThan(0);
    expect(dayLinks(then).filter((href) => !href.includes('datum=2024-06-30'))).toEqual([]);
    expect(then.text).not.toContain('Det här är vad som är beslutat i dag');

    const unsaid = await ask(on(path, TODAY));
    expect([unsaid.status, unsaid.headers.get('location')?.includes('datum')]).toEqual([302, false]);
  });

  test.each(['/avtal/fjallmark-beroende', '/kommun/9904', '/lan/99', ANSWER, ROLE])(
    '%s: without script, and axe finds no fault',
    async (path) => {
      const page = await (await (await givenReader()).visit(path)).submit('datum', { datum: '2024-06-30' });
      expect(page.status).toBe(200);
      expect(page.document.querySelector('.govuk-error-summary')).toBeNull();
      const wrong = await page.submit('datum', { datum: '2024-06-31' });
      expect(wrong.document.querySelector('.govuk-error-summary a')?.getAttribute('href')).toBe('#datum');
    },
  );

  test.each(passing)('%s takes the day along', async (path) => {
    const page = await (await looker())(on(path, '2023-06-01'));
    expect(page.status).toBe(200);
    expect(dayLinks(page).filter((href) => !href.includes('datum=2023-06-01'))).toEqual([]);
    expect(dayLinks(page).length).toBeGreaterThan(0);
  });

  test('a row of the matrix leads to the sentence in the version of that day, and back', async () => {
    const reader = await givenReader();
    const matrix = await reader.visit('/avtal/fjallmark-beroende/ansvar?datum=2023-06-01');
    const href = matrix.document.querySelector('tbody tr[id] th a')?.getAttribute('href') ?? '';
    const text = await reader.visit(href);
    expect(text.text).toContain('Du läser version 1.');
    expect(text.document.getElementById(decodeURIComponent(href.split('#')[1] ?? ''))).not.toBeNull();
    const back = text.links().find(({ href: to }) => to.includes('/ansvar?'))?.href ?? '';
    expect(back).toContain('datum=2023-06-01');
    expect((await reader.visit(back)).status).toBe(200);
  });

  test('a version that was asked for is kept to the matrix and the documents, told there, and left on the way back to the day', async () => {
    const reader = await givenReader();
    const text = await reader.visit('/avtal/fjallmark-beroende?version=1');
    const own = text.links().filter(({ href }) => /^\/avtal\/fjallmark-beroende\/(ansvar|dokument)/.test(href));
    expect(own.length).toBeGreaterThan(2);
    expect(own.filter(({ href }) => !href.includes('version=1'))).toEqual([]);
    const matrix = await reader.visit('/avtal/fjallmark-beroende/ansvar?version=1');
    expect(matrix.text).toContain('Du läser version 1');
    expect(matrix.links()).toContainEqual({ text: 'Visa version 2', href: '/avtal/fjallmark-beroende/ansvar' });
  });

  test('a municipality is in the district of that day, and its contacts are as old as they were then', async () => {
    const reader = await givenReader();
    expect((await reader.visit('/kommun/9904?datum=2023-06-01')).text).toContain('i länsdelen Fjällbygden');
    expect((await reader.visit('/kommun/9904')).text).toContain('i länsdelen Skogsbygden');
    const districts = (page: Seen) => page.text.match(/Fjällbygden: ([^.]*)\./)?.[1];
    expect(districts(await reader.visit('/lan/99?datum=2023-06-01'))).toContain('Tallmo');
    expect(districts(await reader.visit('/lan/99'))).not.toContain('Tallmo');
    const stale = 'inte bekräftad på över sex månader';
    expect((await reader.visit('/kommun/2021')).text).toContain(stale);
    expect((await reader.visit('/kommun/2021?datum=2020-01-01')).text).not.toContain(stale);
    expect((await reader.visit('/kommun/2080?datum=2023-01-01')).text).toContain('Gäller');
    expect((await reader.visit('/kommun/2080?datum=2023-01-01')).text).toContain('inga datum för organen');
  });
});

describe('something that is no day', () => {
  const faults = [
    ['igår', 'Skriv datumet som år-månad-dag, till exempel 2026-11-22.'],
    ['2026-02-31', 'Dagen finns inte i kalendern. Kontrollera månad och dag.'],
    ['1799-12-31', 'Året måste vara mellan 1800 och 2199.'],
  ] as const;

  /** One fault on each page, in turn: which of them it is does not depend on the page. */
  const tried = [...pages, '/vem-gor-vad'].map((path, index) => [path, ...(faults[index % faults.length] ?? faults[0])] as const);

  test.each(tried)(
    '%s: %s is told beside the field as what it is, kept as it was written, and the page shows today',
    async (path, written, sentence) => {
      const page = await (await looker())(on(path, encodeURIComponent(written)));
      expect(page.status).toBe(200);
      expect(describing(page).join(' ')).toContain(sentence);
      expect(field(page)?.value).toBe(written);
      expect(field(page)?.closest('details')?.open ?? true).toBe(true);
      const told = [...page.document.querySelectorAll('.govuk-error-summary a')].map((link) => link.getAttribute('href'));
      expect(told).toContain('#datum');
      expect(page.document.title).toMatch(/^Fel: /);
      expect(dayLinks(page).filter((href) => href.includes('datum='))).toEqual([]);
    },
  );

  test('loses nothing that was answered in the navigator, wherever it is written', async () => {
    const reader = await givenReader();
    const answer = await reader.visit(ANSWER);
    const wrong = await answer.submit('datum', { datum: '2026-02-31' });
    const mended = await wrong.submit('datum', { datum: '2025-01-01' });
    const kept = new URL(mended.path, 'http://x').searchParams;
    for (const [name, value] of new URL(on(ANSWER, '2025-01-01'), 'http://x').searchParams) expect(kept.get(name), name).toBe(value);
    expect(mended.document.querySelector('.govuk-error-summary')).toBeNull();

    const question = await reader.visit('/vem-gor-vad?kommun=0686&behov=abstinens&datum=2026-02-31');
    expect(question.text).toContain('abstinens');
    const on2025 = await question.submit('datum', { datum: '2025-01-01' });
    expect(on2025.text).toContain('abstinens');
    expect(on2025.text).toContain('1 januari 2025');
    const next = await on2025.submit('fraga', {
      [on2025.document.querySelector<HTMLInputElement>('[name="fraga"]')?.value ?? '']: 'vet-inte',
    });
    expect(next.path).toContain('datum=2025-01-01');

    const first = await (await reader.visit('/vem-gor-vad')).submit('ort', { ort: '0686', datum: 'snart' });
    expect(first.document.querySelector<HTMLSelectElement>('select[name="ort"]')?.value).toBe('0686');
    expect((await first.submit('ort', { datum: '2025-01-01' })).path).toContain('ort=0686');

    const noPlace = await reader.visit('/vem-gor-vad?kommun=9999&behov=abstinens');
    expect((await noPlace.submit('ort', { ort: '0686' })).text).toContain('abstinens');
  });

  test('loses nothing that was chosen by role, or in a matrix', async () => {
    const reader = await givenReader();
    const role = await (await reader.visit(ROLE)).submit('datum', { datum: 'x' });
    expect(role.document.querySelector<HTMLSelectElement>('select[name="yrke"]')?.value).toBe('kurator');
    const matrix = await reader.visit('/avtal/jonkoping-missbruk-beroende/ansvar?yrke=kurator&datum=x');
    expect(matrix.document.querySelector<HTMLSelectElement>('select[name="yrke"]')?.value).toBe('kurator');
  });

  test('never becomes a file of another day than was asked for', async () => {
    const app = await givenApp();
    for (const path of ['/avtal/fjallmark-beroende/ansvar.csv', '/jamfor.csv'])
      expect((await app.request(`http://localhost${path}?datum=igår`)).status, path).toBe(404);
  });
});

describe('a day that has not come', () => {
  test.each(pages.filter((path) => !path.includes('/dokument')))(
    '%s says that it shows what has been decided so far, and of nothing that it plainly holds',
    async (path) => {
      const html = await (await ask(on(path, '2035-01-01'))).text();
      expect(html).toContain('Det här är vad som är beslutat i dag');
      expect(html).not.toMatch(/<\/svg>Gäller<\/strong>/);
      const [, status] = /ov-status-banner__summary">([^<]*)/.exec(html) ?? [];
      if (status) expect(status).toMatch(/^Enligt det som är beslutat i dag/);
    },
  );

  test('a status is said as what has been decided, in the register and in an answer', async () => {
    for (const path of ['/avtal', '/lan/06', ANSWER, '/avtal/jonkoping-missbruk-beroende/ansvar'])
      expect(await (await ask(on(path, '2027-01-01'))).text(), path).toMatch(/<\/svg>Gäller enligt dagens beslut<\/strong>/);
    expect(await (await ask('/avtal')).text()).toMatch(/<\/svg>Gäller<\/strong>/);
  });

  test('nothing is said to be overdue that falls due between now and then', async () => {
    const page = await (await givenReader()).visit('/avtal/jonkoping-psykiatriska-tillstand?datum=2035-01-01');
    expect(page.text).toContain('Uppföljning och revidering');
    expect(page.text).not.toContain('Försenad');
  });
});

describe('what is overdue only if an agreement was extended', () => {
  test.each(['2024-08-01', '2025-06-30', '2026-11-22'])('is unknown on %s, with both outcomes', async (day) => {
    const reader = await givenReader(await givenApp({ clock: givenClock(day) }));
    const page = await reader.visit('/avtal/dalarna-missbruk-beroende-2021');
    const rows = [...page.document.querySelectorAll('section[aria-label^="Uppföljning"] tbody tr, table tbody tr')];
    const row = rows.find(({ textContent }) => textContent?.includes('revideras vart tredje år'))?.textContent?.replace(/\s+/g, ' ');
    expect(row).toContain('Okänt');
    expect(row).toContain('Om avtalets sista dag är 30 juni 2024: inte aktuell');
    expect(row).toContain('Om avtalets sista dag är 30 juni 2025: försenad, skulle ha gjorts 1 juli 2024');
    expect(row?.trim()).not.toMatch(/Försenad/);
  });
});
