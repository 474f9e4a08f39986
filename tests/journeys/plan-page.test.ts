import { beforeAll, expect, test } from 'vitest';
import { stableId } from '../../src/platform/index.ts';
import { givenApp, givenClock } from '../given/app.ts';
import { givenLoggedIn } from '../given/logged-in.ts';
import { givenReader, type Reader } from './visit.ts';

let app: Awaited<ReturnType<typeof givenApp>>;
beforeAll(async () => {
  app = await givenApp({ clock: givenClock('2026-11-22'), login: true, demo: true });
});
const readerOf = async (account: string): Promise<Reader> => givenReader(app, await givenLoggedIn(app, account));

test.each([
  { county: '06', worker: 'handlaggare-aneby-06', clinician: 'behandlare-psykiatri-06' },
  { county: '20', worker: 'handlaggare-avesta-20', clinician: 'behandlare-psykiatri-20' },
])(
  'in county $county what is asked, a meeting and the kinds of plans are carried out, page by page',
  async ({ county, worker, clinician }) => {
    const [leads, care] = [await readerOf(worker), await readerOf(clinician)];
    const plan = `/planer/${stableId(`demo:plan:prepared:${county}`)}`;

    const page = await leads.visit(plan);
    expect(page.text).toContain('Fråga rakt ut om personen tänker på att ta sitt liv.');
    const asked = await leads.visit(page.links().find(({ text }) => text === 'Skriv vad ni har frågat')?.href ?? '');
    const noted = await asked.submit('suicide-risk', { 'suicide-risk': 'yes' });
    expect(noted.text).toContain('Gör en krisplan tillsammans');

    const workspace = await leads.visit(noted.links().find(({ text }) => text === 'Öppna mötets arbetsyta')?.href ?? '');
    expect(workspace.text.indexOf('Personens egna ord')).toBeLessThan(workspace.text.indexOf('Anteckningar från mötet'));
    const written = await workspace.submit('lines', { lines: 'Vi ses igen i mars.' });
    expect(written.text).toContain('Anteckningarna är sparade.');
    expect((await care.visit(workspace.path)).text).toContain('Vi ses igen i mars.');

    const discharge = await care.visit(`/planer/${stableId(`demo:plan:discharge:${county}`)}`);
    expect(discharge.text).toContain('När kommunen börjar betala');
    const form = await care.visit(discharge.links().find(({ text }) => text === 'Skriv vad som har hänt')?.href ?? '');
    const wrong = await form.submit('contact', { 'events-summons-on': '2026-11-23', 'events-summons-at': '10.00' });
    expect([wrong.status, wrong.text.includes('Skriv bara det som redan har hänt.')]).toEqual([422, true]);
    const right = await wrong.submit('contact', { 'events-summons-on': '2026-11-22', 'events-summons-at': '10.00' });
    expect(right.text).toContain('Kallelse till planering skickad');

    const coordinated = await care.visit(`/planer/${stableId(`demo:plan:care:${county}`)}`);
    expect(coordinated.text).toContain('Vill hellre bo hemma än på sjukhuset.');
    const attitude = await care.visit(coordinated.links().find(({ text }) => text === 'Skriv personens inställning')?.href ?? '');
    expect((await attitude.submit('words', { words: 'Vill ha det så här.' })).text).toContain('Vill ha det så här.');
  },
);
