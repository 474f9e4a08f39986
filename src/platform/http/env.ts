import type { Actor } from '../../domain/access/permissions.ts';
import type { Runtime, Scope } from '../use-case.ts';

/** What a door finds on the request: the scope to call use-cases with, and what the page layout needs. */
export type AppEnv = {
  Variables: {
    runtime: Runtime;
    actor: Actor;
    requestId: string;
    /** County chosen by the reader and remembered in a cookie, two digits. */
    county?: string;
    demo: boolean;
    /** The revision of loaded data when the request came. */
    revision?: string | undefined;
    /** Where readers report faults in accessibility. */
    contactEmail?: string | undefined;
  };
};

/** The scope of this request. */
export function scopeOf(c: { var: AppEnv['Variables'] }): Scope {
  const { runtime, actor, revision } = c.var;
  return { runtime, actor, revision };
}
