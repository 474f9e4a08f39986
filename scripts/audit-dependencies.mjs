/**
 * What comes from others: every production dependency has a licence that is allowed, is pinned to one version, and is installed as the lockfile says,
 * with its checksum there. These are checked offline. Then known vulnerabilities are asked for; where nobody answers that, it is said, and is no failure.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './ensure-installed.mjs';

const ALLOWED = new Set(['MIT', 'MIT-0', 'Apache-2.0', 'BSD-2-Clause', 'BSD-3-Clause', 'ISC', 'MPL-2.0', '0BSD', 'BlueOak-1.0.0', 'Zlib']);
/** Fonts alone may have it: they are data that is served, not code that is run. */
const FONT_LICENCE = 'OFL-1.1';
/** What says its licence in no way that a machine reads, with what its own licence file says. */
const READ_BY_HAND = { duck: 'BSD-2-Clause' };

const read = (path) => JSON.parse(readFileSync(join(root, path), 'utf8'));
const { dependencies = {}, devDependencies = {} } = read('package.json');
const { packages } = read('package-lock.json');
const faults = [];

for (const [name, version] of Object.entries({ ...dependencies, ...devDependencies })) {
  if (!/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version)) faults.push(`${name}: ${version} is not one exact version`);
}

let checked = 0;
for (const [path, locked] of Object.entries(packages)) {
  if (path === '' || locked.link) continue;
  const name = path.replace(/^.*node_modules\//, '');
  const file = join(path, 'package.json');
  if (!existsSync(join(root, file))) {
    if (!locked.optional && !locked.peer && !locked.devOptional) faults.push(`${path}: is not installed`);
    continue;
  }
  if (!/^sha512-[A-Za-z0-9+/]{86}==$/.test(locked.integrity ?? '')) faults.push(`${path}: the lockfile has no SHA-512 of it`);
  const installed = read(file);
  if (installed.version !== locked.version) faults.push(`${path}: ${installed.version} is installed, the lockfile says ${locked.version}`);
  const isFont = name.startsWith('@fontsource/');
  if (locked.dev && !isFont) continue;
  checked += 1;
  const licence = READ_BY_HAND[name] ?? licenceOf(installed) ?? locked.license ?? 'none';
  if (!isAllowed(licence) && !(isFont && licence === FONT_LICENCE)) faults.push(`${name}: its licence is ${licence}`);
}

if (faults.length > 0) {
  for (const fault of faults) console.error(fault);
  process.exit(1);
}
console.log(`${checked} production packages: licences allowed, pinned, with checksums, and installed as locked.`);
process.exit(knownVulnerabilities());

function licenceOf({ license, licenses }) {
  if (typeof license === 'string') return license;
  return license?.type ?? licenses?.map(({ type }) => type).join(' OR ');
}

/** `(MIT OR GPL-2.0)` is allowed, as one of them may be chosen; of `MIT AND Zlib` every one must be. */
function isAllowed(expression) {
  const plain = expression.replace(/[()]/g, ' ').trim();
  return plain.split(/\s+OR\s+/).some((choice) => choice.split(/\s+AND\s+/).every((one) => ALLOWED.has(one.trim())));
}

/** Exit code: 1 when a known vulnerability of high severity or worse is in what runs in production. */
function knownVulnerabilities() {
  const { stdout } = spawnSync('npm', ['audit', '--omit=dev', '--audit-level=high', '--json'], {
    cwd: root,
    encoding: 'utf8',
    timeout: 60_000,
  });
  let answer;
  try {
    answer = JSON.parse(stdout);
  } catch {
    answer = undefined;
  }
  const found = answer?.metadata?.vulnerabilities;
  if (!found) {
    console.log('Known vulnerabilities: NOT CHECKED, the advisory service does not answer here.');
    return 0;
  }
  const bad = (found.high ?? 0) + (found.critical ?? 0);
  if (bad === 0) {
    console.log('Known vulnerabilities: none of high severity or worse.');
    return 0;
  }
  for (const { name, severity, range } of Object.values(answer.vulnerabilities ?? {})) console.error(`${name} ${range}: ${severity}`);
  return 1;
}
