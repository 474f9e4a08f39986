import { sql } from 'kysely';
import { Registry } from 'prom-client';
import { expect, test } from 'vitest';
import { givenClock } from '../../../tests/given/app.ts';
import { givenDatabase } from '../../../tests/given/database.ts';
import { givenTold } from '../../../tests/given/notices.ts';
import { measureBacklog } from './backlog.ts';

const clock = givenClock('2026-11-22');

async function givenMetrics(database: Parameters<typeof measureBacklog>[1]['database']) {
  const registry = new Registry();
  measureBacklog(registry, { database, clock });
  return async () => (await registry.metrics()).split('\n').filter((line) => line.startsWith('overens_'));
}

test('the metrics say how many jobs are given up, by queue, and how many outbox rows are late', async () => {
  const database = await givenDatabase();
  const read = await givenMetrics(database);
  expect(await read()).toEqual([
    'overens_jobs_given_up{queue="check-link"} 0',
    'overens_jobs_given_up{queue="deliver-notice"} 0',
    'overens_jobs_given_up{queue="deliver-plan-copy"} 0',
    'overens_jobs_given_up{queue="follow-signature"} 0',
    'overens_jobs_given_up{queue="index-published"} 0',
    'overens_jobs_given_up{queue="mix-survey-answers"} 0',
    'overens_jobs_given_up{queue="offer-thinning"} 0',
    'overens_jobs_given_up{queue="remind-planned-change"} 0',
    'overens_jobs_given_up{queue="remind-summons"} 0',
    'overens_jobs_given_up{queue="send-digest"} 0',
    'overens_jobs_given_up{queue="send-webhook"} 0',
    'overens_jobs_given_up{queue="thin-copy"} 0',
    'overens_jobs_given_up{queue="watch-agreements"} 0',
    'overens_outbox_late 0',
  ]);
  const { outbox: late } = await givenTold({ database, clock }, { to: { accounts: [] } });
  const { outbox: recent } = await givenTold({ database, clock }, { to: { accounts: [] } });
  const { outbox: handled } = await givenTold({ database, clock }, { to: { accounts: [] } });
  const { outbox: atBorder } = await givenTold({ database, clock }, { to: { accounts: [] } });
  await database.asOwner(async (tx) => {
    const setAge = (id: string, age: Temporal.DurationLike, at: Temporal.Instant | null) =>
      sql`update outbox set created_at = ${clock.now().subtract(age)}, handled_at = ${at} where id = ${id}`.execute(tx);
    await setAge(late, { minutes: 5, seconds: 1 }, null);
    await setAge(atBorder, { minutes: 5 }, null);
    await setAge(recent, { minutes: 4 }, null);
    await setAge(handled, { hours: 4 }, clock.now());
    await sql`insert into job.job (name, data) values ('deliver-notice-dead', '{}'), ('deliver-notice-dead', '{}'), ('send-digest', '{}')`.execute(
      tx,
    );
  });
  expect(await read()).toEqual([
    'overens_jobs_given_up{queue="check-link"} 0',
    'overens_jobs_given_up{queue="deliver-notice"} 2',
    'overens_jobs_given_up{queue="deliver-plan-copy"} 0',
    'overens_jobs_given_up{queue="follow-signature"} 0',
    'overens_jobs_given_up{queue="index-published"} 0',
    'overens_jobs_given_up{queue="mix-survey-answers"} 0',
    'overens_jobs_given_up{queue="offer-thinning"} 0',
    'overens_jobs_given_up{queue="remind-planned-change"} 0',
    'overens_jobs_given_up{queue="remind-summons"} 0',
    'overens_jobs_given_up{queue="send-digest"} 0',
    'overens_jobs_given_up{queue="send-webhook"} 0',
    'overens_jobs_given_up{queue="thin-copy"} 0',
    'overens_jobs_given_up{queue="watch-agreements"} 0',
    'overens_outbox_late 1',
  ]);
});

test('a database that cannot be asked makes the figures unknown, never nought, and the metrics are still answered', async () => {
  const read = await givenMetrics({ transaction: () => Promise.reject(new Error('lost')) });
  expect(await read()).toEqual(['overens_jobs_given_up{queue="unknown"} Nan', 'overens_outbox_late Nan']);
});
