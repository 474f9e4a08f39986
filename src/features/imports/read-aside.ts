import { Worker } from 'node:worker_threads';
import { type Refusal, refuse } from '../../domain/refusal.ts';
import type { FileRefusal } from '../../formats/read/read-file.ts';
import { type StructuredFile, structureFile } from './structure-file.ts';

/** A file that takes longer, or more memory, is given up. */
const LONGEST_MS = 60_000;
const MOST_MEMORY_MB = 1024;

/** So small a text is read where it is: a thread of its own would take longer. */
const SMALL = 200_000;

type Answer = StructuredFile | FileRefusal | Refusal<'file-too-heavy'>;

/** One file at a time: the others wait. */
let turn: Promise<unknown> = Promise.resolve();

/**
 * Reads a file without holding anybody up: on a thread of its own when it may take time. Refuses as `readFile` does, and `file-too-heavy` when it
 * takes too long or too much memory.
 */
export function readAside(name: string, bytes: Uint8Array): Promise<Answer> {
  if (/\.(txt|md)$/i.test(name) && bytes.length <= SMALL) return structureFile(name, bytes);
  const answer = turn.then(() => inThread(name, bytes));
  turn = answer.catch(() => undefined);
  return answer;
}

function inThread(name: string, bytes: Uint8Array): Promise<Answer> {
  // Beside this file as it is written; beside the program when it is built.
  const script = import.meta.url.endsWith('.ts') ? './read-worker.ts' : './read-worker.js';
  const worker = new Worker(new URL(script, import.meta.url), {
    execArgv: [],
    env: {},
    resourceLimits: { maxOldGenerationSizeMb: MOST_MEMORY_MB },
  });
  return new Promise<Answer>((resolve, reject) => {
    const timer = setTimeout(() => resolve(refuse('file-too-heavy')), LONGEST_MS);
    worker.once('message', resolve);
    worker.once('error', (error: NodeJS.ErrnoException) =>
      error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? resolve(refuse('file-too-heavy')) : reject(error),
    );
    worker.once('exit', () => {
      clearTimeout(timer);
      reject(new Error('the reader ended without an answer'));
    });
    worker.postMessage({ name, bytes });
  }).finally(() => worker.terminate());
}
