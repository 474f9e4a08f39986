import { sql } from 'kysely';
import { extractText, getDocumentProxy } from 'unpdf';
import { beforeAll, describe, expect, test } from 'vitest';
import { givenDatabase } from '../../../../tests/given/database.ts';
import { get, send } from '../../../../tests/given/persons-app.ts';
import { CLINICIAN, call, calling, givenCalling, html, opened, opens, owner, WORKER } from '../calling/given-calling.ts';
import { givenEstablished } from '../copies/given-copies.ts';

beforeAll(givenCalling);

const note = (plan: string, form: Record<string, string>, as = WORKER) =>
  send(`/planer/${plan}/papper`, { on: '2026-11-20', time: '14.05', ...form }, as);
const choices = async (plan: string, as = WORKER) =>
  [...(await html(`/planer/${plan}/papper`, as)).matchAll(/name="of"[^>]*value="([a-z-]+:[0-9a-z-]+)"/g)].map(([, value = '']) => value);

async function wordsOf(path: string) {
  const bytes = new Uint8Array(await (await get(path, WORKER)).arrayBuffer());
  const { text } = await extractText(await getDocumentProxy(Uint8Array.from(bytes)), { mergePages: true });
  return { words: text.replace(/\s+/g, ' '), raw: Buffer.from(bytes).toString('latin1') };
}

describe('what was done on paper', () => {
  test('has the time when it happened and the time when it was written down, and both are shown', async () => {
    const { plan } = await givenEstablished([]);
    const all = await choices(plan);
    expect(all.map((one) => one.split(':')[0])).toEqual(['initiative', 'established', 'meeting']);
    for (const of of all.slice(0, 2)) expect((await note(plan, { of })).status).toBe(303);
    const page = await html(`/planer/${plan}`, WORKER);
    expect(page).toContain('Planen upprättades, version 1');
    expect(page).toMatch(/20 november 2026[^<]*14\.05/);
    const { rows } = await owner(sql<{
      happened: string;
      recorded: string;
    }>`select happened_at::text as happened, recorded_at::text as recorded
      from plan_paper where plan_id = ${plan} and step = 'established'`);
    expect(rows).toMatchObject([
      { happened: expect.stringContaining('2026-11-20 13:05'), recorded: expect.stringContaining('2026-11-22 11:') },
    ]);
  });

  test('is never said to have happened after it was written down, nor twice at different times', async () => {
    const plan = await opened();
    const [of = ''] = await choices(plan);
    expect((await note(plan, { of, on: '2026-11-23' })).status).toBe(422);
    expect((await note(plan, { of, on: '2020-11-23' })).status).toBe(422);
    for (const _ of [1, 2]) expect((await note(plan, { of })).status).toBe(303);
    expect((await note(plan, { of, time: '15.00' })).status).toBe(409);
    const { rows } = await owner(sql<{ n: number }>`select count(*)::int as n from plan_paper where plan_id = ${plan}`);
    expect(rows).toEqual([{ n: 1 }]);
  });

  test('as a meeting that was held and never set is written down with it, once', async () => {
    const plan = await opened();
    for (const _ of [1, 2]) expect((await note(plan, { of: 'meeting:new' })).status).toBe(303);
    const { rows } = await owner(
      sql<{ turn: string; at: string }>`select turn, starts_at::text as at from plan_meeting where plan_id = ${plan}`,
    );
    expect(rows).toEqual([{ turn: 'held', at: expect.stringContaining('2026-11-20 13:05') }]);
  });

  test('as an answer to a summons is said by the unit that answered, and by nobody of another', async () => {
    const plan = await opened();
    await opens(plan, ['meeting']);
    await call(plan, calling());
    const form = /href="(\/planer\/[0-9a-f-]+\/kallelser\/[0-9a-f-]+)"/.exec(await html(`/planer/${plan}`, CLINICIAN))?.[1] ?? '';
    await send(form, { answer: 'yes', text: '' }, CLINICIAN);
    const own = await choices(plan, CLINICIAN);
    expect(own.map((one) => one.split(':')[0])).toEqual(['summons-answer']);
    const initiative = (await choices(plan)).find((one) => one.startsWith('initiative')) ?? '';
    expect((await note(plan, { of: initiative }, CLINICIAN)).status).toBe(422);
    expect((await note(plan, { of: 'meeting:new' }, CLINICIAN)).status).toBe(422);
    expect((await note(plan, { of: own[0] ?? '' }, CLINICIAN)).status).toBe(303);
    const database = await givenDatabase();
    await expect(database.transaction('write', (tx) => sql`update plan_paper set happened_at = now()`.execute(tx))).rejects.toThrow(
      /permission denied/,
    );
  });
});

describe('the forms for when the service cannot be reached', () => {
  test('are accessible PDFs of the county, with room for all that the law asks for', async () => {
    const plan = await wordsOf('/planer/reserv/plan.pdf');
    expect(plan.raw).toMatch(/pdfuaid:part>1</);
    expect(plan.words).toContain('Jönköpings län');
    for (const part of [
      'Aneby',
      'Samtycke',
      'lagens punkt 1, 2 och 3',
      'lagens punkt 4',
      'Samordnare',
      'Dag för uppföljning',
      'Var personen med?',
    ]) {
      expect(plan.words).toContain(part);
    }
    expect((await wordsOf('/planer/reserv/kallelse.pdf')).words).toContain('Svara senast');
  });
});
