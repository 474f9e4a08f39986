import { beforeAll, describe, expect, it } from 'vitest';
import { endOf } from '../../src/domain/consents/spell-out.ts';
import { stableId } from '../../src/platform/index.ts';
import { givenApp, givenClock } from '../given/app.ts';
import { givenReader, type Reader } from './visit.ts';

const DAY = Temporal.PlainDate.from('2026-11-22');
const noon = givenClock(DAY.toString()).now();
let now = noon;
const clock = { now: () => now, today: () => now.toZonedDateTimeISO('Europe/Stockholm').toPlainDate() };
const onwards = (seconds: number) => {
  now = now.add({ seconds });
};

let app: Awaited<ReturnType<typeof givenApp>>;
beforeAll(async () => {
  app = await givenApp({ clock, login: true, demo: true });
});

/** Everything that a reader visits is tried with axe. */
async function loggedIn(account: string): Promise<Reader> {
  const reader = await givenReader(app);
  await (await reader.visit('/demo/logga-in')).submit('account', { account });
  return reader;
}

const speaker = (county: string, account: string) => stableId(`demo:speaker:${county}:${account}`);
const childPlan = (county: string) => stableId(`demo:plan:spoken:enskild-4:${county}`);
const adultPlan = (county: string) => stableId(`demo:plan:spoken:enskild-5:${county}`);
const at = (county: string, account: string, plan: string) => `/min-plan/som/${speaker(county, account)}/${plan}`;

describe.each(['06', '20'])('a child and those who have custody of it, in county %s', (county) => {
  const plan = childPlan(county);
  const [anna, bo] = [at(county, 'vardnadshavare-1', plan), at(county, 'vardnadshavare-2', plan)];

  it('choose whom they look at by an address without a name, read as who they are, and say yes and no each in their own name', async () => {
    onwards(1);
    const [one, two] = [await loggedIn('vardnadshavare-1'), await loggedIn('vardnadshavare-2')];
    const chooser = await one.visit('/min-plan');
    expect(chooser.text).toContain('Planer för någon annan');
    const way = chooser.links().find(({ href }) => href === `/min-plan/som/${speaker(county, 'vardnadshavare-1')}`);
    const list = await one.visit(way?.href ?? '');
    expect(list.links().map(({ href }) => href)).toContain(anna);
    const page = await one.visit(anna);
    expect(page.text).toContain('Du är vårdnadshavare. Det gäller till måndag 19 maj 2031');
    expect(page.text).toContain('Kunna vara i skolan hela dagen');
    expect(page.document.title).toBe('Plan för någon annan – Överens');
    expect(page.text).toContain('Alla har inte svarat än.');

    const yes = await (await one.visit(`${anna}/samtycke/fraga/plan`)).submit('answer', { answer: 'given' });
    expect(yes.text).toContain('Ditt svar är sparat i ditt namn.');
    expect(yes.text).toContain('Alla har inte svarat än.');
    onwards(1);
    expect((await (await two.visit(`${bo}/samtycke/fraga/plan`)).submit('answer', { answer: 'given' })).text).toContain(
      'Alla har sagt ja.',
    );
    onwards(1);
    const no = await (await two.visit(`${bo}/samtycke/fraga/plan`)).submit('answer', { answer: 'declined' });
    expect(no.text).toContain('Ni som är vårdnadshavare är inte överens. Det stoppar');
    const stopped = await one.visit(anna);
    expect(stopped.text).toContain('Ni som är vårdnadshavare är inte överens. Det stoppar');
    expect(stopped.text).toContain('Någon har sagt nej till planen.');
    expect((await two.visit(anna)).status).toBe(404);
    onwards(1);
    const back = await (
      await one.visit(
        `${anna}/samtycke/ta-tillbaka/${stopped
          .links()
          .find(({ href }) => href.includes('/ta-tillbaka/'))
          ?.href.split('/')
          .at(-1)}`,
      )
    ).submit('key', {});
    expect(back.text).toContain('Det är taget tillbaka.');
  });

  it('write in their own name, never as the child, who sees who has looked and what was said', async () => {
    onwards(1);
    const one = await loggedIn('vardnadshavare-1');
    const saved = await (await one.visit(`${anna}/skriv`)).submit('words', { about: 'needs', words: 'Sover dåligt om nätterna' });
    expect(saved.text).toContain('Sover dåligt om nätterna');
    const goal = (await one.visit(`${anna}/svara`)).document.querySelector<HTMLInputElement>('input[value=approved]')?.name ?? '';
    onwards(1);
    expect((await (await one.visit(`${anna}/svara`)).submit(goal, { [goal]: 'approved' })).text).toContain('Du har sagt ja.');
    for (const path of [`/min-plan/${plan}`, `/min-plan/${plan}/skriv/questions`, `/min-plan/${plan}/samtycke`])
      expect(await one.leads(path)).toBe(404);
    const child = await loggedIn('enskild-4');
    const own = await child.visit(`/min-plan/${plan}`);
    expect(own.text).toContain('Vårdnadshavare och företrädare har skrivit');
    expect(own.text).toContain('Sover dåligt om nätterna');
    expect(own.document.querySelector('#dina-ord')?.parentElement?.textContent).not.toContain('Sover dåligt');
    expect((await child.visit(`/min-plan/${plan}/vem-har-tittat`)).text).toContain('Vårdnadshavare');
    const two = await loggedIn('vardnadshavare-2');
    expect((await two.visit(bo)).text).not.toContain('Sover dåligt om nätterna');
  });
});

