import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import { givenDatabase } from '../../../tests/given/database.ts';
import { givenKeyRing } from '../../../tests/given/key-ring.ts';
import { get, REGION, send, sendJson } from '../../../tests/given/persons-app.ts';
import { clock, givenCalling, html, owner } from '../plans/calling/given-calling.ts';
import { CLINICIAN, copyToPsychiatry, deliver, givenEstablished, WORKER } from '../plans/copies/given-copies.ts';
import { offerThinning } from './offer-thinning.ts';
import { thinCopies } from './thin-copies.ts';

const REGISTRAR = 'registrator-region-06';
const OTHER = 'registrator-aneby-06';
const RULES = '/api/v1/retention-rules';
const OFFERS = '/api/v1/thinning-offers';

beforeAll(givenCalling);

const rule = (more: object = {}) => ({
  ...{ key: randomUUID(), appliesTo: 'health-care', from: clock.today().toString(), keep: 'years', years: 10, countsFrom: 'received' },
  ...{ basis: 'routine', citation: 'Dokumenthanteringsplan § 4', ...more },
});
const state = (more: object = {}, as = REGISTRAR) => sendJson(RULES, rule(more), as);

type Offer = {
  id: string;
  copy: string;
  outcome: string | null;
  birthDayKnown: boolean;
  thinnedAt: string | null;
  stoppedAt: string | null;
};
const offers = async (as = REGISTRAR) => ((await (await get(OFFERS, as)).json()) as { offers: Offer[] }).offers;
const offerOf = async (copy: string) => (await offers()).filter((one) => one.copy === copy);

/** A plan whose copy the psychiatry got so many years ago, and has noted nothing since. */
async function givenOldCopy(years: number): Promise<{ plan: string; copy: string }> {
  const { plan } = await givenEstablished(['measures', 'goals']);
  await deliver(plan);
  const { id: copy } = await copyToPsychiatry(plan);
  const at = clock.now().toZonedDateTimeISO('Europe/Stockholm').subtract({ years, days: 1 }).toInstant();
  await owner(sql`update plan_copy_outcome set at = ${at} where copy_id = ${copy}`);
  return { plan, copy };
}

async function runDay(): Promise<void> {
  const jobs = offerThinning({ database: await givenDatabase(), clock, keys: givenKeyRing() });
  await owner(sql`delete from retention_run`);
  for (const id of await jobs.waiting()) await jobs.run(id, { last: false });
}
async function thin(): Promise<void> {
  const jobs = thinCopies({ database: await givenDatabase(), clock, keys: givenKeyRing() });
  for (const id of await jobs.waiting()) await jobs.run(id, { last: false });
}
const decide = (body: object, as = REGISTRAR) => sendJson('/api/v1/thinning-decisions', body, as);
const contents = async (copy: string) =>
  (
    await owner(
      sql<{ n: number }>`select count(content_cipher)::int + count(pdf_cipher)::int as n from plan_copy_document where copy_id = ${copy}`,
    )
  ).rows[0]?.n;

