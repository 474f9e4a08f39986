import { z } from 'zod';
import { assignmentOf } from '../../domain/access/actor.ts';
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
 * changed: the unit gets a contact with that person (`existing`). Refuses `number-invalid` (params.fault), `case-number-taken`, `forbidden`.
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
    const taken = (error: unknown) => onConstraint(error, { case_number_once: refuse('case-number-taken') });
    const known = number && (await openContactByNumber(tx, contact, numberHash(keys, number), input.caseNumber).catch(taken));
    if (isRefusal(known)) return known;
    const id = known ?? newId(now);
    if (known === undefined) {
      const sealed = number && sealNumber(keys, id, number);
      await insertPerson(tx, { id, organisation: organisation.id, number: sealed, name: input.name, interpreter: input.interpreter }, now);
      const first = { id: contact, person: id, organisation: organisation.id, unit: unit.id, caseNumber: input.caseNumber };
      const refused = await insertCaseContact(tx, first, today).catch(taken);
      if (isRefusal(refused)) return refused;
      const address = sealText(keys, input.address, contexts.address(id));
      const whereabouts = sealText(keys, input.whereabouts, contexts.whereabouts(id));
      if (address || whereabouts) await putPlace(tx, id, { address, whereabouts });
    }
    const existing = known !== undefined;
    await record({ kind: 'persons.register', subject: { kind: 'person', id }, content: { existing, contact } });
    return { id, owner: { id: organisation.id }, purpose, existing };
  },
  audit: (_, answer) => (answer ? lookAt(answer.id, answer, { existing: answer.existing }) : [REFUSED]),
});

const REFUSED = { person: null, owner: null, record: { kind: 'person', id: null } } as const;
