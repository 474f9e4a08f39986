/**
 * A process that does nothing but one work, as fast as it can, until it is killed: `watch` looks over all agreements, day after day; `import` reads one large file after
 * another in. argv: which, the logins of the database as JSON, the moment it begins at, and for `import` the secret of a session and a word that no other process has.
 * Says `ready` when it works, and for `import` the id of each import once it is kept.
 */
import { watchAgreements } from '../../src/features/follow-ups/watch-agreements.ts';
import { uploadImport } from '../../src/features/imports/upload-import.ts';
import { createPool, type Logins } from '../../src/platform/db/connect.ts';
import type { Database } from '../../src/platform/db/index.ts';
import { transactions } from '../../src/platform/db/transaction.ts';
import { typeParsers } from '../../src/platform/db/values.ts';
import { sessionReader } from '../../src/platform/identity/index.ts';

const [work = '', logins = '{}', moment = '', secret = '', word = ''] = process.argv.slice(2);
const { app }: Logins = JSON.parse(logins);
const { transaction, once } = transactions(
  createPool({ ...app, client: { ...app.client, types: typeParsers } }, { max: 2 }, () => undefined),
);
const database = { transaction, once, identify: once } as unknown as Database;
let now = Temporal.Instant.from(moment);
const clock = { now: () => now, today: () => now.toZonedDateTimeISO('Europe/Stockholm').toPlainDate() };

process.stdout.write('ready\n');
if (work === 'watch') await watch();
else await readIn();

async function watch(): Promise<never> {
  for (;;) {
    const kind = watchAgreements({ database, clock });
    const ids = await kind.waiting();
    // The same at the same time, as when a job is given back while its process was only slow.
    await Promise.all([...ids, ...ids].map((id) => kind.run(id, { last: false })));
    now = now.add({ hours: 24 * 20 });
  }
}

async function readIn(): Promise<never> {
  const actor = await sessionReader({ database, clock })(secret);
  if (!actor) throw new Error('nobody is let in');
  for (let nth = 0; ; nth++) {
    const text = `# Avtal ${word} ${nth}\n\n${'## Ansvar\n\nKommunen svarar för boende med stöd. Regionen svarar för vård.\n\n'.repeat(3200)}`;
    const kept = await uploadImport({ runtime: { database, clock }, actor }, { name: `${word}-${nth}.md`, bytes: Buffer.from(text) });
    if ('id' in kept) process.stdout.write(`${kept.id}\n`);
    else throw new Error(kept.code);
  }
}