describe('how long copies are kept', () => {
  test('is stated by the huvudman from a day on, by page and by API, and stands at each copy with what it rests on', async () => {
    const { plan } = await givenEstablished(['measures']);
    await deliver(plan);
    const { id } = await copyToPsychiatry(plan);
    expect(await html(`/planer/${plan}/kopior/${id}`, CLINICIAN)).toContain('Förslag till dokumenthanteringsplan');
    const form = await html('/organisation/gallring/ange', REGISTRAR);
    const key = /name="key" value="([^"]*)"/.exec(form)?.[1] ?? '';
    const typed = { key, appliesTo: 'health-care', keep: 'years', years: '12', countsFrom: 'received', birthDays: '', basis: 'routine' };
    const done = await send('/organisation/gallring/ange', { ...typed, citation: 'Beslut RS 2026/77', from: '2026-11-22' }, REGISTRAR);
    expect(done.headers.get('location')).toBe('/organisation/gallring?klart=angivet');
    const page = await html(`/planer/${plan}/kopior/${id}`, CLINICIAN);
    expect(page).toContain('Sparas till 22 november 2038.');
    expect(page).toContain('Beslut RS 2026/77');
    expect(await html('/organisation/gallring', REGISTRAR)).toContain('Sparas 12 år efter dagen då kopian kom.');
    const listed = (await (await get(`/api/v1/plans/${plan}/copies/${id}`, CLINICIAN)).json()) as { retention: object };
    expect(listed.retention).toMatchObject({ keep: 'years', years: 12, basis: 'routine', due: '2038-11-22' });
  });

  test('says to those who lead the plan what the receiver has stated, and no day; and that nothing is stated where nothing is', async () => {
    const { plan } = await givenEstablished(['measures']);
    await deliver(plan);
    expect((await state({ years: 11, countsFrom: 'last-note' })).status).toBe(200);
    const led = await html(`/planer/${plan}/kopior`, WORKER);
    expect(led).toContain('Sparas 11 år efter det sista som är antecknat om personen.');
    const { copies } = (await (await get(`/api/v1/plans/${plan}/copies`, WORKER)).json()) as {
      copies: { own: boolean; receiver: string; retention: { due: string | null } | null }[];
    };
    expect(copies.filter(({ own, receiver }) => !own && receiver === 'unit').map(({ retention }) => retention?.due)).toEqual([null]);
    await state({ keep: 'unstated', years: undefined, countsFrom: undefined, basis: undefined, citation: '' });
    await state({ appliesTo: 'all', keep: 'unstated', years: undefined, countsFrom: undefined, basis: undefined, citation: '' });
    expect(await html(`/planer/${plan}/kopior`, WORKER)).toContain('Mottagaren har inte angett hur länge den sparas.');
    const { id } = await copyToPsychiatry(plan);
    expect(await html(`/planer/${plan}/kopior/${id}`, CLINICIAN)).toContain('Det är inte angivet hur länge.');
  });

  test('is said for one’s own huvudman alone, once, never for a day that has been, and never without what it rests on', async () => {
    const one = rule({ citation: 'Beslut 1' });
    expect((await sendJson(RULES, one, REGISTRAR)).status).toBe(200);
    expect((await sendJson(RULES, one, REGISTRAR)).status).toBe(200);
    expect((await sendJson(RULES, { ...one, years: 3 }, REGISTRAR)).status).toBe(409);
    expect((await sendJson(RULES, one, OTHER)).status).toBe(409);
    const { rows } = await owner(sql<{ of: string }>`select organisation_id as of from retention_rule where citation = 'Beslut 1'`);
    expect(rows).toEqual([{ of: REGION }]);
    for (const [fault, pointer] of [
      [{ from: '2026-11-21' }, '/from'],
      [{ citation: '' }, '/basis'],
      [{ years: undefined }, '/years'],
      [{ keep: 'always' }, '/years'],
    ] as const) {
      const refused = await state(fault);
      expect(refused.status).toBe(422);
      expect(JSON.stringify(await refused.json())).toContain(pointer);
    }
    expect((await state({}, WORKER)).status).toBe(403);
  });
});

