import { PUBLIC } from '../domain/access/actor.ts';
import type { Permission } from '../domain/access/permissions.ts';
import { writeAudit } from './audit/index.ts';
import { eventOf, type Look } from './audited.ts';
import type { Tx } from './db/index.ts';

/** Tells the log that the program itself has looked at, or changed, data about a person: work that no request waits for. In the transaction of that work. */
export async function noteProgramLook(tx: Tx, act: Permission, look: Look, now: Temporal.Instant): Promise<void> {
  await writeAudit(tx, { ...eventOf(act, look, { actor: PUBLIC, now, request: undefined }, null), actorKind: 'system' });
}
