import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export const root = join(import.meta.dirname, '..', '..');

/** Every file of the project as git sees it: tracked, or new and not ignored. Paths from the root, with forward slashes. */
export const projectFiles: readonly string[] = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', '-z'], {
  cwd: root,
  encoding: 'utf8',
})
  .split('\0')
  .filter((path) => path !== '' && existsSync(join(root, path)))
  .sort();

export function read(path: string): string {
  return readFileSync(join(root, path), 'utf8');
}

export const isTest = (path: string): boolean => /\.test\.tsx?$/.test(path);

/** Code that is made for tests alone, though it lies in src. */
export const isGiven = (path: string): boolean => /given[^/]*\.tsx?$/.test(path);

/** The program's own code: what lies in src and is not there for tests. */
export const sourceFiles: readonly string[] = projectFiles.filter(
  (path) => path.startsWith('src/') && /\.tsx?$/.test(path) && !isTest(path) && !isGiven(path),
);

/** TypeScript without comments. Strings are kept; a comment sign inside a string is taken for what it is. */
export function withoutComments(code: string): string {
  return code.replace(
    /("(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|`(?:[^`\\]|\\.)*`)|\/\*[\s\S]*?\*\/|\/\/[^\n]*/g,
    (_, text?: string) => text ?? '',
  );
}
