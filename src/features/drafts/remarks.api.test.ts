import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { givenLoggedIn } from '../../../tests/given/logged-in.ts';
import { givenReader } from '../../../tests/journeys/visit.ts';
import { sentencesIn } from '../../domain/agreements/sections.ts';
import { findSection } from '../../domain/drafts/draft-file.ts';
import { actingOf } from '../../platform/acting.ts';
import { newId, type Scope } from '../../platform/index.ts';
import { addRemark } from './add-remark.ts';
import { done, givenDrafts } from './given-drafts.ts';
import { recordDecision } from './record-decision.ts';
import { submitDraft } from './submit-draft.ts';

const { app, writers, scopeOf, opened, read, ready, clock, runtime } = await givenDrafts();
const { region, municipality } = writers['20'];
const SECTION = 'giltighetstid';
const PLACE = { place: `section:${SECTION}` } as const;
const key = () => newId(clock.now());
const accountOf = ({ actor }: Scope) => (actor.kind === 'staff' ? actor.login.account : '');

/** Calls the API as somebody. Answers the status and what was answered. */
async function call(as: string, path: string, body?: unknown) {
  const headers = { cookie: await givenLoggedIn(app, as), 'content-type': 'application/json' };
  const sent = body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) };
  const answer = await app.request(`/api/v1/drafts/${path}`, { headers, ...sent });
  return { status: answer.status, body: (await answer.json()) as Record<string, unknown> };
}
const ofRemark = async (as: string, draft: string, remark: string) =>
  ((await call(as, `${draft}/remarks`)).body.remarks as { id: string }[]).find(({ id }) => id === remark);
const sentencesOf = async (draft: string) => {
  const section = findSection((await read(region, draft)).draft.text.sections, SECTION);
  return section ? sentencesIn(section) : [];
};
/** Who has been told that something was said, and of which sort it was. */
const told = (remark: string) =>
  runtime.database.asOwner(async (tx) => {
    const { rows } = await sql<{
      sort: string;
      receivers: { accounts: string[] };
    }>`select o.params ->> 'sort' as sort, o.receivers from outbox o
      where o.kind = 'remark-written' and o.params ->> 'remark' = ${remark}`.execute(tx);
    return rows.map(({ sort, receivers }) => ({ sort, to: receivers.accounts }));
  });

