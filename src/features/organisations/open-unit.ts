import { z } from 'zod';
import { HsaId } from '../../domain/organisations/hsa-id.ts';
import { unitComesFault } from '../../domain/organisations/organisation-ends.ts';
import { mayHandle } from '../../domain/organisations/policies.ts';
import { refuse } from '../../domain/refusal.ts';
import { saysTheSame } from '../../domain/says-the-same.ts';
import { newId, onConstraint, useCase } from '../../platform/index.ts';
import { findOrganisation } from './organisations.sql.ts';
import { contactsOf, Day, FormKey, Name, Reach, reachFault, toldContacts, Ways } from './unit-input.ts';
import { insertUnit, listUnits, lockForChange } from './units.sql.ts';

/**
 * Opens a unit of one's own organisation from a day. Answers its id; asked again with the same `key` it answers the same, and opens no other. Refuses `organisation-not-found`, `forbidden`, `unit-kind-unknown`,
 * `municipality-not-of-county`, `ages-backwards`, `hsa-id-taken`, `organisation-ends`, and `key-taken` for a key of another unit.
 */
export const openUnit = useCase({
  permission: 'organisations.open-unit',
  mode: 'write',
  input: z.strictObject({
    key: FormKey,
    organisation: z.uuid(),
    name: Name,
    hsaId: HsaId.optional(),
    from: Day,
    ...Reach.shape,
    ways: Ways,
  }),
  run: async ({ tx, actor, today, now, input, record }) => {
    await lockForChange(tx, [input.organisation]);
    const organisation = await findOrganisation(tx, input.organisation);
    if (!organisation) return refuse('organisation-not-found', { id: input.organisation });
    if (!mayHandle(actor, 'organisations.open-unit', organisation)) return refuse('forbidden', { permission: 'organisations.open-unit' });
    const fault = await reachFault(tx, organisation.county, input);
    if (fault) return fault;
    const { name, hsaId, from, kind, serves, ages, ways } = input;
    const contacts = contactsOf(ways);
    const id = input.key ?? newId(now);
    await lockForChange(tx, [id]);
    const [opened] = await listUnits(tx, { ids: [id] });
    const version = { from, organisation: organisation.id, name, kind, serves, ages, contacts, opening: ways.opening };
    const first = opened?.versions[0];
    if (opened && first) {
      const kept = { ...opened, ...first, contacts: toldContacts(first.contacts) };
      return saysTheSame(kept, { ...version, hsaId, contacts: toldContacts(contacts) }) ? { id } : refuse('key-taken');
    }
    const ends = unitComesFault(organisation);
    if (ends) return ends;
    const taken = await insertUnit(tx, { id, hsaId }, { ...version, confirmedOn: contacts.length > 0 ? today : undefined }).catch((error) =>
      onConstraint(error, { unit_hsa_id_key: refuse('hsa-id-taken', { hsaId }), unit_pkey: refuse('key-taken') }),
    );
    if (taken) return taken;
    await record({
      kind: 'organisations.open-unit',
      subject: { kind: 'unit', id },
      effectiveOn: from,
      content: { organisation: organisation.id, name, unitKind: kind, serves: [...serves], ageFrom: ages.from, ageTo: ages.to ?? null },
    });
    return { id };
  },
});
