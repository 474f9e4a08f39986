import { z } from 'zod';
import { assignmentOf, loginOf } from '../../domain/access/actor.ts';
import { mayRegister } from '../../domain/persons/policy.ts';
import { isRefusal, refuse } from '../../domain/refusal.ts';
import { newId, onConstraint, useCase } from '../../platform/index.ts';
import type { Purpose } from './load-record.ts';
import { lookAt } from './looks.ts';
import { CaseNumber, personFields, placeFields } from './person-input.ts';
import { insertCaseContact, insertPerson, openContactByNumber, putPlace } from './persons.sql.ts';
import { contexts, numberHash, readNumber, sealNumber, sealText } from './sealed.ts';

/**
 * Makes a record of a person with the first contact of one's own unit. Does the huvudman know the number already, nothing is made and nothing is
 * changed: the unit gets a contact with that person (`existing`), whose name must have been typed, and the log reviewers are told. Somebody with protected
 * identity takes explicit authorisation instead. Refuses `number-not-joined` (neither was so; which of them is not told), `number-invalid` (params.fault), `case-number-taken`,
 * `changed-meanwhile` (the record with the number was just joined to another), `forbidden`.
 */
export const registerPerson = useCase({
  permission: 'persons.register',
  mode: 'write',
  input: z.strictObject({ ...personFields, ...placeFields, caseNumber: CaseNumber }),
  run: async ({ tx, actor, today, now, keys, input, record }) => {
    const assignment = assignmentOf(actor);
    if (!mayRegister(actor) || !assignment?.unit) return refuse('forbidden');
    const { organisation, unit } = assignment;
    const purpose: Purpose = { kind: organisation.kind === 'municipality' ? 'case-handling' : 'care', share: null };
    const number = input.number === '' ? undefined : await readNumber({ tx, today }, input.number);
    if (number && 'fault' in number) return refuse('number-invalid', { fault: number.fault });
    const contact = newId(now);
    const taken = (error: unknown) =>
      onConstraint(error, {
        case_number_once: refuse('case-number-taken'),
        contact_by_number_allowed: refuse('number-not-joined'),
        person_is_kept: refuse('changed-meanwhile'),
      });
    const { name, interpreter, caseNumber } = input;
    const join = async () =>
      number && (await openContactByNumber(tx, { id: contact, hash: numberHash(keys, number), caseNumber, name }).catch(taken));
    const made = newId(now);
    const make = () =>
      insertPerson(
        tx,
        { id: made, organisation: organisation.id, number: number && sealNumber(keys, made, number), name, interpreter },
        now,
      );
    // Whoever makes the record at the same moment is waited for, and then it is known.
    const known = (await join()) ?? ((await make()) ? undefined : await join());
    if (isRefusal(known)) return known;
    const id = known ?? made;
    if (known === undefined) {
      const first = { id: contact, person: id, organisation: organisation.id, unit: unit.id, caseNumber };
      const refused = await insertCaseContact(tx, first, today).catch(taken);
      if (isRefusal(refused)) return refused;
      const address = sealText(keys, input.address, contexts.address(id));
      const whereabouts = sealText(keys, input.whereabouts, contexts.whereabouts(id));
      if (address || whereabouts) await putPlace(tx, id, { address, whereabouts });
    }
    const existing = known !== undefined;
    const params = { person: id, account: loginOf(actor)?.account ?? null, unit: unit.id };
    await record({
      kind: 'persons.register',
      subject: { kind: 'person', id },
      content: { existing, contact },
      tell: existing ? [{ kind: 'contact-by-number', to: { role: 'log-reviewer', organisation: organisation.id }, params }] : [],
    });
    return { id, owner: { id: organisation.id }, purpose, existing };
  },
  audit: (_, answer) => (answer ? lookAt(answer.id, answer, { existing: answer.existing }) : [REFUSED]),
});

const REFUSED = { person: null, owner: null, record: { kind: 'person', id: null } } as const;
