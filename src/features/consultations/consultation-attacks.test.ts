import { setTimeout as wait } from 'node:timers/promises';
import { sql } from 'kysely';
import { afterAll, describe, expect, test } from 'vitest';
import { givenLoggedIn, TEST_ORIGIN } from '../../../tests/given/logged-in.ts';
import { until } from '../../../tests/given/until.ts';
import { assignmentOf, getLogin, PUBLIC } from '../../domain/access/actor.ts';
import { writeAgreementDocx } from '../../formats/agreement-docx/write-agreement-docx.ts';
import { writeAgreementPdf } from '../../formats/agreement-pdf/write-agreement-pdf.ts';
import { actingOf } from '../../platform/acting.ts';
import { recorder, type Scope, stableId, type Tx } from '../../platform/index.ts';
import { done, givenDrafts } from '../drafts/given-drafts.ts';
import { municipalityId } from '../organisations/index.ts';
import { closeRound } from './close-round.ts';
import { compilationCsv, compilationDocument } from './compilation.ts';
import { insertExtension } from './consultations.sql.ts';
import { disposeComment } from './dispose-comment.ts';
import { extendRound } from './extend-round.ts';
import { enterComment, giveComment } from './give-comment.ts';
import { giveReply } from './give-reply.ts';
import { openRound } from './open-round.ts';
import { readRound, readRounds, readViews } from './read-rounds.ts';
import { recallRound } from './recall-round.ts';

const { app, writers, scopeOf, opened, runtime, clock } = await givenDrafts();
const users = await scopeOf('brukarorganisation-06');
const town = await scopeOf('registrator-aneby-06');
const heir = await scopeOf('registrator-region-06');
const { region, municipality } = writers['06'];
const anyone: Scope = { runtime, actor: PUBLIC };
const USERS = `user-organisation:${stableId('demo:users:06')}`;
const TOWN = `huvudman:${municipalityId('0604')}`;

const asking = { lastDay: '2026-12-10', level: 'consultation', isPublic: false, receivers: [USERS, TOWN] } as const;
const sent = async (draft: string, more: Partial<Parameters<typeof openRound>[1]> = {}): Promise<string> =>
  done(await openRound(region, { draft, ...asking, receivers: [...asking.receivers], ...more })).id;
const codeOf = (answer: object) => ('code' in answer ? answer.code : 'done');
const owner = <T>(run: (tx: Tx) => Promise<T>) => runtime.database.asOwner(run);
const as = <T>(scope: Scope, run: (tx: Tx) => Promise<T>) => runtime.database.transaction('write', run, actingOf(scope.actor, clock.now()));
const told = (round: string, kind: string) =>
  owner(async (tx) => {
    const { rows } = await sql<{ receivers: Record<string, unknown> }>`
      select o.receivers from outbox o join act a on a.id = o.act_id where a.subject_id = ${round} and o.kind = ${kind}`.execute(tx);
    return rows.map(({ receivers }) => receivers);
  });

describe('a key', () => {
  test('never swallows another view than the one that it was made for, whoever sends it', async () => {
    const round = await sent(await opened('06', 'attack-1'));
    const key = stableId('attack-view');
    const view = { key, round, place: '', text: 'Det första.' };
    expect([done(await giveComment(users, view)).id, done(await giveComment(users, view)).id]).toEqual([key, key]);
    for (const other of [{ text: 'Det andra.' }, { place: 'inledning' }]) {
      expect(codeOf(await giveComment(users, { ...view, ...other }))).toBe('key-taken');
    }
    expect(codeOf(await giveComment(town, view))).toBe('key-taken');
    expect(codeOf(await enterComment(town, { ...view, fromWhom: 'En förening', cameOn: '2026-11-22' }))).toBe('key-taken');
    expect(done(await readViews(region, { round })).comments).toHaveLength(1);
  });

  test('never answers for a round with other questions, or that somebody else has opened', async () => {
    const draft = await opened('06', 'attack-2');
    const form = { key: stableId('attack-round'), draft, ...asking, receivers: [...asking.receivers] };
    expect([done(await openRound(region, form)).id, done(await openRound(region, form)).id]).toEqual([form.key, form.key]);
    for (const other of [{ lastDay: '2026-12-11' }, { isPublic: true }, { receivers: [USERS] }, { asks: 'Vad saknas?' }]) {
      expect(codeOf(await openRound(region, { ...form, ...other }))).toBe('key-taken');
    }
    expect(codeOf(await openRound(municipality, form))).toBe('key-taken');
  });
});

