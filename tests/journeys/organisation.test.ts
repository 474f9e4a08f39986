import type { Hono } from 'hono';
import { beforeAll, describe, expect, test } from 'vitest';
import type { AppEnv } from '../../src/platform/http/index.ts';
import { givenApp } from '../given/app.ts';
import { givenLoggedIn, post } from '../given/logged-in.ts';
import { givenReader, type Page, type Reader } from './visit.ts';

let app: Hono<AppEnv>;
beforeAll(async () => {
  app = await givenApp({ login: true });
});

/** A reader who has logged in as a fictional account. */
async function givenStaff(account: string): Promise<Reader> {
  return givenReader(app, await givenLoggedIn(app, account));
}

const hrefOf = (page: Page, text: string): string => page.links().find((link) => link.text.startsWith(text))?.href ?? '';

describe('an administrator of a municipality', () => {
  test('opens a unit, which everyone sees at once on the municipality and in the answer of who does what', async () => {
    const reader = await givenStaff('forvaltare-aneby-06');
    const anyone = await givenReader(app);
    expect((await anyone.visit('/kommun/0604')).text).not.toContain('Stödmottagningen');
    const form = await reader.visit('/organisation/enheter/ny');
    const typed = {
      name: 'Stödmottagningen',
      kind: 'individ-familjeomsorg',
      'ages-from': '18',
      from: '2026-11-22',
      'ways-phone': '070-174 06 90',
    };
    const wrong = await form.submit('name', { ...typed, name: '', from: '2026-02-30' });
    expect(wrong.status).toBe(422);
    expect(wrong.document.title).toContain('Fel:');
    expect(wrong.document.querySelector<HTMLInputElement>('[name="ways-phone"]')?.value).toBe('070-174 06 90');
    expect(wrong.document.querySelectorAll('.govuk-error-message').length).toBe(2);
    const opened = await wrong.submit('name', typed);
    expect(opened.text).toContain('Stödmottagningen');
    expect((await anyone.visit('/kommun/0604')).text).toContain('Stödmottagningen');
    const answer = '/vem-gor-vad?kommun=0604&behov=boende&visa=svar';
    expect((await anyone.visit(answer)).text).toContain('070-174 06 90');
  });

  test('renames a unit from a day that lies ahead, and the page answers what it is on each day', async () => {
    const reader = await givenStaff('forvaltare-aneby-06');
    const unit = hrefOf(await reader.visit('/organisation'), 'Boendestödet');
    const done = await (await reader.visit(`${unit}/namn`)).submit('name', { name: 'Boendestöd Höglandet', from: '2027-01-01' });
    expect(done.path).toContain('sparat=1');
    expect((await reader.visit(unit)).document.querySelector('h1')?.textContent).toContain('Boendestödet');
    expect((await reader.visit(`${unit}?datum=2027-01-01`)).document.querySelector('h1')?.textContent).toContain('Boendestöd Höglandet');
  });

  test('splits a unit: the old address leads on to those it became', async () => {
    const reader = await givenStaff('forvaltare-eksjo-06');
    const unit = hrefOf(await reader.visit('/organisation'), 'Boendestödet');
    const form = await reader.visit(`${unit}/dela`);
    const one = await form.submit('names', { names: 'Norra stödet', cases: 'Norra stödet', from: '2026-12-01' });
    expect(one.status).toBe(422);
    const nobody = await one.submit('names', { names: 'Norra stödet\nSödra stödet', cases: 'Boendestödet', from: '2026-12-01' });
    expect(nobody.text).toContain('Annars når ingen de personer som enheten arbetar med');
    await nobody.submit('names', { cases: 'Södra stödet' });
    const later = await reader.visit(`${unit}?datum=2026-12-24`);
    expect(later.links().map(({ text }) => text)).toEqual(expect.arrayContaining(['Norra stödet', 'Södra stödet']));
    const merge = await reader.visit('/organisation/enheter/sla-ihop');
    expect((await merge.submit('name', { name: 'Allt', from: '2026-12-01' })).text).toContain('minst två');
  });

  test('adds a person, gives and ends an assignment', async () => {
    const reader = await givenStaff('forvaltare-aneby-06');
    const form = await reader.visit('/organisation/personer/ny');
    const assign = await form.submit('hsaId', { name: 'Provia Testgren', hsaId: 'SE2321000000-NY1' });
    expect(assign.text).toContain('Ge ett uppdrag');
    const wrong = await assign.submit('role', { role: 'municipal-case-worker', from: '2026-11-22' });
    expect(wrong.text).toContain('Välj vilken');
    const given = await wrong.submit('role', { role: 'registrar', from: '2026-11-22' });
    expect(given.text).toContain('Provia Testgren');
    const end = await reader.visit(hrefOf(given, 'Avsluta Registrator, Provia Testgren'));
    expect((await end.submit('lastDay', { lastDay: '2026-12-31' })).text).toContain('31');
  });

  test('reads units from a file: faults by row and column, then every change, then all of them', async () => {
    const reader = await givenStaff('forvaltare-aneby-06');
    const head = 'enhet;hsa-id;namn;sort;kommuner;från ålder;till ålder;telefon;e-post;webb;adress;öppet;gäller från;sista dag';
    const good = ';SE2321000000-I1;Ungdomsmottagningen;individ-familjeomsorg;0604;13;25;;;;;vardagar;2026-12-01;';
    const page = await reader.visit('/organisation/import');
    const faulty = await page.submit('text', { text: `${head}\n${good}\n;;;fel;9999;tio;;;;;;;32;` });
    expect(faulty.status).toBe(422);
    expect(faulty.text).toContain('kommuner');
    expect([...faulty.document.querySelectorAll('#fel tbody tr')].every((row) => row.textContent?.startsWith('3'))).toBe(true);
    const preview = await faulty.submit('text', { text: `${head}\n${good}` });
    expect(preview.text).toContain('Öppnas');
    expect((await reader.visit('/kommun/0604?datum=2026-12-01')).text).not.toContain('Ungdomsmottagningen');
    expect((await preview.submit('stamp', {})).text).toContain('1 ändringar');
    expect((await reader.visit('/kommun/0604?datum=2026-12-01')).text).toContain('Ungdomsmottagningen');
  });

  test('gets no form for what is another municipality’s, and none at all without logging in', async () => {
    const aneby = await givenStaff('forvaltare-aneby-06');
    const unit = hrefOf(await aneby.visit('/organisation'), 'Socialtjänstens');
    const other = await givenStaff('forvaltare-avesta-20');
    const refused = await other.visit(`${unit}/namn`);
    expect(refused.status).toBe(403);
    expect(refused.document.querySelector('main form')).toBeNull();
    expect((await (await givenStaff('handlaggare-aneby-06')).visit('/organisation/enheter/ny')).status).toBe(403);
    expect((await app.request('http://localhost/organisation')).headers.get('location')).toContain('/logga-in');
  });
});

