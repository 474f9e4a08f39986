/**
 * A process in which people write in the same section, until it is killed. argv: the login of the database as JSON. Says on which port, once it listens.
 */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { liveSections } from '../../src/features/drafts/live-rooms.ts';
import { liveNotes } from '../../src/features/plans/meeting/live-notes.ts';
import { createPool, type Login } from '../../src/platform/db/connect.ts';
import type { Database } from '../../src/platform/db/index.ts';
import { transactions } from '../../src/platform/db/transaction.ts';
import { typeParsers } from '../../src/platform/db/values.ts';
import { serveLive, severalRooms } from '../../src/platform/live/index.ts';
import type { Log } from '../../src/platform/log/index.ts';
import { givenKeyRing } from '../given/key-ring.ts';

const jobs: Login = JSON.parse(process.argv[2] ?? '{}');
const app: Login = { ...jobs, client: { ...jobs.client, types: typeParsers } };
const { transaction, once } = transactions(createPool(app, { max: 3 }, () => undefined));
const database = { transaction, once, identify: once, jobs } as Database;
const clock = { today: () => Temporal.PlainDate.from('2026-11-22'), now: () => Temporal.Instant.from('2026-11-22T11:00:00Z') };
const runtime = { database, clock, keys: givenKeyRing() };

const server = createServer();
serveLive(server, {
  runtime,
  log: { error: console.error } as unknown as Log,
  rooms: severalRooms(liveSections(runtime, { pause: 30 }), liveNotes(runtime, { gather: 5 })),
});
server.listen(0, '127.0.0.1', () => process.stdout.write(`${(server.address() as AddressInfo).port}\n`));
