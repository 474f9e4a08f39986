import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import {
  ANEBY,
  accounts,
  asOwner,
  database,
  days,
  givenLogWorld,
  html,
  OTHER_REVIEWER,
  REVIEWER,
  send,
  staff,
  WORKER,
} from '../../../tests/given/log-world.ts';
import { drawSample } from '../../domain/audit/draw-sample.ts';

beforeAll(givenLogWorld);

describe('a sample', () => {
  const draw = async (form: Record<string, string>, as = REVIEWER) =>
    send('/logg/urval', { ...days, antal: '4', ur: 'all', nyckel: crypto.randomUUID(), ...form }, as);
  const idOf = (response: Response) => /urval\/([0-9a-f-]{36})/.exec(response.headers.get('location') ?? '')?.[1] ?? '';
  const drawnOf = (id: string) =>
    asOwner(
      sql<{ event_id: string; account_id: string }>`select event_id, account_id from audit_sample_row where sample_id = ${id} order by nth`,
    );

  test('is drawn as the rule says, from its seed, and is said to be drawn the same again', async () => {
    const id = idOf(await draw({}));
    const [sample] = await asOwner(
      sql<{
        seed: string;
        population: number;
        method: string;
        drawn_by: string;
      }>`select seed, population, method, drawn_by from audit_sample where id = ${id}`,
    );
    const ids = await asOwner(sql<{ id: string }>`select id from audit_event where actor_kind = 'staff' and act like 'persons.%'
      and ${ANEBY} in (organisation_id, owner_organisation_id) and at >= '2026-10-31T23:00:00Z'`);
    expect(sample).toMatchObject({ population: ids.length, method: 'sha256-rank-1', drawn_by: accounts[REVIEWER] });
    const again = drawSample(
      ids.map((row) => row.id),
      { seed: sample?.seed ?? '', size: 4 },
      (text) => createHash('sha256').update(text).digest('hex'),
    );
    expect((await drawnOf(id)).map(({ event_id }) => event_id)).toEqual(again);
    expect(await html(`/logg/urval/${id}`, REVIEWER)).toContain('Samma rader dras igen');
  });

  test('of a stratum has that alone', async () => {
    for (const [ur, act] of [
      ['protected', 'persons.read-protected'],
      ['after-hours', 'persons.read-protected'],
    ] as const) {
      const rows = await drawnOf(idOf(await draw({ ur, fran: '2026-11-16', till: '2026-11-20' })));
      const acts = await asOwner(
        sql<{ act: string }>`select act from audit_event where id = any(${rows.map(({ event_id }) => event_id)}::uuid[])`,
      );
      expect(acts).toEqual([{ act }]);
    }
  });

  test('is not drawn from nothing, nor from days to come, nor by the wrong size', async () => {
    const before = await asOwner(sql`select id from audit_sample`);
    for (const wrong of [{ ur: 'emergency' }, { fran: '2026-12-01', till: '2026-12-02' }, { antal: '0' }, { antal: '201' }])
      expect((await draw(wrong)).status).toBe(422);
    expect(await asOwner(sql`select id from audit_sample`)).toEqual(before);
  });

  test('is not drawn without the key of its form, and what was typed is kept', async () => {
    const before = await asOwner(sql`select id from audit_sample`);
    for (const nyckel of ['', 'x']) {
      const answer = await draw({ nyckel, antal: '17' });
      expect([answer.status, /Formuläret var inte helt[\s\S]*value="17"/.test(await answer.text())]).toEqual([422, true]);
    }
    expect(await asOwner(sql`select id from audit_sample`)).toEqual(before);
  });

  test('is drawn once by one form, however many times it is sent, and never takes the place of another’s', async () => {
    const page = await html('/logg/urval', REVIEWER);
    const nyckel = /name="nyckel" value="([^"]+)"/.exec(page)?.[1] ?? '';
    const rounds = async () => (await asOwner(sql`select id from audit_sample`)).length;
    const before = await rounds();
    const answers = await Promise.all(Array.from({ length: 20 }, () => draw({ nyckel })));
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 303));
    expect(new Set(answers.map(idOf))).toEqual(new Set([nyckel]));
    expect(await rounds()).toBe(before + 1);
    const other = await draw({ nyckel }, OTHER_REVIEWER);
    expect(other.status).toBeGreaterThanOrEqual(400);
    expect(other.status).toBeLessThan(500);
    expect(await rounds()).toBe(before + 1);
  });

  test('of one huvudman does not exist for the reviewer of another', async () => {
    const id = idOf(await draw({}));
    expect(await html(`/logg/urval/${id}`, OTHER_REVIEWER)).toContain('Urvalet finns inte');
    expect((await draw({}, WORKER)).status).toBe(403);
  });

  test('gets one verdict a row; a correction is a new one, and the first stays', async () => {
    const id = idOf(await draw({ antal: '200' }));
    const row = (await drawnOf(id)).find(({ account_id }) => account_id !== accounts[REVIEWER]);
    const rad = row?.event_id ?? '';
    const verdict = (form: Record<string, string>, as = REVIEWER) =>
      send(`/logg/urval/${id}`, { rad, bedomning: 'justified', skal: 'Rätt enhet.', ...form }, as);
    expect((await verdict({ skal: '' })).status).toBe(422);
    expect((await verdict({ bedomning: '' })).status).toBe(422);
    expect((await verdict({}, OTHER_REVIEWER)).status).toBe(404);
    expect((await verdict({})).status).toBe(303);
    const again = await verdict({ bedomning: 'unjustified' });
    expect(again.status).toBe(422);
    expect(await again.text()).toContain('Någon hann före');
    const [first] = await asOwner(sql<{ id: string }>`select id from audit_verdict where sample_id = ${id}`);
    expect((await verdict({ bedomning: 'to-ask-about', skal: 'Fråga chefen.', rattar: first?.id ?? '' })).status).toBe(303);
    expect((await verdict({ bedomning: 'unjustified', rattar: first?.id ?? '' })).status).toBe(422);
    const page = await html(`/logg/urval/${id}`, REVIEWER);
    expect(page).toMatch(/Behöver en fråga, enligt[\s\S]*Fråga chefen\.[\s\S]*Tidigare bedömningar[\s\S]*Rätt enhet\./);
    const [kept] = await asOwner(
      sql<{ text: string }>`select encode(reason_cipher, 'escape') as text from audit_verdict where sample_id = ${id} limit 1`,
    );
    expect(kept?.text).not.toContain('enhet');
  });

  test('of two verdicts at once keeps one and tells the other', async () => {
    const id = idOf(await draw({ antal: '200' }));
    const rad = (await drawnOf(id)).find(({ account_id }) => account_id !== accounts[REVIEWER])?.event_id ?? '';
    const both = await Promise.all(
      ['justified', 'unjustified'].map((bedomning) => send(`/logg/urval/${id}`, { rad, bedomning, skal: 'Samtidigt.' }, REVIEWER)),
    );
    expect(both.map(({ status }) => status).sort()).toEqual([303, 422]);
    expect(await asOwner(sql`select 1 from audit_verdict where sample_id = ${id}`)).toHaveLength(1);
  });

  test('never lets anybody judge their own look: not the page, not the policy, not the database', async () => {
    const id = idOf(await draw({ antal: '200' }));
    const own = (await drawnOf(id)).find(({ account_id }) => account_id === accounts[REVIEWER]);
    const page = await html(`/logg/urval/${id}`, REVIEWER);
    expect(page).toContain('Din egen rad');
    expect(page).not.toContain(`id="skal-${own?.event_id}"`);
    expect(
      (await send(`/logg/urval/${id}`, { rad: own?.event_id ?? '', bedomning: 'justified', skal: 'Jag själv.' }, REVIEWER)).status,
    ).toBe(403);
    const write = (account: string | undefined) =>
      asOwner(sql`insert into audit_verdict (id, sample_id, event_id, account_id, verdict, reason_cipher, given_by, given_at)
        values (gen_random_uuid(), ${id}, ${own?.event_id}, ${account}, 'justified', '\\x00', ${own?.account_id}, now())`);
    await expect(write(own?.account_id)).rejects.toThrow(/audit_verdict_never_own/);
    await expect(write(await staff('municipal-case-worker', ANEBY).then(({ account }) => account))).rejects.toThrow(/audit_verdict_of_row/);
  });

  test.each(['audit_sample', 'audit_sample_row', 'audit_verdict'])('is never changed: %s is only added to', async (table) => {
    const statement = sql.raw<unknown>(`delete from ${table}`);
    await expect(database.transaction('write', (tx) => statement.execute(tx))).rejects.toThrow(/permission denied/);
    await expect(asOwner(statement)).rejects.toThrow(/only added to/);
  });
});

test('the owner may encrypt a verdict’s reason anew, and change nothing else of it', async () => {
  await asOwner(sql`update audit_verdict set reason_cipher = reason_cipher`);
  await expect(asOwner(sql`update audit_verdict set verdict = 'justified'`)).rejects.toThrow(/only added to/);
  expect(await asOwner(sql`select 1 from audit_verdict where verdict = 'to-ask-about'`)).toHaveLength(1);
});
