import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import { givenClock } from '../../../tests/given/app.ts';
import { givenDatabase } from '../../../tests/given/database.ts';
import { get, givenPersonsApp, html, inAneby, NUMBER, REGION, send, sendJson } from '../../../tests/given/persons-app.ts';

const days = givenClock('2026-11-22');
let later = 0;
const WORKER = 'handlaggare-aneby-06';
const CLINICIAN = 'behandlare-psykiatri-06';
const PERSON = 'enskild-1';
const NEED = 'Mycket särskilda ord om behovet';

let plan: string;
let psychiatry: string;
beforeAll(async () => {
  await givenPersonsApp({ ...days, now: () => days.now().add({ seconds: later }) });
  [plan, psychiatry] = await givenPlan();
});

/** A plan of Aneby's, in which the psychiatry has been asked to take part. */
async function givenPlan(): Promise<[string, string]> {
  const key = randomUUID();
  const form = { key, kind: 'sip', by: 'relative', on: '2026-11-20', reason: NEED, municipality: '0604', needed: 'yes', whyNot: '' };
  await send(`/personer/${inAneby}/plan`, form, WORKER);
  const page = await html(`/planer/${key}/enheter`, WORKER);
  const unit = /<option value="([0-9a-f-]{36})"[^>]*>[^<]*Psykiatriska/.exec(page)?.[1] ?? '';
  await send(`/planer/${key}/enheter`, { unit }, WORKER);
  return [key, unit];
}

const owner = async <T>(query: ReturnType<typeof sql<T>>) => (await (await givenDatabase()).asOwner((tx) => query.execute(tx))).rows;
const to = () => `${REGION}/${psychiatry}`;
type Form = Record<string, string>;
const yes = (over: Form = {}): Form => ({
  ...{ key: randomUUID(), answer: 'given', method: 'oral', on: '2026-11-22', evidence: 'Journalanteckning 22 november' },
  ...{ scopes: to(), kinds: 'needs', purposes: 'planning', until: '2027-11-22', ...over },
});
const take = (form: Form, as = WORKER, of = plan) =>
  send(`/${as === PERSON ? 'min-plan' : 'planer'}/${of}/samtycke/fraga/dela`, form, as).finally(() => {
    later += 1;
  });
const takeBack = (consent: string, form: Form, as = WORKER, of = plan) =>
  send(`/${as === PERSON ? 'min-plan' : 'planer'}/${of}/samtycke/ta-tillbaka/${consent}`, { key: randomUUID(), ...form }, as).finally(
    () => {
      later += 1;
    },
  );
/** What the plan is called in the clinician's list. */
const calledInList = async () => new RegExp(`href="/planer/${plan}">([^<]*)<`).exec(await html('/planer', CLINICIAN))?.[1];
const scopesOf = (consent: string) =>
  owner(sql<{ id: string; data_kind: string; permits: boolean }>`
    select id, data_kind, permits from consent_scope where consent_id = ${consent} order by permits desc, data_kind`);

