import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { getLogin, PUBLIC } from '../../domain/access/actor.ts';
import type { Permission } from '../../domain/access/permissions.ts';
import { actingOf } from '../../platform/acting.ts';
import type { Scope } from '../../platform/index.ts';
import { recorder, stableId } from '../../platform/index.ts';
import { done, givenDrafts } from '../drafts/given-drafts.ts';
import { municipalityId } from '../organisations/index.ts';
import { closeRound } from './close-round.ts';
import { insertComment, insertDisposition, insertReply } from './comments.sql.ts';
import { insertReceiver } from './consultations.sql.ts';
import { giveComment } from './give-comment.ts';
import { openRound } from './open-round.ts';

const { writers, scopeOf, opened, runtime, clock } = await givenDrafts();
const users = await scopeOf('brukarorganisation-06');
const region = writers['06'].region;
const anyone: Scope = { runtime, actor: PUBLIC };
const USERS = `user-organisation:${stableId('demo:users:06')}`;
const sent = async (draft: string): Promise<string> =>
  done(await openRound(region, { draft, lastDay: '2026-12-10', level: 'consultation', isPublic: false, receivers: [USERS] })).id;

describe('the database', () => {
  const asActor = <T>(scope: Scope, run: (tx: Parameters<Parameters<typeof runtime.database.asOwner>[0]>[0]) => Promise<T>) =>
    runtime.database.transaction('write', run, actingOf(scope.actor, clock.now()));

  test('shows a round, its text and its views to nobody whom the policies shut out', async () => {
    const round = await sent(await opened('06', 'remiss-10'));
    done(await giveComment(users, { round, place: '', text: 'Bara för dem som skriver.' }));
    const count = (scope: Scope) =>
      asActor(scope, async (tx) => {
        const { rows } = await sql<{ rounds: number; comments: number }>`select
          (select count(*)::int from consultation where id = ${round}) as rounds,
          (select count(*)::int from consultation_comment where consultation_id = ${round}) as comments`.execute(tx);
        return rows[0];
      });
    expect(await count(users)).toEqual({ rounds: 1, comments: 1 });
    expect(await count(region)).toEqual({ rounds: 1, comments: 1 });
    for (const account of ['brukarorganisation-20', 'politiker-06', 'mas-aneby-06', 'strategigrupp-20']) {
      expect([account, await count(await scopeOf(account))]).toEqual([account, { rounds: 0, comments: 0 }]);
    }
    expect(await count(anyone)).toEqual({ rounds: 0, comments: 0 });
  });

  test('takes no view under an act of another kind, nothing into a round that is over, and nobody new once it is opened', async () => {
    const round = await sent(await opened('06', 'remiss-11'));
    const recording = <T>(scope: Scope, kind: Permission, run: (tx: Parameters<typeof insertComment>[0], act: string) => Promise<T>) =>
      asActor(scope, async (tx) => {
        const record = recorder(tx, { actor: scope.actor, today: clock.today(), now: clock.now() });
        return run(tx, await record({ kind, subject: { kind: 'consultation', id: round }, content: {} }));
      });
    const at = clock.now();
    const view = { round, receiver: USERS, fromWhom: '', cameOn: '2026-11-22', section: null, sentence: null, words: '', text: 'Bra.', at };
    const put = (id: string, kind: Permission = 'consultations.comment') =>
      recording(users, kind, (tx, act) =>
        insertComment(tx, { ...view, id: stableId(id), source: 'receiver', act, account: getLogin(users.actor).account }),
      );
    const answer = (number: number, kind: Permission = 'consultations.dispose') =>
      recording(region, kind, (tx, act) =>
        insertDisposition(tx, { act, comment: stableId('rls-view'), number, outcome: 'accepted', reason: '', at }),
      );
    const reply = (kind: Permission = 'consultations.reply') =>
      recording(users, kind, (tx, act) => insertReply(tx, { act, round, receiver: USERS, stance: 'done', on: '2026-11-22', at }));
    const wall = /row-level security/;
    await expect(put('rls-view', 'consultations.reply')).rejects.toThrow(wall);
    await put('rls-view');
    await expect(answer(1, 'consultations.close')).rejects.toThrow(wall);
    await answer(1);
    await expect(reply('consultations.comment')).rejects.toThrow(wall);
    await reply();
    const aneby = { receiver: `huvudman:${municipalityId('0604')}`, kind: 'huvudman', id: municipalityId('0604'), name: 'Aneby' } as const;
    await expect(asActor(region, (tx) => insertReceiver(tx, round, aneby))).rejects.toThrow(wall);
    done(await closeRound(region, { round }));
    await expect(put('rls-late')).rejects.toThrow(wall);
    await expect(answer(2)).rejects.toThrow(wall);
    await expect(reply()).rejects.toThrow(wall);
  });

  test('holds nobody asked under a word that is not theirs', async () => {
    const round = await sent(await opened('06', 'remiss-12'));
    const strange = [
      { receiver: 'body:reko', kind: 'unit', id: stableId('demo:users:06'), name: 'En' },
      { receiver: 'body:reko', kind: 'body', id: 'annat', name: 'Annat' },
      { receiver: `unit:${stableId('demo:users:06')}`, kind: 'user-organisation', id: stableId('demo:users:06'), name: 'Två' },
    ] as const;
    for (const one of strange) {
      await expect(runtime.database.asOwner((tx) => insertReceiver(tx, round, one))).rejects.toThrow(/check constraint/);
    }
  });

  test('lets nobody change or take away what was said', async () => {
    for (const table of [
      'consultation',
      'consultation_comment',
      'consultation_disposition',
      'consultation_reply',
      'consultation_receiver',
    ]) {
      await expect(asActor(region, (tx) => sql`delete from ${sql.table(table)}`.execute(tx))).rejects.toThrow(/permission denied/);
      const { rows } = await runtime.database.asOwner((tx) =>
        sql<{ may: boolean }>`select has_table_privilege('overens_app', ${table}, 'update') as may`.execute(tx),
      );
      expect(rows).toEqual([{ may: false }]);
    }
  });
});
