import { beforeAll, describe, expect, test } from 'vitest';
import { stableId } from '../../src/platform/ids.ts';
import { givenApp } from '../given/app.ts';
import { givenLoggedIn, post } from '../given/logged-in.ts';
import { givenReader, type Page, type Reader } from './visit.ts';

let app: Awaited<ReturnType<typeof givenApp>>;
beforeAll(async () => {
  app = await givenApp({ login: true });
});

const COUNTIES = {
  '06': {
    region: 'strategigrupp-06',
    town: 'strategigrupp-aneby-06',
    row: 'JA-02',
    cite: 'varaktighet',
    body: 'reko',
    name: 'Aneby',
    code: '0604',
    ladder: 'avvikelse',
  },
  '20': {
    region: 'strategigrupp-20',
    town: 'tjansteledning-avesta-20',
    row: 'DAL-02',
    cite: 'giltighetstid',
    body: 'valfardsradet',
    name: 'Avesta',
    code: '2084',
    ladder: 'lokal-tvist',
  },
} as const;

const readerAs = async (account: string): Promise<Reader> => givenReader(app, await givenLoggedIn(app, account));
const typedIn = (page: Page, name: string): string =>
  page.document.querySelector<HTMLInputElement | HTMLTextAreaElement>(`[name="${name}"]`)?.value ?? '';
const checked = (page: Page, name: string): string[] =>
  [...page.document.querySelectorAll<HTMLInputElement>(`[name="${name}"]`)].filter((one) => one.checked).map(({ value }) => value);

const draftOf = (county: keyof typeof COUNTIES) => `/arbetsversioner/${stableId(`demo:draft:${county}`)}`;

describe('the terms of a working copy', () => {
  const { region, cite, body, ladder } = COUNTIES['06'];
  const draft = draftOf('06');

  test('are each written in a form of their own, beside the text they rest on, which is chosen by ticking', async () => {
    const writer = await readerAs(region);
    const from = (path: string) => writer.visit(`${draft}/${path}`);
    const overview = await writer.visit(draft);
    const hrefs = overview.links().map(({ href }) => href);
    for (const form of ['parter', 'malgrupp', 'giltighetstid', 'informationsskyldighet', 'uppsagning', 'mindre-andringar', 'ny-trappa']) {
      expect(hrefs).toContain(`${draft}/${form}`);
    }
    const parties = await from('parter');
    expect(parties.text).toContain('Regionen och länets alla kommuner');
    expect(parties.text).toContain('Så lyder texten som det vilar på');
    const sentence = checked(parties, 'cites')[0] ?? '';
    expect(sentence).toMatch(/\.[a-z]+\d+$/);
    expect((await parties.submit('note', { note: 'Alla kommuner är med.' })).text).toContain('Sparat.');

    const bare = await (await from('mindre-andringar')).submit('by', { by: body, 'may-not-touch': 'Syfte\nAnsvar', cites: [] });
    expect(bare.status).toBe(422);
    expect(bare.text).toContain('Peka ut minst en mening');
    expect(typedIn(bare, 'may-not-touch')).toBe('Syfte\nAnsvar');
    expect((await bare.submit('cites', { cites: cite })).text).toContain('Sparat.');

    const stair = await from(`trappor/${ladder}`);
    expect(stair.links().some(({ text }) => text === 'Lägg till ett steg')).toBe(true);
    const added = await (await from(`trappor/${ladder}/steg/ny`)).submit('who', {
      who: 'De närmaste cheferna igen',
      after: '0',
      cites: cite,
    });
    expect(added.text).toContain('Sparat.');
  });

  test('are those of the county: Dalarna has an extension, and a dispute that ends in court', async () => {
    const writer = await readerAs(COUNTIES['20'].region);
    const here = draftOf('20');
    const extension = await writer.visit(`${here}/forlangning`);
    expect([typedIn(extension, 'months'), checked(extension, 'requires').length]).toEqual(['12', 3]);
    const none = await extension.submit('months', { requires: [] });
    expect(none.text).toContain('Välj minst ett alternativ.');
    // Whoever sends what was never there to be chosen is told so in words, not in those of the program.
    const cookie = await givenLoggedIn(app, COUNTIES['20'].region);
    const strange = await post(app, `${here}/forlangning`, { months: '6', times: '1', requires: 'something-else' }, cookie);
    expect(strange.status).toBe(422);
    const said = await strange.text();
    expect(said).toContain('Välj bland de alternativ som visas.');
    expect(said).not.toContain('Ska vara');
    expect((await none.submit('months', { months: '6', requires: ['no-successor'] })).text).toContain('Sparat.');
    const step = await (await writer.visit(`${here}/trappor/lokal-tvist/steg/ny`)).submit('who', {
      who: 'Någon ny',
      after: '1',
      cites: [],
    });
    expect(step.text).toContain('Peka ut minst en mening');
    expect((await step.submit('who', { cites: 'giltighetstid' })).text).toContain('Sparat.');
    expect((await writer.visit(`${here}/trappor/lokal-tvist`)).text).toContain(
      'Tjänsteledningen på lokal nivåLänschefsnätverketNågon nyVälfärdsrådet',
    );
  });
});

