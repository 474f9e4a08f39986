import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import { type Awareness, applyAwarenessUpdate, encodeAwarenessUpdate, removeAwarenessStates } from 'y-protocols/awareness';
import { messageYjsSyncStep1, readSyncMessage, writeSyncStep1, writeUpdate } from 'y-protocols/sync';
import type * as Y from 'yjs';
import { type LivePerson, liveClose, liveMessage } from '../../domain/drafts/live-form.ts';

/** How it is with what is written. */
export type LiveState = 'saved' | 'saving' | 'offline' | 'loggedOut' | 'forbidden' | 'gone' | 'shut' | 'refused';

export type Heard = {
  /** An update comes, and will be in the document when this has answered. */
  coming(update: Uint8Array): void;
  /** The first time that everything others have written is here. */
  synced(): void;
  state(state: LiveState): void;
  /** Who else is there; undefined while it is not known. */
  here(people: readonly LivePerson[] | undefined): void;
};

export type Connection = {
  /** The draft is to have what is written now. */
  save(): void;
  /** Is everything stored? */
  isSaved(): boolean;
};

const SOON = 1_000;
const LATEST = 15_000;
const CURSOR_EVERY = 150;

/** For these there is no coming back: the page has to be opened anew. */
const ENDS: Readonly<Record<number, LiveState>> = {
  [liveClose.forbidden]: 'forbidden',
  [liveClose.gone]: 'gone',
  [liveClose.shut]: 'shut',
  [liveClose.refused]: 'refused',
  1009: 'refused',
};

/** Keeps a document the same as everyone else's for as long as the page is open, and connects anew whenever it is lost. */
export function connect(address: string, doc: Y.Doc, awareness: Awareness, heard: Heard): Connection {
  let socket: WebSocket | undefined;
  let wait = SOON;
  let synced = false;
  let sent = 0;
  let stored = 0;
  let told = false;
  let state: LiveState = 'saving';

  const say = (next: LiveState) => {
    if (next === state && next !== 'saved') return;
    state = next;
    heard.state(next);
  };
  const send = (write: (to: encoding.Encoder) => void) => {
    if (socket?.readyState !== WebSocket.OPEN) return;
    socket.send(encoding.encode(write) as Uint8Array<ArrayBuffer>);
  };
  const isSaved = () => told && sent === stored && socket?.readyState === WebSocket.OPEN;

  const open = () => {
    const own = new WebSocket(address.replace(/^http/, 'ws'));
    let opened = false;
    socket = own;
    [sent, stored, told] = [0, 0, false];
    own.binaryType = 'arraybuffer';
    own.onopen = () => {
      opened = true;
      wait = SOON;
      send((to) => {
        encoding.writeVarUint(to, liveMessage.sync);
        writeSyncStep1(to, doc);
      });
      sendCursor();
    };
    own.onmessage = ({ data }) => hear(new Uint8Array(data as ArrayBuffer));
    own.onclose = async ({ code }) => {
      if (socket !== own) return;
      removeAwarenessStates(
        awareness,
        [...awareness.getStates().keys()].filter((id) => id !== doc.clientID),
        'lost',
      );
      heard.here(undefined);
      const end = ENDS[code];
      if (end) return say(end);
      say(code === liveClose.loggedOut || (!opened && (await isLoggedOut())) ? 'loggedOut' : 'offline');
      setTimeout(open, wait * (0.75 + Math.random() / 2));
      wait = Math.min(wait * 2, LATEST);
    };
  };

  const hear = (bytes: Uint8Array) => {
    const from = decoding.createDecoder(bytes);
    const kind = decoding.readVarUint(from);
    if (kind === liveMessage.here) return heard.here(JSON.parse(decoding.readVarString(from)) as LivePerson[]);
    if (kind === liveMessage.cursor) return applyAwarenessUpdate(awareness, decoding.readVarUint8Array(from), 'remote');
    if (kind === liveMessage.stored) {
      stored = decoding.readVarUint(from);
      told = true;
      if (isSaved()) say('saved');
      return;
    }
    const ahead = decoding.clone(from);
    if (decoding.readVarUint(ahead) !== messageYjsSyncStep1) heard.coming(decoding.readVarUint8Array(ahead));
    const answer = encoding.createEncoder();
    encoding.writeVarUint(answer, liveMessage.sync);
    const step = readSyncMessage(from, answer, doc, 'remote');
    if (encoding.length(answer) > 1 && socket?.readyState === WebSocket.OPEN) {
      sent += 1;
      socket.send(encoding.toUint8Array(answer) as Uint8Array<ArrayBuffer>);
    }
    if (step === 1 && !synced) {
      synced = true;
      heard.synced();
    }
  };

  doc.on('update', (update: Uint8Array, origin: unknown) => {
    if (origin === 'remote') return;
    if (socket?.readyState !== WebSocket.OPEN) return;
    sent += 1;
    send((to) => {
      encoding.writeVarUint(to, liveMessage.sync);
      writeUpdate(to, update);
    });
    say('saving');
  });

  let cursorPlanned = false;
  const sendCursor = () => {
    cursorPlanned = false;
    send((to) => {
      encoding.writeVarUint(to, liveMessage.cursor);
      encoding.writeVarUint8Array(to, encodeAwarenessUpdate(awareness, [doc.clientID]));
    });
  };
  awareness.on('update', (_changes: unknown, origin: unknown) => {
    if (origin !== 'local' || cursorPlanned) return;
    cursorPlanned = true;
    setTimeout(sendCursor, CURSOR_EVERY);
  });

  addEventListener('online', () => {
    if (socket?.readyState === WebSocket.CLOSED && (state === 'offline' || state === 'loggedOut')) open();
  });
  // A network that is switched off is noticed at once, not when the next beat is missed.
  addEventListener('offline', () => socket?.close());
  open();
  return { save: () => send((to) => encoding.writeVarUint(to, liveMessage.save)), isSaved };
}

/** A browser does not say why a WebSocket was refused: the page itself does. */
async function isLoggedOut(): Promise<boolean> {
  try {
    const answer = await fetch(location.href, { method: 'HEAD', redirect: 'manual', cache: 'no-store' });
    return answer.type === 'opaqueredirect';
  } catch {
    return false;
  }
}
