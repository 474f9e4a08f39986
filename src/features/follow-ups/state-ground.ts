import { z } from 'zod';
import { getLogin } from '../../domain/access/actor.ts';
import { IsoDate, Slug } from '../../domain/counties/ids.ts';
import { type Ground, grounds } from '../../domain/follow-ups/record.ts';
import { watchersOf } from '../../domain/follow-ups/responsible.ts';
import { isRefusal, type Refusal, refuse } from '../../domain/refusal.ts';
import { saysTheSame } from '../../domain/says-the-same.ts';
import { type UseCaseContext, useCase } from '../../platform/index.ts';
import { findByKey } from './follow-ups.sql.ts';
import { loadFollowed, mayStateGround } from './load-agreement.ts';
import { type NewRecord, writeRecord } from './write-record.ts';

export const groundFields = {
  on: IsoDate,
  outcome: z.string().trim().min(1).max(4000),
  documented: z.string().trim().min(1).max(400),
};

/**
 * Says what the extension of an agreement needs, where it is not seen from a follow-up: that an evaluation or a revision had begun on a day, or that there was
 * no new agreement on a day. Refuses `agreement-not-found`, `not-your-follow-up`, `ground-not-asked` where the terms require no such thing, `key-taken` for a key of something or somebody else, and days that cannot be.
 */
export const stateGround = useCase({
  permission: 'follow-ups.state-ground',
  mode: 'write',
  input: z.strictObject({ key: z.uuid(), slug: Slug, fact: z.enum(grounds), ...groundFields }),
  run: async (context) => {
    const { tx, actor, input } = context;
    const { key, slug, fact, ...typed } = input;
    const before = await findByKey(tx, key);
    if (before) {
      const sent = { account: getLogin(actor).account, slug, kind: fact, cadence: null, corrects: null, ...typed };
      return saysTheSame(before, sent) ? { act: before.act, slug } : refuse('key-taken');
    }
    const record = await groundRecord(context, { slug, fact, typed, permission: 'follow-ups.state-ground' });
    if (isRefusal(record)) return record;
    const written = await writeRecord(context, { ...record, key, corrects: null });
    return isRefusal(written) ? written : { act: written.act, slug };
  },
});

type Asked = {
  readonly slug: string;
  readonly fact: Ground;
  readonly typed: { readonly on: string; readonly outcome: string; readonly documented: string };
  readonly permission: 'follow-ups.state-ground' | 'follow-ups.correct';
};

/** What is to be written, or why it cannot be. */
export async function groundRecord(
  context: Pick<UseCaseContext<unknown>, 'tx' | 'actor' | 'today'>,
  { slug, fact, typed, permission }: Asked,
): Promise<Omit<NewRecord, 'key' | 'corrects'> | Refusal> {
  const followed = await loadFollowed(context.tx, slug, Temporal.PlainDate.from(typed.on), context.today);
  if (isRefusal(followed)) return followed;
  const { agreement } = followed.found;
  const { extension, validity } = agreement.terms;
  if (!extension?.requires.includes(fact)) return refuse('ground-not-asked', {});
  if (!mayStateGround(context, agreement, followed.owner)) return refuse('not-your-follow-up', {});
  if (typed.on > context.today.toString()) return refuse('follow-up-in-future', {});
  if (typed.on < validity.from) return refuse('follow-up-before-agreement', { since: validity.from });
  if (fact === 'no-successor' && validity.to !== undefined && typed.on < validity.to)
    return refuse('ground-too-early', { end: validity.to });
  return {
    ...typed,
    permission,
    agreement,
    cadence: null,
    bodies: watchersOf(agreement.terms).bodies,
    stage: 'ground',
    ledTo: null,
    kinds: [fact],
  };
}
