import { describe, expect, test } from 'vitest';
import config from '../../vitest.config.ts';
import { isTest, projectFiles, read, withoutComments } from './project-files.ts';

const testFiles = projectFiles.filter(isTest);
const codeOf = (path: string): string => withoutComments(read(path));

/** What would make a suite green without trying anything. `runIf` and `skipIf` say why they do not run. */
const SILENT = /\b(?:it|test|describe)(?:\.\w+)*\.(?:only|skip|todo|fails)\b|\bx(?:it|describe)\(/;

const expectsSomething = (code: string): boolean => /\bexpect\b|\bfc\.assert\(|\bassert\w*\(/.test(code);

/** How many projects of vitest.config.ts run a file. Globs there have stars, double stars and choices in braces. */
function projectsOf(path: string): number {
  const projects = config.test?.projects ?? [];
  return projects.filter((project) => {
    const { include = [], exclude = [] } = (project as { test: { include?: string[]; exclude?: string[] } }).test;
    return include.some((glob) => matches(path, glob)) && !exclude.some((glob) => matches(path, glob));
  }).length;
}

function matches(path: string, glob: string): boolean {
  const pattern = glob
    .replace(/[.]/g, '\\.')
    .replace(/\{([^}]*)\}/g, (_, choices: string) => `(${choices.replaceAll(',', '|')})`)
    .replace(/\*\*\/?|\*/g, (stars) => (stars === '*' ? '[^/]*' : '.*'));
  return new RegExp(`^${pattern}$`).test(path);
}

describe('tests', () => {
  test('are never narrowed to one or left out without a condition', () => {
    const planted = ['only', 'skip', 'todo'].flatMap((how) => [`it.${how}('x'`, `test.${how}.each([1])('x'`, `describe.${how}('x'`]);
    expect(planted.every((code) => SILENT.test(code))).toBe(true);
    expect(SILENT.test("test.runIf(source)('x'")).toBe(false);
    expect(testFiles.filter((path) => SILENT.test(codeOf(path)))).toEqual([]);
  });

  test('expect something, each of them and in every file', () => {
    expect(config.test?.expect?.requireAssertions).toBe(true);
    expect(expectsSomething('test("x", () => { run(); })')).toBe(false);
    expect(testFiles.filter((path) => !expectsSomething(codeOf(path)))).toEqual([]);
  });

  test('are run by exactly one project each, so that none is forgotten', () => {
    expect(projectsOf('src/features/law/planted.test.ts')).toBe(1);
    expect(projectsOf('elsewhere/planted.test.ts')).toBe(0);
    expect(testFiles.filter((path) => projectsOf(path) !== 1)).toEqual([]);
  });

  test('never measure time: no expectation on a clock that runs', () => {
    expect(testFiles.filter((path) => /expect\([^;]*(performance\.now|Date\.now)\(/.test(codeOf(path)))).toEqual([]);
  });
});
