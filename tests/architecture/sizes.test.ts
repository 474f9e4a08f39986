import { describe, expect, test } from 'vitest';
import { projectFiles, read } from './project-files.ts';

const MOST_LINES = 300;
const code = projectFiles.filter(
  (path) => /^(src|tests|scripts|bench)\/.*\.(ts|tsx|mjs)$/.test(path) && path !== 'src/platform/db/schema.ts',
);
const lines = (path: string): number => read(path).split('\n').length - 1;

describe('files', () => {
  test(`of code have no more than ${MOST_LINES} lines`, () => {
    expect(code.length).toBeGreaterThan(100);
    expect(code.filter((path) => lines(path) > MOST_LINES)).toEqual([]);
  });

  test('of code are small as a rule: the middle one has fewer than 70 lines', () => {
    const sizes = code.map(lines).sort((a, b) => a - b);
    expect(sizes[Math.floor(sizes.length / 2)]).toBeLessThan(70);
  });

  test('never lie in a folder that is named after nothing', () => {
    expect(projectFiles.filter((path) => /(^|\/)(utils?|helpers?|services?|types|common|misc|lib)\//.test(path))).toEqual([]);
  });

  test('of the program are named in lower case with hyphens', () => {
    expect(code.filter((path) => !/^[a-z0-9/.-]+$/.test(path))).toEqual([]);
  });
});
