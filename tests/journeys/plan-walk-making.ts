import { MARK, type Stop, type Walk, type Walker } from './plan-walk.ts';

/** Who walks through a plan, and how they are found in the lists of the pages. */
export type Way = {
  readonly county: string;
  /** The municipality whose agreements hold. */
  readonly place: string;
  /** Opens and leads the plan; works in this unit of this huvudman. */
  readonly leads: string;
  readonly leadsUnit: RegExp;
  readonly leadsOwner: RegExp;
  /** Is called, takes part, and is asked to take over. */
  readonly other: string;
  readonly otherUnit: RegExp;
  readonly otherOwner: RegExp;
  /** Is called by mistake, and names the one that is right. */
  readonly wrong: string;
  readonly wrongUnit: RegExp;
  /** Answers for the unit that leads, and sees numbers alone. */
  readonly manager: string;
  /** The one the plan is about: with a login of their own, or a child with guardians. */
  readonly person: Adult | Child;
};
export type Adult = { readonly kind: 'adult'; readonly account: string; readonly record: string; readonly asksThemselves: boolean };
export type Child = {
  readonly kind: 'child';
  readonly name: string;
  readonly number: string;
  readonly guardians: readonly string[];
  readonly decides: RegExp;
};

/** A plan that is walked through: where it is, and who the person answers by. */
export type Going = { readonly walk: Walk; readonly way: Way; readonly plan: string; readonly own: string };

/** Words about somebody. */
export const words = (text: string) => `${text} (${MARK})`;

export const lead = ({ walk, way }: Going): Promise<Walker> => walk.as(way.leads);
export const other = ({ walk, way }: Going): Promise<Walker> => walk.as(way.other);
/** The plan's page, as they see it. */
export const pageOf = async (going: Going, who: Promise<Walker>): Promise<Stop> => (await who).open(going.plan);

/** From the first who saw the need to an open plan: by the person, or by staff, who find first that it is not needed. */
export async function opens(walk: Walk, way: Way): Promise<Going> {
  const leads = await walk.as(way.leads);
  const { person } = way;
  if (person.kind === 'adult' && person.asksThemselves) {
    const form = await (await (await walk.as(person.account)).open('/min-plan')).follow('Be om en plan');
    await form.refused({ contact: way.leadsUnit, municipality: way.place, reason: '' });
    const asked = await form.fill({
      contact: way.leadsUnit,
      municipality: way.place,
      reason: words('Jag vill att ni pratar med varandra'),
    });
    asked.says('Nu har du bett om en plan.');
    const [plan = ''] = /[0-9a-f-]{36}/.exec(asked.path) ?? [];
    const waits = (await (await leads.open('/planer')).follow(/./, new RegExp(plan))).says('Behovet ska bedömas', 'Personen själv');
    const no = await waits.follow('Skriv er bedömning');
    await no.refused({ needed: 'no', reason: '' });
    await no.fill({ needed: 'no', reason: words('Personen har redan en plan hos oss') });
    return { walk, way, plan: `/planer/${plan}`, own: `/min-plan/${plan}` };
  }
  const record = person.kind === 'adult' ? await leads.open(`/personer/${person.record}`) : await registers(leads, person);
  const form = await record.follow(/samordnad plan/i);
  const typed = { by: 'staff', on: walk.today().subtract({ days: 2 }).toString(), municipality: way.place, needed: 'no' };
  await form.refused({ ...typed, reason: words('Behöver både stöd och behandling'), whyNot: '' });
  const opened = await form.fill({ ...typed, reason: words('Behöver både stöd och behandling'), whyNot: words('Vi räcker själva') });
  opened.says('Planen är öppnad.', 'Bedömd: behövs inte');
  const [plan = ''] = /[0-9a-f-]{36}/.exec(opened.path) ?? [];
  return { walk, way, plan: `/planer/${plan}`, own: `/min-plan/${plan}` };
}

async function registers(leads: Walker, { name, number }: Child): Promise<Stop> {
  const form = await (await leads.open('/personer')).follow('Lägg upp en person');
  return form.fill({ namn: name, nummer: number, arendenummer: `F-${number.slice(2, 8)}`, adress: '' });
}

