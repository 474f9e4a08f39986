import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import { get, NUMBER, send } from '../../../../tests/given/persons-app.ts';
import { CLINICIAN, clock, givenCalling, html, onwards, opened, unit, WORKER, owner as within } from '../../plans/calling/given-calling.ts';

const REVIEWER = 'loggranskare-aneby-06';
const PERSON = 'enskild-1';
const NEED = 'Behöver både behandling och stöd';
const REASON = 'Personen är så påverkad att hen inte kan svara, och vården behövs i kväll.';

let plan: string;
beforeAll(async () => {
  await givenCalling();
  plan = await withPsychiatry(await opened({ agreed: 'not-asked' }));
});

async function withPsychiatry(id: string): Promise<string> {
  await send(`/planer/${id}/enheter`, { unit: unit['psykiatrisk-oppenvard'] ?? '' }, WORKER);
  return id;
}

const owner = async <T>(query: ReturnType<typeof sql<T>>) => (await within(query)).rows;

/** Does the psychiatry read what the need is? */
const isOpen = async () => (await html(`/planer/${plan}`, CLINICIAN)).includes(NEED);

type Form = Record<string, string>;
const form = (over: Form = {}): Form => ({
  ...{ key: randomUUID(), unit: unit['psykiatrisk-oppenvard'] ?? '', rule: 'osl-26-9', met: 'needed-for-care', misuse: 'alcohol' },
  ...{ dataKinds: 'needs', until: '2026-11-28', reason: REASON, ...over },
});
const decide = (over: Form = {}, as = WORKER, of = plan) => send(`/planer/${of}/beslut/nytt`, form(over), as);
const end = (decision: string, as = WORKER) =>
  send(`/planer/${plan}/beslut/${decision}/avsluta`, { reason: 'Personen har sagt ja i stället' }, as);
const judge = (decision: string, verdict: string, as = REVIEWER) =>
  send(`/logg/beslut/${decision}`, { verdict, reason: 'Mer öppnades än vad som behövdes' }, as);

