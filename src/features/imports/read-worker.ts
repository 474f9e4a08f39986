import { parentPort } from 'node:worker_threads';
import { structureFile } from './structure-file.ts';

/** Reads files on a thread of its own, so that a large one stops nobody: takes a name and bytes, answers the text or the refusal. */
parentPort?.on('message', async ({ name, bytes }: { name: string; bytes: Uint8Array }) => {
  parentPort?.postMessage(await structureFile(name, bytes));
});
