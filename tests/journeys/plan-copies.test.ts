import { beforeAll, describe, expect, it } from 'vitest';
import { stableId } from '../../src/platform/index.ts';
import { givenApp, givenClock } from '../given/app.ts';
import { givenReader, type Reader } from './visit.ts';

let app: Awaited<ReturnType<typeof givenApp>>;
beforeAll(async () => {
  app = await givenApp({ clock: givenClock(), login: true, demo: true });
});

async function loggedIn(account: string): Promise<Reader> {
  const reader = await givenReader(app);
  const list = await reader.visit('/demo/logga-in');
  await list.submit('account', { account });
  return reader;
}

const COUNTIES = [
  { county: '06', clinician: 'behandlare-psykiatri-06', support: 'boendestod-aneby-06', name: 'Jönköpings län' },
  { county: '20', clinician: 'behandlare-psykiatri-20', support: 'boendestod-avesta-20', name: 'Dalarnas län' },
] as const;

describe.each(COUNTIES)('in $name', ({ county, clinician, support }) => {
  const plan = stableId(`demo:plan:established:${county}`);

  it('a unit opens its copy of a plan, whoever leads it sees that it came, and takes back what went wrong', async () => {
    const leads = await loggedIn(clinician);
    expect((await leads.visit(`/planer/${plan}`)).text).toContain('Kopior');
    const before = await leads.visit(`/planer/${plan}/kopior`);
    expect(before.text).toContain('Skickad, inte öppnad än');
    const receives = await loggedIn(support);
    const list = await receives.visit('/planer/kopior');
    const copy = list.links().find(({ href }) => /\/kopior\/[0-9a-f-]{36}$/.test(href))?.href ?? '';
    const opened = await receives.visit(copy);
    expect(opened.text).toContain('Insatser');
    expect(opened.text).toContain('delas inte med er: Krisplan, Uppföljning');
    const after = await leads.visit(`/planer/${plan}/kopior`);
    expect(after.text).not.toContain('Skickad, inte öppnad än: Boendestöd');
    const annul = await leads.visit(`${copy}/aterkalla`);
    expect((await annul.submit('reason', {})).status).toBe(422);
    expect((await annul.submit('reason', { reason: 'wrong-content' })).text).toContain('Kopian är återkallad');
    expect((await receives.visit(copy)).text).toContain('förstör utskriften');
    const again = await leads.visit(`${copy}/skicka`);
    expect((await again.submit('copy', {})).text).toContain('Kopian görs i ordning');
  });

  it('what was done on paper is written down afterwards, and the forms for it are at hand', async () => {
    const leads = await loggedIn(clinician);
    expect((await leads.visit('/planer/reserv')).text).toContain('pärm');
    const form = await leads.visit(`/planer/${plan}/papper`);
    const of = form.document.querySelector('input[name=of]')?.getAttribute('value') ?? '';
    expect((await form.submit('of', { of, on: '2026-01-15', time: '' })).status).toBe(422);
    expect((await form.submit('of', { of, on: '2025-01-15', time: '10.30' })).text).toContain('Sparat');
    expect((await leads.visit(`/planer/${plan}`)).text).toContain('15 januari 2025');
    expect((await leads.visit(`/planer/${plan}/utskrift`)).text).toContain('Insatser');
  });
});

it('the individual saves their plan in short and whole, and prints it', async () => {
  const plan = stableId('demo:plan:established:06');
  const person = await loggedIn('enskild-1');
  const own = await person.visit(`/min-plan/${plan}/kopior`);
  const files = own.links().filter(({ href }) => href.endsWith('.pdf'));
  expect(files.map(({ text }) => text)).toEqual(['Hämta planen i kort form (PDF)', 'Hämta hela planen (PDF)']);
  expect((await person.visit(`/min-plan/${plan}/utskrift`)).text).toContain('Det här ska hända');
  expect((await person.visit(`/min-plan/${plan}/utskrift?form=hela`)).text).toContain('Insatser');
});
