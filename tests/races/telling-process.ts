/**
 * A process that does nothing but act and deliver, as fast as it can, until it is killed. argv: the logins of the database as JSON, and the accounts
 * it tells. Says `ready` when it works, and the id of each outbox row once it is committed.
 */
import { sql } from 'kysely';
import { PUBLIC } from '../../src/domain/access/actor.ts';
import { deliverNotices } from '../../src/features/notifications/deliver-notices.ts';
import { systemClock } from '../../src/platform/clock.ts';
import { createPool, type Logins } from '../../src/platform/db/connect.ts';
import type { Database, Tx } from '../../src/platform/db/index.ts';
import { transactions } from '../../src/platform/db/transaction.ts';
import { newId } from '../../src/platform/ids.ts';
import { startJobs } from '../../src/platform/jobs/index.ts';
import type { Log } from '../../src/platform/log/index.ts';
import { recorder } from '../../src/platform/record.ts';

const [logins = '{}', accounts = '[]'] = process.argv.slice(2);
const { app, jobs }: Logins = JSON.parse(logins);
const everyone: string[] = JSON.parse(accounts);
const { transaction } = transactions(createPool(app, { max: 3 }, () => undefined));
const database = { transaction, jobs } as Database;
const silent = { warn: () => undefined } as unknown as Log;

await startJobs({ database, log: silent, kinds: [deliverNotices({ database, clock: systemClock })], every: 5 });
process.stdout.write('ready\n');
for (let nth = 0; ; nth++) {
  const to = everyone.filter((_, index) => (index + nth) % 3 !== 0);
  const tell = async (tx: Tx) => {
    const record = recorder(tx, { actor: PUBLIC, today: systemClock.today(), now: systemClock.now() });
    const subject = { kind: 'test', id: newId() };
    await record({
      kind: 'notifications.set-absence',
      subject,
      content: {},
      tell: [{ kind: 'deputy-named', to: { accounts: to }, params: {} }],
    });
    return (await sql<{ id: string }>`select id from outbox order by created_at desc, id desc limit 1`.execute(tx)).rows[0]?.id;
  };
  const outbox = await transaction('write', tell, { program: 'test', now: systemClock.now() });
  process.stdout.write(`${outbox}\n`);
}
