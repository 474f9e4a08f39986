import { sql } from 'kysely';
import { extractText, getDocumentProxy } from 'unpdf';
import { describe, expect, test } from 'vitest';
import { statusOn } from '../../domain/agreements/status.ts';
import { isRefusal } from '../../domain/refusal.ts';
import type { Scope } from '../../platform/index.ts';
import { statusOfParty, versionOn } from '../agreements/index.ts';
import { countyOf } from '../counties/index.ts';
import { loadFolders, readDataFolders } from '../counties/load.ts';
import { readDocument } from '../documents/read-document.ts';
import { verifyDocument } from '../documents/verify-document.ts';
import { indexPublished } from '../search/index.ts';
import { readDecisions, readExtract } from './decisions.ts';
import { DALARNA, done, givenDrafts, JONKOPING } from './given-drafts.ts';
import { publishDraft } from './publish-draft.ts';
import { recordDecision } from './record-decision.ts';
import { signDraft } from './sign-draft.ts';
import { recallDraft, submitDraft } from './submit-draft.ts';
import { decideWithdrawal, withdrawVersion } from './withdraw-version.ts';
import { writeDraftSection } from './write-text.ts';

const { writers, scopeOf, freshScopeOf, opened, read, ready, runtime, clock } = await givenDrafts();
const PDF = new TextEncoder().encode('%PDF-1.7\nutdrag');
const decided = { outcome: 'approved', on: '2026-11-22', body: 'Kommunstyrelsen', paragraph: '12', registry: 'KS 2026/1' } as const;

/** Municipality code → the account of its registrar. */
const towns: Readonly<Record<string, string>> = Object.fromEntries(
  await runtime.database.asOwner(async (tx) => {
    const { rows } = await sql<{ code: string; name: string }>`select code, name from municipality where county_code = '20'`.execute(tx);
    const slug = (name: string) =>
      name
        .toLowerCase()
        .normalize('NFD')
        .replaceAll(/[^a-z]+/g, '');
    return rows.map(({ code, name }) => [code, `registrator-${slug(name)}-20`]);
  }),
);

const submitted = async (county: '06' | '20', label: string): Promise<string> => {
  const draft = await ready(county, label);
  done(await submitDraft(writers[county].region, { draft }));
  return draft;
};

const recommended = async (label: string): Promise<string> => {
  const draft = await submitted('20', label);
  const step = { draft, step: 'recommend', decider: 'body:valfardsradet', outcome: 'approved', on: '2026-11-22' } as const;
  done(await recordDecision(await scopeOf('politiker-20'), step));
  return draft;
};

describe('a decision', () => {
  test('is noted in order, by those whose it is, once, with what it is found again by', async () => {
    const draft = await submitted('20', 'ordning');
    const avesta = await scopeOf('registrator-avesta-20');
    const adopt = { draft, step: 'adopt', decider: 'party:2084', ...decided } as const;
    expect(await recordDecision(avesta, adopt)).toMatchObject({ code: 'wrong-order', params: { before: 'recommend' } });
    const recommend = { draft, step: 'recommend', decider: 'body:valfardsradet', outcome: 'approved', on: '2026-11-22' } as const;
    expect(await recordDecision(avesta, recommend)).toMatchObject({ code: 'not-your-decision' });
    expect(await recordDecision(writers['20'].region, recommend)).toMatchObject({ code: 'not-your-decision' });
    done(await recordDecision(await scopeOf('politiker-20'), recommend));
    const other = await scopeOf('registrator-falun-20');
    expect(await recordDecision(other, adopt)).toMatchObject({ code: 'not-your-decision' });
    expect(await recordDecision(await scopeOf('handlaggare-avesta-20'), adopt)).toMatchObject({ code: 'forbidden' });
    expect(await recordDecision(await scopeOf('registrator-aneby-06'), adopt)).toMatchObject({ code: 'draft-not-found' });
    expect(await recordDecision(avesta, { ...adopt, paragraph: '' })).toMatchObject({
      code: 'decision-incomplete',
      params: { field: 'paragraph' },
    });
    expect(await recordDecision(avesta, { ...adopt, on: '2026-11-23' })).toMatchObject({ code: 'decided-in-the-future' });
    expect(await recordDecision(avesta, { ...adopt, on: '2026-11-21' })).toMatchObject({ code: 'decided-before-its-turn' });
    expect(await recordDecision(avesta, { ...adopt, extract: new TextEncoder().encode('<html>') })).toMatchObject({
      code: 'extract-not-pdf',
    });
    done(await recordDecision(avesta, { ...adopt, reservation: 'Kommunen reserverar sig mot kostnaderna.', extract: PDF }));
    expect(await recordDecision(avesta, adopt)).toMatchObject({ code: 'already-decided' });
    const { decisions } = done(await readDecisions(other, { draft }));
    expect(decisions.find(({ decider }) => decider === 'party:2084')).toMatchObject({ paragraph: '12', registry: 'KS 2026/1' });
    const hash = decisions.find(({ extract }) => extract !== null)?.extract ?? '';
    expect(new Uint8Array(done(await readExtract(other, { draft, hash })).bytes)).toEqual(PDF);
  });

  test('begun is not taken back, unless somebody says no; then the text is decided anew', async () => {
    const draft = await recommended('nej');
    expect(await recallDraft(writers['20'].region, { draft })).toMatchObject({ code: 'decision-begun' });
    const no = { draft, step: 'adopt', decider: 'party:2084', ...decided, outcome: 'rejected' } as const;
    done(await recordDecision(await scopeOf('registrator-avesta-20'), no));
    done(await recallDraft(writers['20'].region, { draft }));
    done(await submitDraft(writers['20'].region, { draft }));
    const { process } = await read(writers['20'].region, draft);
    expect(process.steps.map(({ state, taken }) => [state, taken.size])).toEqual([
      ['open', 0],
      ['waiting', 0],
      ['waiting', 0],
    ]);
  });
});

