import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fencesOf } from './markdown.ts';
import { read, root } from './project-files.ts';

const fences = fencesOf(read('docs/how-to/add-a-county.md'));
const commands = fences.filter(({ language }) => language === 'sh').map(({ text }) => text.trim());
const outputs = fences.filter(({ language }) => language === 'text').map(({ text }) => text);
const files = fences.flatMap(({ text }) => {
  const [, path] = /^# (counties\/\S+)\n/.exec(text) ?? [];
  return path ? [{ path, text }] : [];
});

let project = '';

/** Runs a command of the document as it is written, in a project that has the national data and what the document has said so far. */
function run(command = ''): { code: number | null; out: string } {
  const args = command.split(' ');
  expect(args.slice(0, 2)).toEqual(['npx', 'overens']);
  const env = { PATH: process.env.PATH, HOME: process.env.HOME, OVERENS_DATA: join(project, 'var') };
  const cli = join(root, 'src', 'cli', 'main.ts');
  const { status, stdout } = spawnSync(process.execPath, [cli, ...args.slice(2)], { cwd: project, env, encoding: 'utf8' });
  return { code: status, out: stdout };
}

beforeAll(() => {
  project = mkdtempSync(join(tmpdir(), 'overens-how-to-'));
  // When root runs the tests another user runs the database, and must pass through.
  chmodSync(project, 0o711);
  mkdirSync(join(project, 'counties'));
  symlinkSync(join(root, 'counties', 'national'), join(project, 'counties', 'national'));
  for (const { path, text } of files) {
    mkdirSync(join(project, dirname(path)), { recursive: true });
    writeFileSync(join(project, path), text);
  }
});
afterAll(() => rmSync(project, { recursive: true, force: true }));

describe('docs/how-to/add-a-county.md', () => {
  test('has a county, an agreement, two commands and what they print', () => {
    expect({ files: files.length, commands: commands.length, outputs: outputs.length }).toEqual({ files: 2, commands: 2, outputs: 3 });
  });

  test('builds a county that passes every check, with the words that it says', () => {
    expect(run(commands[0])).toEqual({ code: 0, out: outputs[0] });
  });

  test('says truly what the check says of a citation that is astray', () => {
    const agreement = join(project, files[1]?.path ?? '');
    const sound = readFileSync(agreement, 'utf8');
    writeFileSync(agreement, sound.replace('cites: [ansvar.a1]', 'cites: [ansvar.a9]'));
    const checked = run(commands[0]);
    writeFileSync(agreement, sound);
    expect(checked).toEqual({ code: 1, out: outputs[1] });
  });

  test('loads it, and a second time changes nothing', () => {
    expect(run(commands[1])).toEqual({ code: 0, out: outputs[2] });
    expect(run(commands[1]).out).not.toContain('tillagd');
  });
});

test('the fictional third county passes the same check', () => {
  const { code, out } = run(`npx overens county check ${join(root, 'tests/counties/99-fjallmark')}`);
  expect({ code, faults: out.trim().split('\n').length - 1 }).toEqual({ code: 0, faults: 0 });
});
