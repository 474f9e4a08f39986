import { deliverCopies } from '../../src/features/plans/index.ts';
import { givenDatabase } from '../given/database.ts';
import { givenKeyRing } from '../given/logged-in.ts';
import { givenSeal } from '../given/seal.ts';
import { MARK, nameOn, type Stop } from './plan-walk.ts';
import { type Going, lead, named, other, pageOf, words } from './plan-walk-making.ts';

const spelled = (going: Going, days: number) => going.walk.today().add({ days }).toString();

/** Goals of the person and of the staff, and measures of both huvudmän with the responsibility that each realises. */
export async function writes(going: Going): Promise<void> {
  const { walk, way } = going;
  if (way.person.kind === 'adult') {
    const own = await (await (await walk.as(way.person.account)).open(going.own)).follow('Skriv ett mål');
    await own.fill({ words: words('Orka gå till jobbet'), sign: '', horizon: 'short' });
  } else {
    const noted = await (await pageOf(going, lead(going))).follow('Skriv ett mål');
    await noted.fill({ sort: 'of-person', words: words('Orka gå till skolan'), sign: '', horizon: 'short' });
  }
  const staff = await (await pageOf(going, lead(going))).follow('Skriv ett mål');
  await staff.refused({ sort: 'of-staff', words: '', horizon: 'long' });
  (await staff.fill({ sort: 'of-staff', words: words('Sömnen är ordnad'), sign: '', horizon: 'long' })).says('Personalens mål');
  for (const [who, unit, what, row] of [
    [lead, way.leadsUnit, 'Samtal varje vecka', /^(?!.*Utanför)\S.*:/],
    [other, way.otherUnit, 'Stöd på morgonen', /Personen vill ha det så/],
  ] as const) {
    const form = await (await pageOf(going, who(going))).follow('Skriv en insats');
    const typed = {
      need: words('Sova'),
      what: words(what),
      unit,
      who: 'Alva Provdal',
      starts: spelled(going, 1),
      target: spelled(going, 90),
    };
    await form.refused({ ...typed, row: '' });
    (await form.fill({ ...typed, row })).says(what);
  }
  (await pageOf(going, lead(going))).says('i överenskommelsen', 'Utanför överenskommelsen');
}

/** It cannot be established before all is there, and then it is: by those who lead it, with the person's answers or why they are missing. */
export async function establishes(going: Going): Promise<void> {
  const { way, plan } = going;
  const missing = 'Det här saknas innan planen kan upprättas';
  const page = (await pageOf(going, lead(going))).says(missing);
  const early = await (await lead(going)).open(`${plan}/uppratta`);
  await early.refused({ notAsked: 'Frågas sedan' }, 'en samordnare med namn', 'en dag för uppföljning');
  const form = await page.follow('Bestäm vem som ansvarar');
  const typed = { overall: way.leadsOwner, coordinator: new RegExp(nameOn(form)), followUp: spelled(going, 60), others: 'yes' };
  await form.refused({ ...typed, tookPart: 'no', whyNot: '' });
  (await form.fill({ ...typed, tookPart: 'yes' })).says('Allt som lagen kräver finns.').hides(missing);
  await answers(going);
  const last = await (await pageOf(going, lead(going))).follow('Upprätta planen');
  (await last.fill(establishing(last))).says('Planen är upprättad.', 'Upprättad', 'Samordnas av');
}

/** What the form that establishes asks for, filled in. */
const establishing = (form: Stop, reason = '') => ({
  ...(named(form, 'reason').length > 0 ? { reason } : {}),
  ...(named(form, 'notAsked').length > 0 ? { notAsked: words('Hann inte säga vad hen tycker om allt') } : {}),
});

