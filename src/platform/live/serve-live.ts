import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { parse } from 'hono/utils/cookie';
import { type WebSocket, WebSocketServer } from 'ws';
import { assignmentOf, loginOf } from '../../domain/access/actor.ts';
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

/**
 * Lets browsers connect by WebSocket, on the server of the pages. Before anything is opened: the origin must be the service's own (another site is refused
 * with 403), the session must be open (401), and the feature's policy says what more (403, 404); 503 while the database is away.
 */
export function serveLive(server: Server, { runtime, log, rooms, origin }: LiveOptions): { stop(): Promise<void> } {
  const sockets = new WebSocketServer({ noServer: true, maxPayload: MOST_MESSAGE, perMessageDeflate: false });
  const readSession = sessionReader(runtime);
  const sessions = watchSessions(runtime);
  const counted = new Map<string, { at: number; count: number; open: number }>();
  const hearing = listen(runtime.database.jobs, 'live', rooms);
  let stopped = false;

  const upgrade = async (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    const names = rooms.path.exec(request.url ?? '')?.slice(1);
    if (!names) return refuseUpgrade(socket, 404);
    if (stopped) return refuseUpgrade(socket, 503);
    if (!isFromHere(request, origin)) return refuseUpgrade(socket, 403);
    const secret = parse(request.headers.cookie ?? '', COOKIE)[COOKIE];
    const actor = secret ? await readSession(secret) : undefined;
    const login = actor && loginOf(actor);
    if (!secret || !actor || !login) return refuseUpgrade(socket, 401);
    const count = countOf(counted, login.session);
    if (count.open >= MOST_OF_SESSION || count.count > MOST_A_MINUTE) return refuseUpgrade(socket, 429);
    if (socket.destroyed) return;
    // Its place is taken before the feature is asked: many that come at once are counted too.
    count.open += 1;
    socket.once('close', () => {
      count.open -= 1;
    });
    const scope: Scope = { runtime, actor, request: { id: newId(runtime.clock.now()), via: 'page', from: null } };
    const answer = await rooms.ask(scope, names);
    if ('refused' in answer && answer.refused < 1000) return refuseUpgrade(socket, answer.refused);
    if (socket.destroyed) return 'giveUp' in answer ? answer.giveUp() : undefined;
    let opened = false;
    socket.once('close', () => {
      if (!opened && 'giveUp' in answer) answer.giveUp();
    });
    sockets.handleUpgrade(request, socket, head, (webSocket) => {
      opened = true;
      attach(webSocket, scope, secret, answer);
    });
  };

  const attach = (webSocket: WebSocket, scope: Scope, secret: string, answer: LiveAnswer) => {
    let noted = performance.now();
    const used = () => {
      if (performance.now() - noted < NOTE_EVERY) return;
      noted = performance.now();
      readSession(secret).catch(() => undefined);
    };
    const { connection, hear } = connectionOn(webSocket, scope, used);
    if ('refused' in answer) return connection.close(answer.refused);
    const assignment = assignmentOf(scope.actor)?.id;
    const unwatch = sessions.add({ secret, assignment, over: () => connection.close(LOGGED_OUT) });
    const member = answer.join(connection);
    hear(member.receive);
    webSocket.once('close', () => {
      unwatch();
      member.left();
    });
  };

  const onUpgrade = (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    socket.on('error', () => socket.destroy());
    upgrade(request, socket, head).catch((error: unknown) => {
      if (!(error instanceof DatabaseUnavailable)) log.error({ err: error }, 'upgrade failed');
      refuseUpgrade(socket, 503);
    });
  };
  server.on('upgrade', onUpgrade);

  const stop = async () => {
    stopped = true;
    sessions.stop();
    await rooms.stop();
    for (const webSocket of sockets.clients) webSocket.close(GOING_AWAY);
    setTimeout(() => sockets.clients.forEach((webSocket) => void webSocket.terminate()), 1_000).unref();
    await hearing.stop();
  };
  return { stop };
}

/** The browser's own word for where the page came from: without it, it is no browser of ours. */
function isFromHere({ headers }: IncomingMessage, origin: string | undefined): boolean {
  return headers.origin !== undefined && (headers.origin === origin || headers.origin === `http://${headers.host}`);
}

/** How often the session has connected in this minute, this time counted, and how many connections it has. Full of idle ones, the old are forgotten. */
function countOf(counted: Map<string, { at: number; count: number; open: number }>, session: string) {
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
