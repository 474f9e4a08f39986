import { z } from 'zod';
import { assignmentOf, getLogin } from '../../domain/access/actor.ts';
import { mayReadProtected } from '../../domain/persons/policy.ts';
import { refuse } from '../../domain/refusal.ts';
import { type Telling, useCase } from '../../platform/index.ts';
import { loadRecord, type ShownRecord, showRecord } from './load-record.ts';
import { lookAt } from './looks.ts';

/**
 * The record of someone with protected identity: where they live and are only for those with explicit authorisation. Every look is an act, and told
 * to the log reviewers of the huvudman that owns the record and of the reader's. Refuses `person-not-found`.
 */
export const readProtectedPerson = useCase({
  permission: 'persons.read-protected',
  mode: 'write',
  input: z.strictObject({ id: z.uuid() }),
  run: async (context) => {
    const { actor, input, record } = context;
    const loaded = await loadRecord(context, input.id);
    if (!loaded || !mayReadProtected(actor, loaded.reach)) return refuse('person-not-found');
    const { row, reach } = loaded;
    const organisation = assignmentOf(actor)?.organisation.id ?? row.owner;
    const params = { person: row.id, account: getLogin(actor).account, organisation, authorised: reach.authorised };
    await record({
      kind: 'persons.read-protected',
      subject: { kind: 'person', id: row.id },
      content: { authorised: reach.authorised },
      tell: [...new Set([row.owner, organisation])].map(
        (receiver): Telling => ({ kind: 'protected-looked', to: { role: 'log-reviewer', organisation: receiver }, params }),
      ),
    });
    return { ...showRecord(context, loaded), authorised: reach.authorised } satisfies ShownRecord & { authorised: boolean };
  },
  audit: ({ id }, answer) => lookAt(id, answer, { protected: true, ...(answer ? { authorised: answer.authorised } : {}) }),
});
