import { getLogin } from '../../domain/access/actor.ts';
import { comesOfAge } from '../../domain/consents/maturity.ts';
import { isBefore } from '../../domain/consents/period.ts';
import { parsePersonalNumber } from '../../domain/persons/personal-number.ts';
import { type Refusal, refuse } from '../../domain/refusal.ts';
import { openText, personContexts } from '../persons/index.ts';
import { insertChild } from './children.sql.ts';
import type { Asking, Loaded } from './load-plan.ts';

/** The day somebody was born as far as it is known: as it was noted, or as their number says. */
function bornOf({ keys, today }: Asking, { row }: Loaded): Temporal.PlainDate | undefined {
  if (row.speakers?.born) return Temporal.PlainDate.from(row.speakers.born);
  const number = openText(keys, row.number_cipher, personContexts.number(row.person_id));
  const read = number === undefined ? undefined : parsePersonalNumber(number, { today });
  return read && 'dateInNumber' in read ? read.dateInNumber : undefined;
}

/**
 * Notes that the one a plan is about is a child, so that guardians and maturity decide who answers for them. `said`: the day of birth as staff say it, where no number tells
 * it. Refuses `birth-day-missing`, and `person-of-age`.
 */
export async function noteChild(
  asking: Asking,
  loaded: Loaded,
  said?: Temporal.PlainDate,
): Promise<Temporal.PlainDate | Refusal<'birth-day-missing' | 'person-of-age'>> {
  const born = bornOf(asking, loaded) ?? said;
  if (!born) return refuse('birth-day-missing');
  if (!isBefore(asking.now, comesOfAge(born))) return refuse('person-of-age');
  if (!loaded.row.speakers?.born) await insertChild(asking.tx, loaded.row.person_id, born, getLogin(asking.actor).account, asking.now);
  return born;
}