describe('a copy whose time has gone', () => {
  test('is deleted only by a decision: its contents are gone from the database, and that it was there stays', async () => {
    await state({ years: 10 });
    const { plan, copy } = await givenOldCopy(10);
    await runDay();
    await runDay();
    const [offer] = await offerOf(copy);
    expect(await offerOf(copy)).toHaveLength(1);
    await thin();
    expect(await contents(copy)).toBe(2);
    expect((await decide({ offers: [offer?.id], outcome: 'delete' })).status).toBe(422);
    const decided = await decide({ offers: [offer?.id], outcome: 'delete', sure: true });
    expect(decided.status).toBe(200);
    expect((await decide({ offers: [offer?.id], outcome: 'delete', sure: true })).status).toBe(200);
    expect((await decide({ offers: [offer?.id], outcome: 'keep', because: 'in-use' })).status).toBe(409);
    await thin();
    await thin();
    expect(await contents(copy)).toBe(0);
    const answer = await get(`/api/v1/plans/${plan}/copies/${copy}`, CLINICIAN);
    expect([answer.status, ((await answer.json()) as { type: string }).type]).toEqual([403, expect.stringContaining('copy-thinned')]);
    expect((await get(`/planer/${plan}/kopior/${copy}/plan.pdf`, CLINICIAN)).status).toBe(404);
    expect(await html(`/planer/${plan}/kopior`, CLINICIAN)).toContain('Innehållet är gallrat');
    const acts = await owner(
      sql<{ n: number }>`select count(*)::int as n from act where kind = 'retention.thin' and content->>'copy' = ${copy}`,
    );
    const logged = await owner(
      sql<{ n: number }>`select count(*)::int as n from audit_event where act = 'retention.thin' and person_id is not null`,
    );
    expect([acts.rows[0]?.n, logged.rows[0]?.n]).toEqual([1, 1]);
  });

  test('is nobody’s to see but the registrar’s of the huvudman that keeps it, by page, API and database', async () => {
    await state({ years: 10 });
    const { plan, copy } = await givenOldCopy(10);
    await runDay();
    const [offer] = await offerOf(copy);
    const page = await html('/organisation/gallring/beslut', REGISTRAR);
    expect(page).toContain(offer?.id);
    expect(await html('/arbete', REGISTRAR)).toContain('/organisation/gallring/beslut');
    for (const secret of ['Provdal', '19800417', 'Bo kvar hemma', plan]) expect(page).not.toContain(secret);
    expect((await offers(OTHER)).map(({ id }) => id)).not.toContain(offer?.id);
    expect((await decide({ offers: [offer?.id], outcome: 'delete', sure: true }, OTHER)).status).toBe(404);
    expect((await get(OFFERS, CLINICIAN)).status).toBe(403);
    expect((await get(`/planer/${plan}/kopior/${copy}`, REGISTRAR)).status).toBe(403);
  });

  test('is not offered before its day, not while a contact lasts, and not where nothing is stated', async () => {
    await state({ years: 10 });
    const [young, old, inUse] = [await givenOldCopy(9), await givenOldCopy(10), await givenOldCopy(20)];
    await state({ years: 5, countsFrom: 'last-note' });
    await runDay();
    expect(await offerOf(inUse.copy)).toEqual([]);
    await state({ keep: 'always', years: undefined, countsFrom: undefined });
    await runDay();
    expect(await offerOf(inUse.copy)).toEqual([]);
    await state({ years: 10 });
    await runDay();
    // The same day and rule, one copy a year older than the other: it is the rule that decides.
    expect([(await offerOf(young.copy)).length, (await offerOf(old.copy)).length]).toEqual([0, 1]);
  });

  test('is kept when it is decided so, and offered anew when that time has gone', async () => {
    await state({ years: 10 });
    const { copy } = await givenOldCopy(10);
    await runDay();
    const [offer] = await offerOf(copy);
    expect((await decide({ offers: [offer?.id], outcome: 'keep' })).status).toBe(422);
    expect((await decide({ offers: [offer?.id], outcome: 'keep', because: 'exception', until: '2026-11-22' })).status).toBe(422);
    expect((await decide({ offers: [offer?.id], outcome: 'keep', because: 'exception', until: '2027-01-01' })).status).toBe(200);
    await runDay();
    await thin();
    expect([(await offerOf(copy)).length, await contents(copy)]).toEqual([1, 2]);
    await owner(sql`update thinning_decision set until = '2026-11-22' where offer_id = ${offer?.id}`);
    await runDay();
    expect(await offerOf(copy)).toHaveLength(2);
  });

  test('is not deleted when the rule that the decision rested on holds no more', async () => {
    await state({ years: 10 });
    const { copy } = await givenOldCopy(10);
    await runDay();
    const [offer] = await offerOf(copy);
    await decide({ offers: [offer?.id], outcome: 'delete', sure: true });
    await state({ years: 15 });
    await thin();
    expect(await contents(copy)).toBe(2);
    expect((await offerOf(copy))[0]?.stoppedAt).not.toBeNull();
    expect(await html('/organisation/gallring/beslut', REGISTRAR)).toContain('regeln gäller inte längre');
  });

  test('is not deleted by a rule for all when the huvudman has since stated another for the service', async () => {
    const none = { keep: 'unstated', years: undefined, countsFrom: undefined, basis: undefined, citation: '' };
    const always = { keep: 'always', years: undefined, countsFrom: undefined };
    await state(none);
    await state({ appliesTo: 'all', years: 10 });
    const [kept, other] = [await givenOldCopy(10), await givenOldCopy(10)];
    await runDay();
    const decided = async (copy: string) => decide({ offers: [(await offerOf(copy))[0]?.id], outcome: 'delete', sure: true });
    expect((await decided(kept.copy)).status).toBe(200);
    await state(always);
    await thin();
    expect([await contents(kept.copy), (await offerOf(kept.copy))[0]?.stoppedAt]).toEqual([2, expect.any(String)]);
    // A rule of another service, or one that is taken back, stops nothing.
    await state({ appliesTo: 'social-services', ...always });
    await state(none);
    expect((await decided(other.copy)).status).toBe(200);
    await thin();
    expect(await contents(other.copy)).toBe(0);
    await state({ appliesTo: 'all', ...none });
    await state({ appliesTo: 'social-services', ...none });
  });

  test('is kept for those who are born on a day that the rule keeps', async () => {
    await state({ years: 10, birthDays: [17] });
    const { copy } = await givenOldCopy(10);
    await runDay();
    expect(await offerOf(copy)).toEqual([]);
    await state({ years: 10, birthDays: [5, 15, 25] });
    await runDay();
    expect((await offerOf(copy)).map(({ birthDayKnown }) => birthDayKnown)).toEqual([true]);
  });
});

