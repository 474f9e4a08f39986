import type { z } from 'zod';
import { type Actor, loginOf } from '../domain/access/actor.ts';
import { isAboutPersons, may, needsStepUp, type Permission } from '../domain/access/permissions.ts';
import { isFresh } from '../domain/access/session-life.ts';
import { isRefusal, type Refusal, refuse } from '../domain/refusal.ts';
import { actingOf } from './acting.ts';
import { writeAudit } from './audit/index.ts';
import { auditLogOf, eventOf, type Look } from './audited.ts';
import type { Clock } from './clock.ts';
import { onConstraint } from './db/constraints.ts';
import { type Database, type ToldRevision, type Tx, tellRevision } from './db/index.ts';
import { type Act, recorder } from './record.ts';
import type { Seal } from './seal/index.ts';
import type { KeyRing } from './secrets/index.ts';

/** What every request shares: the database behind transactions, the clock, the keys that persons' numbers and addresses are kept under, and what documents are sealed with. */
export type Runtime = {
  readonly database: Database;
  readonly clock: Clock;
  readonly keys?: KeyRing | undefined;
  readonly seal?: Seal | undefined;
};

/** Which request it is, through which kind of door it came, and from which network address: what the log says of it. */
export type RequestFacts = { readonly id: string; readonly via: 'page' | 'api' | 'command' | 'job'; readonly from: string | null };

/** On whose behalf a use-case runs. `revision`: that of loaded data when the request came, where it is known. */
export type Scope = {
  readonly runtime: Runtime;
  readonly actor: Actor;
  readonly revision?: ToldRevision | undefined;
  readonly request?: RequestFacts | undefined;
};

/** What a use-case is given: the open transaction, who asks, the day and the moment, its parsed input, and the one way to write an act. */
export type UseCaseContext<Input> = {
  readonly tx: Tx;
  readonly actor: Actor;
  readonly today: Temporal.PlainDate;
  readonly now: Temporal.Instant;
  readonly input: Input;
  /** The keys that persons' numbers and addresses are kept under. Throws where the program was started without: nobody can log in there. */
  readonly keys: KeyRing;
  /** What documents are sealed with; undefined where the installation has no seal. */
  readonly seal: Seal | undefined;
  /** Writes what is done into the history, with its audit row and what is to be told, in this transaction. Answers the act's id. */
  readonly record: (act: Act) => Promise<string>;
};

/** One fault in the input, with the place (`/facts/age`) as a JSON pointer. */
export type InputFault = { readonly pointer: string; readonly message: string };

type Definition<Schema extends z.ZodType, Output> = {
  /** The act's one permission name; there is no use-case without one. */
  permission: Permission;
  /** `read` opens a transaction that cannot write. */
  mode: 'read' | 'write';
  input: Schema;
  run: (context: UseCaseContext<z.output<Schema>>) => Promise<Output>;
  /**
   * What the log is to tell: every look at data about a person that the answer is, or, without an answer, that was refused. Required where records
   * are about persons. Stored before the answer leaves; in a writing use-case in the same transaction as the change.
   */
  audit?: (input: z.output<Schema>, answer: Exclude<Output, Refusal> | undefined) => readonly Look[];
};

export type UseCase<Schema extends z.ZodType, Output> = {
  (scope: Scope, raw: z.input<Schema>): Promise<Output | Refusal<'input-invalid' | 'forbidden' | 'step-up-needed' | 'plan-closed'>>;
  readonly permission: Permission;
};

/**
 * Defines one operation: parse the input, ask the policy, open the transaction, run, and tell the log.
 * Answers what `run` answers, or refuses with `input-invalid` (params.faults: InputFault[]), `forbidden`, `step-up-needed` (the act takes a fresh login),
 * or `plan-closed` (what it is about has been closed, and takes no such act).
 */
export function useCase<Schema extends z.ZodType, Output>(definition: Definition<Schema, Output>): UseCase<Schema, Output> {
  const { permission, mode, audit } = definition;
  if (isAboutPersons(permission) && !audit) throw new Error(`${permission} says nothing to the log`);
  const call = async (scope: Scope, raw: z.input<Schema>) => {
    const { actor, request, runtime } = scope;
    const { database, clock } = runtime;
    const now = clock.now();
    const asked = { actor, now, request };
    const parsed = definition.input.safeParse(raw);
    const refused = async <Code extends string>(refusal: Refusal<Code>) => {
      const looks = actor.kind === 'public' ? [] : attempted(permission, parsed.success ? audit?.(parsed.data, undefined) : []);
      await Promise.all(looks.map((look) => auditLogOf(database).append(eventOf(permission, look, asked, refusal.code))));
      return refusal;
    };
    if (!may(actor, permission)) return refused(refuse('forbidden', { permission }));
    if (!parsed.success) return refused(refuse('input-invalid', { faults: parsed.error.issues.flatMap(faultsOf) }));
    if (needsStepUp(permission) && !isFreshLogin(actor, now)) return refused(refuse('step-up-needed', { permission }));
    const input = parsed.data;
    const looksAt = (answer: Output) => audit?.(input, answer as Exclude<Output, Refusal>) ?? [];
    const runIn = async (tx: Tx) => {
      if (scope.revision !== undefined && mode === 'read') tellRevision(tx, scope.revision);
      const today = clock.today();
      const record = recorder(tx, { actor, today, now });
      const context = {
        tx,
        actor,
        today,
        now,
        input,
        record,
        seal: runtime.seal,
        get keys() {
          return keysOf(runtime);
        },
      };
      const found = await definition.run(context);
      if (mode === 'write' && !isRefusal(found))
        for (const look of looksAt(found)) await writeAudit(tx, eventOf(permission, look, asked, null));
      return found;
    };
    const answer = await database
      .transaction(mode, runIn, actingOf(actor, now))
      .catch((error: unknown) => onConstraint(error, shutSubjects));
    if (isRefusal(answer)) {
      await refused(answer);
    } else if (mode === 'read') {
      await Promise.all(looksAt(answer).map((look) => auditLogOf(database).append(eventOf(permission, look, asked, null))));
    }
    return answer;
  };
  return Object.assign(call, { permission });
}

/** What the database refuses whichever act it is: nothing more is done about what has been closed. */
const shutSubjects = { plan_is_open: refuse('plan-closed') };

/** What the log is to tell of a refusal. Where records are about persons an attempt is always told, if only that it was made. */
function attempted(permission: Permission, looks: readonly Look[] = []): readonly Look[] {
  return looks.length === 0 && isAboutPersons(permission) ? [{ person: null, owner: null, record: { kind: 'attempt', id: null } }] : looks;
}

function keysOf({ keys }: Runtime): KeyRing {
  if (!keys) throw new Error('the runtime has no keys for the data of persons');
  return keys;
}

function isFreshLogin(actor: Actor, now: Temporal.Instant): boolean {
  const login = loginOf(actor);
  return login !== undefined && isFresh(login.authenticatedAt, now);
}

/** The faults of one zod issue; an issue about unknown keys becomes one fault per key. */
export function faultsOf(issue: z.core.$ZodIssue): InputFault[] {
  const at = issue.path.map(pointerPart).join('');
  if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => ({ pointer: `${at}${pointerPart(key)}`, message: issue.message }));
  return [{ pointer: at, message: issue.message }];
}

function pointerPart(part: PropertyKey): string {
  return `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`;
}