describe('a decision to tell without consent', () => {
  test('opens what it names, to the unit that it names, until it is ended, and the person sees it in their plan', async () => {
    expect(await isOpen()).toBe(false);
    const key = randomUUID();
    expect((await decide({ key })).headers.get('location')).toBe(`/planer/${plan}/beslut?klart=beslutat`);
    const open = await html(`/planer/${plan}`, CLINICIAN);
    expect(open).toContain(NEED);
    expect(open).toContain('Öppen genom ett beslut enligt lag.');
    expect(open).not.toContain(NUMBER);
    expect(await html(`/planer/${plan}/samtycke`, WORKER)).toContain('Ja, genom beslut enligt lag');
    const own = await html(`/min-plan/${plan}/samtycke`, PERSON);
    for (const words of [REASON, 'Psykiatriska', 'OSL 26 kap. 9 §', 'Ingen har granskat det än']) expect(own).toContain(words);
    expect((await end(key)).status).toBe(303);
    expect(await isOpen()).toBe(false);
    expect(await html(`/min-plan/${plan}/samtycke`, PERSON)).toContain('Stängt i förtid');
  });

  test('is shut by itself when its time is out', async () => {
    const key = randomUUID();
    await decide({ key });
    expect(await isOpen()).toBe(true);
    onwards(1);
    await owner(sql`update disclosure_decision set valid = tstzrange(lower(valid), ${clock.now()}::timestamptz) where id = ${key}`);
    expect(await isOpen()).toBe(false);
    expect(await html(`/planer/${plan}/beslut`, WORKER)).toContain('Tiden är slut');
    expect((await end(key)).status).toBe(404);
  });

  test.each([
    ['misuse that the rule does not name', { misuse: 'gambling' }, 'Spel, dopning och enbart läkemedel räknas inte'],
    ['doping', { misuse: 'doping' }, 'Spel, dopning och enbart läkemedel räknas inte'],
    ['misuse that is not known', { misuse: '' }, 'Det som inte är känt räknas inte som uppfyllt'],
    ['a condition that nobody has judged', { met: '' }, 'Det som inte är känt räknas inte som uppfyllt'],
    ['a rule for another secrecy', { rule: 'osl-25-12' }, 'en annan sekretess'],
    ['the general clause', { rule: 'osl-10-27' }, 'inte gäller sekretessen'],
    ['a rule that was looked for and not found', { rule: 'cannot-consent-social-services' }, 'inte hittat någon'],
    ['a rule that nobody knows', { rule: 'hitta-pa' }, 'inte hittat någon'],
    ['more than thirty days', { until: '2026-12-23' }, 'högst 30 dagar'],
    ['no reason', { reason: '' }, 'Fyll i'],
    ['no part of the plan', { dataKinds: '' }, ''],
    ['a unit that is not in the plan', { unit: randomUUID() }, 'Välj en annan enhet'],
  ])('is refused for %s, and opens nothing', async (_, over, words) => {
    const answer = await decide(over);
    expect(answer.status).toBe(422);
    expect((await answer.text()).replaceAll('\u00a0', ' ')).toContain(words);
    expect(await isOpen()).toBe(false);
  });

  test('is taken and ended by those alone who lead the plan, and judged by those alone who go through the log of that huvudman', async () => {
    const key = randomUUID();
    await decide({ key });
    for (const as of [CLINICIAN, 'handlaggare-eksjo-06']) {
      expect((await decide({}, as)).status).toBe(404);
      expect((await end(key, as)).status).toBe(404);
      expect((await get(`/planer/${plan}/beslut`, as)).status).toBe(404);
    }
    for (const as of ['loggranskare-region-06']) {
      expect((await judge(key, 'right', as)).status).toBe(404);
      expect(await html('/logg/beslut', as)).not.toContain(REASON);
    }
    expect((await judge(key, 'right', WORKER)).status).toBe(403);
    await end(key);
  });

  test('is one however often the form comes, and other words under its key are refused', async () => {
    const key = randomUUID();
    for (const _ of [1, 2]) expect((await decide({ key })).status).toBe(303);
    for (const over of [{ dataKinds: 'crisis' }, { reason: `${REASON} Nu.` }, { until: '2026-11-27' }])
      expect((await decide({ key, ...over })).status).toBe(409);
    const other = await withPsychiatry(await opened({ agreed: 'not-asked' }));
    expect((await decide({ key }, WORKER, other)).status).toBe(409);
    expect(await owner(sql<{ n: number }>`select count(*)::int as n from disclosure_decision where id = ${key}`)).toEqual([{ n: 1 }]);
    await end(key);
  });

  test('waits for its review with whoever goes through the log, who is told; one that is wrong is shut at once, and judged once', async () => {
    const key = randomUUID();
    await decide({ key });
    expect(await html('/arbete', REVIEWER)).toContain(`/logg/beslut/${key}`);
    const form = await html(`/logg/beslut/${key}`, REVIEWER);
    expect(form).toContain(REASON);
    expect(form).not.toContain('Testberg');
    expect((await judge(key, '')).status).toBe(422);
    expect((await judge(key, 'wrong')).headers.get('location')).toBe('/logg/beslut?klart=granskat');
    expect(await isOpen()).toBe(false);
    expect(await html('/arbete', REVIEWER)).not.toContain(`/logg/beslut/${key}`);
    expect((await judge(key, 'right')).status).toBe(404);
    expect(await html(`/planer/${plan}/beslut`, WORKER)).toContain('Beslutet var fel');
    expect(await html(`/min-plan/${plan}/samtycke`, PERSON)).toContain('En granskare tycker att det var fel');
    const told = await owner(sql<{ kind: string }>`select o.kind from outbox o join act a on a.id = o.act_id
      where a.content->>'decision' = ${key} or a.subject_id = ${key} order by o.kind`);
    expect(new Set(told.map(({ kind }) => kind))).toEqual(new Set(['disclosure-decided', 'disclosed-to-unit', 'disclosure-reviewed']));
  });

  test('keeps its words encrypted and in no act, and is in the log', async () => {
    const key = randomUUID();
    await decide({ key, reason: 'Mycket särskilda skäl i kväll' });
    await html(`/logg/beslut/${key}`, REVIEWER);
    await judge(key, 'right');
    const rows = await owner(sql<{ row: string }>`select to_jsonb(d)::text as row from disclosure_decision d where id = ${key}
      union all select to_jsonb(r)::text from disclosure_review r where decision_id = ${key}
      union all select to_jsonb(a)::text from act a where a.content->>'decision' = ${key} or a.subject_id = ${key}`);
    expect(rows.length).toBe(4);
    for (const { row } of rows) expect(row).not.toMatch(/särskilda|alcohol|needed-for-care|öppnades/);
    const looked = await owner(sql<{ act: string }>`select distinct act from audit_event where outcome = 'allowed'
      and (details->>'decision' = ${key} or record_id = ${key}) and person_id is not null order by act`);
    expect(looked.map(({ act }) => act)).toEqual(['audit.read-disclosures', 'audit.review-disclosure', 'consents.disclose']);
    await end(key);
  });
});

describe('SQL that forgets the policies', () => {
  test('lets nobody judge a decision of their own, or one of another huvudman', async () => {
    const key = randomUUID();
    await decide({ key });
    const [{ definition } = { definition: '' }] = await owner(sql<{ definition: string }>`
      select pg_get_expr(polwithcheck, polrelid) as definition from pg_policy where polname = 'disclosure_review_give'`);
    expect(definition).toContain('may_review_disclosure');
    const judged = await owner(sql<{ may: boolean }>`select may_review_disclosure(${key}) as may`);
    expect(judged).toEqual([{ may: false }]);
    await end(key);
  });
});
