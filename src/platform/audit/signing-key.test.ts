import { createPrivateKey, generateKeyPairSync } from 'node:crypto';
import { chmod, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Checkpoint } from '../../domain/audit/checkpoint.ts';
import { Secret } from '../config/index.ts';
import { isSignedBy, readNote, signCheckpoint, writeNote } from './note.ts';
import { KEY_FILE, loadSigningKey, parsePublicKey, parseSigningKey } from './signing-key.ts';

const pair = generateKeyPairSync('ed25519');
const pem = pair.privateKey.export({ format: 'pem', type: 'pkcs8' }).toString();
const checkpoint: Checkpoint = {
  origin: 'overens-audit/0199d0a4-0000-4000-8000-000000000001',
  size: 12,
  root: '47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=',
  at: '2026-11-22T07:30:00.123Z',
  previous: 5,
};

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'overens-key-'));
});
afterAll(() => rm(folder, { recursive: true }));

describe('the signing key', () => {
  test.each([
    ['PEM', pem],
    ['PEM on one line', pem.replaceAll('\n', '\\n')],
    ['base64 of DER', pair.privateKey.export({ format: 'der', type: 'pkcs8' }).toString('base64')],
  ])('is read as %s, and gives the public key', (_, text) => {
    expect(parseSigningKey(text)?.publicPem).toBe(pair.publicKey.export({ format: 'pem', type: 'spki' }));
  });

  test('is refused when it is of another kind, public or nothing', () => {
    const other = generateKeyPairSync('x25519').privateKey.export({ format: 'pem', type: 'pkcs8' }).toString();
    for (const none of [other, pair.publicKey.export({ format: 'pem', type: 'spki' }).toString(), '', 'x']) {
      expect(parseSigningKey(none)).toBeUndefined();
    }
    expect(parsePublicKey(pem)).toBeUndefined();
  });

  test('is made once in the data folder, also by many at once, and readable by us alone', async () => {
    const keys = await Promise.all(Array.from({ length: 8 }, () => loadSigningKey({ folder })));
    expect(new Set(keys.map((key) => key?.id)).size).toBe(1);
    expect(await readdir(folder)).toEqual([KEY_FILE]);
    expect((await stat(join(folder, KEY_FILE))).mode & 0o777).toBe(0o600);
    expect((await loadSigningKey({ folder }))?.id).toBe(keys[0]?.id);
  });

  test('that is given goes before that of the folder, and a faulty one is never replaced by it', async () => {
    expect((await loadSigningKey({ given: new Secret(pem), folder }))?.id).toBe(parseSigningKey(pem)?.id);
    expect(await loadSigningKey({ given: new Secret('x'), folder })).toBeUndefined();
  });

  test('of the folder is never replaced when it is broken', async () => {
    const other = await mkdtemp(join(folder, 'broken-'));
    await writeFile(join(other, KEY_FILE), 'broken');
    await chmod(join(other, KEY_FILE), 0o600);
    expect(await loadSigningKey({ folder: other })).toBeUndefined();
    expect(await readFile(join(other, KEY_FILE), 'utf8')).toBe('broken');
  });
});

describe('a signed note', () => {
  const key = parseSigningKey(pem);
  if (!key) throw new Error('no key');
  const signature = signCheckpoint(checkpoint, createPrivateKey(pem));

  test('is read back, and its signature holds under its key alone', async () => {
    const note = readNote(writeNote(checkpoint, signature, key), [key]);
    expect(note).toEqual({ checkpoint, signature, key });
    expect(await isSignedBy(checkpoint, signature, key)).toBe(true);
    expect(await isSignedBy({ ...checkpoint, size: 13 }, signature, key)).toBe(false);
    const other = parseSigningKey(generateKeyPairSync('ed25519').privateKey.export({ format: 'pem', type: 'pkcs8' }).toString());
    if (!other) throw new Error('no key');
    expect(await isSignedBy(checkpoint, signature, other)).toBe(false);
    expect(readNote(writeNote(checkpoint, signature, key), [other])).toEqual({ checkpoint, signature, key: undefined });
  });

  test('with another shape is none', () => {
    const note = writeNote(checkpoint, signature, key);
    for (const wrong of ['', note.slice(0, -1), note.replace('— overens', '— other'), note.replace('\n\n', '\n'), `${note}x`]) {
      expect(readNote(wrong, [key])).toBeUndefined();
    }
  });
});
