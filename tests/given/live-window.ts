import * as decoding from 'lib0/decoding';
import { WebSocket } from 'ws';
import * as Y from 'yjs';
import { type LivePerson, liveMessage } from '../../src/domain/drafts/live-form.ts';
import { textOf } from '../../src/features/drafts/live-document.ts';
import { writeMessage } from '../../src/features/drafts/live-messages.ts';
import { until } from './until.ts';

/** A window in which somebody writes: what a browser does, without one. */
export type LiveWindow = {
  readonly document: Y.Doc;
  readonly socket: WebSocket;
  /** Who else is there. */
  here(): readonly LivePerson[];
  /** Cursors of others, as JSON, by client. */
  readonly cursors: ReadonlyMap<number, string>;
  /** How many messages with something typed have been sent, and how many of them are said to be stored. */
  sent(): number;
  stored(): number;
  /** Has everything that was typed been said to be stored? */
  isStored(): boolean;
  /** Has everything that the others have, when it connected, come? */
  synced(): Promise<void>;
  text(): { heading: string; lines: string };
  /** Leaves, and says with which reason the connection ended. */
  close(): Promise<number>;
  readonly closed: Promise<number>;
};

export type Wanted = { readonly port: number; readonly cookie: string; readonly path: string; readonly origin?: string };

/** Connects; rejects with the status when it is refused. `document`: what the window has since before. */
export async function openWindow(
  { port, cookie, path, origin = `http://127.0.0.1:${port}` }: Wanted,
  document = new Y.Doc(),
): Promise<LiveWindow> {
  const socket = new WebSocket(`ws://127.0.0.1:${port}${path}`, { headers: { cookie, origin } });
  const cursors = new Map<number, string>();
  let here: readonly LivePerson[] = [];
  let sent = 0;
  let stored = 0;
  let synced = false;
  const closed = new Promise<number>((resolve) => void socket.once('close', resolve));
  const say = (message: Uint8Array) => {
    sent += 1;
    socket.send(message);
  };
  socket.on('message', (data: Buffer) => {
    const from = decoding.createDecoder(new Uint8Array(data));
    const kind = decoding.readVarUint(from);
    if (kind === liveMessage.stored) stored = decoding.readVarUint(from);
    if (kind === liveMessage.here) here = JSON.parse(decoding.readVarString(from)) as LivePerson[];
    if (kind === liveMessage.cursor) {
      const inner = decoding.createDecoder(decoding.readVarUint8Array(from));
      decoding.readVarUint(inner);
      const client = decoding.readVarUint(inner);
      decoding.readVarUint(inner);
      cursors.set(client, decoding.readVarString(inner));
    }
    if (kind !== liveMessage.sync) return;
    const step = decoding.readVarUint(from);
    const bytes = decoding.readVarUint8Array(from);
    if (step === 0) return say(writeMessage.answers(Y.encodeStateAsUpdate(document, bytes)));
    Y.applyUpdate(document, bytes, socket);
    if (step === 1) synced = true;
  });
  document.on('update', (bytes: Uint8Array, by: unknown) => {
    if (by !== socket && socket.readyState === socket.OPEN) say(writeMessage.update(bytes));
  });
  await new Promise<void>((resolve, reject) => {
    socket.once('open', resolve);
    socket.once('unexpected-response', (_request, response) => reject(new Error(String(response.statusCode))));
    socket.once('error', reject);
  });
  socket.on('error', () => undefined);
  socket.send(writeMessage.asks(Y.encodeStateVector(document)));
  const close = () => {
    socket.close();
    return closed;
  };
  return {
    document,
    socket,
    here: () => here,
    cursors,
    sent: () => sent,
    stored: () => stored,
    isStored: () => sent > 0 && stored === sent,
    synced: () => until(() => synced),
    text: () => textOf(document),
    close,
    closed,
  };
}
