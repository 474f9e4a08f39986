import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import { givenClock } from '../../../tests/given/app.ts';
import { givenDatabase } from '../../../tests/given/database.ts';
import { get, givenPersonsApp, html, inAneby, NUMBER, protectedInAneby, REGION, send } from '../../../tests/given/persons-app.ts';
import { dataKinds } from '../../domain/consents/kinds.ts';
import { stableId } from '../../platform/index.ts';

const days = givenClock('2026-11-22');
let later = 0;
const WORKER = 'handlaggare-aneby-06';
const CLINICIAN = 'behandlare-psykiatri-06';
const prepared = stableId('demo:plan:prepared:06');
const noticed = stableId('demo:plan:noticed:06');

beforeAll(() => givenPersonsApp({ ...days, now: () => days.now().add({ minutes: later }) }));

const owner = async <T>(query: ReturnType<typeof sql<T>>) => (await givenDatabase()).asOwner((tx) => query.execute(tx));

type Opening = Record<'key' | 'kind' | 'by' | 'on' | 'reason' | 'municipality' | 'needed' | 'whyNot', string>;
const opening = (over: Partial<Opening> = {}): Opening => ({
  ...{ key: randomUUID(), kind: 'sip', by: 'relative', on: '2026-11-20', reason: 'Behöver både behandling och boendestöd' },
  ...{ municipality: '0604', needed: 'yes', whyNot: '' },
  ...over,
});
const openOn = (person: string, form: Record<string, string>, as = WORKER) => send(`/personer/${person}/plan`, form, as);

/** A plan that the psychiatry has been asked to take part in, and that the person has opened nothing of. */
async function givenAsked(): Promise<string> {
  const form = opening();
  await openOn(inAneby, form);
  const unit = /<option value="([0-9a-f-]{36})"[^>]*>[^<]*Psykiatriska/.exec(await html(`/planer/${form.key}/enheter`, WORKER))?.[1] ?? '';
  await send(`/planer/${form.key}/enheter`, { unit }, WORKER);
  return form.key;
}

describe('a plan is opened', () => {
  test('on the record of a person whom the unit works with, once however often the form comes', async () => {
    const form = opening();
    const first = await openOn(inAneby, form);
    expect(first.status).toBe(303);
    expect(first.headers.get('location')).toBe(`/planer/${form.key}?klart=oppnad`);
    const again = await openOn(inAneby, form);
    expect(again.headers.get('location')).toBe(`/planer/${form.key}?klart=oppnad`);
    const { rows } = await owner(sql<{ n: number }>`select count(*)::int as n from plan_initiative where plan_id = ${form.key}`);
    expect(rows).toEqual([{ n: 1 }]);
    const page = await html(`/planer/${form.key}`, WORKER);
    expect(page).toContain(NUMBER);
    expect(page).toContain('Behöver både behandling och boendestöd');
    expect(/<title>(.*)<\/title>/.exec(page)?.[1]).toBe('Samordnad individuell plan – Överens');
  });

  test('and other words under the same key are refused, without a word lost', async () => {
    const form = opening();
    await openOn(inAneby, form);
    const no = await openOn(inAneby, { ...form, needed: 'no', whyNot: 'Räcker med oss' });
    expect(no.status).toBe(409);
    const other = await openOn(inAneby, { ...form, reason: 'Något helt annat' });
    expect(other.status).toBe(409);
    expect(await other.text()).toContain('Något helt annat');
  });

  test('never by staff whose unit does not work with the person', async () => {
    const refused = await openOn(inAneby, opening(), CLINICIAN);
    expect(refused.status).toBe(404);
  });

  test('not on a day that has not been, nor without a reason for a no', async () => {
    expect(await (await openOn(inAneby, opening({ on: '2026-11-23' }))).text()).toContain('Den kan inte ligga framåt');
    expect((await openOn(inAneby, opening({ needed: 'no' }))).status).toBe(422);
    const no = opening({ needed: 'no', whyNot: 'Bara kommunens insatser behövs' });
    expect((await openOn(inAneby, no)).status).toBe(303);
    expect(await html(`/planer/${no.key}`, WORKER)).toContain('Bara kommunens insatser behövs');
  });

  test('not for a municipality of another county', async () => {
    expect((await openOn(inAneby, opening({ municipality: '2021' }))).status).toBe(422);
  });

  test('with nothing of the person in clear text in the database', async () => {
    const form = opening({ reason: 'Mycket särskilda ord om hälsan' });
    await openOn(inAneby, form);
    const { rows } = await owner(sql<{ row: string }>`select to_jsonb(i)::text as row from plan_initiative i where plan_id = ${form.key}
      union all select to_jsonb(a)::text from act a where a.subject_id = ${form.key}::uuid`);
    expect(rows.length).toBeGreaterThan(1);
    for (const { row } of rows) expect(row).not.toContain('särskilda');
  });
});

