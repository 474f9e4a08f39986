import { beforeAll, expect, test } from 'vitest';
import { stableId } from '../../src/platform/index.ts';
import { givenApp, givenClock } from '../given/app.ts';
import { givenLoggedIn } from '../given/logged-in.ts';
import { givenReader, type Page, type Reader } from './visit.ts';

let app: Awaited<ReturnType<typeof givenApp>>;
beforeAll(async () => {
  app = await givenApp({ clock: givenClock('2026-11-22'), login: true, demo: true });
});
const readerOf = async (account: string): Promise<Reader> => givenReader(app, await givenLoggedIn(app, account));

/** The names of the fields of a form that begin so. */
const named = ({ document }: Page, start: string) =>
  [...document.querySelectorAll(`[name^="${start}"]`)].map((field) => field.getAttribute('name') ?? '');

const counties = [
  { county: '06', coordinator: 'behandlare-psykiatri-06', support: 'boendestod-aneby-06' },
  { county: '20', coordinator: 'behandlare-psykiatri-20', support: 'boendestod-avesta-20' },
];

test.each(counties)(
  'in county $county a plan is followed up with the person, asked about, handed over, and closed',
  async ({ county, coordinator, support }) => {
    const plan = stableId(`demo:plan:established:${county}`);
    const [leads, other, individual] = [await readerOf(coordinator), await readerOf(support), await readerOf('enskild-1')];

    const closed = await leads.visit(`/planer/${stableId(`demo:plan:closed:${county}`)}`);
    for (const text of ['Avslutad', 'Målen är nådda', 'Vardagen fungerar']) expect(closed.text).toContain(text);

    const own = await individual.visit(`/min-plan/${plan}`);
    const say = await individual.visit(own.links().find(({ href }) => href.includes('/hur-gar-det/measure/'))?.href ?? '');
    expect((await say.submit('words', { result: 'partly', words: 'Det går sakta.' })).text).toContain('Det går sakta.');
    expect((await individual.visit(`/min-plan/${plan}/historik`)).text).toContain('Version 1');

    const page = await leads.visit(`/planer/${plan}`);
    for (const text of ['Det går sakta.', 'Uppföljning 1', 'Planen fortsätter som den är']) expect(page.text).toContain(text);
    const form = await leads.visit(`/planer/${plan}/folj-upp`);
    const results = Object.fromEntries(named(form, 'result-').map((name) => [name, 'partly']));
    const filled = { ...results, present: 'Alla', tookPart: 'yes', summary: 'Vi ses igen.', outcome: 'continue' };
    const refused = await form.submit('present', { ...filled, next: '' });
    expect([refused.status, refused.text.includes('alltid en ny dag')]).toEqual([422, true]);
    expect((await refused.submit('present', { ...filled, next: '2027-03-01' })).text).toContain('Uppföljning 2');

    const survey = await leads.visit(`/planer/${plan}/enkat`);
    const [code = ''] = (await survey.submit('codes', { codes: '1' })).text.match(/[0-9A-Z]{4}(?:-[0-9A-Z]{4}){5}/) ?? [];
    const asked = await (await givenReader(app)).visit('/enkat');
    const questions = Object.fromEntries(
      ['took-part', 'listened', 'right-people', 'who-does-what', 'whom-to-ask', 'will-help'].map((one) => [one, 'yes']),
    );
    expect((await asked.submit('code', { code, respondent: 'relative', sex: 'unsaid', ...questions })).text).toContain('sparade utan namn');

    const theirs = await other.visit(`/planer/${plan}`);
    const answer = await other.visit(theirs.links().find(({ text }) => text === 'Svara om ansvaret för helheten')?.href ?? '');
    const staff = answer.document.querySelector('[name="coordinator"] option:not([value=""])')?.getAttribute('value') ?? '';
    // Whoever leads the plan makes its versions, and has to be able to read all of it: the person opens what is shut.
    const shut = await answer.submit('answer', { answer: 'accepted', coordinator: staff });
    expect([shut.status, shut.text.includes('stängt för er: Krisplan och Uppföljning')]).toEqual([422, true]);
    const said = await individual.visit(`/min-plan/${plan}/samtycke`);
    for (const { href } of said.links().filter((link) => link.href.includes('/ta-tillbaka/'))) {
      const back = await individual.visit(href);
      const lines = [...back.document.querySelectorAll('[name="scope"]')].filter((one) =>
        /kris/i.test(one.parentElement?.textContent ?? ''),
      );
      const scope = lines.map((one) => one.getAttribute('value') ?? '');
      if (scope.length > 0) await back.submit('whole', { whole: 'some', scope });
    }
    const yes = await individual.visit(`/min-plan/${plan}/samtycke/fraga/dela`);
    const scopes = [...yes.document.querySelectorAll('[name="scopes"]')].map((field) => field.getAttribute('value') ?? '');
    const opened = { answer: 'given', scopes, kinds: ['crisis', 'follow-up'], purposes: ['carrying-out', 'following-up'] };
    await yes.submit('scopes', { ...opened, until: '2027-05-01' });
    const taken = await shut.submit('answer', { answer: 'accepted', coordinator: staff });
    expect(taken.text).toContain('Tackade ja');

    const wish = await individual.visit(`/min-plan/${plan}/avsluta`);
    expect((await wish.submit('words', { wants: 'yes', words: 'Det räcker.' })).text).toContain('Du har sagt att du vill avsluta planen');
    const close = await other.visit(`/planer/${plan}/avsluta`);
    expect((await close.submit('reason', { reason: 'other', words: '' })).status).toBe(422);
    expect((await close.submit('reason', { reason: 'other', words: 'Personen vill sluta.' })).text).toContain('Planen avslutades');
    expect((await individual.visit(`/min-plan/${plan}`)).text).toContain('Planen avslutades');
    expect((await leads.visit(`/planer/${plan}/historik`)).text).toContain('Tackade ja');
  },
);