describe('what is said about a draft, by the API', () => {
  test('is said, read, answered and settled by the same rules as on its pages', async () => {
    const draft = await opened('20', 'api');
    const [first] = await sentencesOf(draft);
    const { number } = (await call('tjansteledning-avesta-20', `${draft}/remarks`)).body;
    const say = { seen: number, ...PLACE, sentence: first?.sentenceId };
    const asked = await call('tjansteledning-avesta-20', `${draft}/remarks`, { ...say, sort: 'comment', text: 'Vilka menas?' });
    expect(asked.status).toBe(200);
    const comment = String(asked.body.id);
    expect(await ofRemark('strategigrupp-20', draft, comment)).toMatchObject({
      sort: 'comment',
      state: 'open',
      words: first?.text,
      wording: null,
      text: 'Vilka menas?',
      by: { side: 'municipality' },
      now: { is: 'same' },
      may: ['answer', 'resolve'],
    });
    const wanted = { ...say, key: key(), sort: 'reword', wording: 'Enklare ord.' };
    const suggested = await call('tjansteledning-avesta-20', `${draft}/remarks`, wanted);
    expect(await call('tjansteledning-avesta-20', `${draft}/remarks`, wanted)).toEqual(suggested);
    expect(suggested.body.id).toBe(wanted.key);

    const act = (as: string, remark: string, body: unknown) => call(as, `${draft}/remarks/${remark}/acts`, body);
    expect(await act('strategigrupp-20', comment, { act: 'answer' })).toMatchObject({ status: 422, body: { code: 'remark-empty' } });
    expect((await act('strategigrupp-20', comment, { act: 'answer', text: 'Alla i länet.' })).status).toBe(200);
    expect((await act('tjansteledning-avesta-20', comment, { act: 'resolve' })).status).toBe(200);
    expect(await act('strategigrupp-20', comment, { act: 'answer', text: 'För sent.' })).toMatchObject({
      status: 409,
      body: { code: 'remark-not-in-state' },
    });
    expect(await act('politiker-20', wanted.key, { act: 'accept' })).toMatchObject({ status: 403 });
    expect((await act('strategigrupp-20', wanted.key, { act: 'accept' })).status).toBe(200);
    expect((await sentencesOf(draft))[0]).toMatchObject({ sentenceId: first?.sentenceId, text: 'Enklare ord.' });
    expect(await ofRemark('strategigrupp-20', draft, wanted.key)).toMatchObject({
      state: 'accepted',
      may: [],
      acts: [{ act: 'accept', text: null }],
    });
  });

  test('is closed to who is not logged in, and does not exist for another county', async () => {
    const draft = await opened('20', 'api-stangt');
    expect((await app.request(`/api/v1/drafts/${draft}/remarks`)).status).toBe(401);
    const say = { seen: 1, sort: 'comment', text: 'Hej' };
    expect(await call('strategigrupp-06', `${draft}/remarks`)).toMatchObject({ status: 404, body: { code: 'draft-not-found' } });
    expect(await call('strategigrupp-06', `${draft}/remarks`, say)).toMatchObject({ status: 404, body: { code: 'draft-not-found' } });
    expect(await call('registrator-avesta-20', `${draft}/remarks`, say)).toMatchObject({ status: 403, body: { code: 'forbidden' } });
    expect(await call('strategigrupp-20', `${draft}/remarks/${key()}/acts`, { act: 'resolve' })).toMatchObject({
      status: 404,
      body: { code: 'remark-not-found' },
    });
    expect((await call('strategigrupp-20', `${draft}/remarks`)).body.remarks).toEqual([]);
  });
});

describe('those who have written in a draft', () => {
  test('are told what others say about it, and never what they say themselves', async () => {
    const draft = await opened('20', 'notiser');
    const { number: seen } = await read(region, draft);
    const say = { draft, seen, ...PLACE, sort: 'comment', text: 'Hej', wording: '' } as const;
    const { id } = done(await addRemark(municipality, { ...say, key: key() }));
    expect(await told(id)).toEqual([{ sort: 'comment', to: [accountOf(region)] }]);
    const own = done(await addRemark(region, { ...say, key: key() }));
    expect(await told(own.id)).toEqual([]);
  });
});

