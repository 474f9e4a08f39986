import { type Refusal, refuse } from '../refusal.ts';

/** How long an address may be. */
export const LONGEST_ADDRESS = 500;

/**
 * What is wrong with an address to be told at: it is one of https, with a host, and says nothing of who calls. `inside`: the installation allows http too, for trials.
 * Refuses `webhook-address` (params.because).
 */
export function addressFault(address: string, { inside }: { readonly inside: boolean }): Refusal<'webhook-address'> | undefined {
  const url = URL.parse(address);
  const fault = (because: string) => refuse('webhook-address', { because });
  if (!url || address.length > LONGEST_ADDRESS) return fault('no-address');
  if (url.protocol !== 'https:' && !(inside && url.protocol === 'http:')) return fault('not-https');
  if (url.username !== '' || url.password !== '') return fault('has-login');
  if (url.hash !== '') return fault('has-fragment');
  if (!inside && url.port !== '') return fault('other-port');
  return undefined;
}
