import { z } from 'zod';
import { getLogin } from '../../domain/access/actor.ts';
import { IsoDate, Slug } from '../../domain/counties/ids.ts';
import { mayRegister } from '../../domain/follow-ups/policies.ts';
import { actsOfRecord, daysFault, type LedTo, ledTo, type Stage, stages } from '../../domain/follow-ups/record.ts';
import { isRefusal, type Refusal, refuse } from '../../domain/refusal.ts';
import { saysTheSame } from '../../domain/says-the-same.ts';
import { type UseCaseContext, useCase } from '../../platform/index.ts';
import { findByKey } from './follow-ups.sql.ts';
import { loadFollowed } from './load-agreement.ts';
import { type NewRecord, writeRecord } from './write-record.ts';

/** What is typed when something has been followed up. */
export const followUpFields = {
  on: IsoDate,
  stage: z.enum(stages).default('done'),
  from: IsoDate.optional(),
  to: IsoDate.optional(),
  about: z.string().trim().min(1).max(4000),
  outcome: z.string().trim().min(1).max(4000),
  ledTo: z.enum(ledTo),
  documented: z.string().trim().min(1).max(400),
  tookPart: z.string().trim().min(1).max(2000),
};

export type FollowUpTyped = {
  readonly on: string;
  readonly stage: Stage;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly about: string;
  readonly outcome: string;
  readonly ledTo: LedTo;
  readonly documented: string;
  readonly tookPart: string;
};

/**
 * Registers that an agreement has been followed up, evaluated or revised, or that the latter has begun: as acts from the day it was done, which move the
 * next due day and are what an extension may rest on. `cadence`: the recurring term that it was done under. What is sent twice under one `key` is registered once.
 * Refuses `agreement-not-found`, `cadence-not-found`, `not-your-follow-up` to those whom the term does not name, `key-taken` for a key of something or somebody else, and days that cannot be.
 */
export const registerFollowUp = useCase({
  permission: 'follow-ups.register',
  mode: 'write',
  input: z.strictObject({ key: z.uuid(), slug: Slug, cadence: Slug, ...followUpFields }),
  run: async (context) => {
    const { tx, actor, input } = context;
    const { key, slug, cadence, ...typed } = input;
    const before = await findByKey(tx, key);
    if (before) {
      // Days that may be left out are named, so that leaving them out is another form.
      const { from, to, ...words } = typed;
      const sent = { account: getLogin(actor).account, slug, cadence, corrects: null, from, to, ...words };
      return saysTheSame(before, sent) ? { act: before.act, slug } : refuse('key-taken');
    }
    const record = await followUpRecord(context, { slug, cadence, typed, permission: 'follow-ups.register' });
    if (isRefusal(record)) return record;
    const written = await writeRecord(context, { ...record, key, corrects: null });
    return isRefusal(written) ? written : { act: written.act, slug };
  },
});

type Asked = {
  readonly slug: string;
  readonly cadence: string;
  readonly typed: FollowUpTyped;
  readonly permission: 'follow-ups.register' | 'follow-ups.correct';
};

/** What is to be written, or why it cannot be. */
export async function followUpRecord(
  { tx, actor, today }: Pick<UseCaseContext<unknown>, 'tx' | 'actor' | 'today'>,
  { slug, cadence, typed, permission }: Asked,
): Promise<Omit<NewRecord, 'key' | 'corrects'> | Refusal> {
  const { on, from, to, stage } = typed;
  const followed = await loadFollowed(tx, slug, Temporal.PlainDate.from(on), today);
  if (isRefusal(followed)) return followed;
  const { agreement } = followed.found;
  const term = followed.cadences.find((one) => one.cadence.id === cadence);
  if (!term) return refuse('cadence-not-found', {});
  if (!mayRegister(actor, permission, followed.owner, term.responsible)) return refuse('not-your-follow-up', {});
  // A period has both its days; what has only begun may have none.
  const hasPeriod = from !== undefined && to !== undefined;
  if (!hasPeriod && (stage === 'done' || from !== to))
    return refuse('follow-up-period-missing', { at: from === undefined ? '/from' : '/to' });
  const fault = daysFault({ on, from: from ?? on, to: to ?? on }, { since: agreement.terms.validity.from, today: today.toString() });
  if (fault) return fault;
  return {
    ...typed,
    permission,
    agreement,
    cadence,
    bodies: term.responsible.bodies,
    kinds: actsOfRecord(term.cadence.kind, stage, typed.ledTo),
  };
}
