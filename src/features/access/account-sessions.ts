import { z } from 'zod';
import type { Actor } from '../../domain/access/actor.ts';
import { mayHandle } from '../../domain/organisations/policies.ts';
import { refuse } from '../../domain/refusal.ts';
import { type Tx, useCase } from '../../platform/index.ts';
import { findStaff, type StaffRow } from './people.sql.ts';
import { endSessionsOfAccount, listSessionsOfAccount } from './sessions.sql.ts';

/** A member of staff whom the one who asks administers; others are not found. */
async function administered(tx: Tx, actor: Actor, permission: 'access.read-sessions' | 'access.end-sessions', account: string) {
  const found = await findStaff(tx, account);
  return found && mayHandle(actor, permission, ownerOf(found)) ? found : undefined;
}

function ownerOf({ organisation_id: id, organisation_kind: kind, county_code: county }: StaffRow) {
  return { id, kind, county };
}

/** The open sessions of a member of staff, the latest used first: when and from where, never what was done. Refuses `account-not-found`. */
export const readAccountSessions = useCase({
  permission: 'access.read-sessions',
  mode: 'read',
  input: z.strictObject({ account: z.uuid() }),
  run: async ({ tx, actor, input }) => {
    const found = await administered(tx, actor, 'access.read-sessions', input.account);
    if (!found) return refuse('account-not-found');
    return { name: found.name, organisation: found.organisation_id, sessions: await listSessionsOfAccount(tx, found.id) };
  },
});

/**
 * Ends one session of a member of staff (`session`), or all of them: the next request finds them ended. Refuses `account-not-found`, and
 * `session-not-found` when none of them was open.
 */
export const endAccountSessions = useCase({
  permission: 'access.end-sessions',
  mode: 'write',
  input: z.strictObject({ account: z.uuid(), session: z.uuid().optional() }),
  run: async ({ tx, actor, now, input, record }) => {
    const found = await administered(tx, actor, 'access.end-sessions', input.account);
    if (!found) return refuse('account-not-found');
    const sessions = await endSessionsOfAccount(tx, found.id, input.session, now);
    if (sessions.length === 0) return refuse('session-not-found');
    await record({ kind: 'access.end-sessions', subject: { kind: 'account', id: found.id }, content: { sessions } });
    return { ended: sessions.length };
  },
});