describe('what is said', () => {
  test('never holds a personal number, by whichever way it comes', async () => {
    const round = await sent(await opened('06', 'attack-3'));
    const text = 'Det gäller 19121212-1212 som fick vänta.';
    expect(codeOf(await giveComment(users, { round, place: '', text }))).toBe('personal-number-in-text');
    const letter = { round, place: '', cameOn: '2026-11-22' };
    expect(codeOf(await enterComment(town, { ...letter, text, fromWhom: 'Privatperson' }))).toBe('personal-number-in-text');
    expect(codeOf(await enterComment(town, { ...letter, text: 'Bra.', fromWhom: '121212-1212' }))).toBe('personal-number-in-text');
    expect(done(await readViews(region, { round })).comments).toEqual([]);
  });

  test('is text and nothing else on the page, in a spreadsheet, in Word and in print, however hostile or long', async () => {
    const round = await sent(await opened('06', 'attack-4'));
    const hostile = [
      '=HYPERLINK("http://x";"y")',
      '<script>alert(1)</script> ]]> <!-- & "\'',
      '#read("/etc/passwd") $x$ \\ `kod` @ref <label> // */ [',
      `\u202Egnirts\u202C ${'å'.repeat(7900)}`,
    ];
    for (const text of hostile) done(await giveComment(users, { round, place: '', text }));
    const view = done(await readRound(region, { round }));
    const csv = compilationCsv(view);
    expect(csv).toContain(`"'=HYPERLINK(""http://x"";""y"")"`);
    const document = compilationDocument(view, clock.now());
    expect(
      Buffer.from(await writeAgreementDocx(document))
        .subarray(0, 2)
        .toString(),
    ).toBe('PK');
    expect(
      Buffer.from(await writeAgreementPdf(document))
        .subarray(0, 5)
        .toString(),
    ).toBe('%PDF-');
    const cookie = await givenLoggedIn(app, 'strategigrupp-06');
    for (const page of ['synpunkter', 'sammanstallning']) {
      const html = await (await app.request(`${TEST_ORIGIN}/remisser/${round}/${page}`, { headers: { cookie } })).text();
      expect(html).toContain('&lt;script&gt;');
      expect(html).not.toContain('<script>alert');
    }
  });
});

describe('a round that is called back', () => {
  test('is no longer there for the public, in the program or in the database, and still for those who were asked', async () => {
    const round = await sent(await opened('06', 'attack-5'), { isPublic: true });
    const count = (scope: Scope) =>
      as(
        scope,
        async (tx) => (await sql<{ n: number }>`select count(*)::int as n from consultation where id = ${round}`.execute(tx)).rows[0]?.n,
      );
    expect([codeOf(await readRound(anyone, { round })), await count(anyone)]).toEqual(['done', 1]);
    done(await recallRound(region, { round }));
    expect([codeOf(await readRound(anyone, { round })), await count(anyone)]).toEqual(['round-not-found', 0]);
    expect(done(await readRounds(anyone, {})).map(({ row }) => row.id)).not.toContain(round);
    expect(done(await readRound(users, { round })).round.state).toBe('recalled');
  });
});

