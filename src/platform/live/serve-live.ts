import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { parse } from 'hono/utils/cookie';
import { type WebSocket, WebSocketServer } from 'ws';
import { type Actor, assignmentOf, loginOf } from '../../domain/access/actor.ts';
import { DatabaseUnavailable, listen } from '../db/index.ts';
import { sessionReader } from '../identity/index.ts';
import { newId } from '../ids.ts';
import type { Log } from '../log/index.ts';
import type { Runtime, Scope } from '../use-case.ts';
import { connectionOn } from './connection.ts';
import type { LiveAnswer, LiveRooms } from './live-rooms.ts';
import { watchSessions } from './watch-sessions.ts';

/** The largest message, in bytes: all that a section can be, typed for a day without a connection. */
const MOST_MESSAGE = 512 * 1024;

/** How many connections one session has at a time: windows, and those that have not noticed that they are gone. */
const MOST_OF_SESSION = 20;

/** How often a session may connect, a minute. */
const MOST_A_MINUTE = 120;

/** How seldom it is noted that a session is in use, in milliseconds. */
const NOTE_EVERY = 60_000;

const COOKIE = '__Host-session';
const LOGGED_OUT = 4401;
const GOING_AWAY = 1001;

const REASONS: Readonly<Record<number, string>> = {
  400: 'Bad Request',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not Found',
  409: 'Conflict',
  429: 'Too Many Requests',
  503: 'Service Unavailable',
};

export type LiveOptions = {
  readonly runtime: Runtime;
  readonly log: Log;
  readonly rooms: LiveRooms;
  /** Where people reach the service, when that is not what the program sees: behind a proxy that speaks TLS. */
  readonly origin?: string | undefined;
};

type Counts = Map<string, { at: number; count: number; open: number }>;

/** What every connection is tried by, and joins. */
type House = LiveOptions & {
  readonly sockets: WebSocketServer;
  readonly readSession: ReturnType<typeof sessionReader>;
  readonly sessions: ReturnType<typeof watchSessions>;
  readonly counted: Counts;
  readonly isStopped: () => boolean;
};

/**
 * Lets browsers connect by WebSocket, on the server of the pages. Before anything is opened: the origin must be the service's own (another site is refused
 * with 403), the session must be open (401), and the feature's policy says what more (403, 404); 503 while the database is away.
 */
export function serveLive(server: Server, options: LiveOptions): { stop(): Promise<void> } {
  const { runtime, log, rooms } = options;
  let stopped = false;
  const house: House = {
    ...options,
    sockets: new WebSocketServer({ noServer: true, maxPayload: MOST_MESSAGE, perMessageDeflate: false }),
    readSession: sessionReader(runtime),
    sessions: watchSessions(runtime),
    counted: new Map(),
    isStopped: () => stopped,
  };
  const hearing = listen(runtime.database.jobs, 'live', rooms);
  server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    socket.on('error', () => socket.destroy());
    upgrade(house, request, socket, head).catch((error: unknown) => {
      if (!(error instanceof DatabaseUnavailable)) log.error({ err: error }, 'upgrade failed');
      refuseUpgrade(socket, 503);
    });
  });
  const stop = async () => {
    stopped = true;
    house.sessions.stop();
    await rooms.stop();
    const { clients } = house.sockets;
    for (const webSocket of clients) webSocket.close(GOING_AWAY);
    setTimeout(() => clients.forEach((webSocket) => void webSocket.terminate()), 1_000).unref();
    await hearing.stop();
  };
  return { stop };
}

type Visitor = { readonly names: string[]; readonly secret: string; readonly actor: Actor; readonly session: string };

