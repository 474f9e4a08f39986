import type { Context } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import { z } from 'zod';
import { assuranceLevels } from '../../domain/access/actor.ts';
import { isRefusal, type Refusal, refuse } from '../../domain/refusal.ts';
import { type AppEnv, type LoginSetup, localPath, scopeOf, secretOf } from '../../platform/index.ts';
import { deviceOf } from './device.ts';
import { noteFailedLogin } from './failed-logins.ts';
import { keepAttempt, takeKeptAttempt } from './login-attempt.ts';
import { openSession } from './open-session.ts';

/** Ties the way back from the provider to the browser that began: someone else's answer cannot be slipped in. */
const ATTEMPT = { name: 'login', prefix: 'host' } as const;
const OPTIONS = { path: '/', httpOnly: true, secure: true, sameSite: 'Lax', maxAge: 600 } as const;

export type LoggedIn = { readonly secret: string; readonly next: string };

/** Begins a login: answers the provider's address to go to, and remembers in the browser which login it was. */
export async function beginLogin(
  c: Context<AppEnv>,
  { identity, least }: LoginSetup,
  { returnTo, again = false }: { returnTo: string; again?: boolean },
): Promise<{ address: string; state: string } | Refusal> {
  const begun = await identity.begin({ least: lowestOf(least), again });
  if (isRefusal(begun)) return begun;
  const { attempt, address } = begun;
  const kept = await keepAttempt(scopeOf(c), { ...attempt, returnTo: localPath(returnTo), kind: again ? 'step-up' : 'login' });
  if (isRefusal(kept)) return kept;
  setCookie(c, ATTEMPT.name, attempt.state, { ...OPTIONS, prefix: ATTEMPT.prefix });
  return { address, state: attempt.state };
}

/**
 * Finishes a login with the address that the provider sent the browser back to. Refuses what this browser did not begin. What let nobody in is kept,
 * with the code of why.
 */
export async function finishLogin(c: Context<AppEnv>, setup: LoginSetup, callback: URL, begun?: string): Promise<LoggedIn | Refusal> {
  const known: Known = { subject: undefined, hsaId: undefined };
  const done = await tryLogin(c, setup, callback, begun, known);
  if (!isRefusal(done)) return done;
  const failed = { provider: setup.identity.name, reason: done.code, from: c.var.request.from ?? '', ...known };
  await noteFailedLogin(scopeOf(c), failed);
  return done;
}

/** What a refusal tells of whom the provider vouched for. */
const Vouched = z.object({ subject: z.string().optional(), hsaId: z.string().optional() });

/** What the provider vouches for, as far as one got: by it the account is found that somebody failed to log in to. */
type Known = { subject: string | undefined; hsaId: string | undefined };

async function tryLogin(
  c: Context<AppEnv>,
  setup: LoginSetup,
  callback: URL,
  begun: string | undefined,
  vouched: Known,
): Promise<LoggedIn | Refusal> {
  const state = callback.searchParams.get('state') ?? '';
  const own = begun ?? getCookie(c, ATTEMPT.name, ATTEMPT.prefix);
  deleteCookie(c, ATTEMPT.name, { ...OPTIONS, prefix: ATTEMPT.prefix });
  const attempt = own === state && state !== '' ? await takeKeptAttempt(scopeOf(c), { state }) : undefined;
  if (!attempt || isRefusal(attempt)) return refuse('login-failed');
  const { least, identity, numberHash } = setup;
  const again = attempt.kind === 'step-up';
  const who = await identity.finish(
    callback,
    { state, nonce: attempt.nonce, verifier: attempt.verifier },
    { least: lowestOf(least), again },
  );
  if (isRefusal(who)) {
    const { subject, hsaId } = Vouched.parse(who.params);
    Object.assign(vouched, { subject, hsaId });
    return who;
  }
  const { number, ...known } = who;
  Object.assign(vouched, { subject: who.subject, hsaId: who.hsaId });
  const opened = await openSession(scopeOf(c), {
    who: known,
    numberHash: number === undefined ? undefined : numberHash(number),
    device: deviceOf(c.req.header('user-agent')),
    from: c.var.request.from ?? '',
    earlier: secretOf(c),
    least,
  });
  if (isRefusal(opened)) return opened;
  return { secret: opened.secret, next: opened.chosen ? attempt.returnTo : `/uppdrag?tillbaka=${encodeURIComponent(attempt.returnTo)}` };
}

/** Who comes is not known until they are back: the provider is asked for what is enough for someone. */
function lowestOf(least: LoginSetup['least']): LoginSetup['least']['staff'] {
  return assuranceLevels.find((level) => level === least.staff || level === least.individual) ?? least.staff;
}
