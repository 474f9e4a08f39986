import { z } from 'zod';
import { compareDays } from '../../domain/organisations/period.ts';
import { refuse } from '../../domain/refusal.ts';
import { useCase } from '../../platform/index.ts';
import { contactsOf, Seen, toldContacts, Ways } from './unit-input.ts';
import { unitToChange } from './unit-to-change.ts';
import { updateContacts } from './units.sql.ts';

/**
 * Says that a unit is reached in these ways, as made sure of today; also when nothing is different. Refuses `unit-not-found`, `forbidden`,
 * `changed-meanwhile`, `already-closed` and `no-contact`.
 */
export const confirmContacts = useCase({
  permission: 'organisations.confirm-contacts',
  mode: 'write',
  input: z.strictObject({ unit: z.uuid(), seen: Seen.optional(), ways: Ways }),
  run: async ({ tx, actor, today, input, record }) => {
    const found = await unitToChange(tx, { actor, permission: 'organisations.confirm-contacts' }, input);
    if ('refused' in found) return found;
    const { unit, last } = found;
    if (last.to !== undefined && compareDays(last.to, today) < 0) return refuse('already-closed', { on: last.to.toString() });
    const contacts = contactsOf(input.ways);
    if (contacts.length === 0) return refuse('no-contact');
    await updateContacts(tx, unit.id, { contacts, opening: input.ways.opening }, today);
    const content = { contacts: toldContacts(contacts), opening: input.ways.opening };
    await record({ kind: 'organisations.confirm-contacts', subject: { kind: 'unit', id: unit.id }, content });
    return { id: unit.id };
  },
});