/** Who wants in, and to which room; or the status that they are refused with. */
async function visitorOf({ rooms, origin, readSession, isStopped }: House, request: IncomingMessage): Promise<Visitor | number> {
  const names = rooms.path.exec(request.url ?? '')?.slice(1);
  if (!names) return 404;
  if (isStopped()) return 503;
  if (!isFromHere(request, origin)) return 403;
  const secret = parse(request.headers.cookie ?? '', COOKIE)[COOKIE];
  const actor = secret ? await readSession(secret) : undefined;
  const login = actor && loginOf(actor);
  return secret && actor && login ? { names, secret, actor, session: login.session } : 401;
}

async function upgrade(house: House, request: IncomingMessage, socket: Duplex, head: Buffer): Promise<void> {
  const visitor = await visitorOf(house, request);
  if (typeof visitor === 'number') return refuseUpgrade(socket, visitor);
  const count = countOf(house.counted, visitor.session);
  if (count.open >= MOST_OF_SESSION || count.count > MOST_A_MINUTE) return refuseUpgrade(socket, 429);
  if (socket.destroyed) return;
  // Its place is taken before the feature is asked: many that come at once are counted too.
  count.open += 1;
  socket.once('close', () => {
    count.open -= 1;
  });
  const { runtime, rooms, sockets } = house;
  const scope: Scope = { runtime, actor: visitor.actor, request: { id: newId(runtime.clock.now()), via: 'page', from: null } };
  const answer = await rooms.ask(scope, visitor.names);
  if ('refused' in answer && answer.refused < 1000) return refuseUpgrade(socket, answer.refused);
  const giveUp = () => 'giveUp' in answer && answer.giveUp();
  if (socket.destroyed) return void giveUp();
  socket.once('close', giveUp);
  sockets.handleUpgrade(request, socket, head, (webSocket) => {
    socket.off('close', giveUp);
    attach(house, webSocket, { scope, secret: visitor.secret, answer });
  });
}

/** Lets somebody into a room that has answered, until they leave or may no longer be there. */
function attach(house: House, webSocket: WebSocket, { scope, secret, answer }: { scope: Scope; secret: string; answer: LiveAnswer }): void {
  const { connection, hear } = connectionOn(webSocket, scope, notedAsUsed(house, secret));
  if ('refused' in answer) {
    connection.close(answer.refused);
    return;
  }
  const assignment = assignmentOf(scope.actor)?.id;
  const unwatch = house.sessions.add({ secret, assignment, over: () => connection.close(LOGGED_OUT) });
  const member = answer.join(connection);
  hear(member.receive);
  webSocket.once('close', () => {
    unwatch();
    member.left();
  });
}

/** Notes now and then that a session is in use, when it is. */
function notedAsUsed({ readSession }: House, secret: string): () => void {
  let noted = performance.now();
  return () => {
    if (performance.now() - noted < NOTE_EVERY) return;
    noted = performance.now();
    readSession(secret).catch(() => undefined);
  };
}

/** The browser's own word for where the page came from: without it, it is no browser of ours. */
function isFromHere({ headers }: IncomingMessage, origin: string | undefined): boolean {
  return headers.origin !== undefined && (headers.origin === origin || headers.origin === `http://${headers.host}`);
}

/** How often the session has connected in this minute, this time counted, and how many connections it has. Full of idle ones, the old are forgotten. */
function countOf(counted: Counts, session: string) {
  const now = performance.now();
  const count = counted.get(session) ?? { at: now, count: 0, open: 0 };
  if (now - count.at > 60_000) Object.assign(count, { at: now, count: 0 });
  count.count += 1;
  counted.set(session, count);
  if (counted.size > 5_000) for (const [key, one] of counted) if (one.open === 0 && now - one.at > 60_000) counted.delete(key);
  return count;
}

function refuseUpgrade(socket: Duplex, status: number): void {
  if (socket.destroyed) return;
  // Whoever does not close their end is not waited for.
  socket.once('finish', () => socket.destroy());
  socket.end(
    `HTTP/1.1 ${status} ${REASONS[status] ?? 'Error'}\r\nconnection: close\r\ncontent-length: 0\r\ncache-control: no-store\r\n\r\n`,
  );
}