describe('the database', () => {
  test('deletes nothing and takes no offer or decision, whoever asks, but from the program and by a rule that holds', async () => {
    await state({ years: 10 });
    const { plan, copy } = await givenOldCopy(3);
    const database = await givenDatabase();
    const { rows } = await owner(
      sql<{ id: string }>`select id from retention_rule where organisation_id = ${REGION} order by nth desc limit 1`,
    );
    const early = (program: string) =>
      database.transaction(
        'write',
        (tx) =>
          sql`insert into thinning_offer (id, copy_id, plan_id, rule_id, due_on, birth_day_known, offered_at)
            values (${randomUUID()}, ${copy}, ${plan}, ${rows[0]?.id}, '2020-01-01', true, ${clock.now()})`.execute(tx),
        { program, now: clock.now() },
      );
    await expect(early('offer-thinning')).rejects.toThrow(/row-level security/);
    await expect(early('thin-copies')).rejects.toThrow(/row-level security/);
    const thinned = (program: string) =>
      database.transaction('write', (tx) => sql<{ done: boolean }>`select thin_copy(${randomUUID()}) as done`.execute(tx), {
        program,
        now: clock.now(),
      });
    expect((await thinned('thin-copies')).rows[0]?.done).toBe(false);
    await expect(
      database.transaction('write', (tx) => sql`update plan_copy_document set content_cipher = null`.execute(tx), {
        program: 'thin-copies',
        now: clock.now(),
      }),
    ).rejects.toThrow(/permission denied/);
    expect(await contents(copy)).toBe(2);
  });
});
