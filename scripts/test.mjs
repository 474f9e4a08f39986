/**
 * `npm test`: installs what is missing and runs every part, also after one has failed, two at a time: while one starts, waits or has one test left, the
 * other works. `npm run test:unit`, or names of parts as arguments, runs only those. The last line is `N passed, N failed`: every test counts, and every
 * part that is not made of tests counts as one.
 */
import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureInstalled, environment, fail, node, root } from './ensure-installed.mjs';

const results = join(tmpdir(), `overens-results-${process.pid}`);
const tool = (name, ...args) => ({ command: join(root, 'node_modules', '.bin', name), args });
const tests = (project) => ({
  ...tool('vitest', 'run', '--project', project, '--reporter=default', '--reporter=json', `--outputFile.json=${reportOf(project)}`),
  report: reportOf(project),
});

/** In the order they begin: what is quick to fail first. What comes after the build may run what it built. */
const parts = {
  types: tool('tsc', '-p', '.'),
  lint: tool('biome', 'ci', '.'),
  unused: tool('knip'),
  audit: { command: node, args: ['scripts/audit-dependencies.mjs'], telling: true },
  build: { command: node, args: ['scripts/build.mjs'] },
  start: tests('start'),
  unit: tests('unit'),
  features: tests('features'),
  journeys: tests('journeys'),
  browser: tests('browser'),
  architecture: tests('architecture'),
  real: tests('real'),
};
const AT_ONCE = 2;

for (const [signal, code] of [
  ['SIGINT', 130],
  ['SIGTERM', 143],
])
  process.on(signal, () => process.exit(code));

await ensureInstalled();
const asked = process.argv.slice(2);
const unknown = asked.find((name) => !(name in parts));
if (unknown) fail(`There is no part ${unknown}. Parts: ${Object.keys(parts).join(', ')}.`);
mkdirSync(results, { recursive: true });
const total = { passed: 0, failed: 0 };
const chosen = Object.keys(parts).filter((name) => asked.length === 0 || asked.includes(name));
const first = chosen.filter((name) => !parts[name].report);
for (const queue of [first, chosen.filter((name) => !first.includes(name))]) {
  const lane = async () => {
    for (let name = queue.shift(); name; name = queue.shift()) tell(name, await runPart(parts[name]));
  };
  await Promise.all(Array.from({ length: AT_ONCE }, lane));
}
rmSync(results, { recursive: true, force: true });
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed > 0 ? 1 : 0;

function tell(name, { passed, failed, skipped, seconds, output }) {
  if (failed > 0 || parts[name].telling) console.log(output.trimEnd());
  console.log(
    `${failed > 0 ? '✗' : '✓'} ${name.padEnd(14)} ${seconds.padStart(6)} s   ${passed} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ''}`,
  );
  total.passed += passed;
  total.failed += failed;
}

async function runPart(part) {
  const begun = performance.now();
  const { code, output } = await run(part);
  const seconds = ((performance.now() - begun) / 1000).toFixed(1);
  return { ...count(part, code), seconds, output };
}

/** A part that ends badly has failed, even when no test of it says so: a file may not load, a set-up may break. */
function count({ report }, code) {
  const counted = report && read(report);
  if (!counted) return { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, skipped: 0 };
  const { numPassedTests: passed, numFailedTests, numPendingTests = 0, numTodoTests = 0 } = counted;
  return { passed, failed: code === 0 ? numFailedTests : Math.max(1, numFailedTests), skipped: numPendingTests + numTodoTests };
}

function read(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}

function reportOf(project) {
  return join(results, `${project}.json`);
}

/** Keeps what it writes, to be shown if it fails. Ctrl-C reaches it through the terminal; being ended, we end it. */
function run({ command, args }) {
  const child = spawn(command, args, {
    cwd: root,
    env: { ...environment, FORCE_COLOR: process.stdout.isTTY ? '1' : '0' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk));
  const end = () => child.kill('SIGTERM');
  process.once('exit', end);
  return new Promise((resolve) => {
    child.on('error', (error) => resolve({ code: 1, output: String(error) }));
    child.on('close', (code) => {
      process.off('exit', end);
      resolve({ code, output });
    });
  });
}
