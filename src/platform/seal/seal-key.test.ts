import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { Secret } from '../config/index.ts';
import { makeSelfMade } from './make-certificate.ts';
import { loadSeal, parseSeal, SEAL_FILE } from './seal-key.ts';

const now = Temporal.Instant.from('2026-11-22T11:00:00Z');
let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'overens-seal-'));
});
afterEach(() => rm(folder, { recursive: true }));

const fingerprintOf = (seal: Awaited<ReturnType<typeof loadSeal>>) =>
  seal === undefined || seal === 'unusable' ? seal : seal.certificate.fingerprint;

describe('the seal of an installation', () => {
  test('is made once, kept for its owner alone, and the same ever after, also for two that start at once', async () => {
    const asked = { folder, mayMake: true, now };
    const [one, two] = await Promise.all([loadSeal(asked), loadSeal(asked)]);
    expect(fingerprintOf(one)).toMatch(/^[0-9a-f]{64}$/);
    expect([fingerprintOf(two), fingerprintOf(await loadSeal(asked))]).toEqual([fingerprintOf(one), fingerprintOf(one)]);
    expect((await stat(join(folder, SEAL_FILE))).mode & 0o777).toBe(0o600);
  });

  test('says that it is of our own making, for ten years', async () => {
    const seal = await loadSeal({ folder, mayMake: true, now });
    if (!seal || seal === 'unusable') throw new Error('no seal');
    expect(seal.certificate).toMatchObject({ selfMade: true, subject: 'Överens demosigill' });
    expect(seal.certificate.validTo.toString()).toBe('2036-11-22T11:00:00Z');
  });

  test('is never made where it may not be', async () => {
    expect(await loadSeal({ folder, mayMake: false, now })).toBeUndefined();
    await expect(readFile(join(folder, SEAL_FILE))).rejects.toThrow();
  });

  test('is what is given, as text, as text on one line, or as files', async () => {
    const { key, certificate } = await makeSelfMade(now);
    await Promise.all([writeFile(join(folder, 'k.pem'), key), writeFile(join(folder, 'c.pem'), certificate)]);
    const given = (k: string, c: string) => loadSeal({ key: new Secret(k), certificate: c, folder, mayMake: false, now });
    const all = [
      await given(key, certificate),
      await given(key.replaceAll('\n', '\\n'), certificate.replaceAll('\n', '\\n')),
      await given(join(folder, 'k.pem'), join(folder, 'c.pem')),
    ].map(fingerprintOf);
    expect(new Set(all).size).toBe(1);
    expect(all[0]).toMatch(/^[0-9a-f]{64}$/);
  });

  test('is unusable when key and certificate do not belong together, or are something else', async () => {
    const [one, two] = [await makeSelfMade(now), await makeSelfMade(now)];
    const given = (k: string, c: string) => loadSeal({ key: new Secret(k), certificate: c, folder, mayMake: true, now });
    expect(await given(one.key, two.certificate)).toBe('unusable');
    expect(await given(join(folder, 'none.pem'), one.certificate)).toBe('unusable');
    expect(await given(one.certificate, one.certificate)).toBe('unusable');
    expect(parseSeal(one.key, 'hej')).toBeUndefined();
  });

  test('is unusable when its file is damaged, and never made anew over it', async () => {
    await writeFile(join(folder, SEAL_FILE), 'damaged');
    expect(await loadSeal({ folder, mayMake: true, now })).toBe('unusable');
    expect(await readFile(join(folder, SEAL_FILE), 'utf8')).toBe('damaged');
  });
});
