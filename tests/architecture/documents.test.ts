import { existsSync, statSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { describe, expect, test } from 'vitest';
import { loginSetup } from '../../src/login-setup.ts';
import { Environment, readConfig } from '../../src/platform/config/config.ts';
import { faultOfCommand } from './doc-commands.ts';
import { codeOf, fencesOf, linksOf, rowsOf, sectionOf } from './markdown.ts';
import { doorNames, givenDoors } from './observe-doors.ts';
import { projectFiles, read, root } from './project-files.ts';

/** The way to log in that demo mode has: its doors are documented too. */
const withDemo = loginSetup({ oidc: undefined, demo: true, baseUrl: 'http://localhost', numberHash: () => undefined, accounts: [] });

const documents = projectFiles.filter((path) => path.endsWith('.md'));
const folders = new Set(projectFiles.map((path) => path.split('/')[0] ?? ''));

/** Made by the program, so not in the repository. */
const MADE = /^(dist|var|node_modules)(\/|$)/;

/** Does something in backticks mean a file or folder of the project? It begins with one of its folders, or is a file of its root. */
const isPath = (code: string): boolean => /^[\w.@-]+\/[\w./*<>{},@-]*$/.test(code) && folders.has(code.split('/')[0] ?? '');

function exists(path: string): boolean {
  if (!/[*<{]/.test(path)) return existsSync(join(root, path));
  const pattern = path
    .replace(/[.+]/g, '\\$&')
    .replace(/<[^>]*>|\*/g, '[^/]+')
    .replace(/\{([^}]*)\}/g, (_, choices: string) => `(${choices.replaceAll(',', '|')})`);
  return projectFiles.some((file) => new RegExp(`^${pattern}${path.endsWith('/') ? '' : '(/|$)'}`).test(file));
}

const ofAll = (find: (text: string, path: string) => string[]): string[] =>
  documents.flatMap((path) => find(read(path), path).map((found) => `${path}: ${found}`));

