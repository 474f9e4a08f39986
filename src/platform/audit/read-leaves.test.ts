import fc from 'fast-check';
import { expect, test } from 'vitest';
import { givenDatabase } from '../../../tests/given/database.ts';
import { type AuditEvent, actorKinds, doors, purposes } from '../../domain/audit/event.ts';
import { canonicalLine } from '../../domain/audit/line.ts';
import { insertEvents } from './events.sql.ts';
import { givenEvent, givenKey } from './given-events.ts';
import { readLeaves } from './read-leaves.ts';
import { sealNext } from './seal.ts';
import { readSealedRows } from './sealed-rows.sql.ts';
import { unpackLeaves } from './unpack-leaves.ts';

const text = fc.oneof(
  fc.stringMatching(/^[a-z.-]{1,20}$/),
  fc.string({ unit: 'binary', maxLength: 8 }).map((s) => s.replaceAll('\u0000', '')),
);
const maybe = <T>(some: fc.Arbitrary<T>) => fc.option(some, { nil: null });
const uuid = maybe(fc.uuid());
const detail = fc.oneof(text, fc.array(text, { maxLength: 3 }), fc.maxSafeInteger(), fc.boolean());

/** Events with any text at all in them, far worse than may be written. */
const events: fc.Arbitrary<AuditEvent> = fc
  .record({
    at: fc.date({ min: new Date(0), max: new Date('2999-01-01'), noInvalidDate: true }).map((date) => date.toISOString()),
    account: uuid,
    actorKind: fc.constantFrom(...actorKinds),
    assignment: uuid,
    organisation: uuid,
    unit: uuid,
    ownerOrganisation: uuid,
    person: uuid,
    record: fc.record({ kind: text, id: maybe(text) }),
    act: text,
    refused: maybe(text),
    purpose: maybe(fc.record({ kind: fc.constantFrom(...purposes), share: uuid })),
    via: fc.constantFrom(...doors),
    request: maybe(text),
    from: maybe(text),
    policyVersion: text,
    details: fc.dictionary(fc.stringMatching(/^[a-zA-Z0-9]{1,8}$/), detail, { maxKeys: 4, noNullPrototype: true }),
  })
  .map(({ refused, ...fields }) => givenEvent({ ...fields, code: refused, outcome: refused === null ? 'allowed' : 'refused' }));

test('the line that is read back is that which was sealed, whatever stands in the event', async () => {
  const database = await givenDatabase();
  let size = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(events, { minLength: 20, maxLength: 40 }), async (given) => {
      // Ids of their own each time, also when a failure is made smaller.
      const batch = given.map((event) => ({ ...event, id: givenEvent({ at: event.at }).id }));
      await database.transaction('write', (tx) => insertEvents(tx, batch));
      const seal = () => database.transaction('write', (tx) => sealNext(tx, { key: givenKey(), now: Temporal.Now.instant(), most: 100 }));
      while ((await seal()) === 0);
      const read = await database.asOwner((tx) => readLeaves(tx, size, size + batch.length, { withLines: true }));
      size += batch.length;
      expect(read.map(({ line }) => line).sort()).toEqual(batch.map(canonicalLine).sort());
    }),
    { numRuns: 20, endOnFailure: true },
  );
  const unpacked = (await database.asOwner((tx) => readSealedRows(tx, 0, size))).flatMap((packed) => unpackLeaves(packed));
  // Both ways of reading were tried.
  expect(unpacked.some(({ now }) => now === undefined)).toBe(true);
  expect(unpacked.some(({ now }) => now !== undefined)).toBe(true);
});
