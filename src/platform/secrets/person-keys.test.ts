import { inspect } from 'node:util';
import { describe, expect, test } from 'vitest';
import { newKey, personKeysSchema } from './person-keys.ts';

const [one, two, hash] = [newKey(), newKey(), newKey()];
const read = (keys: string, hashKey = hash) => personKeysSchema.safeParse({ PERSON_KEYS: keys, PERSON_HASH_KEY: hashKey });
const short = Buffer.alloc(31, 7).toString('base64');

describe('the key variables', () => {
  test('give the keys in their order, the current first', () => {
    const parsed = read(`k2:${two}, k1:${one}`);
    expect(parsed.data?.PERSON_KEYS.map(({ id, key }) => [id, key.reveal()])).toEqual([
      ['k2', two],
      ['k1', one],
    ]);
    expect(parsed.data?.PERSON_HASH_KEY.reveal()).toBe(hash);
  });

  test.each([
    ['nothing', ''],
    ['a key without a name', one],
    ['an empty name', `:${one}`],
    ['a name in capitals', `K1:${one}`],
    ['a name too long', `${'k'.repeat(17)}:${one}`],
    ['a short key', `k1:${short}`],
    ['a key that is no base64', `k1:${one.replace(/.=$/, '!=')}`],
    ['a comma too many', `k1:${one},`],
    ['the same name twice', `k1:${one},k1:${two}`],
    ['the same key twice', `k1:${one},k2:${one}`],
  ])('refuse %s', (_what, keys) => {
    const parsed = read(keys);
    expect(parsed.error?.issues.map(({ path }) => path)).toEqual([['PERSON_KEYS']]);
  });

  test.each(['', short, `${hash} `, `k1:${hash}`])('refuse %j as the key of the hash', (hashKey) => {
    expect(read(`k1:${one}`, hashKey).error?.issues.map(({ path }) => path)).toEqual([['PERSON_HASH_KEY']]);
  });

  test('never show or repeat a key', () => {
    const sound = read(`k1:${one}`);
    const faulty = read(`k1:${one},k2:${one}`, `${hash}x`);
    const shown = inspect([sound.data, faulty.error], { depth: 9 }) + JSON.stringify([sound, faulty.error?.issues]);
    for (const key of [one, hash]) expect(shown).not.toContain(key.slice(0, 20));
  });
});