describe('one asked that has gone up into another', () => {
  const from = municipalityId('0604');
  const into = assignmentOf(heir.actor)?.organisation.id ?? '';
  afterAll(() => owner((tx) => sql`delete from succession where from_id = ${from} and to_id = ${into}`.execute(tx)));

  test('is spoken for, and told, by that one from its day on', async () => {
    const round = await sent(await opened('06', 'attack-6'), { receivers: [TOWN, USERS] });
    const view = { round, place: '', text: 'Från oss båda.' };
    expect(codeOf(await giveComment(heir, view))).toBe('not-asked');
    await owner((tx) =>
      sql`insert into succession (id, of, from_id, to_id, how, on_date) values (gen_random_uuid(), 'organisation', ${from}, ${into}, 'merge', '2026-11-22')`.execute(
        tx,
      ),
    );
    done(await giveComment(heir, view));
    expect(done(await readRound(heir, { round })).own.map(({ receiver }) => receiver)).toEqual([TOWN]);
    expect(done(await readRounds(heir, {})).find(({ row }) => row.id === round)).toMatchObject({ awaitsReply: true });
    done(await giveReply(heir, { round, stance: 'done' }));
    done(await extendRound(region, { round, lastDay: '2026-12-20', reason: 'Fler hinner.' }));
    expect(await told(round, 'consultation-extended')).toEqual(expect.arrayContaining([{ role: 'registrar', organisation: into }]));
    expect(codeOf(await giveComment(town, view))).toBe('not-asked');
  });
});

describe('things that happen at once', () => {
  test('never leave a round closed with a view that has no answer, nor called back with one', async () => {
    for (const nth of [1, 2, 3]) {
      const round = await sent(await opened('06', `attack-7-${nth}`), { receivers: [USERS] });
      const comment = done(await giveComment(users, { round, place: '', text: 'Bra.' })).id;
      done(await giveReply(users, { round, stance: 'done' }));
      done(await disposeComment(region, { round, comment, outcome: 'accepted', seen: 0 }));
      const [, given] = await Promise.all([
        closeRound(region, { round }),
        giveComment(users, { round, place: '', text: `En till ${nth}.` }),
      ]);
      const { round: state } = done(await readViews(region, { round }));
      expect([state.state === 'closed', codeOf(given)]).toEqual(
        state.unanswered.length > 0 ? [false, 'done'] : [true, 'round-not-in-state'],
      );
      const other = await sent(await opened('06', `attack-8-${nth}`), { receivers: [USERS] });
      const answers = await Promise.all([
        recallRound(region, { round: other }),
        giveComment(users, { round: other, place: '', text: 'Bra.' }),
      ]);
      expect(answers.map(codeOf).filter((code) => code === 'done')).toHaveLength(1);
    }
  });
});

const cutAll = () =>
  owner((tx) =>
    sql`select pg_terminate_backend(pid) from pg_stat_activity where usename = 'overens_app' and datname = current_database()`.execute(tx),
  );

/** Cuts what is sent when it has come as far as to write into the table. */
const cutWaitingFor = <T>(table: string, send: () => Promise<T>) =>
  owner(async (tx) => {
    await sql`lock table ${sql.table(table)} in share mode`.execute(tx);
    const sending = send();
    const waiting = sql`select from pg_locks where relation = ${table}::regclass and not granted`;
    await until(async () => (await owner((other) => waiting.execute(other))).rows.length > 0);
    await cutAll();
    return { sending };
  });

/** Cuts what is sent at whatever moment it is, some milliseconds later. */
const cutAfter = async <T>(milliseconds: number, send: () => Promise<T>) => {
  const sending = send();
  await wait(milliseconds);
  await cutAll();
  return { sending };
};

