import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dispatch } from './dispatch.ts';

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'overens-import-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function overens(...args: string[]) {
  const err: string[] = [];
  const code = await dispatch(args, { out: () => {}, err: (line) => err.push(line) });
  return { code, err: err.join('\n') };
}

describe('overens import', () => {
  it('says how it is written when file or county is missing, and exits with 2', async () => {
    for (const args of [[], ['a.txt'], ['a.txt', '--county', 'Jönköping'], ['a.txt', 'b.txt', '--county', '06']]) {
      expect(await overens('import', ...args)).toEqual({ code: 2, err: expect.stringContaining('overens import <fil> --county 06') });
    }
  });

  it('refuses a file that cannot be read, says what to do, and opens no database', async () => {
    const file = join(folder, 'avtal.pdf');
    await writeFile(file, 'ingen pdf');
    expect(await overens('import', file, '--county', '06')).toEqual({ code: 1, err: expect.stringContaining('ingen pdf-fil') });
    expect(await overens('import', join(folder, 'finns-inte.txt'), '--county', '06')).toEqual({
      code: 1,
      err: expect.stringContaining('går inte att öppna'),
    });
  });
});