describe('while a text is decided', () => {
  test('those who decide ask and are answered; nothing can be suggested, and the text is letter for letter what was given over', async () => {
    const draft = await ready('20', 'fraga');
    const before = await read(region, draft);
    done(await submitDraft(region, { draft }));
    const body = await scopeOf('politiker-20');
    const say = { draft, seen: before.number, ...PLACE, text: 'Vad kostar det?', wording: '' } as const;
    const { id } = done(await addRemark(body, { ...say, key: key(), sort: 'comment' }));
    expect((await told(id)).flatMap(({ to }) => to)).toContain(accountOf(region));
    expect(await addRemark(body, { ...say, key: key(), sort: 'insert', wording: 'Ny mening.' })).toMatchObject({
      code: 'draft-not-in-state',
      params: { state: 'deciding' },
    });
    const form = await (await givenReader(app, await givenLoggedIn(app, 'politiker-20'))).visit(
      `/arbetsversioner/${draft}/kommentarer/ny?plats=section%3A${SECTION}`,
    );
    expect([form.text.includes('Ny kommentar'), form.document.querySelector('[name="wording"]')]).toEqual([true, null]);
    const page = await (await givenReader(app, await givenLoggedIn(app, 'strategigrupp-20'))).visit(
      `/arbetsversioner/${draft}/kommentarer`,
    );
    expect(page.text).toContain('Inget av det ändrar texten');
    expect(page.text).toContain('Vad kostar det?');
    const answered = await call('strategigrupp-20', `${draft}/remarks/${id}/acts`, { act: 'answer', text: 'Ingenting nytt.' });
    expect(answered.status).toBe(200);
    const after = await read(region, draft);
    expect([after.draft, after.number, after.process.submission?.revision]).toEqual([before.draft, before.number, before.number]);
  });

  test('nothing more is said once all have decided', async () => {
    const draft = await ready('06', 'allt beslutat');
    done(await submitDraft(writers['06'].region, { draft }));
    const [only] = (await read(writers['06'].region, draft)).process.steps;
    const decision = { draft, step: only?.id ?? '', decider: 'body:reko', outcome: 'approved', on: '2026-11-22' } as const;
    done(await recordDecision(await scopeOf('tjansteledning-06'), { ...decision, approver: 'Ordförande', registry: 'RJL 2026/27' }));
    const { number: seen, process } = await read(writers['06'].region, draft);
    expect(process.state).toBe('decided');
    const say = { draft, seen, place: '', sort: 'comment', text: 'För sent.', wording: '', key: key() } as const;
    expect(await addRemark(writers['06'].region, say)).toMatchObject({ code: 'draft-not-in-state', params: { state: 'decided' } });
  });
});

describe('the database', () => {
  const as = (scope: Scope, statement: (draft: string) => ReturnType<typeof sql>, draft: string) =>
    runtime.database.transaction('write', (tx) => statement(draft).execute(tx), actingOf(scope.actor, clock.now()));
  const revision = (scope: Scope) => (draft: string) =>
    sql`insert into draft_revision (draft_id, number, place, content, side, account_id, at)
      select draft_id, 999, place, content, 'municipality', ${accountOf(scope)}, at from draft_revision where draft_id = ${draft} and number = 1`;

  test('keeps a save of nobody who does not write in the draft, whatever the program has forgotten to ask', async () => {
    const draft = await opened('20', 'vagg');
    for (const account of ['registrator-avesta-20', 'handlaggare-avesta-20', 'politiker-20']) {
      const scope = await scopeOf(account);
      await expect(as(scope, revision(scope), draft), account).rejects.toThrow(/row-level security/);
    }
    await expect(as(municipality, revision(municipality), draft)).resolves.toBeDefined();
  });

  test('keeps a remark only with the act of saying it, and on behalf of whom one acts for', async () => {
    const draft = await opened('20', 'vagg-2');
    const { number: seen } = await read(region, draft);
    const { id } = done(await addRemark(municipality, { draft, seen, ...PLACE, sort: 'comment', text: 'Hej', wording: '', key: key() }));
    const settled = (kind: string, side: string) => (of: string) =>
      sql`insert into draft_remark_act (id, remark_id, draft_id, act_id, kind, text, side, account_id, at)
        select ${key()}, r.id, ${of}, r.act_id, ${kind}, 'x', ${side}, ${accountOf(municipality)}, r.at from draft_remark r where r.id = ${id}`;
    await expect(as(municipality, settled('resolve', 'municipality'), draft)).rejects.toThrow(/row-level security/);
    await expect(as(municipality, settled('accept', 'municipality'), draft)).rejects.toThrow(/row-level security/);
    const said = (side: string) => (of: string) =>
      sql`insert into draft_remark (id, draft_id, act_id, sort, place, words, text, side, account_id, at)
        select ${key()}, ${of}, act_id, sort, place, words, text, ${side}, account_id, at from draft_remark where id = ${id}`;
    await expect(as(municipality, said('region'), draft)).rejects.toThrow(/row-level security/);
    // With everything right it is only that each act says one thing.
    await expect(as(municipality, said('municipality'), draft)).rejects.toThrow(/draft_remark_act_id_key/);
  });
});
