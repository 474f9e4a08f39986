import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { Secret } from '../config/secret.ts';
import { secretsTexts as texts } from './texts.ts';

/** One key of the ring: the name written into each value it encrypts, and 32 bytes as base64. */
export type PersonKey = { readonly id: string; readonly key: Secret };

/** The keys that person numbers are kept under. The first of `keys` encrypts; all decrypt. `hashKey` finds by keyed hash. */
export type PersonKeys = { readonly keys: readonly [PersonKey, ...PersonKey[]]; readonly hashKey: Secret };

export const KEY_BYTES = 32;

/** Up to 16 lower case letters and digits, a letter first. */
const KEY_ID = /^[a-z][a-z0-9]{0,15}$/;

const Keys = z.string().transform((text, context): PersonKeys['keys'] => {
  const read = text.split(',').map((one) => readKey(one.trim()));
  const keys = read.filter((key) => key !== undefined);
  const [first, ...rest] = keys;
  const fault = faultIn(read.length, keys);
  if (fault !== undefined || first === undefined) {
    context.addIssue({ code: 'custom', message: fault ?? texts.keys });
    return z.NEVER;
  }
  return [first, ...rest];
});

const HashKey = z
  .string()
  .refine(isKey, texts.hashKey)
  .transform((text) => new Secret(text));

/**
 * The two variables of the environment, given together or not at all: `PERSON_KEYS` (`k2:<base64 of 32 bytes>,k1:<base64>`, the current first) and
 * `PERSON_HASH_KEY` (base64 of 32 bytes). Its messages are Swedish, follow the variable's name and never repeat a value.
 */
export const personKeysSchema = z.object({ PERSON_KEYS: Keys, PERSON_HASH_KEY: HashKey });

/** The same two for a configuration that may lack them. */
export const personKeyVariables = { PERSON_KEYS: Keys.optional(), PERSON_HASH_KEY: HashKey.optional() } as const;

/** A new key as `PERSON_KEYS` and `PERSON_HASH_KEY` have them. */
export function newKey(): string {
  return randomBytes(KEY_BYTES).toString('base64');
}

function readKey(text: string): PersonKey | undefined {
  const colon = text.indexOf(':');
  const id = text.slice(0, Math.max(colon, 0));
  const key = text.slice(colon + 1);
  return KEY_ID.test(id) && isKey(key) ? { id, key: new Secret(key) } : undefined;
}

function faultIn(written: number, keys: readonly PersonKey[]): string | undefined {
  if (keys.length < written) return texts.keys;
  if (new Set(keys.map(({ id }) => id)).size < keys.length) return texts.sameId;
  if (new Set(keys.map(({ key }) => key.reveal())).size < keys.length) return texts.sameKey;
  return undefined;
}

/** Is this 32 bytes as base64? Node decodes what it can and skips the rest: only text that comes back the same was base64. */
export function isKey(text: string): boolean {
  const bytes = Buffer.from(text, 'base64');
  return bytes.length === KEY_BYTES && bytes.toString('base64') === text;
}
