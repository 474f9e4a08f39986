import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Checkpoint, checkpointText, parseCheckpoint } from './checkpoint.ts';
import { AuditEvent, eventId, eventInstant } from './event.ts';
import { canonicalLine, idOfLine } from './line.ts';

const at = Temporal.Instant.from('2026-11-22T07:30:00.123456Z');
const event: AuditEvent = {
  id: eventId(at, randomBytes(10)),
  at: eventInstant(at),
  account: '0199d0a4-0000-4000-8000-000000000001',
  actorKind: 'staff',
  assignment: null,
  organisation: null,
  unit: null,
  ownerOrganisation: null,
  person: null,
  record: { kind: 'person', id: null },
  act: 'persons.search',
  outcome: 'allowed',
  code: null,
  purpose: { kind: 'case-handling', share: null },
  via: 'api',
  request: null,
  from: '2001:db8::1',
  policyVersion: 'a1b2c3',
  details: { returned: ['0199d0a4-0000-4000-8000-000000000005'], total: 1 },
};

describe('an event', () => {
  test('is what it is', () => {
    expect(AuditEvent.parse(event)).toEqual(event);
  });

  test.each([
    ['a field that is not known', { name: 'Anna' }],
    ['an instant without milliseconds', { at: '2026-11-22T07:30:00Z' }],
    ['an instant that its id does not hold', { at: '2026-11-22T07:30:00.124Z' }],
    ['an id of another version', { id: '0199d0a4-0000-4000-8000-000000000001' }],
    ['a refusal without a code', { outcome: 'refused' }],
    ['a code without a refusal', { code: 'forbidden' }],
    ['a purpose that is not on the list', { purpose: { kind: 'curiosity', share: null } }],
    ['an address that is none', { from: 'the office' }],
    ['free text in a detail', { details: { note: 'Anna was here' } }],
    ['text among ids', { details: { returned: ['Anna Andersson'] } }],
    ['a detail in a detail', { details: { returned: { id: 'x' } } }],
    ['more ids than a search returns', { details: { returned: Array.from({ length: 501 }, (_, i) => `id-${i}`) } }],
    ['more details than there are names for', { details: Object.fromEntries(Array.from({ length: 21 }, (_, i) => [`d${i}`, i])) }],
  ])('never holds %s', (_, but) => {
    expect(AuditEvent.safeParse({ ...event, ...but }).success).toBe(false);
  });

  test.each(['191212121212', '19121212-1212', '121212+1212', '1212721212'])('never holds the personal number %s as an id', (number) => {
    expect(AuditEvent.safeParse({ ...event, record: { kind: 'person', id: number } }).success).toBe(false);
    expect(AuditEvent.safeParse({ ...event, details: { returned: [number] } }).success).toBe(false);
    expect(AuditEvent.safeParse({ ...event, request: number }).success).toBe(false);
  });

  test('has an id that holds its instant and sorts by it', () => {
    const instants = fc.date({ min: new Date(0), max: new Date('2999-01-01'), noInvalidDate: true });
    fc.assert(
      fc.property(instants, instants, fc.uint8Array({ minLength: 10, maxLength: 10 }), (a, b, random) => {
        const [first, second] = [a, b].map((date) => Temporal.Instant.fromEpochMilliseconds(date.getTime()));
        if (!first || !second) throw new Error('no instant');
        expect(AuditEvent.safeParse({ ...event, id: eventId(first, random), at: eventInstant(first) }).success).toBe(true);
        if (a < b) expect(eventId(first, random) < eventId(second, random)).toBe(true);
      }),
    );
  });
});

describe('the line of an event', () => {
  test('is the same in whichever order the fields stand', () => {
    const turned = Object.fromEntries(Object.entries(event).reverse()) as AuditEvent;
    const details = { total: 1, returned: ['0199d0a4-0000-4000-8000-000000000005'] };
    expect(canonicalLine({ ...turned, details })).toBe(canonicalLine(event));
  });

  test('is another when any field is another', () => {
    const others: Partial<AuditEvent>[] = [
      { id: eventId(at, randomBytes(10)) },
      { at: '2026-11-22T07:30:00.124Z' },
      { account: null },
      { actorKind: 'system' },
      ...(['assignment', 'organisation', 'unit', 'ownerOrganisation', 'person'] as const).map((field) => ({ [field]: event.account })),
      { record: { kind: 'plan', id: null } },
      { record: { kind: 'person', id: 'x' } },
      { act: 'persons.read' },
      { outcome: 'refused' },
      { code: 'forbidden' },
      { purpose: null },
      { purpose: { kind: 'case-handling', share: event.account } },
      { via: 'page' },
      { request: 'r' },
      { from: null },
      { policyVersion: 'b' },
      { details: {} },
    ];
    const lines = [event, ...others.map((other) => ({ ...event, ...other }))].map(canonicalLine);
    expect(new Set(lines).size).toBe(lines.length);
    expect(new Set(others.flatMap(Object.keys)).size).toBe(Object.keys(event).length);
  });

  test('is one line, and says its id', () => {
    expect(canonicalLine(event)).not.toContain('\n');
    expect(idOfLine(canonicalLine(event))).toBe(event.id);
    for (const none of ['', '[]', '{}', '["x","y"]']) expect(idOfLine(none)).toBeUndefined();
  });
});

describe('the text of a checkpoint', () => {
  const checkpoint: Checkpoint = {
    origin: 'overens-audit/0199d0a4-0000-4000-8000-000000000001',
    size: 12,
    root: '47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=',
    at: '2026-11-22T07:30:00.123Z',
    previous: 0,
  };

  test('is read back as it was written', () => {
    expect(parseCheckpoint(checkpointText(checkpoint))).toEqual(checkpoint);
  });

  test('is refused with anything more, less or otherwise', () => {
    const text = checkpointText(checkpoint);
    for (const wrong of [`${text}\n`, `${text}x\n`, text.slice(0, -1), text.replace('\n12\n', '\n012\n'), text.replace('at ', 'At '), '']) {
      expect(parseCheckpoint(wrong)).toBeUndefined();
    }
  });
});
