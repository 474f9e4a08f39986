/**
 * Makes sure that what the program needs is installed, on the Node of the machine (20.19 or later) and without any dependency:
 * nothing is installed yet when this runs. Everything after it runs on the Node that npm installed.
 */
import { spawn, spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync, readFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { withLock } from './with-lock.mjs';

export const root = dirname(import.meta.dirname);

/** The Node that npm installed: the one the program is written for. */
export const node = join(root, 'node_modules', 'node', 'bin', 'node');

const binaries = join(root, 'node_modules', '.bin');

/** The environment of what we start: the installed programs come first. */
export const environment = { ...process.env, PATH: [binaries, process.env.PATH].join(delimiter) };

/** Installs what is missing, one start at a time. Ends the process with one line when it cannot. */
export async function ensureInstalled() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major < 20 || (major === 20 && minor < 19)) fail(`Överens behöver Node 20.19 eller senare, men det här är ${process.versions.node}.`);
  if (isInstalled()) return;
  await withLock(root, async () => {
    if (isInstalled()) return;
    console.error('Installerar det som saknas (npm ci) …');
    if (!lockIsMet()) await npm('ci', '--include=dev', '--no-audit', '--no-fund', '--engine-strict=false', '--loglevel=error');
    if (!runs()) await installNode();
    if (!isInstalled()) fail('Installationen blev inte hel. Ta bort mappen node_modules och försök igen.');
  });
}

function isInstalled() {
  return lockIsMet() && runs();
}

/** Is every package of package-lock.json in place, in its version? npm notes what it installed when it has finished. */
function lockIsMet() {
  const noted = join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(noted)) return false;
  const installed = JSON.parse(readFileSync(noted, 'utf8')).packages;
  const wanted = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages;
  return Object.entries(wanted).every(
    ([path, entry]) => path === '' || installed[path]?.version === entry.version || (entry.optional && !installed[path]),
  );
}

function runs() {
  try {
    accessSync(node, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** Where npm was told to run no scripts, the package of Node is only a recipe: this is its one script. */
async function installNode() {
  const cwd = join(root, 'node_modules', 'node');
  const { status } = spawnSync(process.execPath, ['installArchSpecificPackage.js'], { cwd, stdio: ['ignore', 2, 2] });
  if (status !== 0) fail('Node gick inte att installera. Kontrollera nätet och försök igen.');
}

/** Runs npm as it was run itself, and not on the Node that it is about to replace. Its output goes to standard error. */
async function npm(...args) {
  const { npm_execpath: script, npm_node_execpath: machineNode } = process.env;
  const path = (process.env.PATH ?? '').split(delimiter).filter((folder) => folder !== binaries);
  const [command, ...rest] =
    script?.endsWith('.js') && machineNode && machineNode !== node ? [machineNode, script, ...args] : ['npm', ...args];
  const child = spawn(command, rest, { cwd: root, stdio: ['ignore', 2, 2], env: { ...process.env, PATH: path.join(delimiter) } });
  const code = await new Promise((resolve) => child.on('error', resolve).on('close', resolve));
  if (code !== 0)
    fail(`npm ${args[0]} misslyckades. Läs ovan, kontrollera nätet och att mappen ${root} går att skriva i, och försök igen.`);
}

export function fail(line) {
  console.error(line);
  process.exit(1);
}
