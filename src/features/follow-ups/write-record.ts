import { type Assignment, assignmentOf, getLogin } from '../../domain/access/actor.ts';
import type { Permission } from '../../domain/access/permissions.ts';
import type { LedTo } from '../../domain/follow-ups/record.ts';
import { type Refusal, refuse } from '../../domain/refusal.ts';
import { onConstraint, stableId, type UseCaseContext } from '../../platform/index.ts';
import { insertAct, insertRecord, type RecordRow } from './follow-ups.sql.ts';
import type { RegisteredVersion } from './load-agreement.ts';
import { askForRun } from './watch.sql.ts';

/** What is to be written about an agreement: the public acts, and what the staff of the county reads of them. */
export type NewRecord = {
  readonly permission: Extract<Permission, `follow-ups.${string}`>;
  readonly key: string;
  readonly agreement: RegisteredVersion;
  readonly kinds: readonly string[];
  readonly stage: RecordRow['stage'];
  readonly cadence: string | null;
  readonly bodies: readonly string[];
  readonly on: string;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly outcome: string;
  readonly ledTo: LedTo | null;
  readonly about?: string | undefined;
  readonly documented?: string | undefined;
  readonly tookPart?: string | undefined;
  readonly why?: string | undefined;
  readonly corrects: string | null;
};

type Context = Pick<UseCaseContext<unknown>, 'tx' | 'actor' | 'today' | 'now' | 'record'>;

/**
 * Writes what was done as acts of the agreement, with the record beside them, and asks for a look at what follows from it. Refuses `key-taken`
 * for a key of another county, which cannot be seen, and `follow-up-corrected` when somebody corrected the same record before.
 */
export async function writeRecord({ tx, actor, today, now, record }: Context, written: NewRecord): Promise<{ act: string } | Refusal> {
  const { permission, key, agreement, kinds, stage, cadence, on, ledTo, corrects } = written;
  const { slug, county, version } = agreement;
  const acting = assignmentOf(actor);
  if (!acting) return refuse('forbidden', { permission });
  const act = await record({
    kind: permission,
    subject: { kind: 'agreement', id: stableId(`agreement:${slug}`) },
    effectiveOn: Temporal.PlainDate.from(on),
    content: { slug, label: version.label, kinds: [...kinds], stage, cadence, on, ledTo, corrects },
  });
  const { about = '', documented = '', tookPart = '', why = '' } = written;
  const row: RecordRow = { act, key, county, slug, label: version.label, cadence, stage, about, documented, tookPart, why, corrects };
  const kept = await insertRecord(tx, row, { account: getLogin(actor).account, organisation: acting.organisation.id, at: now }).then(
    () => undefined,
    (error) => onConstraint(error, { follow_up_key_once: refuse('key-taken'), follow_up_corrected_once: refuse('follow-up-corrected') }),
  );
  if (kept) return kept;
  for (const kind of kinds) {
    const { outcome, from, to } = written;
    const body = bodyOf(acting, written.bodies);
    // What the period was, and what it led to, is said of what was done and not of what that began.
    const own = kind === kinds[0] ? { ledTo, ...(from && to ? { from, to } : {}) } : {};
    await insertAct(tx, {
      act,
      slug,
      label: version.label,
      kind,
      on,
      outcome,
      cadence: kind === kinds[0] ? cadence : null,
      body,
      corrects,
      ...own,
    });
  }
  await askForRun(tx, { actOn: slug }, today, now);
  return { act };
}

function bodyOf({ body }: Assignment, bodies: readonly string[]): string | null {
  return body !== undefined && bodies.includes(body) ? body : null;
}
