import { createMiddleware } from 'hono/factory';
import { HTTPException } from 'hono/http-exception';
import { refuse } from '../../domain/refusal.ts';
import type { AppEnv } from './env.ts';
import { addressFaults } from './fit-text.ts';

/**
 * Turns away an address that is not text: percent signs that spell no UTF-8, control characters. Throws an HTTPException of status
 * 400 whose `cause` is the refusal, so that the application answers it as a page or as problem+json.
 */
export const readableAddress = createMiddleware<AppEnv>(async (c, next) => {
  const { pathname, search } = new URL(c.req.url);
  const faults = pathname.includes('%') || search ? faultsOf(pathname, search) : [];
  if (faults) {
    if (faults.length === 0) return next();
    throw new HTTPException(400, { cause: refuse('address-unreadable', { faults }) });
  }
  throw new HTTPException(400, { cause: refuse('address-unreadable') });
});

/** The faults, or undefined when the percent signs cannot be decoded at all. */
function faultsOf(pathname: string, search: string) {
  try {
    decodeURIComponent(search);
    return addressFaults(decodeURIComponent(pathname), new URLSearchParams(search));
  } catch {
    return undefined;
  }
}
