import { z } from 'zod';
import { assignmentOf } from '../../domain/access/actor.ts';
import { IsoDate } from '../../domain/counties/ids.ts';
import { nameWords } from '../../domain/persons/name-words.ts';
import { parsePersonalNumber } from '../../domain/persons/personal-number.ts';
import { isRefusal, refuse } from '../../domain/refusal.ts';
import { hashedText, type UseCaseContext } from '../../platform/index.ts';
import { nationalFile } from '../counties/index.ts';
import { findPersons, findStaff } from './facts.sql.ts';
import type { LogCondition } from './log.sql.ts';
import { momentsOf } from './period.ts';

/** What the log may be asked: a person by number or case number, a user by HSA-id or name, a unit, days, an outcome, an act. */
export const LogSearch = z.strictObject({
  person: z.string().trim().max(40).default(''),
  user: z.string().trim().max(100).default(''),
  unit: z.uuid().optional(),
  from: IsoDate,
  to: IsoDate,
  outcome: z.enum(['allowed', 'refused']).optional(),
  act: z.string().max(100).optional(),
  /** Also those who have gone through the log. */
  reviews: z.boolean().default(false),
});
export type LogSearch = z.input<typeof LogSearch>;

/**
 * The search as a question to the database. Refuses `forbidden` without an assignment, `period-order`, `period-long`, `log-person-not-found` and
 * `log-user-not-found`: there is none in the log of this huvudman.
 */
export async function conditionOf({ tx, actor, today, keys, input }: UseCaseContext<z.output<typeof LogSearch>>) {
  const organisation = assignmentOf(actor)?.organisation.id;
  if (!organisation) return refuse('forbidden', { permission: 'audit.search' });
  const { person, user, unit, outcome, act, reviews } = input;
  const moments = momentsOf(input);
  if (isRefusal(moments)) return moments;
  const condition: LogCondition = { ...moments, unit, outcome, act, reviews };
  const { rules: reserveRules } = await nationalFile(tx, 'reserve-numbers');
  const number = person === '' ? undefined : parsePersonalNumber(person, { today, reserveRules });
  const hash = number && !('fault' in number) ? keys.lookupHash(hashedText(number)) : undefined;
  const persons = person === '' ? undefined : await findPersons(tx, { hash, caseNumber: person });
  if (persons?.length === 0) return refuse('log-person-not-found');
  const accounts = user === '' ? undefined : await findStaff(tx, { hsaId: user, words: nameWords(user) });
  if (accounts?.length === 0) return refuse('log-user-not-found');
  return { organisation, condition: { ...condition, persons, accounts } };
}
