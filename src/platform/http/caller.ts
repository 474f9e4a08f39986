import { isIP } from 'node:net';
import type { Context } from 'hono';
import type { AppEnv } from './env.ts';

/** Who calls, for rate limits: an address, or the network that one caller has to itself. */
export type CallerOf = (c: Context<AppEnv>) => string;

/**
 * The caller's address. `hops`: how many proxies of our own stand in front. Each adds to X-Forwarded-For the address it was called from,
 * so the caller is that many steps from the right; what stands further left the caller has written, and it is never believed.
 * When there are fewer, or one of them is no address, the last one that can be trusted counts.
 */
export function callerAddress(hops: number): CallerOf {
  return (c) => {
    const connection = (c.env as { incoming?: { socket?: { remoteAddress?: string } } } | undefined)?.incoming?.socket?.remoteAddress;
    let caller = networkOf(connection ?? '') ?? '';
    if (hops === 0) return caller;
    const told = (c.req.header('x-forwarded-for') ?? '').split(',').reverse().slice(0, hops);
    for (const address of told) {
      const network = networkOf(address);
      if (network === undefined) break;
      caller = network;
    }
    return caller;
  };
}

/** An IPv4 address, or the first half of an IPv6 address: whoever has one of those has them all. Undefined when it is neither; a port is left out. */
function networkOf(written: string): string | undefined {
  const bare = written
    .trim()
    .replace(/^\[([^\]]*)\](:\d+)?$/, '$1')
    .replace(/^([\d.]+):\d+$/, '$1')
    .replace(/^::ffff:(?=[\d.]+$)/i, '')
    .replace(/%.*$/, '');
  const version = isIP(bare);
  if (version === 4) return bare;
  if (version === 0) return undefined;
  const [start = '', end] = bare.split('::');
  const groups = (part: string) => part.split(':').filter((group) => group !== '');
  const given = groups(start);
  const missing = end === undefined ? 0 : 8 - given.length - groups(end).length;
  const all = [...given, ...Array<string>(Math.max(0, missing)).fill('0'), ...groups(end ?? '')];
  return `${all
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':')}::`;
}