describe('the administrator of a county', () => {
  test('opens a user organisation and gives a seat, which everyone sees', async () => {
    const reader = await givenStaff('forvaltare-lanet-06');
    const opened = await (await reader.visit('/organisation/andra/ny')).submit('name', {
      kind: 'user-organisation',
      name: 'Egen kraft',
      from: '2026-11-22',
    });
    expect(opened.document.querySelector('h1')?.textContent).toBe('Egen kraft');
    const home = await reader.visit('/organisation');
    const seat = await reader.visit(hrefOf(home, 'Ge en plats Strategigrupp barn'));
    const choiceOf = (name: string, label: string) =>
      [...seat.document.querySelectorAll<HTMLOptionElement>(`[name="${name}"] option`)].find(({ text }) => text.includes(label))?.value ??
      '';
    const organisation = choiceOf('organisation', 'Eksjö kommun');
    const holder = 'Ordy Försöksman';
    const sent = { holder, position: 'chair', organisation, from: '2026-11-22' };
    const elsewhere = await seat.submit('holder', { ...sent, account: choiceOf('account', 'Aneby kommun') });
    expect(elsewhere.text).toContain('Välj ett konto med uppdrag i den organisation som platsen gäller');
    expect(elsewhere.document.querySelector<HTMLInputElement>('[name="holder"]')?.value).toBe(holder);
    const seated = await elsewhere.submit('holder', { ...sent, account: choiceOf('account', 'Eksjö kommun') });
    expect(seated.text).toContain('Ordförande: Ordy Försöksman');
    expect(seated.text).toMatch(/Ordy Försöksman, Eksjö kommun \([^)]*\), konto: /);
    const again = await reader.visit(hrefOf(seated, 'Ge en plats Strategigrupp barn'));
    const taken = await again.submit('holder', { holder: 'Någon Annan', position: 'chair', organisation, from: '2026-12-01' });
    expect(taken.status).toBe(409);
    expect(taken.text).toContain('Ordy Försöksman är ordförande då');
    expect(taken.document.querySelector<HTMLInputElement>('[name="holder"]')?.value).toBe('Någon Annan');
    const end = await reader.visit(hrefOf(seated, 'Avsluta Ordy'));
    expect((await end.submit('lastDay', { lastDay: '2026-12-31' })).path).toContain('sparat=1');
    const give = await reader.visit('/organisation/organ/uppdrag');
    expect(give.status).toBe(200);
  });
});