/** The other huvudman is asked to take part, may read the need and nothing more, and finds that a plan is needed: that is enough for both. */
export async function assesses(going: Going): Promise<void> {
  const { way, plan } = going;
  const asking = await (await pageOf(going, lead(going))).follow('Be en enhet delta');
  (await asking.fill({ unit: way.otherUnit })).says('Enheten har fått veta att ni ber den delta.');
  (await pageOf(going, other(going))).says('Delar av planen är inte öppna för er.').hides(MARK);
  if (way.person.kind === 'child') await namesGuardians(going);
  await lets(going, { scopes: way.otherUnit, kinds: ['needs'], purposes: ['planning'] });
  const found = (await (await other(going)).open(plan)).says(MARK);
  const yes = await found.follow(/Skriv er bedömning|Ändra er bedömning/);
  (await yes.fill({ needed: 'yes', reason: '' })).says('Personen ska tillfrågas', 'En plan behövs');
  (await pageOf(going, lead(going))).says('Personen ska tillfrågas', 'En plan behövs inte');
}

async function namesGuardians({ walk, way: { person, leads }, plan }: Going): Promise<void> {
  if (person.kind !== 'child') return;
  const consents = (await (await walk.as(leads)).open(`${plan}/samtycke`)).says('Här tar det stopp');
  let page = await (await consents.follow('Skriv ner vem som bestämmer')).fill({ decides: person.decides, evidence: 'Samtal i dag' });
  for (const name of person.guardians)
    page = await (await page.follow('Skriv in en vårdnadshavare')).fill({ name, evidence: 'Registerutdrag' });
  page.hides('Här tar det stopp').says(...person.guardians);
}

type Lets = {
  readonly scopes: RegExp;
  readonly kinds: readonly string[];
  readonly purposes: readonly string[];
  readonly shutTo?: RegExp;
  readonly shut?: readonly string[];
};

/** The person, or each of those who answer for a child, lets somebody read some of it for a year; what is shut goes before. */
export async function lets(going: Going, { scopes, kinds, purposes, shutTo, shut = [] }: Lets): Promise<void> {
  const { walk, way, plan, own } = going;
  const lines = { scopes, kinds, purposes, ...(shutTo ? { shutTo, shut } : {}) };
  if (way.person.kind === 'adult') {
    const form = await (await walk.as(way.person.account)).open(`${own}/samtycke/fraga/dela`);
    await form.refused({ ...lines, purposes: [], answer: 'given' });
    await form.fill({ ...lines, answer: shutTo ? 'partly' : 'given' });
    return;
  }
  for (const giver of answerers(way.person)) {
    const form = await (await (await walk.as(way.leads)).open(`${plan}/samtycke`)).follow(/Skriv ner svaret.*Vem får veta vad/);
    await form.fill({ ...lines, ...saidBy(form, giver), answer: shutTo ? 'partly' : 'given', method: 'oral', evidence: 'Journalen i dag' });
  }
}

/** Those whose answers are written down about a child. */
function answerers({ guardians, decides }: Child): RegExp[] {
  const child = /Personen själv/;
  if (decides.test('Barnet svarar självt')) return [child];
  const all = guardians.map((name) => new RegExp(name));
  return decides.test('Barnet och vårdnadshavarna svarar, var och en') ? [child, ...all] : all;
}

/** Who answers, where the form asks it: one who answers for themselves alone is not asked who they are. */
const saidBy = (form: Stop, giver: RegExp) => (named(form, 'giver').length > 0 ? { giver } : {});

/** The person says yes to the plan, and first what is important; staff note what the person says, and their own. */
export async function agreesAndPrepares(going: Going): Promise<void> {
  const { walk, way, plan, own } = going;
  if (way.person.kind === 'adult') {
    const person = await walk.as(way.person.account);
    const asked = await (await person.open(own)).follow('Säg om planen får göras');
    await asked.fill({ answer: 'given' });
    const said = await (await (await person.open(own)).follow(/^Skriv/, /important-to-me/)).fill({
      text: words('Att få sova hela natten'),
    });
    said.says('Att få sova hela natten');
  } else {
    for (const giver of answerers(way.person)) {
      const form = await (await (await walk.as(way.leads)).open(`${plan}/samtycke`)).follow(/Skriv ner svaret.*Får planen göras/);
      await form.fill({ ...saidBy(form, giver), answer: 'given', method: 'oral', evidence: 'Journalen i dag' });
    }
  }
  const page = (await pageOf(going, lead(going))).says('Förbereds');
  const child = way.person.kind === 'child';
  const noted = child ? 'important-to-me' : 'questions';
  const saved = await (await page.follow(/./, new RegExp(`forbered/${noted}$`))).fill({ text: words('Vem hjälper mig på morgonen?') });
  saved.says('Personens ord, antecknade av personal');
  if (child) await (await saved.follow(/./, /forbered\/view-of-the-child$/)).fill({ text: words('Vill bo kvar hemma') });
  await (await saved.follow(/./, /forbered\/purpose-of-meeting$/)).fill({ text: words('Komma överens om vem som gör vad') });
  const asked = await (await pageOf(going, lead(going))).follow('Skriv vad ni har frågat');
  await asked.fill({ 'suicide-risk': 'no' });
}

