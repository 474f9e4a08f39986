import { createHash } from 'node:crypto';
import { Secret } from '../../src/platform/config/index.ts';
import { createKeyRing, type KeyRing } from '../../src/platform/secrets/index.ts';

/** The same in every process of a run, so that a copy of what one has filled can be read by another. */
const fixedKey = (name: string) => new Secret(createHash('sha256').update(`tests: ${name}`).digest('base64'));
const ring: KeyRing = createKeyRing({ keys: [{ id: 'k1', key: fixedKey('numbers') }], hashKey: fixedKey('lookups') });

/** The keys that the tests' fictional individuals are kept under. */
export function givenKeyRing(): KeyRing {
  return ring;
}
