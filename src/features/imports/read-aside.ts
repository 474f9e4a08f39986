import { Worker } from 'node:worker_threads';
import { type Refusal, refuse } from '../../domain/refusal.ts';
import type { FileRefusal } from '../../formats/read/read-file.ts';
import { type StructuredFile, structureFile } from './structure-file.ts';

/** A file that takes longer, or more memory of its reader, is given up. What a PDF unpacks to lies outside the heap, which has no limit of its own: it is watched. */
export type ReadLimits = { readonly ms: number; readonly megabytes: number };
const LIMITS: ReadLimits = { ms: 60_000, megabytes: 1024 };
const WATCH_MS = 100;

/** So small a text is read where it is: a thread of its own would take longer. */
const SMALL = 200_000;

type Answer = StructuredFile | FileRefusal | Refusal<'file-too-heavy'>;

/** One file at a time: the others wait. */
let turn: Promise<unknown> = Promise.resolve();

/**
 * Reads a file without holding anybody up: on a thread of its own when it may take time. Refuses as `readFile` does, and `file-too-heavy` when it
 * takes too long or too much memory.
 */
export function readAside(name: string, bytes: Uint8Array, limits: ReadLimits = LIMITS): Promise<Answer> {
  if (/\.(txt|md)$/i.test(name) && bytes.length <= SMALL) return structureFile(name, bytes).catch(tooHeavy);
  const answer = turn.then(() => inThread(name, bytes, limits));
  turn = answer.catch(() => undefined);
  return answer;
}

/** Memory that ran out, or a text so built that it cannot be walked through, is the file's fault; anything else is ours. */
function tooHeavy(error: NodeJS.ErrnoException): Refusal<'file-too-heavy'> {
  if (error.code === 'ERR_WORKER_OUT_OF_MEMORY' || error.name === 'RangeError') return refuse('file-too-heavy');
  throw error;
}

function inThread(name: string, bytes: Uint8Array, limits: ReadLimits): Promise<Answer> {
  // Beside this file as it is written; beside the program when it is built.
  const script = import.meta.url.endsWith('.ts') ? './read-worker.ts' : './read-worker.js';
  const worker = new Worker(new URL(script, import.meta.url), {
    execArgv: [],
    env: {},
    resourceLimits: { maxOldGenerationSizeMb: limits.megabytes },
  });
  return new Promise<Answer>((resolve, reject) => {
    const giveUp = () => resolve(refuse('file-too-heavy'));
    const timer = setTimeout(giveUp, limits.ms);
    // A reader that has ended takes no memory.
    const watch = setInterval(() => takenBy(worker).then((taken) => taken > limits.megabytes && giveUp(), Boolean), WATCH_MS);
    worker.once('message', resolve);
    worker.once('error', (error) => {
      try {
        resolve(tooHeavy(error as NodeJS.ErrnoException));
      } catch {
        reject(error);
      }
    });
    worker.once('exit', () => {
      clearTimeout(timer);
      clearInterval(watch);
      reject(new Error('the reader ended without an answer'));
    });
    worker.postMessage({ name, bytes });
  }).finally(() => worker.terminate());
}

/** What a reader takes, within the heap and outside it, in megabytes. What the rest of the program takes is nothing to it. */
async function takenBy(worker: Worker): Promise<number> {
  const { total_heap_size: heap, external_memory: outside } = await worker.getHeapStatistics();
  return (heap + outside) / 1024 / 1024;
}
