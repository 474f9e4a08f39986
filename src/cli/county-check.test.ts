import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dispatch } from './dispatch.ts';

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'overens-cli-'));
  await writeFile(join(folder, 'county.yaml'), 'code: 98\nname: Provlän\n');
});
afterAll(() => rm(folder, { recursive: true }));

async function overens(...args: string[]) {
  const out: string[] = [];
  const err: string[] = [];
  const code = await dispatch(args, { out: (line) => out.push(line), err: (line) => err.push(line) });
  return { code, out, err };
}

describe('overens county check', () => {
  it('prints every fault as a line with file and line, counts them, and exits with 1', async () => {
    const { code, out, err } = await overens('county', 'check', folder);
    expect(code).toBe(1);
    expect(out.filter((line) => line.startsWith(folder))).toEqual([
      `${join(folder, 'county.yaml')}:1 code – är ett tal (98) – väntade text inom citattecken`,
      `${join(folder, 'county.yaml')}:1 region – nyckeln "region" saknas – väntade nycklar med värden`,
      `${join(folder, 'county.yaml')}:1 municipalities – nyckeln "municipalities" saknas – väntade en lista`,
      `${join(folder, 'county.yaml')}:1 bodies – nyckeln "bodies" saknas – väntade en lista`,
    ]);
    expect(err.at(-1)).toMatch(/^\d+ fel i \d+ fil(er)?\.$/);
  });

  it('exits with 1 and one clear line when the folder is not there', async () => {
    const { code, out, err } = await overens('county', 'check', join(folder, 'nowhere'));
    expect({ code, out, lines: err.length }).toEqual({ code: 1, out: [], lines: 1 });
    expect(err[0]).toContain('finns inte');
  });

  it.each([[[]], [['a', 'b']], [['a', '--unknown']], [['a', '--national']]])(
    'exits with 2 and says how to write it after %j',
    async (args) => {
      const { code, err } = await overens('county', 'check', ...args);
      expect(code).toBe(2);
      expect(err.at(-1)).toContain('overens county check <mapp>');
    },
  );

  it('runs as a program of its own', async () => {
    const run = promisify(execFile)(process.execPath, [join(import.meta.dirname, 'main.ts'), 'county', 'check', folder]);
    await expect(run).rejects.toMatchObject({ code: 1, stdout: expect.stringContaining('county.yaml:1 code – ') });
  });
});

describe('overens', () => {
  it('lists every command and exits with 2 when none is given', async () => {
    const { code, out } = await overens();
    expect(code).toBe(2);
    expect(out.join('\n')).toContain('overens county check <mapp>');
  });

  it('lists every command when asked for help', async () => {
    expect((await overens('--help')).code).toBe(0);
  });

  it('explains one command when asked for help with it', async () => {
    const { code, out } = await overens('county', 'check', '--help');
    expect({ code, lines: out.length }).toEqual({ code: 0, lines: 2 });
  });

  it('exits with 2 for a command that does not exist', async () => {
    const { code, err } = await overens('county', 'chekc', folder);
    expect(code).toBe(2);
    expect(err[0]).toBe('Kommandot "county chekc" finns inte.');
  });
});
