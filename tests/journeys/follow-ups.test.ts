import type { Hono } from 'hono';
import { beforeAll, describe, expect, test } from 'vitest';
import { watchAgreements } from '../../src/features/follow-ups/index.ts';
import type { AppEnv } from '../../src/platform/http/index.ts';
import { givenApp, givenClock } from '../given/app.ts';
import { givenDatabase } from '../given/database.ts';
import { givenLoggedIn, TEST_ORIGIN } from '../given/logged-in.ts';
import { givenReader, type Page } from './visit.ts';

const JONKOPING = 'jonkoping-missbruk-beroende';
const DALARNA = 'dalarna-missbruk-beroende-2021';
const clock = givenClock('2026-11-22');
let app: Hono<AppEnv>;
beforeAll(async () => {
  app = await givenApp({ login: true, clock });
});

const staff = async (account: string) => givenReader(app, await givenLoggedIn(app, account));
const fieldOf = (page: Page, name: string): string => page.document.querySelector<HTMLInputElement>(`[name="${name}"]`)?.value ?? '';
const linkTo = (page: Page, text: string): string => page.links().find((link) => link.text.includes(text))?.href ?? '';

describe('in Jönköping', () => {
  test('what is late is seen by everyone, waits for the group that the agreement names, and is registered and corrected there', async () => {
    const reader = await givenReader(app);
    expect((await reader.visit('/uppfoljning?lan=06')).text).toContain('1 uppgift är försenad');
    expect((await reader.visit('/lan/06')).text).toContain('Försenad');
    const open = await reader.visit(`/avtal/${JONKOPING}/uppfoljning`);
    expect(open.text).toContain('Skulle ha gjorts 31 maj 2026');
    expect(open.text).toContain('Strategigrupp psykiatri och missbruk');
    expect(linkTo(open, 'Registrera')).toBe('');

    const group = await staff('strategigrupp-06');
    const work = await group.visit('/arbete');
    const form = await group.visit(linkTo(work, 'Uppföljning: '));
    const typed = { about: 'Gemensamt ansvar', outcome: 'Fler ska få en SIP.', documented: 'Dnr 2026/7', tookPart: 'Strategigruppen' };
    const wrong = await form.submit('outcome', { ...typed, on: '2026-12-01', from: '2025-06-01', to: '2026-05-31', ledTo: 'nothing' });
    expect(wrong.status).toBe(422);
    expect(wrong.text).toContain('Dagen kan vara i dag eller tidigare');
    expect([fieldOf(wrong, 'outcome'), fieldOf(wrong, 'on')]).toEqual(['Fler ska få en SIP.', '2026-12-01']);
    const record = await wrong.submit('outcome', { on: '2026-11-20' });
    expect(record.text).toContain('Dnr 2026/7');

    const after = await reader.visit(`/avtal/${JONKOPING}/uppfoljning`);
    expect(after.text).toContain('Fler ska få en SIP.');
    expect(after.text).toContain('Senast 31 maj 2027');
    expect(after.text).not.toContain('Dnr 2026/7');
    expect((await group.visit('/arbete')).text).not.toContain('Uppföljning: ');

    const colleague = await staff('handlaggare-aneby-06');
    const read = await colleague.visit(record.path);
    expect(read.text).toContain('Dnr 2026/7');
    expect(linkTo(read, 'Rätta')).toBe('');
    const other = await staff('lokal-samordnare-06');
    const refused = await (await other.visit(`/avtal/${JONKOPING}/uppfoljning/arlig-uppfoljning`)).submit('outcome', {
      ...typed,
      on: '2026-11-20',
      from: '2026-01-01',
      to: '2026-05-31',
    });
    expect(refused.status).toBe(403);
    expect(refused.text).toContain('Avtalet säger vilket organ');

    const correction = await group.visit(`${record.path}/ratta`);
    expect(fieldOf(correction, 'outcome')).toBe('Fler ska få en SIP.');
    const corrected = await correction.submit('outcome', { outcome: 'Fler ska få en SIP i tid.', why: 'Ett ord saknades.' });
    expect(corrected.text).toContain('Det här är en rättelse');
    expect((await group.visit(record.path)).text).toContain('Anteckningen är rättad');
    const never = await (await group.visit(`${corrected.path}/hande-inte`)).submit('why', { why: 'Mötet ställdes in.' });
    expect(never.text).toContain('hände inte');
    expect((await reader.visit(`/avtal/${JONKOPING}/uppfoljning`)).text).toContain('Skulle ha gjorts 31 maj 2026');
  });
});

describe('in Dalarna', () => {
  test('an extension that nobody knew of is found out, noted by the program and explained by its clause', async () => {
    const reader = await givenReader(app);
    expect((await reader.visit(`/avtal/${DALARNA}/uppfoljning`)).text).toContain('Vi vet inte om avtalet förlängdes');
    const group = await staff('strategigrupp-20');
    const form = await group.visit(linkTo(await group.visit('/arbete'), 'Reda ut om avtalet förlängdes'));
    const early = await form.submit('fact', { fact: 'no-successor', on: '2024-06-29', outcome: 'Sökt i diariet.', documented: 'Dnr 1' });
    expect(early.status).toBe(422);
    await early.submit('fact', { on: '2024-06-30' });
    for (const [fact, on] of [
      ['evaluation-begun', '2024-03-01'],
      ['revision-begun', '2024-04-01'],
    ] as const) {
      await (await group.visit(`/avtal/${DALARNA}/forlangning`)).submit('fact', {
        fact,
        on,
        outcome: 'Beslut i nätverket.',
        documented: 'Dnr 2',
      });
    }
    const runtime = { database: await givenDatabase(), clock };
    const kind = watchAgreements(runtime);
    for (const id of await kind.waiting()) await kind.run(id, { last: true });
    const page = await reader.visit(`/avtal/${DALARNA}/uppfoljning`);
    expect(page.text).toContain('Avtalet är förlängt till och med 30 juni 2025');
    expect(linkTo(page, 'Villkoret i avtalet')).toBe(`/avtal/${DALARNA}#giltighetstid.a2`);
    const then = await reader.visit(`/avtal/${DALARNA}?datum=2024-12-01`);
    expect(then.text).toContain('är förlängd och gäller 1 december 2024, till och med 30 juni 2025');
    expect(then.text).toContain('Förlängningen är antecknad');
    const ask = (party: string) => app.request(`${TEST_ORIGIN}/api/v1/agreements/${DALARNA}/status?on=2025-06-30&party=${party}`);
    expect(await (await ask('2084')).json()).toMatchObject({
      code: 'extended',
      until: '2025-06-30',
      reasons: [{ code: 'valid-from' }, {}, {}, {}, {}, {}, { code: 'extension-noted' }],
      parties: [{ code: 'in-force' }],
    });
    expect((await ask('0686')).status).toBe(404);
  });
});
