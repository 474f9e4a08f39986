import { inspect } from 'node:util';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createKeyRing, SecretsError } from './key-ring.ts';
import { newKey, personKeysSchema } from './person-keys.ts';

const [k1, k2, hash] = [newKey(), newKey(), newKey()];
const ring = (keys: string, hashKey = hash) => {
  const read = personKeysSchema.parse({ PERSON_KEYS: keys, PERSON_HASH_KEY: hashKey });
  return createKeyRing({ keys: read.PERSON_KEYS, hashKey: read.PERSON_HASH_KEY });
};
const old = ring(`k1:${k1}`);
const rotated = ring(`k2:${k2},k1:${k1}`);
const NUMBER = '198504179805';
const ROW = 'person.number:7';

const failure = (run: () => unknown): SecretsError => {
  try {
    run();
  } catch (error) {
    if (error instanceof SecretsError) return error;
    throw error;
  }
  throw new Error('did not refuse');
};

describe('a value', () => {
  test('comes back as it was, in its own place', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string({ minLength: 1 }), (plain, context) => {
        expect(old.decrypt(old.encrypt(plain, context), context)).toBe(plain);
      }),
    );
  });

  test('cannot be read in another row or column', () => {
    const sealed = old.encrypt(NUMBER, ROW);
    for (const context of ['person.number:8', 'person.number:70', 'person.name:7'])
      expect(failure(() => old.decrypt(sealed, context)).code).toBe('secret-not-authentic');
  });

  test('cannot be changed in any bit', () => {
    const sealed = old.encrypt(NUMBER, ROW);
    for (let bit = 0; bit < sealed.length * 8; bit += 1) {
      const changed = Buffer.from(sealed);
      changed[bit >> 3] = (changed[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      expect(failure(() => old.decrypt(changed, ROW))).toBeInstanceOf(SecretsError);
    }
  });

  test('cannot be cut short, and nothing else is taken for one', () => {
    const sealed = old.encrypt(NUMBER, ROW);
    for (let length = 0; length < sealed.length; length += 1) failure(() => old.decrypt(sealed.subarray(0, length), ROW));
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 80 }), (bytes) => {
        expect(failure(() => old.decrypt(bytes, ROW))).toBeInstanceOf(SecretsError);
      }),
    );
  });

  test('looks different each time, and shows nothing of the text', () => {
    const seen = new Set(Array.from({ length: 50 }, () => old.encrypt(NUMBER, ROW).toString('hex')));
    expect(seen.size).toBe(50);
    for (const one of seen) expect(Buffer.from(one, 'hex').toString('latin1')).not.toContain(NUMBER.slice(0, 6));
  });

  test('has version, key, nonce, tag and text in that order', () => {
    const sealed = old.encrypt(NUMBER, ROW);
    expect([...sealed.subarray(0, 4)]).toEqual([1, 2, 'k'.charCodeAt(0), '1'.charCodeAt(0)]);
    expect(sealed.length).toBe(4 + 12 + 16 + NUMBER.length);
  });

  test('is read also where the driver hands over a part of a larger buffer', () => {
    const sealed = old.encrypt(NUMBER, ROW);
    const larger = new Uint8Array(sealed.length + 20);
    larger.set(sealed, 9);
    expect(old.decrypt(larger.subarray(9, 9 + sealed.length), ROW)).toBe(NUMBER);
  });

  test('needs a place', () => {
    expect(() => old.encrypt(NUMBER, '')).toThrow(RangeError);
  });
});

describe('rotation', () => {
  test('a new first key reads what the old one wrote, says that it is old, and writes with the new', () => {
    const sealed = old.encrypt(NUMBER, ROW);
    expect(rotated.decrypt(sealed, ROW)).toBe(NUMBER);
    expect([old.needsRotation(sealed), rotated.needsRotation(sealed)]).toEqual([false, true]);
    const again = rotated.encrypt(rotated.decrypt(sealed, ROW), ROW);
    expect(rotated.needsRotation(again)).toBe(false);
    expect(failure(() => old.decrypt(again, ROW)).code).toBe('secret-key-unknown');
  });

  test('another key under the same name reads nothing', () => {
    expect(failure(() => ring(`k1:${k2}`).decrypt(old.encrypt(NUMBER, ROW), ROW)).code).toBe('secret-not-authentic');
  });

  test('what is no value of ours is not taken for rotated', () => {
    expect(failure(() => old.needsRotation(Buffer.from(NUMBER))).code).toBe('secret-malformed');
  });
});

describe('the hash to find by', () => {
  test('is the same for the same number and key, whichever key encrypts', () => {
    expect(old.lookupHash(NUMBER).equals(rotated.lookupHash(NUMBER))).toBe(true);
    expect(old.lookupHash(NUMBER)).toHaveLength(32);
  });

  test('is another for another number or another hash key', () => {
    expect(old.lookupHash('198504179813').equals(old.lookupHash(NUMBER))).toBe(false);
    expect(ring(`k1:${k1}`, newKey()).lookupHash(NUMBER).equals(old.lookupHash(NUMBER))).toBe(false);
  });
});

test('neither the ring nor an error shows a key, a number or a place', () => {
  const error = failure(() => old.decrypt(old.encrypt(NUMBER, ROW), 'person.number:8'));
  const shown = [
    inspect(old, { depth: 9, showHidden: true }),
    JSON.stringify(old),
    inspect(error),
    error.stack ?? '',
    String(error.cause),
  ].join('\n');
  for (const secret of [NUMBER, k1, hash, Buffer.from(k1, 'base64').toString('hex'), 'person.number']) expect(shown).not.toContain(secret);
});
