/** `npm run dev`: runs the program, and when a source changes builds it anew and starts it again. */
import { spawn, spawnSync } from 'node:child_process';
import { watch } from 'node:fs';
import { join } from 'node:path';
import { bundle } from './bundle.mjs';
import { ensureBuilt } from './ensure-built.mjs';
import { ensureInstalled, environment, node, root } from './ensure-installed.mjs';
import { program } from './run-program.mjs';

await ensureInstalled();
await ensureBuilt();

let child;
let stopping = false;

/** One program at a time: the database's folder is free only when the one before has ended. */
async function restart() {
  await end();
  if (stopping) return;
  child = spawn(node, program, { cwd: root, env: environment, stdio: ['inherit', 'inherit', 'inherit', 'ipc'] });
}

function end() {
  const running = child;
  child = undefined;
  if (!running || running.exitCode !== null || running.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    running.once('exit', resolve);
    running.kill('SIGTERM');
  });
}

let queue = Promise.resolve();
let timer;
/** Several files saved at once give one restart. */
function soon(work) {
  clearTimeout(timer);
  timer = setTimeout(() => {
    queue = queue.then(work).catch((error) => console.error(error));
  }, 150);
}

const { context } = await import('esbuild');
const restarting = {
  name: 'restart',
  setup: (build) =>
    build.onEnd(({ errors }) => {
      if (errors.length === 0) soon(restart);
    }),
};
const watching = await context({ ...bundle, plugins: [...bundle.plugins, restarting] });
await watching.watch();

watch(join(root, 'src'), { recursive: true }, (_, file) => {
  if (!file || !(file.endsWith('.scss') || file.startsWith('client'))) return;
  soon(() => {
    spawnSync(node, [join(root, 'scripts', 'build-styles.mjs')], { cwd: root, env: environment, stdio: ['ignore', 'ignore', 'inherit'] });
    return restart();
  });
});
for (const folder of ['counties', 'migrations']) watch(join(root, folder), { recursive: true }, () => soon(restart));

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.on(signal, async () => {
    if (stopping) return;
    stopping = true;
    await watching.dispose();
    await queue;
    await end();
    process.exit(0);
  });
}
