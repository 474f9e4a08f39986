/** `npm start`: installs what is missing, builds what has changed, and runs the program. Any Node from 20.19 can begin it. */
import { ensureBuilt } from './ensure-built.mjs';
import { ensureInstalled } from './ensure-installed.mjs';
import { program, runProgram } from './run-program.mjs';

await ensureInstalled();
await ensureBuilt();
runProgram(program);
