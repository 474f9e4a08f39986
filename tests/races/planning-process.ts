/**
 * A process that does nothing but write plans, seal the log and tell those who subscribe, as fast as it can, until it is killed. argv: the logins of the database as JSON,
 * the moment it begins at, the secret of a session, the key that checkpoints are signed with (PEM), the units it asks (JSON: own, other) and what it names a
 * person by. Says `ready` when it works, and what was written with its id once it is kept.
 */
import { takeConsent } from '../../src/features/consents/take-consent.ts';
import { askUnit } from '../../src/features/plans/ask-unit.ts';
import { writeGoal } from '../../src/features/plans/contents/write-goal.ts';
import { writeMeasure } from '../../src/features/plans/contents/write-measure.ts';
import { openPlan } from '../../src/features/plans/open-plan.ts';
import { pointOut } from '../../src/features/plans/point-out.ts';
import { askTask } from '../../src/features/plans/tasks/ask-task.ts';
import { sendWebhooks } from '../../src/features/webhooks/send-webhooks.ts';
import { startSealer } from '../../src/platform/audit/sealer.ts';
import { parseSigningKey } from '../../src/platform/audit/signing-key.ts';
import { createPool, type Logins } from '../../src/platform/db/connect.ts';
import type { Database } from '../../src/platform/db/index.ts';
import { transactions } from '../../src/platform/db/transaction.ts';
import { typeParsers } from '../../src/platform/db/values.ts';
import { sessionReader } from '../../src/platform/identity/index.ts';
import { newId } from '../../src/platform/ids.ts';
import { startJobs } from '../../src/platform/jobs/index.ts';
import type { Log } from '../../src/platform/log/index.ts';
import { givenKeyRing } from '../given/key-ring.ts';

const AT_ONCE = 3;

const [logins = '{}', moment = '', secret = '', pem = '', units = '{}', person = ''] = process.argv.slice(2);
const { app, writes, jobs }: Logins = JSON.parse(logins);
const { own, other }: { own: string; other: string } = JSON.parse(units);
const opened = (login: Logins['app'], max: number) =>
  transactions(createPool({ ...login, client: { ...login.client, types: typeParsers } }, { max }, () => undefined));
const { transaction } = opened(app, AT_ONCE + 2);
const { once } = opened(writes, 1);
const database = { transaction, once, identify: once, jobs } as unknown as Database;
const begun = performance.now();
const now = () => Temporal.Instant.from(moment).add({ microseconds: Math.round((performance.now() - begun) * 1000) });
const clock = { now, today: () => now().toZonedDateTimeISO('Europe/Stockholm').toPlainDate() };
const silent = { warn: () => undefined, info: () => undefined, error: () => undefined } as unknown as Log;
const key = parseSigningKey(pem);
const actor = await sessionReader({ database, clock })(secret);
if (!actor || !key) throw new Error('nobody is let in');
const runtime = { database, clock, keys: givenKeyRing() };
const scope = { runtime, actor };

startSealer({ database, key, clock, log: silent });
await startJobs({ database, log: silent, kinds: [sendWebhooks(runtime, { inside: true })], every: 20 });
process.stdout.write('ready\n');
await Promise.all(Array.from({ length: AT_ONCE }, plans));

async function plans(): Promise<never> {
  for (;;) {
    const plan = newId();
    const need = { kind: 'sip', municipality: '0604', by: 'staff', on: '2026-11-20', reason: 'Behöver båda', needed: 'yes' } as const;
    await kept('plan', plan, openPlan(scope, { key: plan, person, ...need }));
    const consent = newId();
    const yes = { kind: 'make-plan', answer: 'given', method: 'oral', on: '2026-11-20', evidence: 'Journalen' } as const;
    await kept('consent', consent, takeConsent(scope, { key: consent, plan, ...yes }));
    const [goal, measure, task, initiative] = [newId(), newId(), newId(), newId()];
    const words = { sort: 'of-staff', horizon: 'short', words: 'Sova hela natten' } as const;
    await kept('goal', goal, writeGoal(scope, { plan, goal, seen: 0, ...words }));
    const said = {
      need: 'Sova',
      what: 'Stöd hemma',
      who: 'Alva Provdal',
      starts: '2026-12-01',
      target: '2027-03-01',
      outside: 'own-wish',
    } as const;
    await kept('measure', measure, writeMeasure(scope, { plan, measure, seen: 0, unit: own, ...said }));
    await kept('task', task, askTask(scope, { plan, measure, key: task, due: '2027-01-15' }));
    await kept('party', plan, askUnit(scope, { plan, unit: other }));
    await kept(
      'initiative',
      initiative,
      pointOut(scope, { key: initiative, plan, by: 'relative', on: '2026-11-18', reason: 'Systern ringde' }),
    );
  }
}

/** Says that it is written, once the answer has come. */
async function kept(what: string, id: string, answer: Promise<object>): Promise<void> {
  const done = await answer;
  if ('refused' in done) throw new Error(`${what}: ${JSON.stringify(done)}`);
  process.stdout.write(`${what} ${id}\n`);
}
