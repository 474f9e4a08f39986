import type { NumberFault, PersonalNumber } from '../../domain/persons/personal-number.ts';
import { parsePersonalNumber } from '../../domain/persons/personal-number.ts';
import { hashedText, type KeyRing, type Tx } from '../../platform/index.ts';
import { nationalFile } from '../counties/index.ts';

/** A number as it is kept: encrypted, bound to its row, and by keyed hash. */
export type SealedNumber = { readonly kind: PersonalNumber['kind']; readonly cipher: Buffer; readonly hash: Buffer };

/** What an encrypted value of a record belongs to: it can be read in no other place. */
export const contexts = {
  number: (person: string) => `person.number:${person}`,
  address: (person: string) => `person.address:${person}`,
  whereabouts: (person: string) => `person.whereabouts:${person}`,
  reason: (opening: string) => `emergency.reason:${opening}`,
  verdict: (opening: string) => `emergency.verdict:${opening}`,
  join: (joined: string) => `person.join:${joined}`,
} as const;

/** A number as written by somebody: read, or what is wrong with it. The formats of reserve numbers are loaded data, asked for when it is nothing else. */
export async function readNumber(
  { tx, today }: { readonly tx: Tx; readonly today: Temporal.PlainDate },
  text: string,
): Promise<PersonalNumber | { readonly fault: NumberFault }> {
  const official = parsePersonalNumber(text, { today });
  if (!('fault' in official)) return official;
  const { rules } = await nationalFile(tx, 'reserve-numbers');
  return parsePersonalNumber(text, { today, reserveRules: rules });
}

/** The keyed hash that a number is found by. */
export function numberHash(keys: KeyRing, number: PersonalNumber): Buffer {
  return keys.lookupHash(hashedText(number));
}

/** A number as it is kept: encrypted under the current key and bound to the person, and the hash that it is found by. */
export function sealNumber(keys: KeyRing, person: string, number: PersonalNumber): SealedNumber {
  return { kind: number.kind, cipher: keys.encrypt(number.number, contexts.number(person)), hash: numberHash(keys, number) };
}

/** Encrypted, or null for no text. */
export function sealText(keys: KeyRing, text: string, context: string): Buffer | null {
  return text === '' ? null : keys.encrypt(text, context);
}

/** The text again, or undefined where there is none. */
export function openText(keys: KeyRing, cipher: Buffer | null | undefined, context: string): string | undefined {
  return cipher ? keys.decrypt(cipher, context) : undefined;
}

/** A number of twelve characters as people read it. */
export function shownNumber(number: string): string {
  return `${number.slice(0, 8)}-${number.slice(8)}`;
}
