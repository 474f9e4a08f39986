import { createHash, randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { extractText, getDocumentProxy } from 'unpdf';
import { beforeAll, describe, expect, test } from 'vitest';
import { givenDatabase } from '../../../../tests/given/database.ts';
import { get, send, sendJson } from '../../../../tests/given/persons-app.ts';
import { PlanCopy } from '../../../domain/plans/plan-copy.ts';
import { call, calling, givenCalling, html, onwards, owner } from '../calling/given-calling.ts';
import {
  CLINICIAN,
  copyToPsychiatry,
  deliver,
  delivering,
  establish,
  givenEstablished,
  letsRead,
  psychiatry,
  takesBack,
  WORKER,
  writeMeasure,
} from './given-copies.ts';

beforeAll(givenCalling);

const fileOf = async (path: string, as: string) => {
  const response = await get(path, as);
  return { status: response.status, bytes: new Uint8Array(await response.arrayBuffer()) };
};

async function wordsOf(pdf: Uint8Array): Promise<string> {
  const { text } = await extractText(await getDocumentProxy(Uint8Array.from(pdf)), { mergePages: true });
  return text.replace(/\s+/g, ' ');
}

describe('a copy', () => {
  test('holds what the unit may have, and of the rest the names alone', async () => {
    const { plan } = await givenEstablished(['measures']);
    expect(await deliver(plan)).toBe(3);
    const { id } = await copyToPsychiatry(plan);
    const page = await html(`/planer/${plan}/kopior/${id}`, CLINICIAN);
    expect(page).toContain('Ge stöd hemma');
    expect(page).toContain('delas inte med er: Vem planen gäller, Vilka som är med, och mötet, Behov och läge, Mål, Krisplan, Uppföljning');
    const copy = PlanCopy.parse(await (await get(`/planer/${plan}/kopior/${id}/plan.json`, CLINICIAN)).json());
    expect(copy.parts.filter(({ shared }) => shared)).toMatchObject([{ kind: 'measures', ground: 'consent' }]);
    expect(copy.goals).toBeUndefined();
    for (const shut of ['Bo kvar hemma', 'Att få sova', 'Det med min bror', '19800417']) {
      expect(page).not.toContain(shut);
      expect(JSON.stringify(copy)).not.toContain(shut);
    }
  });

  test('is a sealed PDF/UA-1 with a title that names nobody', async () => {
    const { plan } = await givenEstablished(['measures', 'goals', 'identity']);
    await deliver(plan);
    const { id } = await copyToPsychiatry(plan);
    const { bytes, status } = await fileOf(`/planer/${plan}/kopior/${id}/plan.pdf`, CLINICIAN);
    expect(status).toBe(200);
    const raw = Buffer.from(bytes).toString('latin1');
    expect(raw).toMatch(/pdfuaid:part>1</);
    expect(raw).toMatch(/\/Marked true/);
    expect(raw).toContain('/ETSI.CAdES.detached');
    const words = await wordsOf(bytes);
    expect(words).toContain('Samordnad individuell plan: version 1');
    expect(words).toContain('Bo kvar hemma');
    expect(words).not.toContain('Att få sova');
  });

  test('never holds what the person wants nobody told, not even the person’s own', async () => {
    const { plan } = await givenEstablished([]);
    await deliver(plan);
    const { rows } = await owner(sql<{ id: string }>`select id from plan_copy where plan_id = ${plan} and receiver = 'individual'`);
    const full = await wordsOf((await fileOf(`/min-plan/${plan}/kopior/${rows[0]?.id}/plan.pdf`, 'enskild-1')).bytes);
    expect(full).toContain('Att få sova');
    expect(full).not.toContain('min bror');
    const plain = await wordsOf((await fileOf(`/min-plan/${plan}/kopior/${rows[0]?.id}/kort.pdf`, 'enskild-1')).bytes);
    expect(plain).toContain('Det här ska hända Ge stöd hemma. Det gör Alva Provdal');
    expect((await get(`/min-plan/${plan}/kopior/${rows[0]?.id}/plan.pdf`, 'enskild-3')).status).toBe(404);
  });

  test('holds what the unit may have that the one it was for has gone into: what was opened to that one, its staff do not get', async () => {
    const { plan } = await givenEstablished(['measures']);
    const { rows } = await owner(
      sql<{ unit: string }>`select unit_id as unit from unit_version where name like 'Beroendemottagningen%' and organisation_id = (
        select organisation_id from unit_version where unit_id = ${psychiatry()} limit 1) limit 1`,
    );
    const merged = randomUUID();
    await owner(sql`insert into succession (id, of, how, from_id, to_id, on_date, takes_cases)
      values (${merged}, 'unit', 'merge', ${psychiatry()}, ${rows[0]?.unit}, '2026-11-21', true)`);
    try {
      await deliver(plan);
      const { id, outcome } = await copyToPsychiatry(plan);
      expect(outcome).toBe('withheld');
      expect((await get(`/planer/${plan}/kopior/${id}/plan.pdf`, 'behandlare-beroende-06')).status).toBe(404);
    } finally {
      await owner(sql`delete from succession where id = ${merged}`);
    }
  });

  test('is withheld from a unit that may have nothing, which is told whom to ask and gets no file; with a consent it is sent', async () => {
    const { plan } = await givenEstablished([]);
    await deliver(plan);
    const { id, outcome } = await copyToPsychiatry(plan);
    expect(outcome).toBe('withheld');
    expect(await html(`/planer/${plan}/kopior`, CLINICIAN)).toContain('inget i planen får delas med enheten');
    expect((await get(`/planer/${plan}/kopior/${id}/plan.pdf`, CLINICIAN)).status).toBe(404);
    await letsRead(plan, ['goals']);
    onwards(1);
    const again = await send(`/planer/${plan}/kopior/${id}/skicka`, {}, WORKER);
    expect(again.headers.get('location')).toBe(`/planer/${plan}/kopior?klart=skickad`);
    expect(await deliver(plan)).toBe(1);
    const sent = await copyToPsychiatry(plan, 1, 2);
    expect(await html(`/planer/${plan}/kopior/${sent.id}`, CLINICIAN)).toContain('Bo kvar hemma');
  });

  test('follows what holds when it is made: what is taken back after the plan was established is not in it', async () => {
    const { plan, consent } = await givenEstablished(['goals', 'measures']);
    onwards(1);
    await takesBack(consent);
    onwards(1);
    await deliver(plan);
    expect((await copyToPsychiatry(plan)).outcome).toBe('withheld');
  });

  test('stays with its receiver when the consent is taken back, and the next version is not sent', async () => {
    const { plan, consent } = await givenEstablished(['measures']);
    await deliver(plan);
    onwards(1);
    await takesBack(consent);
    onwards(1);
    const { id } = await copyToPsychiatry(plan);
    expect(await html(`/planer/${plan}/kopior/${id}`, CLINICIAN)).toContain('Ge stöd hemma');
    expect(await html(`/planer/${plan}`, CLINICIAN)).not.toContain('Ge stöd hemma');
    await writeMeasure(plan, 'En insats till');
    await establish(plan, 'Mer stöd behövs');
    await deliver(plan);
    expect((await copyToPsychiatry(plan, 2)).outcome).toBe('withheld');
    expect(await html(`/planer/${plan}/kopior/${id}`, CLINICIAN)).not.toContain('En insats till');
  });

  test('is delivered once, whoever tries at the same time and however often', async () => {
    const { plan } = await givenEstablished(['measures']);
    const [one, two] = [await delivering(), await delivering()];
    const { id } = await copyToPsychiatry(plan);
    await Promise.all([one.run(id, { last: false }), two.run(id, { last: false }), one.run(id, { last: false })]);
    await two.run(id, { last: true });
    const count = async (table: string) =>
      (await owner(sql<{ n: number }>`select count(*)::int as n from ${sql.table(table)} where copy_id = ${id}`)).rows[0]?.n;
    expect([await count('plan_copy_outcome'), await count('plan_copy_document')]).toEqual([1, 1]);
    const told = await owner(
      sql<{ n: number }>`select count(*)::int as n from act where kind = 'plans.deliver-copy' and content->>'copy' = ${id}`,
    );
    expect(told.rows).toEqual([{ n: 1 }]);
    const logged = await owner(sql<{ n: number }>`select count(*)::int as n from audit_event where act = 'plans.deliver-copy'
      and actor_kind = 'system' and details->>'copy' = ${id}`);
    expect(logged.rows).toEqual([{ n: 1 }]);
  });

  test('that is interrupted half-way is not there, and is then made whole, once', async () => {
    const { plan } = await givenEstablished(['measures']);
    const { id } = await copyToPsychiatry(plan);
    const broken = await delivering({ breaks: true });
    await expect(broken.run(id, { last: false })).rejects.toThrow('cut off');
    const rows = async () =>
      (
        await owner(sql<{
          table: string;
          n: number;
        }>`select 'outcome' as table, count(*)::int as n from plan_copy_outcome where copy_id = ${id}
          union all select 'document', count(*)::int from plan_copy_document where copy_id = ${id}
          union all select 'told', count(*)::int from outbox where kind = 'plan-copy-came' and params->>'plan' = ${plan} order by 1`)
      ).rows.map(({ n }) => n);
    expect(await rows()).toEqual([0, 0, 0]);
    expect(await (await delivering()).waiting()).toContain(id);
    for (const _ of [1, 2]) await (await delivering()).run(id, { last: false });
    expect(await rows()).toEqual([1, 1, 4]);
  });

  test('has a receipt from when it was first opened, which those who lead the plan see, and no more of it', async () => {
    const { plan } = await givenEstablished(['measures']);
    await deliver(plan);
    const { id } = await copyToPsychiatry(plan);
    expect(await html(`/planer/${plan}/kopior`, WORKER)).toContain('Skickad, inte öppnad än');
    await get(`/planer/${plan}/kopior/${id}`, CLINICIAN);
    expect(await html(`/planer/${plan}/kopior`, WORKER)).toContain('Mottagen');
    expect((await get(`/planer/${plan}/kopior/${id}`, WORKER)).status).toBe(404);
    expect((await get(`/planer/${plan}/kopior/${id}/plan.json`, WORKER)).status).toBe(404);
    expect(await html('/planer/kopior', CLINICIAN)).toContain(`/planer/${plan}/kopior/${id}`);
  });

  test('that went wrong is annulled: shut to its receiver at once, who is told to destroy what was printed, and both are logged', async () => {
    const { plan } = await givenEstablished(['measures']);
    await deliver(plan);
    const { id } = await copyToPsychiatry(plan);
    const here = `/planer/${plan}/kopior/${id}`;
    expect((await send(`${here}/aterkalla`, { reason: 'wrong-receiver' }, CLINICIAN)).status).toBe(404);
    for (const _ of [1, 2]) await send(`${here}/aterkalla`, { reason: 'wrong-receiver' }, WORKER);
    const shut = await get(here, CLINICIAN);
    expect(shut.status).toBe(403);
    expect(await shut.text()).toContain('förstör utskriften');
    expect((await get(`${here}/plan.pdf`, CLINICIAN)).status).toBe(404);
    const database = await givenDatabase();
    const told = await owner(
      sql<{ n: number }>`select count(*)::int as n from outbox where kind = 'plan-copy-annulled' and params->>'plan' = ${plan}`,
    );
    expect(told.rows[0]?.n).toBe(4);
    for (const change of [sql`delete from plan_copy_document`, sql`update plan_copy_annulment set reason = 'wrong-content'`]) {
      await expect(database.transaction('write', (tx) => change.execute(tx))).rejects.toThrow(/permission denied/);
    }
  });

  test('is listed, opened and annulled by the API as on the pages', async () => {
    const { plan } = await givenEstablished(['measures']);
    await deliver(plan);
    const { id } = await copyToPsychiatry(plan);
    const api = (path: string) => `/api/v1/plans/${plan}/copies${path}`;
    const states = async (as: string) => {
      const { copies } = (await (await get(api(''), as)).json()) as { copies: { id: string; state: string; own: boolean }[] };
      return copies.map(({ state }) => state).sort();
    };
    expect(await states(WORKER)).toEqual(['delivered', 'delivered', 'delivered']);
    expect(await states(CLINICIAN)).toEqual(['delivered']);
    const opened = (await (await get(api(`/${id}`), CLINICIAN)).json()) as { content: unknown; pdfSha256: string; sealed: boolean };
    expect(PlanCopy.parse(opened.content).measures).toHaveLength(1);
    const { bytes } = await fileOf(`/planer/${plan}/kopior/${id}/plan.pdf`, CLINICIAN);
    expect([createHash('sha256').update(bytes).digest('hex'), opened.sealed]).toEqual([opened.pdfSha256, true]);
    expect(await states(CLINICIAN)).toEqual(['received']);
    const verified = async (file: Uint8Array) => {
      const answer = await sendJson('/api/v1/verify', { file: Buffer.from(file).toString('base64') }, WORKER);
      const { state, detail, document } = (await answer.json()) as { state: string; detail: string; document: unknown };
      return { state, detail, document };
    };
    expect(await verified(bytes)).toMatchObject({ state: 'plan-copy', detail: expect.stringContaining('precis som den'), document: null });
    const changed = Uint8Array.from(bytes);
    changed[500] = (changed[500] ?? 0) ^ 1;
    expect((await verified(changed)).state).toBe('not-authentic');
    expect((await get(api(`/${id}`), WORKER)).status).toBe(404);
    const annul = (as: string) => sendJson(api(`/${id}/annulment`), { reason: 'wrong-content' }, as);
    expect((await annul(CLINICIAN)).status).toBe(404);
    expect((await annul(WORKER)).status).toBe(200);
    expect((await get(api(`/${id}`), CLINICIAN)).status).toBe(403);
    expect((await verified(bytes)).detail).toContain('har återkallats');
  });

  test('is not made for a unit that has answered that it was called by mistake', async () => {
    const { plan } = await givenEstablished(['measures'], async (made) => {
      await call(made, calling());
      const form = /href="(\/planer\/[0-9a-f-]+\/kallelser\/[0-9a-f-]+)"/.exec(await html(`/planer/${made}`, CLINICIAN))?.[1] ?? '';
      const right = /<option value="([0-9a-f-]{36})"[^>]*>Beroende/.exec(await html(form, CLINICIAN))?.[1] ?? '';
      expect((await send(form, { answer: 'wrong-receiver', text: '', rightUnit: right }, CLINICIAN)).status).toBe(303);
    });
    const { rows } = await owner(sql<{ unit: string | null }>`select unit_id as unit from plan_copy where plan_id = ${plan}`);
    expect(rows).toHaveLength(3);
    expect(rows.map(({ unit }) => unit)).not.toContain(psychiatry());
  });
});