describe('a consent', () => {
  test('opens just what it says, to just whom it says, and is closed in the very next look when it is taken back', async () => {
    expect(await html(`/planer/${plan}`, CLINICIAN)).not.toContain(NEED);
    const form = yes();
    expect((await take(form)).headers.get('location')).toBe(`/planer/${plan}/samtycke?klart=svarat`);
    const open = await html(`/planer/${plan}`, CLINICIAN);
    expect(open).toContain(NEED);
    expect(open).not.toContain(NUMBER);
    expect(await html(`/planer/${plan}/samtycke`, WORKER)).toContain('<strong>Ja</strong>');
    expect((await takeBack(form.key ?? '', { whole: 'all' })).status).toBe(303);
    expect(await html(`/planer/${plan}`, CLINICIAN)).not.toContain(NEED);
    expect((await send(`/planer/${plan}/bedomning`, { needed: 'yes' }, CLINICIAN)).status).toBe(404);
  });

  test('of the person holds like one that staff wrote down, and only they can give it as theirs', async () => {
    const form = yes({ kinds: 'identity' });
    expect((await take(form, PERSON)).headers.get('location')).toBe(`/min-plan/${plan}/samtycke?klart=svarat`);
    expect(await html(`/planer/${plan}`, CLINICIAN)).toContain(NUMBER);
    expect(await calledInList()).toBe('Alva Testberg');
    const [kept] = await owner(sql<{ method: string; organisation_id: string | null; evidence_cipher: Buffer | null }>`
      select method, organisation_id, evidence_cipher from consent where id = ${form.key}`);
    expect(kept).toEqual({ method: 'written', organisation_id: null, evidence_cipher: null });
    expect((await takeBack(form.key ?? '', { whole: 'all' }, PERSON)).status).toBe(303);
    expect(await html(`/planer/${plan}`, CLINICIAN)).not.toContain(NUMBER);
    expect(await calledInList()).toBe('Samordnad individuell plan');
    expect(await html(`/min-plan/${plan}/samtycke`, PERSON)).toContain('Du har tagit tillbaka det');
  });

  test('shuts what it names whatever is opened later, until that is lifted by name', async () => {
    const shutting = yes({ kinds: 'goals', shutTo: to(), shut: 'needs' });
    await take(shutting);
    const opening = yes();
    await take(opening);
    expect(await html(`/planer/${plan}`, CLINICIAN)).not.toContain(NEED);
    expect(await html(`/planer/${plan}/samtycke`, WORKER)).toContain('Nej, personen vill inte');
    await takeBack(shutting.key ?? '', { whole: 'all' });
    expect(await html(`/planer/${plan}`, CLINICIAN)).not.toContain(NEED);
    const exclusions = (await scopesOf(shutting.key ?? '')).filter(({ permits }) => !permits);
    expect(exclusions.length).toBe(2);
    for (const { id } of exclusions) await takeBack(shutting.key ?? '', { whole: 'some', scope: id });
    expect(await html(`/planer/${plan}`, CLINICIAN)).toContain(NEED);
    await takeBack(opening.key ?? '', { whole: 'all' });
  });

  test('is one however often the form comes, and other words under the same key are refused', async () => {
    const form = yes();
    for (const _ of [1, 2]) expect((await take(form)).status).toBe(303);
    expect((await take({ ...form, kinds: 'crisis' })).status).toBe(409);
    expect(await owner(sql<{ n: number }>`select count(*)::int as n from consent_scope where consent_id = ${form.key}`)).toEqual([
      { n: 1 },
    ]);
    const [key, other] = [randomUUID(), await givenPlan()];
    for (const _ of [1, 2]) expect((await takeBack(form.key ?? '', { key, whole: 'all' })).status).toBe(303);
    expect((await takeBack(form.key ?? '', { whole: 'all' })).status).toBe(404);
    expect((await takeBack(form.key ?? '', { whole: 'all' }, WORKER, other[0])).status).toBe(404);
  });

  test('is never general: nothing is ticked beforehand, and what is not said whole is refused without a word lost', async () => {
    for (const [path, as] of [
      ['planer', WORKER],
      ['min-plan', PERSON],
    ] as const) {
      const form = await html(`/${path}/${plan}/samtycke/fraga/dela`, as);
      expect(form).toContain('name="purposes"');
      expect(form).not.toMatch(/<input[^>]* checked/);
    }
    const refused: readonly [Form, string][] = [
      [{ kinds: '' }, 'Välj både vem som får läsa och vad.'],
      [{ scopes: '' }, 'Välj både vem som får läsa och vad.'],
      [{ purposes: '' }, 'Kryssa om det är för att göra planen'],
      [{ purposes: 'following-up' }, 'Kryssa om det är för att göra planen'],
      [{ kinds: '', scopes: '' }, 'Det går inte att samtycka till allt'],
      [{ until: '2028-11-23' }, 'högst 24 månader'],
      [{ until: '2026-11-21' }, 'Välj ett slut som är senare'],
      [{ until: '' }, ''],
      [{ shut: 'crisis' }, 'Välj både vem som inte får veta och vad.'],
      [{ answer: 'declined' }, 'Ta bort det som får läsas'],
      [{ on: '2026-11-23' }, 'kan inte vara lämnat senare'],
      [{ evidence: '' }, 'Skriv var svaret är dokumenterat'],
      [{ scopes: `${REGION}/${randomUUID()}` }, 'Välj bland dem som är med i planen'],
    ];
    for (const [over, words] of refused) {
      const answer = await take(yes(over));
      expect([over, answer.status]).toEqual([over, 422]);
      expect(await answer.text()).toContain(words);
    }
  });

  test('is not taken, read or taken back by those who do not lead the plan', async () => {
    const form = yes();
    await take(form);
    for (const as of [CLINICIAN, 'boendestod-aneby-06', 'handlaggare-eksjo-06']) {
      expect((await get(`/planer/${plan}/samtycke`, as)).status).toBe(404);
      expect((await get(`/planer/${plan}/samtycke/fraga/dela`, as)).status).toBe(404);
      expect((await take(yes(), as)).status).toBe(404);
      expect((await takeBack(form.key ?? '', { whole: 'all' }, as)).status).toBe(404);
    }
    expect((await get(`/min-plan/${plan}/samtycke`, 'enskild-3')).status).toBe(404);
    expect((await get(`/planer/${plan}/samtycke`, 'enhetschef-aneby-06')).status).toBe(403);
    await takeBack(form.key ?? '', { whole: 'all' });
  });

  test('to the plan is not one to tell: it opens nothing, and moves the plan on', async () => {
    const answer = { key: randomUUID(), answer: 'given', method: 'oral', on: '2026-11-22', evidence: 'Vid hembesöket' };
    expect((await send(`/planer/${plan}/samtycke/fraga/plan`, answer, WORKER)).status).toBe(303);
    later += 1;
    expect(await html(`/planer/${plan}`, WORKER)).toContain('Förbereds');
    expect(await html(`/planer/${plan}`, CLINICIAN)).not.toContain(NEED);
  });

  test('is in the log, with where it is documented kept encrypted and in no act', async () => {
    const form = yes({ evidence: 'Pärm sju, blad elva' });
    await take(form);
    const rows = await owner(sql<{ row: string }>`select to_jsonb(c)::text as row from consent c where id = ${form.key}
      union all select to_jsonb(a)::text from act a where a.content->>'consent' = ${form.key}`);
    expect(rows.length).toBe(2);
    for (const { row } of rows) expect(row).not.toContain('Pärm');
    expect(await html(`/planer/${plan}/samtycke`, WORKER)).toContain('Pärm sju, blad elva');
    const looked = await owner(
      sql<{
        act: string;
      }>`select distinct act from audit_event where record_id = ${plan} and act like 'consents.%' and outcome = 'allowed'`,
    );
    expect(looked.map(({ act }) => act).sort()).toEqual(['consents.read', 'consents.take', 'consents.withdraw']);
    await takeBack(form.key ?? '', { whole: 'all' });
  });

  test('answers of a no close the yes before it', async () => {
    await take(yes());
    expect(await html(`/planer/${plan}`, CLINICIAN)).toContain(NEED);
    await take(yes({ answer: 'declined', scopes: '', kinds: '', purposes: '' }));
    expect(await html(`/planer/${plan}`, CLINICIAN)).not.toContain(NEED);
  });
});

test('a yes to read names a unit and never a whole huvudman, by caller and in the database; a no may be to all of it', async () => {
  const line = { organisation: REGION, dataKind: 'measures', purpose: 'planning', permits: true, until: '2027-05-31' };
  const answer = (over: object) => {
    const said = {
      key: randomUUID(),
      kind: 'lift-secrecy',
      answer: 'given',
      method: 'oral',
      on: '2026-11-22',
      evidence: 'Journalen den 22 november',
    };
    return sendJson(`/api/v1/plans/${plan}/consents`, { ...said, ...over }, WORKER);
  };
  const refused = await answer({ scopes: [line] });
  expect(refused.status).toBe(422);
  expect(await refused.text()).toContain('permit-names-unit');
  const both = [
    { ...line, unit: psychiatry },
    { ...line, dataKind: 'needs', permits: false },
  ];
  expect((await answer({ scopes: both })).ok).toBe(true);
  const { rows } = await (await givenDatabase()).asOwner((tx) =>
    sql<{ check: string }>`select with_check as check from pg_policies where policyname = 'consent_scope_take'`.execute(tx),
  );
  expect(rows[0]?.check).toMatch(/unit_id IS NOT NULL/);
});
