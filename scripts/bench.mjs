/**
 * `npm run bench`: our figures beside those of the least program that gives the same answers. Any Node from 20.19 can begin it.
 * Arguments go on to bench/main.ts: `npm run bench -- --quick`, `npm run bench -- --write`.
 */
import { ensureBuilt } from './ensure-built.mjs';
import { ensureInstalled } from './ensure-installed.mjs';
import { program, runProgram } from './run-program.mjs';

await ensureInstalled();
await ensureBuilt();
runProgram(['bench/main.ts', '--program', JSON.stringify(program), ...process.argv.slice(2)]);
