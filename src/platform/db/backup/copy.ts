import type { Duplex } from 'node:stream';
import type { ClientBase, Submittable } from 'pg';

/** What the driver's connection can do besides what its types tell: the copy messages of PostgreSQL's protocol. */
type Wire = {
  readonly stream: Duplex;
  query(text: string): void;
  sendCopyFromChunk(chunk: Buffer): void;
  endCopyFrom(): void;
  sendCopyFail(reason: string): void;
};

/** What the driver tells of a query that it runs. */
type Told = {
  submit(wire: Wire): void;
  handleError(error: Error): void;
  handleReadyForQuery(): void;
  handleCopyInResponse(wire: Wire): void;
  handleCopyData(message: { readonly chunk: Buffer }, wire: Wire): void;
  handleCommandComplete(message: { readonly text: string }): void;
};

/**
 * Runs `copy … to stdout` and hands every chunk to `take`, one at a time: the server waits while it is dealt with. Answers the number of rows.
 * The connection must not be a pipelined one.
 */
export async function copyOut(client: ClientBase, statement: string, take: (chunk: Buffer) => Promise<void> | void): Promise<number> {
  let work = Promise.resolve();
  let waiting = 0;
  const rows = await run(client, statement, {
    handleCopyData: ({ chunk }, { stream }) => {
      // The chunk is a view of the driver's own buffer, which it uses again.
      const own = Buffer.from(chunk);
      waiting += own.length;
      if (waiting > MOST_WAITING) stream.pause();
      work = work
        .then(() => take(own))
        .finally(() => {
          waiting -= own.length;
          if (waiting <= MOST_WAITING) stream.resume();
        });
      work.catch(() => undefined);
    },
  });
  await work;
  return rows;
}

const MOST_WAITING = 1024 * 1024;

/** Runs `copy … from stdin` with the chunks, and answers the number of rows. A source that fails fails the copy, which then has put in nothing. */
export function copyIn(client: ClientBase, statement: string, chunks: AsyncIterable<Buffer>): Promise<number> {
  return run(client, statement, {
    handleCopyInResponse: (wire) => {
      send(wire, chunks).then(
        () => wire.endCopyFrom(),
        (error: unknown) => wire.sendCopyFail(error instanceof Error ? error.message : 'source failed'),
      );
    },
  });
}

async function send(wire: Wire, chunks: AsyncIterable<Buffer>): Promise<void> {
  for await (const chunk of chunks) {
    wire.sendCopyFromChunk(chunk);
    if (!wire.stream.writableNeedDrain || wire.stream.destroyed) continue;
    await new Promise<void>((resolve) => {
      const go = () => {
        wire.stream.off('drain', go).off('close', go);
        resolve();
      };
      wire.stream.on('drain', go).on('close', go);
    });
  }
}

function run(client: ClientBase, statement: string, handlers: Partial<Told>): Promise<number> {
  return new Promise((resolve, reject) => {
    let rows = 0;
    const told: Told = {
      submit: (wire) => wire.query(statement),
      // The last word about this query: the driver keeps "ready" for itself then.
      handleError: reject,
      handleReadyForQuery: () => resolve(rows),
      handleCopyInResponse: (wire) => wire.sendCopyFail('nothing to send'),
      handleCopyData: () => undefined,
      handleCommandComplete: ({ text }) => {
        rows = Number(/^COPY (\d+)$/.exec(text)?.[1] ?? 0);
      },
      ...handlers,
    };
    client.query(told as unknown as Submittable);
  });
}
