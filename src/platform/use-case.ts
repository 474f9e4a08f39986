import type { z } from 'zod';
import { type Actor, may, type Permission } from '../domain/access/permissions.ts';
import { type Refusal, refuse } from '../domain/refusal.ts';
import type { Clock } from './clock.ts';
import { type Database, type Tx, tellRevision } from './db/index.ts';

/** What every request shares: the database behind transactions, and the clock. */
export type Runtime = { readonly database: Database; readonly clock: Clock };

/** On whose behalf a use-case runs. `revision`: that of loaded data when the request came, where it is known. */
export type Scope = { readonly runtime: Runtime; readonly actor: Actor; readonly revision?: string | undefined };

/** What a use-case is given: the open transaction, who asks, the day, and its parsed input. */
export type UseCaseContext<Input> = { readonly tx: Tx; readonly actor: Actor; readonly today: Temporal.PlainDate; readonly input: Input };

/** One fault in the input, with the place (`/facts/age`) as a JSON pointer. */
export type InputFault = { readonly pointer: string; readonly message: string };

type Definition<Schema extends z.ZodType, Output> = {
  /** The act's one permission name; there is no use-case without one. */
  permission: Permission;
  /** `read` opens a transaction that cannot write. */
  mode: 'read' | 'write';
  input: Schema;
  run: (context: UseCaseContext<z.output<Schema>>) => Promise<Output>;
};

export type UseCase<Schema extends z.ZodType, Output> = {
  (scope: Scope, raw: z.input<Schema>): Promise<Output | Refusal<'input-invalid'> | Refusal<'forbidden'>>;
  readonly permission: Permission;
};

/**
 * Defines one operation: parse the input, ask the policy, open the transaction, run.
 * Answers what `run` answers, or refuses with `input-invalid` (params.faults: InputFault[]) or `forbidden`.
 */
export function useCase<Schema extends z.ZodType, Output>(definition: Definition<Schema, Output>): UseCase<Schema, Output> {
  const call = async (scope: Scope, raw: z.input<Schema>) => {
    if (!may(scope.actor, definition.permission)) return refuse('forbidden', { permission: definition.permission });
    const parsed = definition.input.safeParse(raw);
    if (!parsed.success) return refuse('input-invalid', { faults: parsed.error.issues.flatMap(faultsOf) });
    const { database, clock } = scope.runtime;
    return database.transaction(definition.mode, (tx) => {
      if (scope.revision !== undefined && definition.mode === 'read') tellRevision(tx, scope.revision);
      return definition.run({ tx, actor: scope.actor, today: clock.today(), input: parsed.data });
    });
  };
  return Object.assign(call, { permission: definition.permission });
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