describe('what has not begun, and who is who', () => {
  test('an assignment that is to begin is taken back from the list of people', async () => {
    const cookie = await givenLoggedIn(app, 'forvaltare-eksjo-06');
    const reader = await givenReader(app, cookie);
    const home = await reader.visit('/organisation');
    const assign = await reader.visit(hrefOf(home, 'Ge ett uppdrag'));
    const given = await assign.submit('role', { role: 'registrar', from: '2027-02-01' });
    const back = await reader.visit(hrefOf(given, 'Ta tillbaka Registrator'));
    expect(back.text).toContain('gäller det ingen dag');
    expect((await post(app, back.path, {}, cookie)).headers.get('location')).toContain('sparat=1');
    expect(hrefOf(await reader.visit('/organisation'), 'Ta tillbaka Registrator')).toBe('');
    expect((await reader.visit(back.path)).status).toBe(404);
  });

  test('a municipality goes up into another: the public page answers who it is on each day', async () => {
    const reader = await givenStaff('forvaltare-lanet-06');
    const one = await reader.visit(hrefOf(await reader.visit('/organisation'), 'Gnosjö kommun'));
    const form = await reader.visit(hrefOf(one, 'Låt den gå upp i en annan'));
    const into = [...form.document.querySelectorAll<HTMLOptionElement>('[name="into"] option')].find(
      ({ text }) => text === 'Mullsjö kommun',
    );
    const early = await form.submit('into', { into: into?.value ?? '', from: '2026-01-01' });
    expect(early.text).toContain('Det som har varit skrivs inte om');
    const merged = await early.submit('into', { into: into?.value ?? '', from: '2027-01-01' });
    expect(merged.document.querySelector('h1')?.textContent).toBe('Mullsjö kommun');
    const anyone = await givenReader(app);
    const id = new URL(`http://localhost${hrefOf(await reader.visit('/organisation'), 'Gnosjö kommun')}`).searchParams.get('org');
    expect((await anyone.visit(`/organisationer/${id}`)).text).toContain('Gnosjö kommun gick upp i Mullsjö kommun');
    const later = await anyone.visit(`/organisationer/${id}?datum=2027-01-01`);
    expect(later.text).toContain('Den dagen är det i stället');
    expect(hrefOf(later, 'Mullsjö kommun')).toContain('datum=2027-01-01');
  });
});

describe('the contacts of an answer', () => {
  test('stand beside a duty while they are few, and each unit is named once in a list of its own where a duty may concern many', async () => {
    const reader = await givenReader(app);
    const page = await reader.visit('/vem-gor-vad?kommun=0604&visa=svar');
    const cards = [...page.document.querySelectorAll('.ov-answer')];
    expect(cards.some((card) => card.querySelectorAll('.ov-contact').length > 0)).toBe(true);
    for (const card of cards) expect(card.querySelectorAll('.ov-contact').length).toBeLessThanOrEqual(2);
    const leads = [...page.document.querySelectorAll('.ov-answer a[href="#kontakter"]')];
    expect(leads.length).toBeGreaterThan(0);
    const listed = [...page.document.querySelectorAll('section[aria-labelledby="kontakter"] .ov-contact')].map(
      (contact) => contact.textContent,
    );
    expect(listed.length).toBeGreaterThan(2);
    expect(new Set(listed).size).toBe(listed.length);
    for (const lead of leads) expect(Number(lead.textContent?.match(/\d+/)?.[0])).toBeLessThanOrEqual(listed.length);
  });
});