describe('the documents', () => {
  test('are all there', () => {
    const wanted = ['README.md', 'ARCHITECTURE.md', 'CONTRIBUTING.md', 'CHANGELOG.md', 'docs/glossary.md', 'docs/permissions.md'];
    expect(wanted.filter((path) => !documents.includes(path))).toEqual([]);
  });

  test('name only files and folders that exist', () => {
    expect(exists('src/main.ts') && exists('src/**') && exists('counties/<folder>/')).toBe(true);
    expect(exists('src/mian.ts') || exists('src/nowhere/*.ts')).toBe(false);
    expect(ofAll((text) => codeOf(text).filter((code) => isPath(code) && !MADE.test(code) && !exists(code)))).toEqual([]);
  });

  test('link only to files that exist', () => {
    const broken = (text: string, path: string) =>
      linksOf(text).filter(
        (link) => !/^(https?:|#)/.test(link) && !existsSync(join(root, normalize(join(dirname(path), link.split('#')[0] ?? '')))),
      );
    expect(ofAll(broken)).toEqual([]);
  });

  test('have pictures that are quick to load: at most 200 kB', () => {
    const pictures = projectFiles.filter((path) => path.startsWith('docs/images/'));
    expect(pictures.length).toBeGreaterThan(0);
    expect(pictures.filter((path) => statSync(join(root, path)).size > 200_000)).toEqual([]);
  });

  test('name only addresses that the application answers', async () => {
    const doors = doorNames(await givenDoors(undefined, withDemo)).map((door) => door.split(' ')[1] ?? '');
    const patterns = doors.map((address) => new RegExp(`^${address.replace(/[.]/g, '\\.').replace(/:\w+/g, '[^/]+')}$`));
    const answered = (address: string) => patterns.some((pattern) => pattern.test(address)) || address === '/metrics';
    expect(answered('/avtal/:slug') && !answered('/nowhere')).toBe(true);
    // A path of the machine is no address.
    const addresses = (text: string) =>
      codeOf(text)
        .filter((code) => !/^\/(var|usr|etc|tmp)\//.test(code))
        .flatMap((code) => /^(?:GET |POST )?(\/[\w/:.{}-]*)(\?\S*)?$/.exec(code)?.[1] ?? []);
    expect(ofAll((text) => addresses(text).filter((address) => !answered(address.replace(/\{(\w+)\}/g, ':$1'))))).toEqual([]);
  });

  test('give only commands that exist', () => {
    expect(faultOfCommand('PORT=4000 npm start')).toBeUndefined();
    expect(
      ['npm run nothing', 'npx overens county chekc x', 'PROT=1 npm start', 'node scripts/no.mjs', 'rm -r x'].filter(
        (line) => !faultOfCommand(line),
      ),
    ).toEqual([]);
    const lines = (text: string) =>
      fencesOf(text)
        .filter(({ language }) => language === 'sh')
        .flatMap(({ text: block }) => block.split('\n').filter((line) => line.trim() !== '' && !line.startsWith('#')));
    const inline = (text: string) => codeOf(text).filter((code) => /^([A-Z_]+=\S+ )*(npm|npx) /.test(code));
    expect(ofAll((text) => [...lines(text), ...inline(text)].flatMap((line) => faultOfCommand(line.replace(/\s+#.*$/, '')) ?? []))).toEqual(
      [],
    );
  });

  test('quote code as it stands in the file that the quotation names', () => {
    const misquoted = (text: string) =>
      fencesOf(text).flatMap(({ language, text: block }) => {
        const [, path, code = ''] = /^\/\/ ((?:src|tests|scripts)\/\S+)\n([\s\S]*)/.exec(block) ?? [];
        return language === 'ts' && path !== undefined && !(existsSync(join(root, path)) && read(path).includes(code)) ? [path] : [];
      });
    expect(misquoted('```ts\n// src/main.ts\nno such line\n```\n')).toEqual(['src/main.ts']);
    expect(ofAll(misquoted)).toEqual([]);
  });

  test('name only variables that the program reads', () => {
    const variables = (text: string) => codeOf(text).flatMap((code) => /^([A-Z]+(?:_[A-Z]+)+|PORT|HOST)(?:=\S*)?$/.exec(code)?.[1] ?? []);
    expect(ofAll((text) => variables(text).filter((name) => !Object.hasOwn(Environment.shape, name)))).toEqual([]);
  });
});

describe('nothing is left out', () => {
  test('of README: the first part of every page address', async () => {
    const pages = doorNames(await givenDoors()).flatMap((door) => /^GET (\/[a-z-]*)/.exec(door)?.[1] ?? []);
    const machines = ['/api', '/assets', '/healthz', '/readyz', '/'];
    const named = codeOf(read('README.md')).flatMap((code) => /^(\/[a-z-]*)/.exec(code)?.[1] ?? []);
    expect([...new Set(pages)].filter((page) => !machines.includes(page) && !named.includes(page))).toEqual([]);
  });

  test('of CONTRIBUTING: the parts of npm test', () => {
    const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
    const parts = Object.keys(scripts).filter((name) => name.startsWith('test:'));
    expect(parts.filter((name) => !read('CONTRIBUTING.md').includes(`\`npm run ${name}\``))).toEqual([]);
  });

  test('of ARCHITECTURE: the folders of tests', () => {
    const kinds = new Set(projectFiles.flatMap((path) => /^tests\/([^/]+)\//.exec(path)?.[1] ?? []));
    const told = read('ARCHITECTURE.md');
    expect([...kinds].filter((kind) => !told.includes(`\`${kind}/\``) && !told.includes(`\`tests/${kind}/`))).toEqual([]);
  });

  test('of npm run generate: the generators', () => {
    const generators = projectFiles.flatMap((path) => /^scripts\/(generate-.*\.ts)$/.exec(path)?.[1] ?? []);
    expect(generators.length).toBeGreaterThan(3);
    expect(generators.filter((name) => !read('scripts/generate.mjs').includes(`'${name}'`))).toEqual([]);
  });
});

describe('the table of configuration in README', () => {
  const rows = rowsOf(sectionOf(read('README.md'), 'Configuration'));
  const given = new Map(rows.map(([name = '', standard = '']) => [name.replaceAll('`', ''), standard]));

  test('has every variable that the program reads, and no other', () => {
    expect([...given.keys()].sort()).toEqual(Object.keys(Environment.shape).sort());
  });

  test.each(Object.entries(Environment.shape))('%s has the default that it says', (name, schema) => {
    const standard = schema.safeParse(undefined).data;
    const cell = given.get(name) ?? '';
    if (standard === undefined || typeof standard === 'object') expect(cell).not.toMatch(/^`[^`]*`$/);
    else expect(cell).toBe(`\`${String(standard)}\``);
  });

  test('says what follows from other variables', () => {
    const config = readConfig({ PORT: '4000' });
    expect(config).toMatchObject({ baseUrl: 'http://localhost:4000', host: undefined, demo: true, database: { kind: 'embedded' } });
    expect(readConfig({ DATABASE_URL: 'postgres://a@b/c' })).toMatchObject({ demo: false });
  });
});

describe('the decisions', () => {
  const decisions = projectFiles.filter((path) => path.startsWith('docs/decisions/'));

  test('are numbered once each, dated, and say what was decided and why', () => {
    expect(decisions.length).toBeGreaterThan(5);
    const numbers = decisions.map((path) => /^docs\/decisions\/(\d{4})-[a-z0-9-]+\.md$/.exec(path)?.[1]);
    expect(new Set(numbers).size).toBe(decisions.length);
    const form = /^# \d{4} [\s\S]*\n\d{4}-\d{2}-\d{2}\. (Accepted|Superseded by \d{4})\.\n[\s\S]*\n## Why\n/;
    expect(decisions.filter((path) => !form.test(read(path)))).toEqual([]);
    expect(decisions.filter((path, index) => !read(path).startsWith(`# ${numbers[index]} `))).toEqual([]);
  });
});
