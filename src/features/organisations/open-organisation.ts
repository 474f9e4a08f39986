import { z } from 'zod';
import { CountyCode } from '../../domain/counties/ids.ts';
import { mayHandle } from '../../domain/organisations/policies.ts';
import { refuse } from '../../domain/refusal.ts';
import { saysTheSame } from '../../domain/says-the-same.ts';
import { newId, onConstraint, useCase } from '../../platform/index.ts';
import { findOrganisation } from './organisations.sql.ts';
import { insertOrganisation } from './register.sql.ts';
import { Day, FormKey, Name } from './unit-input.ts';
import { lockForChange } from './units.sql.ts';

/**
 * Puts a private provider under agreement or a user organisation of one's county into the register. Answers its id; asked again with the same `key` it
 * answers the same, and opens no other. Refuses `forbidden`, and `key-taken` for a key of another organisation.
 */
export const openOrganisation = useCase({
  permission: 'organisations.open-organisation',
  mode: 'write',
  input: z.strictObject({
    key: FormKey,
    county: CountyCode,
    kind: z.enum(['private-provider', 'user-organisation']),
    name: Name,
    from: Day,
  }),
  run: async ({ tx, actor, now, input, record }) => {
    const { county, kind, name, from } = input;
    const id = input.key ?? newId(now);
    if (!mayHandle(actor, 'organisations.open-organisation', { id, kind, county })) {
      return refuse('forbidden', { permission: 'organisations.open-organisation' });
    }
    await lockForChange(tx, [id]);
    const opened = await findOrganisation(tx, id);
    const first = opened?.versions[0];
    if (opened && first) return saysTheSame({ ...opened, ...first }, { county, kind, name, from }) ? { id } : refuse('key-taken');
    const taken = await insertOrganisation(tx, { id, kind, county, name, since: from.toString() }).then(
      () => undefined,
      (error: unknown) => onConstraint(error, { organisation_pkey: refuse('key-taken') }),
    );
    if (taken) return taken;
    await record({
      kind: 'organisations.open-organisation',
      subject: { kind: 'organisation', id },
      effectiveOn: from,
      content: { organisationKind: kind, county, name },
    });
    return { id };
  },
});
