import { z } from 'zod';
import { mayRead } from '../../domain/persons/policy.ts';
import { isRefusal, refuse } from '../../domain/refusal.ts';
import { type Scope, useCase } from '../../platform/index.ts';
import { loadRecord, type ShownRecord, showRecord } from './load-record.ts';
import { lookAt } from './looks.ts';
import { readProtectedPerson } from './read-protected-person.ts';

/**
 * A person's record. Of someone with protected identity only that: reading the rest is an act of its own (`readProtectedPerson`).
 * Refuses `person-not-found`, also when the record exists beyond the reader's reach.
 */
export const readPerson = useCase({
  permission: 'persons.read',
  mode: 'read',
  input: z.strictObject({ id: z.uuid() }),
  run: async (context) => {
    const { actor, input } = context;
    const loaded = await loadRecord(context, input.id);
    if (!loaded || !mayRead(actor, loaded.reach)) return refuse('person-not-found');
    const { row, purpose, reach } = loaded;
    const seen = { id: row.id, owner: { id: row.owner }, purpose };
    return reach.protection ? { ...seen, record: undefined } : { ...seen, record: showRecord(context, loaded) };
  },
  audit: ({ id }, answer) => lookAt(id, answer, answer && !answer.record ? { protected: true } : {}),
});

/** The record, whether the person has protected identity or not: the second look is then told of as such. Refuses as they do. */
export async function readAnyPerson(
  scope: Scope,
  id: string,
): Promise<ShownRecord | Exclude<Awaited<ReturnType<typeof readPerson>>, { id: string }>> {
  const found = await readPerson(scope, { id });
  if (isRefusal(found)) return found;
  return found.record ?? readProtectedPerson(scope, { id });
}