/** The person says yes to most and no to something, on their own page; for a child staff note it. */
export async function answers(going: Going): Promise<void> {
  const { walk, way } = going;
  const adult = way.person.kind === 'adult';
  const page = adult
    ? await (await walk.as(way.person.account)).open(`${going.own}/svara`)
    : await (await lead(going)).open(`${going.plan}/svar`);
  const [first = '', ...rest] = named(page, 'answer-');
  const about = first.replace('answer-', 'words-');
  await page.refused({ [first]: 'objects', [about]: '' });
  const said = {
    [first]: 'objects',
    [about]: words('Hellre på eftermiddagen'),
    ...Object.fromEntries(rest.map((one) => [one, 'approved'])),
  };
  (await page.fill(said)).says('Hellre på eftermiddagen');
  (await pageOf(going, lead(going))).says('Hellre på eftermiddagen');
}

/** Each that takes part gets its own copy, opens it, and those who lead see that it came; the one that was called by mistake reads nothing of it. */
export async function delivers(going: Going): Promise<void> {
  const { walk, way } = going;
  const jobs = deliverCopies({ database: await givenDatabase(), clock: walk.clock, keys: givenKeyRing(), seal: await givenSeal() });
  for (const id of await jobs.waiting()) await jobs.run(id, { last: false });
  (await (await lead(going)).open(`${going.plan}/kopior`)).says('Skickad, inte öppnad än');
  const list = await (await other(going)).open('/planer/kopior');
  const copy = await list.follow(/./, new RegExp(`${going.plan}/kopior/`));
  copy.says('Stöd på morgonen', 'Krisplan');
  (await (await lead(going)).open(`${going.plan}/kopior`)).says('Mottagen');
  (await (await walk.as(way.wrong)).open(going.plan)).hides(MARK);
  if (way.person.kind === 'adult') (await (await walk.as(way.person.account)).open(`${going.own}/kopior`)).says('Hämta hela planen');
}

/** The other side is asked to do its measure, says yes, begins, pauses, goes on and finishes; and both and the person see it. */
export async function works(going: Going): Promise<void> {
  const { walk, way } = going;
  const ask = await (await pageOf(going, lead(going))).follow(/Be om det.*Stöd på morgonen/);
  await ask.refused({ due: '2020-01-01' });
  (await ask.fill({ due: spelled(going, 30), message: words('Ring på fredag') })).says('Enheten har fått frågan.');
  let task = await (await (await other(going)).open('/arbete')).follow('Svara på ett uppdrag', new RegExp(going.plan));
  for (const [act, state, reason] of [
    ['Vi har tagit emot det', 'Mottaget', ''],
    ['Säg ja', 'Har sagt ja', ''],
    ['Börja', 'Pågår', ''],
    ['Pausa', 'Pausat', words('Bortrest')],
    ['Fortsätt', 'Pågår', ''],
    ['Det är klart', 'Klart', ''],
  ] as const) {
    const move = await task.follow(act);
    if (reason) await move.refused({ reason: '' });
    task = (await move.fill({ reason })).says(`Läge${state}`);
  }
  (await pageOf(going, lead(going))).says('Klart');
  if (way.person.kind === 'adult') (await (await walk.as(way.person.account)).open(going.own)).says('är klar');
}

/** What is said of a plan when it is followed up. */
const followedUp = (form: Stop, result: string) => ({
  ...Object.fromEntries(named(form, 'result-').map((name) => [name, result])),
  ...{ present: words('Alla'), tookPart: 'yes', summary: words('Det går framåt'), ownView: words('Jag sover bättre') },
});

