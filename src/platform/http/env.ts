import type { Context } from 'hono';
import type { Actor } from '../../domain/access/actor.ts';
import type { ToldRevision } from '../db/index.ts';
import type { LoginSetup } from '../identity/index.ts';
import type { SigningService } from '../signing/signing-service.ts';
import type { RequestFacts, Runtime, Scope } from '../use-case.ts';

/** What a door finds on the request: the scope to call use-cases with, and what the page layout needs. */
/** What the pages ask of an outside service for electronic signatures. */
export type SigningRoom = {
  /** What people call it. */
  readonly name: string;
  /** Puts an order; throws `SigningServiceFault` when it cannot be reached. */
  readonly begin: SigningService['begin'];
  /** Asks what became of an order, and writes it down. */
  readonly follow: (order: string) => Promise<void>;
  /** Is this body signed by the service? */
  readonly isFrom: (body: string, signature: string | undefined) => boolean;
};

export type AppEnv = {
  Variables: {
    runtime: Runtime;
    actor: Actor;
    requestId: string;
    /** Which request it is, for the log. */
    request: RequestFacts;
    /** The way to log in; absent when no provider is configured. */
    login?: LoginSetup | undefined;
    /** County chosen by the reader and remembered in a cookie, two digits. */
    county?: string;
    demo: boolean;
    /** Where people reach the service, when that is not what the program sees. */
    origin?: string | undefined;
    /** The revision of loaded data when the request came, or how to find out. */
    revision?: ToldRevision | undefined;
    /** How many notices the one who has logged in has not read. Asked by the layout alone. */
    unread?: () => Promise<number | undefined>;
    /** Makes what has just been published findable. Never throws: the worker tries again. */
    published: () => Promise<void>;
    /** The outside service for electronic signatures, where there is one. */
    signing?: SigningRoom | undefined;
    /** Is there a mail server to remind people by? */
    mail?: boolean | undefined;
    /** Where readers report faults in accessibility. */
    contactEmail?: string | undefined;
  };
};

/** The scope of this request. One thing at a time: to ask for `c.var` is to lay out all that was ever set. */
export function scopeOf(c: Context<AppEnv>): Scope {
  return { runtime: c.get('runtime'), actor: c.get('actor'), revision: c.get('revision'), request: c.get('request') };
}
