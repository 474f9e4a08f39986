import { z } from 'zod';
import { assignmentOf, loginOf } from '../../domain/access/actor.ts';
import { grants } from '../../domain/access/permissions.ts';
import { isRole } from '../../domain/access/roles.ts';
import { IsoDate } from '../../domain/counties/ids.ts';
import { mayAuthoriseProtected } from '../../domain/persons/policy.ts';
import { isRefusal, refuse } from '../../domain/refusal.ts';
import { type Look, newId, onConstraint, useCase } from '../../platform/index.ts';
import { endAccess, insertAccess, listStaffAccess } from './protected-access.sql.ts';

/** The roles that can reach a record at all: nobody else has use of an authorisation. */
const readers = Object.keys(grants['persons.read'].to).filter(isRole);

/** Staff of one's own organisation who work with persons, and which of them are authorised for people with protected identity. */
export const readProtectedAccess = useCase({
  permission: 'persons.authorise-protected',
  mode: 'read',
  input: z.strictObject({}),
  run: async ({ tx, actor, today }) => {
    const organisation = assignmentOf(actor)?.organisation.id;
    if (!organisation) return refuse('forbidden');
    const staff = await listStaffAccess(tx, organisation, readers, today);
    return staff.map((one) => ({ ...one, mayAuthorise: mayAuthoriseProtected(actor, { organisation, account: one.account }) }));
  },
  audit: () => [lookAtAccount(null)],
});

/**
 * Authorises someone of one's own organisation to see where people with protected identity live and are, among those that their unit works with.
 * `until`: the last day. Refuses `account-not-found`, `authorise-self`, `access-overlaps`, `period-past`.
 */
export const authoriseProtected = useCase({
  permission: 'persons.authorise-protected',
  mode: 'write',
  input: z.strictObject({ account: z.uuid(), until: IsoDate.optional() }),
  run: async ({ tx, actor, today, now, input, record }) => {
    const organisation = assignmentOf(actor)?.organisation.id;
    const by = loginOf(actor)?.account;
    if (!organisation || !by) return refuse('forbidden');
    const { account, until } = input;
    const staff = await listStaffAccess(tx, organisation, readers, today);
    if (!staff.some((one) => one.account === account)) return refuse('account-not-found');
    if (!mayAuthoriseProtected(actor, { organisation, account })) return refuse('authorise-self');
    if (until !== undefined && until < today.toString()) return refuse('period-past');
    const access = { id: newId(now), organisation, account, by };
    const overlaps = await insertAccess(tx, access, { today, until }, now).catch((error) =>
      onConstraint(error, { protected_access_once: refuse('access-overlaps') }),
    );
    if (isRefusal(overlaps)) return overlaps;
    await record({
      kind: 'persons.authorise-protected',
      subject: { kind: 'account', id: account },
      content: { access: access.id, given: true, until: until ?? null },
      tell: [{ kind: 'protected-access-changed', to: { role: 'log-reviewer', organisation }, params: { account, given: true } }],
    });
    return { account };
  },
  audit: ({ account }) => [lookAtAccount(account)],
});

/** Takes an authorisation back; the next request is without it. Refuses `access-not-found`. */
export const endProtectedAccess = useCase({
  permission: 'persons.authorise-protected',
  mode: 'write',
  input: z.strictObject({ id: z.uuid() }),
  run: async ({ tx, actor, today, input, record }) => {
    const organisation = assignmentOf(actor)?.organisation.id;
    const account = await endAccess(tx, input.id, today);
    if (!organisation || !account) return refuse('access-not-found');
    await record({
      kind: 'persons.authorise-protected',
      subject: { kind: 'account', id: account },
      content: { access: input.id, given: false },
      tell: [{ kind: 'protected-access-changed', to: { role: 'log-reviewer', organisation }, params: { account, given: false } }],
    });
    return { account };
  },
  audit: (_, answer) => [lookAtAccount(answer?.account ?? null)],
});

function lookAtAccount(account: string | null): Look {
  return { person: null, owner: null, record: { kind: 'protected-access', id: account }, purpose: { kind: 'administration', share: null } };
}
