import { type PersonalNumber, parsePersonalNumber } from '../../domain/persons/personal-number.ts';
import type { ProtectedIdentity } from '../../domain/persons/protected-identity.ts';
import type { KeyRing, Tx } from '../../platform/index.ts';
import { insertCaseContact, insertPerson, putPlace } from './persons.sql.ts';
import { contexts, sealNumber, sealText } from './sealed.ts';
import { hasPerson, insertFirstAccess, protectFirst } from './seed.sql.ts';

export type SeedPerson = {
  readonly id: string;
  readonly organisation: string;
  readonly name: string;
  readonly number: string | undefined;
  readonly protection: ProtectedIdentity | null;
  readonly address: string;
  /** From which day the contacts hold. */
  readonly since: string;
  readonly contacts: readonly { readonly id: string; readonly unit: string; readonly caseNumber: string }[];
};

export type SeedAccess = { readonly id: string; readonly organisation: string; readonly account: string; readonly since: string };

/** Puts a fictional person into the database, once. For demo mode, as the owner. */
export async function seedPerson(tx: Tx, keys: KeyRing, person: SeedPerson, now: Temporal.Instant): Promise<void> {
  const { id, organisation, name, protection, contacts } = person;
  if (await hasPerson(tx, id)) return;
  const number = person.number === undefined ? undefined : sealNumber(keys, id, checked(person.number, now));
  await insertPerson(tx, { id, organisation, number, name, interpreter: null }, now);
  const since = Temporal.PlainDate.from(person.since);
  for (const contact of contacts) await insertCaseContact(tx, { ...contact, person: id, organisation }, since);
  await putPlace(tx, id, { address: sealText(keys, person.address, contexts.address(id)), whereabouts: null });
  if (protection) await protectFirst(tx, id, protection);
}

/** Authorises someone fictional for people with protected identity, once. For demo mode, as the owner. */
export async function seedProtectedAccess(tx: Tx, access: SeedAccess, now: Temporal.Instant): Promise<void> {
  await insertFirstAccess(tx, access, now);
}

function checked(text: string, now: Temporal.Instant): PersonalNumber {
  const number = parsePersonalNumber(text, { today: now.toZonedDateTimeISO('Europe/Stockholm').toPlainDate() });
  if ('fault' in number) throw new Error('the number of a fictional person is none');
  return number;
}