describe.each(['06', '20'] as const)('the forms of a working copy in county %s', (county) => {
  const { region, town, row, cite, name, code } = COUNTIES[county];
  const draft = draftOf(county);

  test('say who the parties are: those who are chosen decide, and it is told who leaves', async () => {
    const writer = await readerAs(region);
    const parties = await writer.visit(`${draft}/parter`);
    expect(parties.text).toContain('Regionen och länets alla kommuner');
    const nobody = await parties.submit('note', { who: 'some' });
    expect(nobody.status).toBe(422);
    expect(nobody.text).toContain('Välj minst en kommun.');
    expect((await nobody.submit('note', { who: 'some', municipalities: code })).text).toContain('Sparat.');
    const some = await writer.visit(`${draft}/parter`);
    expect(some.text).toContain(`Regionen och ${name}`);
    expect(some.text).toContain('Lämnar');
    expect((await some.submit('note', { who: 'all' })).text).toContain('Sparat.');
  });

  test('add a heading and an actor to the matrix, and keep what is used', async () => {
    const writer = await readerAs(region);
    const matrix = `${draft}/matris`;
    expect((await (await writer.visit(`${matrix}/rubriker/ny`)).submit('heading', { heading: 'Ny rubrik' })).text).toContain('Sparat.');
    const actor = await (await writer.visit(`${matrix}/aktorer/ny`)).submit('name', { name: 'Ny aktör', authority: 'both' });
    expect(actor.text).toContain('Sparat.');
    const known = (await writer.visit(matrix)).links();
    const hrefOf = (text: string) => known.find((link) => link.text === text)?.href ?? '';
    expect((await (await writer.visit(`${hrefOf('Ny aktör')}/ta-bort`)).submit('seen', {})).text).toContain('Sparat.');
    expect((await (await writer.visit(`${hrefOf('Ny rubrik')}/ta-bort`)).submit('seen', {})).text).toContain('Sparat.');
    const used = known.find(({ href }) => href.includes('/matris/rubriker/'))?.href ?? '';
    const kept = await (await writer.visit(`${used}/ta-bort`)).submit('seen', {});
    expect(kept.status).toBe(409);
    expect(kept.text).toContain('Flytta dem till en annan rubrik först');
  });

  test('write a table cell by cell, with rows and columns, and show it as a table', async () => {
    const writer = await readerAs(town);
    const section = `${draft}/avsnitt/vem-gor-vad-som-tabell-pahittat`;
    const linkOn = async (text: string) => (await writer.visit(section)).links().find((link) => link.text === text)?.href ?? '';
    const row = await writer.visit(await linkOn('Ändra raden Stöd i hemmet'));
    expect((await row.submit('cell-1', { 'cell-1': 'Deltar | vid behov' })).text).toContain('Sparat.');
    expect((await (await writer.visit(await linkOn('Lägg till en kolumn'))).submit('heading', { heading: 'Närstående' })).text).toContain(
      'Sparat.',
    );
    expect((await (await writer.visit(await linkOn('Ny rad i tabellen'))).submit('cell-0', { 'cell-0': 'Uppföljning' })).text).toContain(
      'Sparat.',
    );
    const gone = await writer.visit(await linkOn('Ta bort kolumnen Kommunen'));
    expect(gone.text).toContain('i 2 av raderna');
    expect((await gone.submit('seen', {})).text).toContain('Sparat.');
    expect(
      typedIn(await writer.visit(section), 'lines')
        .split('\n')
        .slice(1),
    ).toEqual([
      '| Insats | Regionen | Närstående |',
      '| Stöd i hemmet | Deltar \\| vid behov | |',
      '| Läkarbedömning | Ansvarar | |',
      '| Gemensam planering | Ansvarar | |',
      '| Uppföljning | | |',
    ]);
    const read = await writer.visit(`${draft}/text`);
    const cells = [...read.document.querySelectorAll('#vem-gor-vad-som-tabell-pahittat tbody tr')].map(
      (one) => one.children[1]?.textContent,
    );
    expect(cells).toEqual(['Deltar | vid behov', 'Ansvarar', 'Ansvarar', '']);
  });

  test('say of a row its conditions, time limits and law, and never a limit without what it rests on', async () => {
    const writer = await readerAs(town);
    const here = `${draft}/ansvar/${row}`;
    expect((await writer.visit(here)).links().map(({ href }) => href)).toEqual(expect.arrayContaining([`${here}/nar`, `${here}/tid`]));
    const bare = await (await writer.visit(`${here}/tid`)).submit('deadline-value', {
      'deadline-value': 'inom tre dagar',
      'deadline-basis': '',
    });
    expect(bare.status).toBe(422);
    expect((await bare.submit('deadline-value', { 'deadline-basis': 'agreement' })).text).toContain('Sparat.');
    const harsh = await (await writer.visit(`${here}/kraver`)).submit('text', { conditions: 'pregnant:yes', text: '', way: '' });
    expect(harsh.text).toContain('Ingen ska lämnas utan väg framåt');
    expect((await harsh.submit('text', { text: 'Om hon är gravid.', way: 'Vänd dig till vårdcentralen.' })).text).toContain('Sparat.');
    const law = await (await writer.visit(`${here}/lag`)).submit('law', { law: 'SoL 999 kap. 1 §' });
    expect(law.text).toContain('går inte att läsa som ett lagrum');
    expect((await law.submit('law', { law: 'SoL 19 kap. 1 §' })).text).toContain('Sparat.');
    expect((await (await writer.visit(`${here}/nar`)).submit('always', { when: 'substance:alcohol' })).text).toContain('Sparat.');
  });

  test('keep what was typed when somebody else was first, and show what stands there now', async () => {
    const [one, two] = [await readerAs(region), await readerAs(town)];
    const path = `${draft}/informationsskyldighet`;
    const [mine, theirs] = [await one.visit(path), await two.visit(path)];
    await mine.submit('who', { who: 'Regionen', to: 'Kommunerna', about: 'Nya öppettider.', cites: cite });
    // A slip in between is mended without losing sight of what the other wrote.
    const slip = await theirs.submit('who', { who: 'Kommunen', to: '', about: 'Stängda enheter.', cites: cite });
    expect(slip.status).toBe(422);
    const late = await slip.submit('who', { to: 'Regionen' });
    expect(late.status).toBe(409);
    expect(late.text).toContain('Så står det nu');
    expect(late.text).toContain('Nya öppettider.');
    expect(typedIn(late, 'about')).toBe('Stängda enheter.');
    expect((await late.submit('who', {})).text).toContain('Sparat.');
    expect(typedIn(await one.visit(path), 'about')).toBe('Stängda enheter.');
  });
});
