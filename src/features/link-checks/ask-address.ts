import { type LookupAddress, lookup as systemLookup } from 'node:dns';
import { request as httpRequest, type IncomingMessage } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { type Hop, type LinkResult, resultOf } from '../../domain/link-checks/results.ts';
import { isOpenAddress } from './allowed-address.ts';

/** What became of asking an address. */
export type Asked = { readonly result: LinkResult; readonly status?: number | undefined; readonly movedTo?: string | undefined };

export type Asking = {
  /** Milliseconds for each step. */
  readonly timeLimit?: number;
  /** Which addresses and ports may be gone to: the open internet, by the ports of the web. */
  readonly allows?: (address: string, port: number) => boolean;
  readonly lookup?: (host: string) => Promise<readonly LookupAddress[]>;
};

const MOST_HOPS = 5;
const MOST_URL = 2_000;
const TIME_LIMIT = 10_000;
/** Servers that do not answer questions without a body are asked for one, which is not read. */
const WITHOUT_BODY_REFUSED: ReadonlySet<number> = new Set([400, 403, 404, 405, 406, 410, 429, 500, 501, 503]);

const NOT_ALLOWED = new Error('not allowed');

function isOpen(address: string, port: number): boolean {
  return isOpenAddress(address) && (port === 80 || port === 443);
}

/**
 * Asks an address whether it answers, without reading what. Each step of the way is resolved once, tried against what may be gone to, and then connected to at
 * that very address: a name that leads inside, or that changes between, is never followed. No cookies, no login, nothing of ours but the question.
 */
export async function askAddress(url: string, asking: Asking = {}): Promise<Asked> {
  const hops: Hop[] = [];
  let at = url;
  try {
    for (;;) {
      const answer = await askOnce(at, asking);
      const onward = answer.to === undefined ? undefined : URL.parse(answer.to, at)?.href;
      if (onward === undefined) {
        const result = resultOf(answer.status, hops);
        return { result, ...statusOf(answer), ...(result === 'moved' ? { movedTo: at } : {}) };
      }
      hops.push({ from: at, to: onward, status: answer.status });
      if (hops.length > MOST_HOPS || onward.length > MOST_URL) return { result: 'unanswered', ...statusOf(answer) };
      at = onward;
    }
  } catch (error) {
    return { result: error === NOT_ALLOWED ? 'not-allowed' : 'unanswered' };
  }
}

/** The status, where it is one: some servers answer with numbers of their own. */
function statusOf({ status }: Answer): { readonly status?: number } {
  return status >= 100 && status <= 599 ? { status } : {};
}

type Answer = { readonly status: number; readonly to: string | undefined };

async function askOnce(address: string, asking: Asking): Promise<Answer> {
  const url = URL.parse(address);
  if (!url || !['http:', 'https:'].includes(url.protocol) || url.username !== '' || url.password !== '') throw NOT_ALLOWED;
  const where = await resolved(url, asking);
  const answer = await send(url, 'HEAD', where, asking);
  return WITHOUT_BODY_REFUSED.has(answer.status) ? send(url, 'GET', where, asking) : answer;
}

/** The addresses of a host, all of which may be gone to. One that may not shuts out the whole. */
async function resolved(url: URL, { allows = isOpen, lookup = lookUp }: Asking): Promise<readonly LookupAddress[]> {
  const host = url.hostname.replace(/^\[|\]$/g, '');
  const port = Number(url.port) || (url.protocol === 'https:' ? 443 : 80);
  const family = isIP(host);
  const found = family === 0 ? await lookup(host) : [{ address: host, family }];
  if (found.length === 0 || found.some(({ address }) => !allows(address, port))) throw NOT_ALLOWED;
  return found;
}

function lookUp(host: string): Promise<LookupAddress[]> {
  return new Promise((resolve, reject) => {
    systemLookup(host, { all: true, verbatim: true }, (error, found) => (error ? reject(error) : resolve(found)));
  });
}

function send(url: URL, method: 'HEAD' | 'GET', where: readonly LookupAddress[], { timeLimit = TIME_LIMIT }: Asking): Promise<Answer> {
  const pinned: LookupFunction = (_host, options, done) => {
    const [first] = where;
    if (options.all) return done(null, [...where]);
    return first ? done(null, first.address, first.family) : done(NOT_ALLOWED, '', 4);
  };
  const request = url.protocol === 'https:' ? httpsRequest : httpRequest;
  const headers = { 'user-agent': 'Overens link check', accept: '*/*' };
  return new Promise((resolve, reject) => {
    const asked = request(url, { method, headers, lookup: pinned, agent: false, signal: AbortSignal.timeout(timeLimit) }, (response) => {
      resolve(answerOf(response));
      response.destroy();
    });
    asked.on('error', reject);
    // Who answers with another protocol has not answered: nothing comes after it, not even that time is out.
    asked.on('upgrade', (_response, socket) => {
      socket.destroy();
      reject(new Error('another protocol'));
    });
    asked.end();
  });
}

function answerOf({ statusCode = 0, headers }: IncomingMessage): Answer {
  return { status: statusCode, to: statusCode >= 300 && statusCode < 400 ? headers.location : undefined };
}