/** To whom it has been told, in order, that their decision is awaited. */
const told = async (draft: string): Promise<unknown[]> =>
  runtime.database.asOwner(async (tx) => {
    const { rows } = await sql<{ receivers: unknown }>`select o.receivers from outbox o join act a on a.id = o.act_id
      where o.kind = 'decision-awaited' and a.subject_id = ${draft} order by o.created_at, o.id`.execute(tx);
    return rows.map(({ receivers }) => receivers);
  });

describe('two who do the same at once', () => {
  test('note one decision, and save one of two texts of the same place', async () => {
    const draft = await recommended('samtidigt-beslut');
    const avesta = await scopeOf('registrator-avesta-20');
    const adopt = { draft, step: 'adopt', decider: 'party:2084', ...decided } as const;
    const noted = await Promise.all([1, 2, 3].map(() => recordDecision(avesta, adopt)));
    expect(noted.filter((one) => !isRefusal(one))).toHaveLength(1);
    expect(noted.flatMap((one) => (isRefusal(one) ? [one.code] : []))).toEqual(['already-decided', 'already-decided']);

    const other = await opened('20', 'samtidigt-skrivet');
    const seen = (await read(writers['20'].region, other)).number;
    const write = (scope: Scope, lines: string) =>
      writeDraftSection(scope, { draft: other, seen, section: 'syfte', heading: 'Syfte', lines });
    const saved = await Promise.all([write(writers['20'].region, 'Ett.'), write(writers['20'].municipality, 'Två.')]);
    expect(saved.flatMap((one) => (isRefusal(one) ? [one.code] : []))).toEqual(['draft-changed']);
  });
});

describe('those whose turn it is', () => {
  test('are told once: those who act in the body first, then the registrar of every party', async () => {
    const draft = await submitted('20', 'turordning');
    const first = await told(draft);
    expect(first).toHaveLength(1);
    expect(first[0]).toMatchObject({ accounts: expect.arrayContaining([expect.any(String)]) });
    const step = { draft, step: 'recommend', decider: 'body:valfardsradet', outcome: 'approved', on: '2026-11-22' } as const;
    done(await recordDecision(await scopeOf('politiker-20'), step));
    expect((await told(draft)).filter((to) => (to as { role?: string }).role === 'registrar')).toHaveLength(16);
    done(await recordDecision(await scopeOf('registrator-avesta-20'), { draft, step: 'adopt', decider: 'party:2084', ...decided }));
    expect(await told(draft)).toHaveLength(17);
  });
});