/** It is followed up late, which the manager sees as a number; it goes on, is followed up again and made anew. */
export async function followsUp(going: Going): Promise<void> {
  const { walk, way } = going;
  if (way.person.kind === 'adult') {
    const own = await (await (await walk.as(way.person.account)).open(going.own)).follow(/Säg hur det går/, /measure/);
    (await own.fill({ result: 'partly', words: words('Det går sakta') })).says('Det går sakta');
  }
  walk.after(80);
  (await (await walk.as(way.manager)).open('/arbete')).says('skulle ha följts upp').hides(MARK);
  const first = await (await pageOf(going, lead(going))).follow('Följ upp planen');
  await first.refused({ ...followedUp(first, 'partly'), outcome: 'continue', next: '' });
  (await first.fill({ ...followedUp(first, 'partly'), outcome: 'continue', next: spelled(going, 60) })).says('Uppföljningen är sparad.');
  const second = await (await pageOf(going, lead(going))).follow('Följ upp planen');
  const anew = await second.fill({ ...followedUp(second, 'partly'), outcome: 'revise', next: spelled(going, 90) });
  anew.says('Planen görs om');
  const measure = await (await pageOf(going, lead(going))).follow(/Samtal varje vecka/, /insats\/[0-9a-f-]+$/);
  await measure.fill({ what: words('Samtal var fjortonde dag') });
  await answers(going);
  const form = await (await pageOf(going, lead(going))).follow('Upprätta en ny version');
  (await form.fill(establishing(form, words('Samtalen glesas ut')))).says('Planen är upprättad.');
  (await (await lead(going)).open(`${going.plan}/historik`)).says('Version 2', 'Samtal var fjortonde dag');
}

/** The other huvudman is asked to answer for the whole, cannot while something is shut to it, and says no with a reason: the one that does goes on. */
export async function handsOver(going: Going): Promise<void> {
  const { way } = going;
  const ask = await (await pageOf(going, lead(going))).follow('Be en annan huvudman ta över');
  await ask.refused({ unit: way.otherUnit, reason: '' });
  (await ask.fill({ unit: way.otherUnit, reason: words('Stödet ges mest hos er') })).says('Väntar på svar');
  const answer = await (await pageOf(going, other(going))).follow('Svara om ansvaret');
  await answer.refused({ answer: 'accepted', coordinator: new RegExp(nameOn(answer)) }, 'Krisplan');
  (await answer.fill({ answer: 'declined', reason: words('Vi får inte läsa allt') })).says('Tackade nej');
  (await pageOf(going, lead(going))).says('Tackade nej');
}

/** Somebody who was at the meeting answers without a login, with a code that is used once. */
export async function tells({ walk, way, plan, own }: Going): Promise<void> {
  const adult = way.person.kind === 'adult';
  const ask = await (await walk.as(adult ? way.person.account : way.leads)).open(`${adult ? own : plan}/enkat`);
  const code = (await ask.fill(adult ? {} : { codes: '1' })).document.querySelector('main code')?.textContent ?? '';
  const form = await (await walk.as('')).open('/enkat');
  const questions = [...form.document.querySelectorAll('main input[type=radio]')].map((one) => one.getAttribute('name') ?? '');
  const said = { ...Object.fromEntries(questions.map((name) => [name, 'yes'])), respondent: 'individual', sex: 'unsaid' };
  await form.refused({ ...said, code: 'ABCD' });
  (await form.fill({ ...said, code })).says('Tack för dina svar');
  await form.refused({ ...said, code });
}

/** The one who coordinates follows up for the last time and closes; all read it as before, and nothing more is written in it. */
export async function closes(going: Going): Promise<void> {
  const { walk, way } = going;
  const form = await (await pageOf(going, lead(going))).follow('Följ upp planen');
  await form.refused({ ...followedUp(form, 'reached'), outcome: 'close', reason: '' });
  const closed = await form.fill({ ...followedUp(form, 'reached'), outcome: 'close', reason: 'goals-reached' });
  closed.says('Planen är avslutad. De som är med har fått veta det.', 'Avslutad');
  closed.hides('Skriv en insats', 'Följ upp planen');
  (await pageOf(going, other(going))).says('Avslutad', 'Målen är nådda').hides('Skriv en insats', 'Följ upp planen');
  if (way.person.kind === 'adult') (await (await walk.as(way.person.account)).open(going.own)).says('Planen är slut. Du kan läsa den.');
}