describe('the walls of a plan', () => {
  test('other staff of the same municipality, who know the same person, see nothing of it', async () => {
    expect((await get(`/planer/${prepared}`, 'boendestod-aneby-06')).status).toBe(404);
    expect(await html('/planer', 'boendestod-aneby-06')).not.toContain(prepared);
  });

  test('a unit that was asked knows that it is there and whom to ask, and nothing more', async () => {
    const asked = await givenAsked();
    const page = await html(`/planer/${asked}`, CLINICIAN);
    expect(page).toContain('Socialtjänstens vuxenenhet Aneby');
    for (const shut of [NUMBER, 'Testberg', 'Behöver både behandling', 'Personen ska tillfrågas', 'En plan behövs']) {
      expect(page).not.toContain(shut);
    }
    const list = await html('/planer', CLINICIAN);
    expect(list).toContain(asked);
    expect(list).toContain('Inte öppen för er');
  });

  test('a unit that was not asked sees nothing, whatever it knows of the person', async () => {
    expect((await get(`/planer/${prepared}`, 'behandlare-beroende-06')).status).toBe(404);
    expect((await get(`/planer/${noticed}`, WORKER)).status).toBe(404);
  });

  test('staff without persons, and the manager of the unit, are refused the list', async () => {
    expect((await get('/planer', 'enhetschef-aneby-06')).status).toBe(403);
    expect((await get(`/planer/${prepared}`, 'loggranskare-aneby-06')).status).toBe(403);
  });

  test('whoever guesses an id is answered as if there were none', async () => {
    const [beyond, none] = await Promise.all([get(`/planer/${prepared}`, 'handlaggare-eksjo-06'), get(`/planer/${randomUUID()}`, WORKER)]);
    expect([beyond.status, none.status]).toEqual([404, 404]);
    expect((await get('/planer/inget-id', WORKER)).status).toBe(404);
  });

  test('every look is in the log, with what let the reader in', async () => {
    const asked = await givenAsked();
    await html(`/planer/${asked}`, WORKER);
    await html(`/planer/${asked}`, CLINICIAN);
    await html(`/planer/${prepared}`, CLINICIAN);
    const { rows } = await owner(sql<{ purpose: string; details: { kinds: string[]; grounds: string[] } }>`
      select distinct purpose, details from audit_event where act = 'plans.read' and outcome = 'allowed' and record_id in (${asked}, ${prepared}) order by purpose`);
    expect(rows.map(({ purpose, details }) => [purpose, details.grounds, details.kinds.length])).toEqual([
      ['case-handling', dataKinds.map((kind) => `${kind}:own`), 7],
      ['coordination', [], 0],
      ['share', dataKinds.slice(0, 4).map((kind) => `${kind}:consent:${stableId(`${prepared}:lift-secrecy`)}`), 4],
    ]);
  });
});

describe('what a huvudman finds', () => {
  test('one yes is enough, and a no takes a reason', async () => {
    const form = opening({ needed: 'later' });
    await openOn(inAneby, form);
    expect(await html(`/planer/${form.key}`, WORKER)).toContain('Behovet ska bedömas');
    expect((await send(`/planer/${form.key}/bedomning`, { needed: 'no', reason: '' }, WORKER)).status).toBe(422);
    await send(`/planer/${form.key}/bedomning`, { needed: 'no', reason: 'Räcker med kontakt hos oss' }, WORKER);
    expect(await html(`/planer/${form.key}`, WORKER)).toContain('Bedömd: behövs inte');
    later += 1;
    await send(`/planer/${form.key}/bedomning`, { needed: 'yes', reason: '' }, WORKER);
    expect(await html(`/planer/${form.key}`, WORKER)).toContain('Personen ska tillfrågas');
  });

  test('a unit that may not read what the need is cannot assess it', async () => {
    expect((await send(`/planer/${await givenAsked()}/bedomning`, { needed: 'yes' }, CLINICIAN)).status).toBe(404);
  });
});

describe('the person', () => {
  test('reads all of their plan and writes words that staff cannot change', async () => {
    const path = `/min-plan/${prepared}`;
    expect(await html(path, 'enskild-1')).toContain('Systern ringde');
    const wrote = await send(`${path}/skriv/important-to-me`, { text: 'Att min katt får vara kvar', seen: '' }, 'enskild-1');
    expect(wrote.status).toBe(303);
    later += 1;
    const seen = /name="seen" value="([^"]*)"/.exec(await html(`/planer/${prepared}/forbered/important-to-me`, WORKER))?.[1] ?? '';
    await send(`/planer/${prepared}/forbered/important-to-me`, { text: 'Något som personalen noterar', seen }, WORKER);
    const page = await html(path, 'enskild-1');
    expect(page).toContain('Att min katt får vara kvar');
    expect(page).toContain('Något som personalen noterar');
  });

  test('asks for a plan at a unit that works with them, and the unit is told', async () => {
    const form = await html('/min-plan/be-om-plan', 'enskild-3');
    const contact = /name="contact"[^>]*value="([^"]+)"/.exec(form)?.[1] ?? '';
    const key = randomUUID();
    const asked = await send(
      '/min-plan/be-om-plan',
      { key, contact, municipality: '0604', reason: 'Jag behöver hjälp att bo kvar' },
      'enskild-3',
    );
    expect(asked.headers.get('location')).toBe(`/min-plan/${key}?klart=bedd`);
    const { rows } = await owner(sql<{ kind: string }>`select kind from outbox where params->>'plan' = ${key}`);
    expect(new Set(rows.map(({ kind }) => kind))).toEqual(new Set(['plan-asked-for']));
  });

  test('cannot ask where nobody works with them, nor read the plan of another', async () => {
    const form = { key: randomUUID(), contact: randomUUID(), municipality: '0604', reason: 'Jag behöver hjälp' };
    expect((await send('/min-plan/be-om-plan', form, 'enskild-3')).status).toBe(422);
    expect((await get(`/min-plan/${prepared}`, 'enskild-3')).status).toBe(404);
    expect((await get('/min-plan', WORKER)).status).toBe(403);
  });
});

