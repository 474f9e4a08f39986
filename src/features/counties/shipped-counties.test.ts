import { existsSync, readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import { isRefusal } from '../../domain/refusal.ts';
import { checkFolder } from './check-folder.ts';
import { sayFault } from './say-fault.ts';

const project = join(import.meta.dirname, '../../..');
const folders = ['counties', 'tests/counties']
  .map((folder) => join(project, folder))
  .filter((folder) => existsSync(folder))
  .flatMap((folder) =>
    readdirSync(folder, { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? [join(folder, entry.name)] : [])),
  )
  .map((folder) => relative(project, folder));

describe('the data that comes with the program', () => {
  it('has national data and two counties', () => {
    expect(folders).toEqual(expect.arrayContaining(['counties/06-jonkoping', 'counties/20-dalarna', 'counties/national']));
  });

  it.each(folders)('has no fault in %s', async (folder) => {
    const check = await checkFolder(join(project, folder));
    if (isRefusal(check)) throw new Error(check.code);
    expect(check.sound ? [] : check.faults.map(sayFault)).toEqual([]);
  });
});