describe('a signature', () => {
  test('is of the person, the seat and the text, after a fresh login, once for each seat; and the whole way makes a version nobody can change', async () => {
    const draft = await recommended('2027');
    const region = await scopeOf('registrator-region-20');
    done(await recordDecision(region, { draft, step: 'adopt', decider: 'party:region', ...decided }));
    const chair = await scopeOf('politiker-20');
    const hash = (await read(chair, draft)).process.submission?.hash ?? '';
    const sign = (seat: string, more: object = {}) => ({ draft, step: 'sign', seat, hash, ...more });
    expect(await signDraft(chair, sign('valfardsradet.chair'))).toMatchObject({ code: 'wrong-order' });
    expect(await publishDraft(writers['20'].region, { draft })).toMatchObject({ code: 'draft-not-in-state' });
    for (const [code, account] of Object.entries(towns)) {
      done(await recordDecision(await scopeOf(account), { draft, step: 'adopt', decider: `party:${code}`, ...decided }));
    }
    expect(await signDraft(chair, sign('lanschefsnatverket.chair'))).toMatchObject({ code: 'seat-not-yours' });
    expect(await signDraft(chair, sign('valfardsradet.chair', { hash: 'a'.repeat(64) }))).toMatchObject({ code: 'text-changed' });
    clock.moveTo('2026-11-23');
    expect(await signDraft(chair, sign('valfardsradet.chair'))).toMatchObject({ code: 'step-up-needed' });
    clock.moveTo('2026-11-22');
    done(await signDraft(chair, sign('valfardsradet.chair')));
    expect(await signDraft(chair, sign('valfardsradet.chair'))).toMatchObject({ code: 'already-decided' });
    done(await signDraft(await scopeOf('politiker-avesta-20'), sign('valfardsradet.vice-chair')));
    const vice = await scopeOf('tjansteledning-avesta-20');
    await runtime.database.asOwner((tx) =>
      sql`update seat set valid = daterange(lower(valid), '2026-11-22', '[]') where body = 'lanschefsnatverket' and position = 'vice-chair'`.execute(
        tx,
      ),
    );
    done(await signDraft(vice, sign('lanschefsnatverket.vice-chair')));
    done(await signDraft(await scopeOf('strategigrupp-20'), sign('lanschefsnatverket.chair')));
    expect(done(await publishDraft(writers['20'].region, { draft }))).toEqual({ slug: DALARNA, label: '2027' });
    expect(await publishDraft(writers['20'].region, { draft })).toMatchObject({ code: 'draft-not-in-state' });
    const document = done(await readDocument(writers['20'].region, { slug: DALARNA, label: '2027', format: 'pdf' }));
    expect(document.sealed).toBe(true);
    expect(done(await verifyDocument(writers['20'].region, { file: document.bytes })).verdict.state).toBe('valid');
    const text = (await extractText(await getDocumentProxy(document.bytes), { mergePages: true })).text.replaceAll(/\s+/g, ' ');
    for (const part of ['Avesta', 'KS 2026/1', 'Beslut och underskrifter']) expect([part, text.includes(part)]).toEqual([part, true]);

    const on = Temporal.PlainDate.from('2027-01-01');
    const found = await runtime.database.transaction('read', (tx) => versionOn(tx, { slug: DALARNA }, on));
    if (isRefusal(found)) throw new Error(found.code);
    expect(found.agreement.version.label).toBe('2027');
    expect(found.agreement.acts.filter(({ kind }) => kind === 'adopted')).toHaveLength(16);
    expect(found.agreement.acts.filter(({ kind }) => kind === 'signed')).toHaveLength(4);
    expect(statusOn(found.agreement, on).code).not.toBe('proposal');
    const avesta = await runtime.database.transaction('read', async (tx) => {
      const county = await countyOf(tx, '20');
      return county && statusOfParty(found, county, '2084');
    });
    const { on: day, body, paragraph, registry } = decided;
    expect(avesta).toMatchObject({ party: '2084', decision: { on: day, body, paragraph, registry } });

    const tampering = [
      sql`update agreement_version set content = '{}' where label = '2027'`,
      sql`update agreement_version set applies = daterange('2020-01-01', null) where label = '2027'`,
      sql`delete from agreement_version where label = '2027'`,
      sql`update sentence set text = 'x' where label = '2027'`,
      sql`delete from responsibility where label = '2027'`,
      sql`truncate agreement_version cascade`,
    ];
    for (const change of tampering) {
      await expect(runtime.database.asOwner((tx) => change.execute(tx))).rejects.toThrow(/published versions/);
    }
    const folders = await readDataFolders('counties');
    if (isRefusal(folders)) throw new Error(folders.code);
    await runtime.database.asOwner(async (tx) => {
      await sql`update loaded_folder set content_hash = 'other'`.execute(tx);
      return loadFolders(tx, folders, async () => undefined);
    });
    const after = await runtime.database.transaction('read', (tx) => versionOn(tx, { slug: DALARNA, label: '2027' }, on));
    expect(isRefusal(after) ? after.code : after.agreement).toEqual(found.agreement);

    const job = indexPublished(runtime, (run) => runtime.database.asOwner(run));
    const [waiting] = await job.waiting();
    await job.run(waiting ?? '', { last: false });
    expect(await job.waiting()).toEqual([]);
  });

  test('of a seat that has ended is refused', async () => {
    const draft = await recommended('avslutad');
    for (const [code, account] of Object.entries(towns)) {
      done(await recordDecision(await scopeOf(account), { draft, step: 'adopt', decider: `party:${code}`, ...decided }));
    }
    done(await recordDecision(await scopeOf('registrator-region-20'), { draft, step: 'adopt', decider: 'party:region', ...decided }));
    const hash = (await read(writers['20'].region, draft)).process.submission?.hash ?? '';
    await runtime.database.asOwner((tx) =>
      sql`update seat set valid = daterange(lower(valid), '2026-11-23') where body = 'valfardsradet' and position = 'chair'`.execute(tx),
    );
    clock.moveTo('2026-11-23');
    const former = await freshScopeOf('politiker-20');
    expect(await signDraft(former, { draft, step: 'sign', seat: 'valfardsradet.chair', hash })).toMatchObject({ code: 'seat-ended' });
    clock.moveTo('2026-11-22');
  });
});