describe('two at once', () => {
  test('who has not seen what another wrote is refused, and their words stand in the form', async () => {
    const path = `/planer/${prepared}/forbered/situation-by-staff`;
    await send(path, { text: 'Först', seen: '' }, WORKER);
    later += 1;
    const second = await send(path, { text: 'Sedan, av en som inte hade läst', seen: '' }, WORKER);
    expect(second.status).toBe(409);
    expect(await second.text()).toContain('Sedan, av en som inte hade läst');
  });
});

describe('somebody with protected identity', () => {
  test('is not named in lists, and every look at the plan is told to a reviewer', async () => {
    const form = opening();
    await openOn(protectedInAneby, form);
    const list = await html('/planer', WORKER);
    expect(list).toContain('Skyddad identitet');
    expect(list).not.toMatch(/Provdotter|19920624/);
    const page = await html(`/planer/${form.key}`, WORKER);
    expect(page).toContain('19920624-2381');
    const { rows } = await owner(
      sql<{ n: number }>`select count(*)::int as n from act where kind = 'plans.read-protected' and subject_id = ${form.key}::uuid`,
    );
    expect(rows[0]?.n).toBe(1);
  });
});

test('a unit of the region can be asked to take part, once, and is told', async () => {
  const form = opening();
  await openOn(inAneby, form);
  const page = await html(`/planer/${form.key}/enheter`, WORKER);
  const unit = /<option value="([0-9a-f-]{36})"[^>]*>[^<]*Psykiatriska/.exec(page)?.[1] ?? '';
  for (const _ of [1, 2]) expect((await send(`/planer/${form.key}/enheter`, { unit }, WORKER)).status).toBe(303);
  const { rows } = await owner(sql<{ organisation_id: string; standing: string }>`
    select organisation_id, standing from plan_party where plan_id = ${form.key} order by standing`);
  expect(rows).toEqual([
    expect.objectContaining({ organisation_id: REGION, standing: 'asked' }),
    expect.objectContaining({ standing: 'opener' }),
  ]);
  expect((await send(`/planer/${form.key}/enheter`, { unit: randomUUID() }, WORKER)).status).toBe(422);
});

describe('the page of a plan', () => {
  const headings = (page: string) => [...page.matchAll(/<h2[^>]*>([^<]*)<\/h2>/g)].map(([, words]) => words);

  test('begins with who does what once it is established, and folds what was made before it', async () => {
    const page = await html(`/planer/${stableId('demo:plan:established:06')}`, CLINICIAN);
    expect(headings(page)[0]).toBe('Vem gör vad');
    expect(page).toMatch(/Samordnas av [^<]+\. Följs upp senast \d+\s\S+\s2027\./);
    expect(page).toMatch(/<details class="ov-fold"><summary[^>]*><h2[^>]*>Förberedelse</);
  });

  test('begins with the need while it is made, and lists what nobody has written about, folded once something is', async () => {
    const page = await html(`/planer/${prepared}`, WORKER);
    expect(headings(page)[0]).toBe('Behovet');
    expect(page).toMatch(/Skriv om mer.*<li>\s*<a [^>]*forbered\/what-works">Vad fungerar\?<\/a>/s);
  });

  test('lists its sections, each under the name it has, and none that is shut', async () => {
    const page = await html(`/planer/${await givenAsked()}`, CLINICIAN);
    const contents = [...page.matchAll(/<a href="#([a-z]+)">([^<]*)<\/a>/g)].map(([, id, words]) => [id, words]);
    const ids = contents.map(([id]) => id);
    expect(ids).toEqual(expect.arrayContaining(['enheter', 'oppet']));
    for (const shut of ['behov', 'forberedelse', 'fragat', 'insatser', 'ansvar', 'mal', 'god-plan']) expect(ids).not.toContain(shut);
    for (const [id] of contents) expect(page).toContain(`id="${id}"`);
  });
});
