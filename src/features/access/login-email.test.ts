import { sql } from 'kysely';
import { beforeAll, expect, test } from 'vitest';
import { givenClock } from '../../../tests/given/app.ts';
import { givenDatabase } from '../../../tests/given/database.ts';
import { givenKeyRing, givenLogin } from '../../../tests/given/logged-in.ts';
import { PUBLIC } from '../../domain/access/actor.ts';
import { isRefusal } from '../../domain/refusal.ts';
import type { Runtime } from '../../platform/index.ts';
import { openSession } from './open-session.ts';

const clock = givenClock('2026-11-24');
let runtime: Runtime;
let staff: { id: string; hsa: string };

beforeAll(async () => {
  const database = await givenDatabase();
  runtime = { database, clock, keys: givenKeyRing() };
  await givenLogin(database, clock);
  const { rows } = await database.asOwner((tx) =>
    sql<{ id: string; hsa: string }>`select id, hsa_id as hsa from account where kind = 'staff' and hsa_id is not null and issuer is null
      order by id limit 1`.execute(tx),
  );
  if (!rows[0]) throw new Error('the fictional register has nobody who has not logged in');
  [staff] = rows as [typeof staff];
});

const emailOf = async (condition: { subject: string }) => {
  const { rows } = await runtime.database.asOwner((tx) =>
    sql<{ email: string | null }>`select email from account where subject = ${condition.subject}`.execute(tx),
  );
  return rows[0]?.email;
};

async function logIn(subject: string, email: string | undefined, known: { hsaId?: string; numberHash?: Buffer }): Promise<void> {
  const { hsaId, numberHash } = known;
  const answer = await openSession(
    { runtime, actor: PUBLIC },
    {
      who: {
        issuer: 'test',
        subject,
        assurance: 'loa3',
        authenticatedAt: clock.now(),
        hsaId,
        name: 'Tolvan Tolvansson',
        email,
        providerSession: undefined,
      },
      ...(numberHash ? { numberHash } : {}),
      device: '',
      least: { staff: 'loa3', individual: 'loa3' },
    },
  );
  if (isRefusal(answer)) throw new Error(answer.code);
}

test('an individual has the address of their latest login, and keeps it when the provider says none, or none that is one', async () => {
  const known = { numberHash: Buffer.from('an individual of this test alone.') };
  await logIn('individual', 'ett@example.se', known);
  expect(await emailOf({ subject: 'individual' })).toBe('ett@example.se');
  await logIn('individual', 'tva@example.se', known);
  for (const none of [undefined, 'ingen adress']) await logIn('individual', none, known);
  expect(await emailOf({ subject: 'individual' })).toBe('tva@example.se');
});

test('staff have the address of their login only where the administrator wrote none', async () => {
  const set = (email: string | null) =>
    runtime.database.asOwner((tx) => sql`update account set email = ${email} where id = ${staff.id}`.execute(tx));
  await set(null);
  await logIn('staff', 'fran-inloggningen@example.se', { hsaId: staff.hsa });
  expect(await emailOf({ subject: 'staff' })).toBe('fran-inloggningen@example.se');
  await set('forvaltaren@example.se');
  await logIn('staff', 'fran-inloggningen@example.se', { hsaId: staff.hsa });
  expect(await emailOf({ subject: 'staff' })).toBe('forvaltaren@example.se');
});