describe('a text that a joint body establishes', () => {
  test('is published when the body has, with who approved it; and is withdrawn by a new act, from its day', async () => {
    const draft = await submitted('06', '11.0');
    const step = { draft, step: 'faststallande', decider: 'body:reko', outcome: 'approved', on: '2026-11-22' } as const;
    const reko = await scopeOf('tjansteledning-06');
    expect(await recordDecision(await scopeOf('politiker-06'), step)).toMatchObject({ code: 'not-your-decision' });
    expect(await recordDecision(reko, step)).toMatchObject({ code: 'decision-incomplete', params: { field: 'approver' } });
    done(await recordDecision(reko, { ...step, approver: 'Ordförande i ReKo' }));
    expect(done(await publishDraft(writers['06'].region, { draft }))).toEqual({ slug: JONKOPING, label: '11.0' });

    const statusIn = async (day: string) => {
      const on = Temporal.PlainDate.from(day);
      const found = await runtime.database.transaction('read', (tx) => versionOn(tx, { slug: JONKOPING, label: '11.0' }, on));
      return isRefusal(found) ? found.code : found.status.code;
    };
    const withdrawal = { draft, note: 'Ersätts av annat.' };
    const decision = {
      draft,
      decider: 'body:reko',
      outcome: 'approved' as const,
      on: '2026-11-22',
      from: '2028-01-01',
      body: '',
      paragraph: '',
      registry: 'RJL 2027/9',
    };
    expect(await withdrawVersion(writers['06'].region, withdrawal)).toMatchObject({ code: 'withdrawal-not-decided' });
    expect(await decideWithdrawal(await scopeOf('politiker-06'), decision)).toMatchObject({ code: 'not-your-decision' });
    expect(await decideWithdrawal(await scopeOf('registrator-region-06'), { ...decision, decider: 'party:region' })).toMatchObject({
      code: 'not-a-decider',
    });
    expect(await decideWithdrawal(reko, { ...decision, from: '2026-12-31' })).toMatchObject({ code: 'withdrawn-before-it-applies' });
    expect(await decideWithdrawal(reko, { ...decision, on: '2026-11-23' })).toMatchObject({ code: 'decided-in-the-future' });
    expect(await decideWithdrawal(reko, { ...decision, registry: '' })).toMatchObject({ code: 'decision-incomplete' });
    expect(await decideWithdrawal(reko, { ...decision, from: undefined })).toMatchObject({
      code: 'decision-incomplete',
      params: { field: 'from' },
    });
    // A no stands until another decision, of a later day.
    const no = { ...decision, outcome: 'rejected' as const, from: undefined, on: '2026-11-20' };
    expect(await decideWithdrawal(await scopeOf('politiker-06'), no)).toMatchObject({ code: 'not-your-decision' });
    expect(await decideWithdrawal(reko, { ...no, registry: '' })).toMatchObject({ code: 'decision-incomplete' });
    done(await decideWithdrawal(reko, no));
    expect(await decideWithdrawal(reko, no)).toMatchObject({ code: 'not-a-later-decision', params: { on: '2026-11-20' } });
    expect(await decideWithdrawal(reko, { ...decision, on: '2026-11-19' })).toMatchObject({ code: 'not-a-later-decision' });
    expect(await withdrawVersion(writers['06'].region, withdrawal)).toMatchObject({ code: 'withdrawal-refused' });
    expect(await statusIn('2028-01-01')).toBe('in-force');
    done(await decideWithdrawal(reko, decision));
    expect(await decideWithdrawal(reko, decision)).toMatchObject({ code: 'already-decided' });
    done(await withdrawVersion(writers['06'].region, withdrawal));
    expect([await statusIn('2027-12-31'), await statusIn('2028-01-01')]).toEqual(['in-force', 'withdrawn']);
    expect(await withdrawVersion(writers['06'].region, withdrawal)).toMatchObject({ code: 'draft-not-in-state' });
  });
});