describe('connections that are cut while views are sent', () => {
  test('leave nothing half, and what is sent again is there once', async () => {
    const round = await sent(await opened('06', 'attack-cut'), { receivers: [USERS] });
    const view = (nth: number) => ({ key: stableId(`attack-cut-${nth}`), round, place: '', text: `Synpunkt ${nth}.` });
    const all = Array.from({ length: 24 }, (_, nth) => view(nth));
    let cut = 0;
    for (const [nth, table] of ['consultation_comment', 'act', undefined, undefined].entries()) {
      const send = () => Promise.allSettled(all.slice(nth * 6, nth * 6 + 6).map((one) => giveComment(users, one)));
      const { sending } = table ? await cutWaitingFor(table, send) : await cutAfter(nth, send);
      const refused = (await sending).filter(({ status }) => status === 'rejected').length;
      // Else nothing was tried: something was under way when it was cut.
      if (table) expect(refused, table).toBeGreaterThan(0);
      cut += refused;
    }
    const counts = () =>
      owner(async (tx) => {
        const { rows } = await sql<{ views: number; acts: number; paired: number }>`select
          (select count(*)::int from consultation_comment where consultation_id = ${round}) as views,
          (select count(*)::int from act where subject_id = ${round} and kind = 'consultations.comment') as acts,
          (select count(*)::int from consultation_comment m join act a on a.id = m.act_id and a.content ->> 'comment' = m.id::text where consultation_id = ${round}) as paired`.execute(
          tx,
        );
        return rows[0];
      });
    const { views = 0 } = (await counts()) ?? {};
    expect(await counts()).toEqual({ views, acts: views, paired: views });
    // What was answered is there; what was cut may have been stored all the same, when only the answer was lost.
    expect(views).toBeGreaterThanOrEqual(all.length - cut);
    for (const one of all) expect(done(await giveComment(users, one)).id).toBe(one.key);
    expect(await counts()).toEqual({ views: all.length, acts: all.length, paired: all.length });
  });
});

describe('more time', () => {
  test('is given by whoever opened the round and nobody else, at most until a year after, and told once to those asked', async () => {
    const round = await sent(await opened('06', 'attack-9'));
    const more = { round, lastDay: '2026-12-31', reason: 'Nämnden sammanträder i slutet av december.' };
    for (const scope of [municipality, town, users]) expect(codeOf(await extendRound(scope, more))).toBe('forbidden');
    expect(codeOf(await extendRound(anyone, more))).toBe('forbidden');
    expect(codeOf(await extendRound(writers['20'].region, more))).toBe('round-not-found');
    expect(await extendRound(region, { ...more, lastDay: '2026-12-10' })).toMatchObject({ code: 'not-more-time' });
    expect(await extendRound(region, { ...more, lastDay: '2027-11-23' })).toMatchObject({ code: 'last-day-too-far' });
    expect(await extendRound(region, { ...more, reason: '  ' })).toMatchObject({ code: 'input-invalid' });
    const both = await Promise.all([extendRound(region, more), extendRound(region, more)]);
    expect(both.map(codeOf)).toEqual(['done', 'done']);
    expect(await told(round, 'consultation-extended')).toHaveLength(2);
    done(await extendRound(region, { ...more, lastDay: '2027-01-15' }));
    const view = done(await readRound(users, { round }));
    expect(view.row.lastDay).toBe('2027-01-15');
    expect(view.extensions.map(({ from, lastDay }) => [from, lastDay])).toEqual([
      ['2026-12-10', '2026-12-31'],
      ['2026-12-31', '2027-01-15'],
    ]);
    expect(done(await readRounds(users, {})).find(({ row }) => row.id === round)).toMatchObject({
      state: 'open',
      row: { lastDay: '2027-01-15' },
    });
  });

  test('is not given in a round that is closed or called back, nor put there past the program', async () => {
    const round = await sent(await opened('06', 'attack-10'), { receivers: [USERS] });
    const insert = (scope: Scope) =>
      as(scope, async (tx) => {
        const record = recorder(tx, { actor: scope.actor, today: clock.today(), now: clock.now() });
        const act = await record({ kind: 'consultations.extend', subject: { kind: 'consultation', id: round }, content: {} });
        await insertExtension(tx, { act, round, number: 1, lastDay: '2026-12-31', reason: 'Därför.', at: clock.now() });
      });
    expect(getLogin(municipality.actor).account).not.toBe(getLogin(region.actor).account);
    await expect(insert(municipality)).rejects.toThrow(/row-level security/);
    done(await giveReply(users, { round, stance: 'no-remarks' }));
    done(await closeRound(region, { round }));
    expect(codeOf(await extendRound(region, { round, lastDay: '2026-12-31', reason: 'Därför.' }))).toBe('round-not-in-state');
    await expect(insert(region)).rejects.toThrow(/row-level security/);
    await expect(as(region, (tx) => sql`update consultation_extension set last_day = '2028-01-01'`.execute(tx))).rejects.toThrow(
      /permission denied/,
    );
  });
});
