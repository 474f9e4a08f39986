import { z } from 'zod';

/** Who acted, in kind. Names are never stored: an id is enough, and a name may be protected. */
export const actorKinds = ['staff', 'individual', 'representative', 'public', 'system'] as const;

/** Which way in the act came. */
export const doors = ['page', 'api', 'command', 'job'] as const;

/**
 * What a look or a change was for (SoLPuL 6 §, förordning 2001:637 12 §, PDL 2 kap. 4 §; the emergency opening of lag 2022:913):
 * `share` names the share it rests on, `own` is somebody's look at their own data, `guardian` and `representative` that of somebody who speaks for them, `review` the checking of this very log.
 */
export const purposes = [
  'care',
  'case-handling',
  'coordination',
  'share',
  'emergency',
  'own',
  'guardian',
  'representative',
  'review',
  'quality',
  'administration',
  'system',
] as const;

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const UUID_7 = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/;

/** Looks like a personal, coordination or reserve number with its control digits: no id of ours, and no place for it here. */
const PERSONAL_NUMBER = /^(\d{2})?\d{6}[-+]?\d{4}$/;

/** An id that something else gave: a slug, a number, a uuid. Neither text nor a personal number fits. */
const Id = z
  .string()
  .regex(/^[A-Za-z0-9][A-Za-z0-9._:/-]{0,99}$/)
  .refine((text) => !PERSONAL_NUMBER.test(text), 'looks like a personal number');

const Uuid = z.string().regex(UUID);
const Code = z
  .string()
  .regex(/^[a-z][a-z0-9-]*(\.[a-z][a-z0-9-]*)*$/)
  .max(100);

/** How many ids one detail may list, and how many details an event may have. */
export const MOST_IDS = 500;
const MOST_DETAILS = 20;

/** Facts about the act as ids, counts and truths, never text: `{ returned: ['0199…'], total: 3 }`. */
const Details = z
  .record(z.string().regex(/^[a-z][A-Za-z0-9-]{0,39}$/), z.union([Id, z.array(Id).max(MOST_IDS), z.int(), z.boolean()]))
  .refine((details) => Object.keys(details).length <= MOST_DETAILS, `more than ${MOST_DETAILS} details`);

/** One act on data about a person, or one attempt: who, as what, about whom, which record, why, when, from where, allowed by which policy. */
export const AuditEvent = z
  .strictObject({
    /** uuid version 7, made by the program from `at` (`eventId`). */
    id: z.string().regex(UUID_7),
    /** ISO instant in UTC with milliseconds. */
    at: z
      .string()
      .regex(INSTANT)
      .refine((text) => !Number.isNaN(Date.parse(text)), 'no such instant'),
    account: Uuid.nullable(),
    actorKind: z.enum(actorKinds),
    assignment: Uuid.nullable(),
    /** The huvudman that the one who acts acts for. */
    organisation: Uuid.nullable(),
    unit: Uuid.nullable(),
    /** The huvudman that owns the record. */
    ownerOrganisation: Uuid.nullable(),
    /** Whom the record is about. */
    person: Uuid.nullable(),
    record: z.strictObject({ kind: Code, id: Id.nullable() }),
    /** The permission that was asked for: `persons.read`. */
    act: Code,
    outcome: z.enum(['allowed', 'refused']),
    /** Why it was refused: the code of the refusal. */
    code: Code.nullable(),
    purpose: z.strictObject({ kind: z.enum(purposes), share: Uuid.nullable() }).nullable(),
    via: z.enum(doors),
    request: Id.nullable(),
    /** The address that the request came from. */
    from: z.union([z.ipv4(), z.ipv6()]).nullable(),
    policyVersion: Id,
    details: Details,
  })
  .refine(({ outcome, code }) => (outcome === 'refused') === (code !== null), 'a refusal has a code, and nothing else has one')
  .refine(({ id, at }) => millisecondsOf(id) === Date.parse(at), 'the id does not hold the instant');
export type AuditEvent = z.output<typeof AuditEvent>;

/** The id of an event of this instant: uuid version 7 of its milliseconds and ten random bytes. */
export function eventId(at: Temporal.Instant, random: Uint8Array): string {
  if (random.length < 10) throw new RangeError('an event id needs ten random bytes');
  const time = at.epochMilliseconds.toString(16).padStart(12, '0');
  const [versioned = 0, a = 0, variant = 0, ...rest] = random;
  const tail = [0x70 | (versioned & 0x0f), a, 0x80 | (variant & 0x3f), ...rest.slice(0, 7)]
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('');
  return `${time.slice(0, 8)}-${time.slice(8)}-${tail.slice(0, 4)}-${tail.slice(4, 8)}-${tail.slice(8)}`;
}

/** The instant as events hold it: UTC, cut to milliseconds. */
export function eventInstant(at: Temporal.Instant): string {
  return at.toString({ fractionalSecondDigits: 3 });
}

function millisecondsOf(id: string): number {
  return Number.parseInt(id.slice(0, 8) + id.slice(9, 13), 16);
}
