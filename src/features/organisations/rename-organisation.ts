import { z } from 'zod';
import { changeFrom } from '../../domain/organisations/changes.ts';
import { lastOf } from '../../domain/organisations/period.ts';
import { mayHandle } from '../../domain/organisations/policies.ts';
import { refuse } from '../../domain/refusal.ts';
import { useCase } from '../../platform/index.ts';
import { findOrganisation, writeOrganisationChange } from './organisations.sql.ts';
import { stampOf } from './stamp.ts';
import { Day, Name, Seen } from './unit-input.ts';
import { lockForChange } from './units.sql.ts';

/**
 * Gives an organisation another name from a day. Refuses `organisation-not-found`, `forbidden`, `changed-meanwhile`, `nothing-changed`,
 * `already-closed` and `change-not-after-last`.
 */
export const renameOrganisation = useCase({
  permission: 'organisations.rename-organisation',
  mode: 'write',
  input: z.strictObject({ organisation: z.uuid(), seen: Seen.optional(), name: Name, from: Day }),
  run: async ({ tx, actor, input, record }) => {
    await lockForChange(tx, [input.organisation]);
    const found = await findOrganisation(tx, input.organisation);
    if (!found) return refuse('organisation-not-found', { id: input.organisation });
    const permission = 'organisations.rename-organisation';
    if (!mayHandle(actor, permission, found)) return refuse('forbidden', { permission });
    if (input.seen !== undefined && input.seen !== stampOf(found)) return refuse('changed-meanwhile', {});
    const before = lastOf(found.versions)?.name;
    if (before === input.name) return refuse('nothing-changed');
    const change = changeFrom(found.versions, input.from, { name: input.name });
    if ('refused' in change) return change;
    await writeOrganisationChange(tx, found.id, change);
    await record({
      kind: permission,
      subject: { kind: 'organisation', id: found.id },
      effectiveOn: input.from,
      content: { name: input.name, before: before ?? '' },
    });
    return { id: found.id };
  },
});
