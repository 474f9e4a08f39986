import type { WebSocket } from 'ws';
import type { Scope } from '../use-case.ts';
import type { LiveConnection } from './live-rooms.ts';

/** A browser that does not take what it is sent is let go, and gets the whole again when it comes back: this many bytes. */
const MOST_WAITING = 4_000_000;

/** More than anybody types or pastes in a minute, in bytes. */
const MOST_BYTES_A_MINUTE = 4_000_000;

/** More than a hundred a second, in messages a minute: nobody moves that fast. */
const MOST_MESSAGES_A_MINUTE = 6_000;

/** How often it is tried that the browser is there, in milliseconds. */
const BEAT = 25_000;

const TOO_MUCH = 4429;
const NOT_BYTES = 1003;

/** The end of a WebSocket that a feature holds. `used` is told when somebody is at work. Answers also how messages are heard. */
export function connectionOn(socket: WebSocket, scope: Scope, used: () => void) {
  let alive = true;
  const beat = setInterval(() => {
    if (!alive) return socket.terminate();
    alive = false;
    socket.ping();
  }, BEAT);
  beat.unref();
  socket.on('pong', () => {
    alive = true;
  });
  socket.once('close', () => clearInterval(beat));
  // What is wrong with a frame ends its connection, and is no fault of ours.
  socket.on('error', () => undefined);

  const connection: LiveConnection = {
    scope,
    send: (message) => {
      if (socket.readyState !== socket.OPEN) return;
      if (socket.bufferedAmount > MOST_WAITING) return socket.terminate();
      socket.send(message);
    },
    close: (code) => closeSoon(socket, code),
    active: used,
    pause: () => socket.pause(),
    resume: () => socket.resume(),
  };

  const hear = (receive: (message: Uint8Array) => void) => {
    let [bytes, messages] = [0, 0];
    let since = performance.now();
    socket.on('message', (data, isBinary) => {
      alive = true;
      if (socket.readyState !== socket.OPEN) return;
      if (!isBinary || !Buffer.isBuffer(data)) return closeSoon(socket, NOT_BYTES);
      const now = performance.now();
      if (now - since > 60_000) {
        since = now;
        [bytes, messages] = [0, 0];
      }
      bytes += data.length;
      messages += 1;
      if (bytes > MOST_BYTES_A_MINUTE || messages > MOST_MESSAGES_A_MINUTE) return closeSoon(socket, TOO_MUCH);
      receive(new Uint8Array(data));
    });
  };
  return { connection, hear };
}

/** Whoever does not answer the closing is cut off. */
function closeSoon(socket: WebSocket, code: number): void {
  socket.resume();
  socket.close(code);
  setTimeout(() => socket.terminate(), 2_000).unref();
}
