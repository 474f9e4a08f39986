import { z } from 'zod';
import { mayChange, mayProtect, mayRead } from '../../domain/persons/policy.ts';
import { PROTECTED_IDENTITIES } from '../../domain/persons/protected-identity.ts';
import { refuse } from '../../domain/refusal.ts';
import { useCase } from '../../platform/index.ts';
import { loadRecord } from './load-record.ts';
import { lookAt } from './looks.ts';
import { updateProtection } from './persons.sql.ts';

/**
 * Sets protected identity, or lifts it (null). What is so already is left as it is, and nobody is told again. The log reviewers of the huvudman are told; which kind it is stays in the record.
 * What is set is changed or lifted only by those with explicit authorisation. Refuses `person-not-found`, `change-forbidden`, `protection-held`.
 */
export const protectPerson = useCase({
  permission: 'persons.protect',
  mode: 'write',
  input: z.strictObject({ id: z.uuid(), protection: z.enum(PROTECTED_IDENTITIES).nullable() }),
  run: async (context) => {
    const { tx, actor, input, record } = context;
    const { id, protection } = input;
    const loaded = await loadRecord(context, id);
    if (!loaded || !mayRead(actor, loaded.reach)) return refuse('person-not-found');
    if (!mayChange(actor, loaded.reach)) return refuse('change-forbidden');
    if (!mayProtect(actor, loaded.reach) || !(await updateProtection(tx, id, protection))) return refuse('protection-held');
    const { owner } = loaded.row;
    if (protection === loaded.row.protection) return { id, owner: { id: owner }, purpose: loaded.purpose };
    await record({
      kind: 'persons.protect',
      subject: { kind: 'person', id },
      content: { set: protection !== null },
      tell: [
        { kind: 'protection-changed', to: { role: 'log-reviewer', organisation: owner }, params: { person: id, set: protection !== null } },
      ],
    });
    return { id, owner: { id: owner }, purpose: loaded.purpose };
  },
  audit: ({ id, protection }, answer) => lookAt(id, answer, { set: protection !== null }),
});
