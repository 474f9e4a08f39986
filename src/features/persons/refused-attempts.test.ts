import { sql } from 'kysely';
import { beforeAll, expect, test } from 'vitest';
import { givenClock } from '../../../tests/given/app.ts';
import { givenDatabase } from '../../../tests/given/database.ts';
import { givenKeyRing, givenLogin } from '../../../tests/given/logged-in.ts';
import { accountOf, givenActor } from '../../../tests/given/notices.ts';
import { PUBLIC, type StaffActor } from '../../domain/access/actor.ts';
import type { Runtime } from '../../platform/index.ts';
import { findPersons } from './find-persons.ts';
import { readPerson } from './read-person.ts';
import { readEmergencyOpenings, reviewEmergency } from './review-emergency.ts';

const clock = givenClock();
let runtime: Runtime;
let worker: StaffActor;
beforeAll(async () => {
  const database = await givenDatabase();
  runtime = { database, clock, keys: givenKeyRing() };
  await givenLogin(database, clock);
  worker = await givenActor(runtime, 'handlaggare-aneby-06');
});

const rows = () =>
  runtime.database.asOwner(async (tx) => {
    const found = await sql<Record<string, unknown>>`select id, account_id, act, outcome, code, person_id, record_kind, record_id, details
      from audit_event order by id`.execute(tx);
    return found.rows;
  });

/** The rows that something leaves in the log. */
async function left(work: () => Promise<unknown>) {
  const before = new Set((await rows()).map(({ id }) => id));
  const answer = await work();
  return { answer, rows: (await rows()).filter(({ id }) => !before.has(id)) };
}

const ATTEMPT = { outcome: 'refused', person_id: null, record_kind: 'attempt', record_id: null, details: {} };

test('who is no reviewer and asks for the emergency openings leaves exactly one row, of the attempt and no more', async () => {
  const { answer, rows: written } = await left(() => readEmergencyOpenings({ runtime, actor: worker }, {}));
  expect(answer).toMatchObject({ code: 'forbidden' });
  expect(written).toEqual([
    { id: expect.any(String), account_id: accountOf(worker), act: 'persons.review-emergency', code: 'forbidden', ...ATTEMPT },
  ]);
});

test('what was asked in a way that cannot be leaves one row too, without anything that was typed', async () => {
  const reviewer = await givenActor(runtime, 'loggranskare-aneby-06');
  const typed = 'Zackarina Läckberghult 850417-1234';
  for (const [actor, act, ask] of [
    [worker, 'persons.read', () => readPerson({ runtime, actor: worker }, { id: typed })],
    [worker, 'persons.find', () => findPersons({ runtime, actor: worker }, { by: 'name', name: 'a', also: typed } as never)],
    [
      reviewer,
      'persons.review-emergency',
      () => reviewEmergency({ runtime, actor: reviewer }, { id: typed, verdict: 'justified', text: typed }),
    ],
  ] as const) {
    const { answer, rows: written } = await left(ask);
    expect(answer).toMatchObject({ code: 'input-invalid' });
    expect(written).toEqual([{ id: expect.any(String), account_id: accountOf(actor), act, code: 'input-invalid', ...ATTEMPT }]);
    expect(JSON.stringify(written)).not.toMatch(/Zackarina|850417/);
  }
});

test('the public, who is nobody to the log, leaves none', async () => {
  const { answer, rows: written } = await left(() => readPerson({ runtime, actor: PUBLIC }, { id: 'x' }));
  expect(answer).toMatchObject({ code: 'forbidden' });
  expect(written).toEqual([]);
});
