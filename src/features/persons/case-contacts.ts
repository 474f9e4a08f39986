import { z } from 'zod';
import { assignmentOf } from '../../domain/access/actor.ts';
import { mayEndCaseContact, mayOpenCaseContact, mayRead } from '../../domain/persons/policy.ts';
import { isRefusal, refuse } from '../../domain/refusal.ts';
import { newId, onConstraint, useCase } from '../../platform/index.ts';
import { loadRecord } from './load-record.ts';
import { lookAt } from './looks.ts';
import { CaseNumber } from './person-input.ts';
import { endContact, insertCaseContact, listUnits } from './persons.sql.ts';

/**
 * Opens a contact from today on between a person and a unit of one's own huvudman: one's own when none is named. Staff of that unit reach the record
 * from then on. Refuses `person-not-found`, `change-forbidden`, `unit-not-found`, `case-number-taken`, `changed-meanwhile` (the record was just
 * joined to another).
 */
export const openCaseContact = useCase({
  permission: 'persons.open-case-contact',
  mode: 'write',
  input: z.strictObject({ id: z.uuid(), unit: z.uuid().optional(), caseNumber: CaseNumber }),
  run: async (context) => {
    const { tx, actor, today, now, input, record } = context;
    const loaded = await loadRecord(context, input.id);
    if (!loaded || !mayRead(actor, loaded.reach)) return refuse('person-not-found');
    const assignment = assignmentOf(actor);
    if (!mayOpenCaseContact(actor, loaded.reach) || !assignment?.unit) return refuse('change-forbidden');
    const organisation = assignment.organisation.id;
    const unit = input.unit ?? assignment.unit.id;
    if (!(await listUnits(tx, organisation, today)).some(({ id }) => id === unit)) return refuse('unit-not-found');
    const contact = { id: newId(now), person: input.id, organisation, unit, caseNumber: input.caseNumber };
    const taken = await insertCaseContact(tx, contact, today).catch((error) =>
      onConstraint(error, { case_number_once: refuse('case-number-taken'), person_is_kept: refuse('changed-meanwhile') }),
    );
    if (isRefusal(taken)) return taken;
    await record({ kind: 'persons.open-case-contact', subject: { kind: 'person', id: input.id }, content: { contact: contact.id, unit } });
    return { id: input.id, owner: { id: organisation }, purpose: loaded.purpose, contact: contact.id };
  },
  audit: ({ id }, answer) => lookAt(id, answer, answer ? { contact: answer.contact } : {}),
});

/**
 * Ends a contact of one's own unit at once: unless it has another, its staff no longer reach the record. Refuses `person-not-found`,
 * `change-forbidden`, `case-contact-not-found`.
 */
export const endCaseContact = useCase({
  permission: 'persons.end-case-contact',
  mode: 'write',
  input: z.strictObject({ id: z.uuid(), contact: z.uuid() }),
  run: async (context) => {
    const { tx, actor, today, input, record } = context;
    const loaded = await loadRecord(context, input.id);
    if (!loaded || !mayRead(actor, loaded.reach)) return refuse('person-not-found');
    if (!mayEndCaseContact(actor, loaded.reach)) return refuse('change-forbidden');
    if (!(await endContact(tx, input.id, input.contact, today))) return refuse('case-contact-not-found');
    await record({ kind: 'persons.end-case-contact', subject: { kind: 'person', id: input.id }, content: { contact: input.contact } });
    return { id: input.id, owner: { id: loaded.row.owner }, purpose: loaded.purpose };
  },
  audit: ({ id, contact }, answer) => lookAt(id, answer, { contact }),
});

/** The units that a contact may be opened for: those of one's own huvudman. */
export const readContactUnits = useCase({
  permission: 'organisations.read',
  mode: 'read',
  input: z.strictObject({}),
  run: async ({ tx, actor, today }) => {
    const organisation = assignmentOf(actor)?.organisation.id;
    return organisation ? listUnits(tx, organisation, today) : [];
  },
});
