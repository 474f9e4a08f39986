import { type LookupAddress, lookup as systemLookup } from 'node:dns';
import { request as httpRequest } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { addressFault } from '../../domain/webhooks/address.ts';
import { isOpenAddress } from '../link-checks/index.ts';

/** What an address answered; or why there was no answer. */
export type Posted = { readonly status: number } | { readonly fault: 'not-allowed' | 'unanswered' };

export type Posting = {
  /** May what is not the open internet be gone to? For trials alone. */
  readonly inside: boolean;
  /** Milliseconds for all of it. */
  readonly timeLimit?: number;
  readonly lookup?: (host: string) => Promise<readonly LookupAddress[]>;
};

const TIME_LIMIT = 5_000;
const NOT_ALLOWED = new Error('not allowed');

/**
 * Posts an event to an address. The host is resolved once, every address of it tried against what may be gone to, and connected to at one of those: a name that
 * leads inside, or that changes between, is never followed. Nor is a redirect, and what is answered is not read.
 */
export async function postEvent(address: string, body: string, headers: Record<string, string>, posting: Posting): Promise<Posted> {
  try {
    const url = URL.parse(address);
    if (!url || addressFault(address, posting)) throw NOT_ALLOWED;
    return { status: await send(url, await resolved(url, posting), body, headers, posting.timeLimit ?? TIME_LIMIT) };
  } catch (error) {
    return { fault: error === NOT_ALLOWED ? 'not-allowed' : 'unanswered' };
  }
}

async function resolved(url: URL, { inside, lookup = lookUp }: Posting): Promise<readonly LookupAddress[]> {
  const host = url.hostname.replace(/^\[|\]$/g, '');
  const family = isIP(host);
  const found = family === 0 ? await lookup(host) : [{ address: host, family }];
  if (found.length === 0 || (!inside && found.some(({ address }) => !isOpenAddress(address)))) throw NOT_ALLOWED;
  return found;
}

function lookUp(host: string): Promise<LookupAddress[]> {
  return new Promise((resolve, reject) => {
    systemLookup(host, { all: true, verbatim: true }, (error, found) => (error ? reject(error) : resolve(found)));
  });
}

function send(url: URL, where: readonly LookupAddress[], body: string, more: Record<string, string>, timeLimit: number): Promise<number> {
  const pinned: LookupFunction = (_host, options, done) => {
    const [first] = where;
    if (options.all) return done(null, [...where]);
    return first ? done(null, first.address, first.family) : done(NOT_ALLOWED, '', 4);
  };
  const request = url.protocol === 'https:' ? httpsRequest : httpRequest;
  const length = String(Buffer.byteLength(body));
  const headers = { 'user-agent': 'Overens webhooks', 'content-type': 'application/json', 'content-length': length, ...more };
  const signal = AbortSignal.timeout(timeLimit);
  return new Promise((resolve, reject) => {
    const asked = request(url, { method: 'POST', headers, lookup: pinned, agent: false, maxHeaderSize: 16_384, signal }, (response) => {
      const { statusCode = 0 } = response;
      response.destroy();
      if (statusCode >= 100 && statusCode <= 599) resolve(statusCode);
      else reject(new Error('no status'));
    });
    asked.on('error', reject);
    asked.on('upgrade', (_response, socket) => {
      socket.destroy();
      reject(new Error('another protocol'));
    });
    asked.end(body);
  });
}