/** A meeting is set, units are called, one names the unit that is right, the manager sees that something waits, and somebody from outside is not called without a yes. */
export async function calls(going: Going): Promise<void> {
  const { walk, way } = going;
  const set = await (await pageOf(going, lead(going))).follow('Bestäm tid för mötet');
  await set.refused({ on: walk.today().subtract({ days: 1 }).toString(), time: '10.00' });
  const page = await set.fill({ on: walk.today().add({ days: 7 }).toString(), time: '10.00', where: words('Rum 3') });
  const form = await page.follow('Kalla till mötet');
  const said = { questions: words('Hur blir morgonen bättre?'), 'bring-1': words('Hur stödet fortsätter') };
  await form.refused({ ...said, 'unit-1': way.wrongUnit, 'name-1': words('En granne') });
  await letsInvite(going);
  const sent = await form.fill({ ...said, purpose: words('Vem gör vad'), 'unit-1': way.wrongUnit, 'name-1': words('En granne') });
  sent.says('Kallelsen är skickad.', 'Skickad', 'Kallelse, måste komma', 'Inbjudan, frivillig');
  const wrong = await walk.as(way.wrong);
  (await (await wrong.open('/arbete')).follow(/kallelse|kallad/i, new RegExp(going.plan)))
    .says('Din enhet är kallad', 'Att komma är en skyldighet')
    .hides(MARK);
  const reply = await (await wrong.open(going.plan)).follow('Svara');
  await reply.refused({ answer: 'wrong-receiver', rightUnit: '' });
  (await reply.fill({ answer: 'wrong-receiver', rightUnit: way.otherUnit })).says('Svaret är sparat.');
  const right = await (await pageOf(going, other(going))).follow('Svara');
  (await right.fill({ answer: 'yes', text: '' })).says('Svaret är sparat.', 'Vi kommer');
  (await pageOf(going, lead(going))).says('Fel enhet, skickad vidare', 'Kommer');
  (await (await walk.as(way.manager)).open('/arbete')).hides(MARK);
}

/** At the meeting all write on one screen, with the person's words first; afterwards it is noted who was there. */
export async function meets(going: Going): Promise<void> {
  const { walk, way } = going;
  walk.after(7);
  const room = await (await pageOf(going, lead(going))).follow('Öppna mötets arbetsyta');
  room.says('Personens egna ord').hides('Vilka vill jag inte ska vara med?');
  (await room.fill({ lines: words('Vi börjar med morgonen') })).says('Anteckningarna är sparade.');
  (await (await other(going)).open(`${going.plan}/mote/arbetsyta`)).says('Vi börjar med morgonen');
  const noting = await (await pageOf(going, lead(going))).follow('Skriv vilka som var med');
  const present = Object.fromEntries(named(noting, 'presence-').map((name) => [name, 'present']));
  const [first = ''] = Object.keys(present);
  await noting.refused({ ...present, [first]: 'absent' });
  (await noting.fill(present)).says('Mötet har hållits.', 'På plats');
  if (way.person.kind === 'adult') (await (await walk.as(way.person.account)).open(going.own)).says('Ni har haft mötet.');
}

/** The person, or each of those who answer for a child, lets somebody from outside be invited. */
async function letsInvite({ walk, way, plan, own }: Going): Promise<void> {
  if (way.person.kind === 'adult') {
    await (await (await walk.as(way.person.account)).open(`${own}/samtycke/fraga/bjud-in`)).fill({ answer: 'given' });
    return;
  }
  for (const giver of answerers(way.person)) {
    const form = await (await (await walk.as(way.leads)).open(`${plan}/samtycke`)).follow(/Skriv ner svaret.*bjuda in/);
    await form.fill({ ...saidBy(form, giver), answer: 'given', method: 'oral', evidence: 'Journalen i dag, om en granne' });
  }
}

/** The names of the fields of a form that begin so. */
export const named = ({ document }: Stop, start: string): string[] => [
  ...new Set([...document.querySelectorAll(`[name^="${start}"]`)].map((field) => field.getAttribute('name') ?? '')),
];
