import { z } from 'zod';
import { mayChange, mayChangePlace, mayRead } from '../../domain/persons/policy.ts';
import { isRefusal, refuse } from '../../domain/refusal.ts';
import { onConstraint, useCase } from '../../platform/index.ts';
import { type Asking, loadRecord, showRecord } from './load-record.ts';
import { lookAt } from './looks.ts';
import { personFields, placeFields } from './person-input.ts';
import { lockPerson, putPlace, updatePerson } from './persons.sql.ts';
import { findByNumber } from './record.sql.ts';
import { contexts, readNumber, sealNumber, sealText } from './sealed.ts';
import { seenOf } from './seen.ts';

/** Records with one number within reach: the huvudman's own, and others' that are shared. */
const MOST_SAME = 20;

/**
 * Changes a record. `place` is left out when it is not for the writer to see; then it stays as it was. Refuses `person-not-found`, `change-forbidden`
 * (readable, as by a share, but not theirs to change), `place-protected`, `changed-meanwhile` (what the writer may see is not as it was `seen`, a stamp:
 * whoever was first stands, and the second looks again), `number-invalid` (params.fault), `number-known`
 * (another record within reach has it: params.person), `number-taken` (one beyond reach).
 */
export const changePerson = useCase({
  permission: 'persons.change',
  mode: 'write',
  input: z.strictObject({
    id: z.uuid(),
    ...personFields,
    blocked: z.boolean(),
    seen: z.string().min(1).max(64),
    place: z.strictObject(placeFields).optional(),
  }),
  run: async (context) => {
    const { tx, actor, now, keys, input, record } = context;
    await lockPerson(tx, input.id);
    const loaded = await loadRecord(context, input.id);
    if (!loaded || !mayRead(actor, loaded.reach)) return refuse('person-not-found');
    if (!mayChange(actor, loaded.reach)) return refuse('change-forbidden');
    if (input.place && !mayChangePlace(actor, loaded.reach)) return refuse('place-protected');
    if (input.seen !== seenOf(showRecord(context, loaded))) return refuse('changed-meanwhile');
    const number = await sealedFor(context, input.id, input.number);
    if (isRefusal(number)) return number;
    const same =
      number && (await findByNumber(tx, number.hash, MOST_SAME)).find(({ id, owner }) => id !== input.id && owner === loaded.row.owner);
    if (same) return refuse('number-known', { person: same.id });
    const { id, name, interpreter, blocked, place } = input;
    const changed = await updatePerson(tx, id, { name, number, interpreter, blocked }, now).catch((error) =>
      onConstraint(error, { person_number_once: refuse('number-taken') }),
    );
    if (isRefusal(changed)) return changed;
    if (!changed) return refuse('change-forbidden');
    if (place) {
      const address = sealText(keys, place.address, contexts.address(id));
      await putPlace(tx, id, { address, whereabouts: sealText(keys, place.whereabouts, contexts.whereabouts(id)) });
    }
    await record({ kind: 'persons.change', subject: { kind: 'person', id }, content: { blocked, place: place !== undefined } });
    return { id, owner: { id: loaded.row.owner }, purpose: loaded.purpose };
  },
  audit: ({ id }, answer) => lookAt(id, answer),
});

/** The number to keep: null for none. */
async function sealedFor(asking: Asking, person: string, text: string) {
  if (text === '') return null;
  const number = await readNumber(asking, text);
  return 'fault' in number ? refuse('number-invalid', { fault: number.fault }) : sealNumber(asking.keys, person, number);
}
