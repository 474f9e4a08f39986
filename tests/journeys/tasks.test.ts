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

const counties = [
  { county: '06', asks: 'behandlare-psykiatri-06', isAsked: 'boendestod-aneby-06' },
  { county: '20', asks: 'behandlare-psykiatri-20', isAsked: 'boendestod-avesta-20' },
];

test.each(counties)(
  'in county $county a unit asks another, which answers, begins and finishes, and the person follows it',
  async ({ county, asks, isAsked }) => {
    const plan = stableId(`demo:plan:established:${county}`);
    const [asking, asked, individual] = [await readerOf(asks), await readerOf(isAsked), await readerOf('enskild-1')];

    const list = await asking.visit('/planer/uppdrag');
    for (const text of ['Försenat', 'Väntar på svar', 'Besök hemma två gånger i veckan']) expect(list.text).toContain(text);
    const all = await asking.visit('/planer/uppdrag?lage=all');
    for (const text of ['Avbrutet', 'Har sagt nej']) expect(all.text).toContain(text);

    const page = await asking.visit(`/planer/${plan}`);
    const way = page.links().find(({ text, href }) => text.startsWith('Be om det') && href.endsWith('/uppdrag'));
    const form = await asking.visit(way?.href ?? '');
    const wrong = await form.submit('due', { due: '2020-01-01' });
    expect([wrong.status, wrong.text.includes('Välj i dag eller en senare dag.')]).toEqual([422, true]);
    expect((await wrong.submit('due', { due: '2026-12-20', message: 'Ring på fredag.' })).text).toContain('Enheten har fått frågan.');

    const work = await asked.visit('/arbete');
    const item = work.links().find(({ text }) => text.startsWith('Svara på ett uppdrag'));
    const task = await asked.visit(item?.href ?? '');
    expect(task.text).toContain('Besök hemma två gånger i veckan');
    const no = await asked.visit(task.links().find(({ text }) => text === 'Säg nej')?.href ?? '');
    expect((await no.submit('reason', { reason: '' })).status).toBe(422);
    let now = task;
    for (const [act, state] of [
      ['Säg ja', 'Har sagt ja'],
      ['Börja', 'Pågår'],
      ['Pausa', 'Pausat'],
      ['Fortsätt', 'Pågår'],
      ['Det är klart', 'Klart'],
    ]) {
      const move = await asked.visit(now.links().find(({ text }) => text === act)?.href ?? '');
      now = await move.submit('reason', { reason: act === 'Pausa' ? 'Personen är bortrest.' : '' });
      expect(now.text).toContain(`Läge${state}`);
    }
    expect(now.text).toContain('Personen är bortrest.');
    expect((await asking.visit(now.path.split('?')[0] ?? '')).text).toContain('LägeKlart');
    expect((await individual.visit(`/min-plan/${plan}`)).text).toContain('är klar, 22 november 2026');
  },
);
