import { commands } from '../../src/cli/commands.ts';
import { Environment } from '../../src/platform/config/config.ts';
import config from '../../vitest.config.ts';
import { projectFiles, read } from './project-files.ts';

const scripts = Object.keys((JSON.parse(read('package.json')) as { scripts: Record<string, string> }).scripts);
const projects = (config.test?.projects ?? []).map((project) => (project as { test: { name: string } }).test.name);

/** What a reader has without us. */
const COMMON = new Set(['cd', 'cp', 'curl', 'git', 'mkdir', 'psql', 'export']);
const OF_NPM = new Set(['ci', 'install']);

/** What is wrong with a command line of a document: nothing, or the part of it that does not exist. */
export function faultOfCommand(line: string): string | undefined {
  const words = line.trim().split(/\s+/);
  while (/^[A-Z][A-Z0-9_]*=/.test(words[0] ?? '')) {
    const name = words.shift()?.split('=')[0] ?? '';
    if (!Object.hasOwn(Environment.shape, name)) return `no variable ${name}`;
  }
  const [program = '', first = '', second = '', ...rest] = words;
  if (COMMON.has(program)) return undefined;
  if (program === 'npm') return faultOfNpm(first, second);
  if (program === 'npx') return faultOfNpx(first, [second, ...rest]);
  if (program === 'node') return faultOfNode([first, second, ...rest]);
  return program.startsWith('.ci/') && projectFiles.includes(program) ? undefined : `no program ${program}`;
}

function faultOfNpm(first: string, second: string): string | undefined {
  if (OF_NPM.has(first)) return undefined;
  const script = first === 'run' ? second : first;
  return scripts.includes(script) ? undefined : `no script ${script}`;
}

function faultOfNpx(tool: string, args: readonly string[]): string | undefined {
  if (tool === 'overens') {
    const [noun, verb] = args;
    return commands.some((command) => command.noun === noun && (command.verb === verb || command.verb === ''))
      ? undefined
      : `no command ${noun} ${verb}`;
  }
  if (tool === 'vitest') {
    const project = args[args.indexOf('--project') + 1];
    if (args.includes('--project')) return projects.includes(project ?? '') ? undefined : `no project ${project}`;
    const path = args.find((arg) => arg.includes('/'));
    return path === undefined || projectFiles.some((file) => file.startsWith(path)) ? undefined : `no test ${path}`;
  }
  return ['biome', 'knip', 'tsc'].includes(tool) ? undefined : `no tool ${tool}`;
}

function faultOfNode(args: readonly string[]): string | undefined {
  const missing = args.filter((arg) => /\.(mjs|ts)$/.test(arg)).find((arg) => !projectFiles.includes(arg.replace(/^\.\//, '')));
  return missing === undefined ? undefined : `no file ${missing}`;
}