describe('what a login opens', () => {
  it('is said of an assignment by its parts: what is shut is shut, and says nothing of what is there', async () => {
    onwards(1);
    const reader = await loggedIn('god-man-1');
    const page = await reader.visit(at('06', 'god-man-1', adultPlan('06')));
    expect(page.text).toContain('Du är företrädare. Det gäller till');
    expect(page.text).toContain('Komma ut en stund varje dag');
    expect(page.text).toContain('Stängt för dig');
    expect(page.text).toContain('Planen för en kris');
    const yes = await (await reader.visit(`${at('06', 'god-man-1', adultPlan('06'))}/samtycke/fraga/plan`)).submit('answer', {
      answer: 'given',
    });
    expect(yes.text).toContain('Ditt svar är sparat i ditt namn.');
  });

  it('is nothing when the time of the assignment has come, to the moment, with the page open', async () => {
    const path = at('06', 'god-man-1', adultPlan('06'));
    const ends = endOf(DAY.add({ months: 11 }));
    now = ends.subtract({ milliseconds: 1 });
    const reader = await loggedIn('god-man-1');
    expect((await reader.visit(path)).status).toBe(200);
    const form = await reader.visit(`${path}/skriv`);
    now = ends;
    expect((await form.submit('words', { about: 'needs', words: 'För sent skrivet' })).status).toBe(404);
    expect(await reader.leads(path)).toBe(404);
    expect((await reader.visit('/min-plan')).text).not.toContain('Planer för någon annan');
    now = noon.add({ minutes: 10 });
  });

  it('is nothing from when the child turns 18 by the Swedish clock', async () => {
    const path = at('06', 'vardnadshavare-1', childPlan('06'));
    const of18 = Temporal.PlainDate.from('2031-05-19').toZonedDateTime('Europe/Stockholm').toInstant();
    now = of18.subtract({ milliseconds: 1 });
    const reader = await loggedIn('vardnadshavare-1');
    expect((await reader.visit(path)).status).toBe(200);
    now = of18;
    expect(await reader.leads(path)).toBe(404);
    now = noon.add({ minutes: 20 });
  });

  it('is nothing to a guardian towards whom secrecy holds, nor to one who may not log in any more: not even that there is a plan', async () => {
    const plan = childPlan('06');
    const staff = await loggedIn('handlaggare-eksjo-06');
    const turn = `/planer/${plan}/samtycke/vardnadshavare/${speaker('06', 'vardnadshavare-2')}`;
    await (await staff.visit(turn)).submit('turn', { turn: 'concealed-begins', on: '2026-11-22', evidence: 'Beslut' });
    onwards(1);
    const two = await loggedIn('vardnadshavare-2');
    expect(await two.leads(at('06', 'vardnadshavare-2', plan))).toBe(404);
    expect(await two.leads(`/min-plan/som/${speaker('06', 'vardnadshavare-2')}`)).toBe(404);
    const one = await loggedIn('vardnadshavare-1');
    const mine = at('06', 'vardnadshavare-1', plan);
    expect(await one.leads(mine)).toBe(200);
    const away = await (await staff.visit(`/planer/${plan}/samtycke/inloggning/${speaker('06', 'vardnadshavare-1')}`)).submit('number', {
      number: '',
    });
    expect(away.text).toContain('Kan inte logga in.');
    expect(await one.leads(mine)).toBe(404);
  });
});
