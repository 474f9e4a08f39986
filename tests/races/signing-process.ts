/**
 * A process that does nothing but follow orders at a signing service, as fast as it can, until it is killed. argv: the logins of the database as JSON, and where the
 * service is. Says `ready` when it works.
 */
import { followSignatures } from '../../src/features/drafts/follow-signatures.ts';
import { createPool, type Logins } from '../../src/platform/db/connect.ts';
import type { Database } from '../../src/platform/db/index.ts';
import { ownerTransaction } from '../../src/platform/db/owner.ts';
import { transactions } from '../../src/platform/db/transaction.ts';
import { typeParsers } from '../../src/platform/db/values.ts';
import { httpSigningService } from '../../src/platform/signing/http-signing-service.ts';

const [logins = '{}', url = '', key = '', moment = ''] = process.argv.slice(2);
const { app, owner }: Logins = JSON.parse(logins);
const { transaction } = transactions(createPool({ ...app, client: { ...app.client, types: typeParsers } }, { max: 2 }, () => undefined));
const database = { transaction } as Database;
const now = Temporal.Instant.from(moment);
const clock = { now: () => now, today: () => now.toZonedDateTimeISO('Europe/Stockholm').toPlainDate() };
const login = { ...owner, client: { ...owner.client, types: typeParsers } };
const kind = followSignatures(
  { database, clock },
  { service: httpSigningService({ url, key, callBack: '' }), asOwner: (run) => ownerTransaction(login, run) },
);

process.stdout.write('ready\n');
for (;;) {
  // The same at the same time, as when a job is given back while its process was only slow.
  const ids = await kind.waiting();
  await Promise.all([...ids, ...ids].map((id) => kind.run(id, { last: false })));
}
