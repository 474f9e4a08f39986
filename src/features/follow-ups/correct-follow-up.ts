import { z } from 'zod';
import { getLogin } from '../../domain/access/actor.ts';
import { mayRegister } from '../../domain/follow-ups/policies.ts';
import type { Ground } from '../../domain/follow-ups/record.ts';
import { watchersOf } from '../../domain/follow-ups/responsible.ts';
import { isRefusal, type Refusal, refuse } from '../../domain/refusal.ts';
import { saysTheSame } from '../../domain/says-the-same.ts';
import { type Tx, type UseCaseContext, useCase } from '../../platform/index.ts';
import { actsOf, findByKey, findRecord, type RecordRead } from './follow-ups.sql.ts';
import { type Followed, loadFollowed } from './load-agreement.ts';
import { followUpFields, followUpRecord } from './register-follow-up.ts';
import { groundFields, groundRecord } from './state-ground.ts';
import { type NewRecord, writeRecord } from './write-record.ts';

const base = { key: z.uuid(), act: z.uuid(), why: z.string().trim().min(1).max(1000) };

const Corrected = z.discriminatedUnion('how', [
  z.strictObject({ how: z.literal('never'), ...base }),
  z.strictObject({ how: z.literal('follow-up'), ...base, ...followUpFields }),
  z.strictObject({ how: z.literal('ground'), ...base, ...groundFields }),
]);

/**
 * Corrects what was registered, by a new act that takes its place: what it says instead, or (`how: 'never'`) that it never happened. What was there is kept and
 * counts no more. Refuses `follow-up-not-found`, `not-your-follow-up`, `follow-up-corrected` when it was corrected before, `key-taken` for a key of something or somebody else, and what registering refuses.
 */
export const correctFollowUp = useCase({
  permission: 'follow-ups.correct',
  mode: 'write',
  input: Corrected,
  run: async (context) => {
    const { tx, actor, input } = context;
    const { key, act, why } = input;
    const before = await findByKey(tx, key);
    const old = await findRecord(tx, act);
    if (!old || old.stage === 'retracted') return refuse('follow-up-not-found', {});
    const { slug } = old;
    if (before)
      return saysTheSame(before, { account: getLogin(actor).account, ...saidOf(input) }) ? { act: before.act, slug } : refuse('key-taken');
    if (!(await mayCorrect(context, old))) return refuse('not-your-follow-up', {});
    if (old.correctedBy !== null) return refuse('follow-up-corrected', {});
    const record = await instead(context, old);
    if (isRefusal(record)) return record;
    const written = await writeRecord(context, { ...record, key, why, corrects: act });
    return isRefusal(written) ? written : { act: written.act, slug };
  },
});

/** What a correction says, as it is kept. */
function saidOf({ act: corrects, why, ...input }: z.output<typeof Corrected>) {
  if (input.how === 'never') return { corrects, why, stage: 'retracted' };
  const { on, outcome, documented } = input;
  const said = { corrects, why, on, outcome, documented };
  if (input.how === 'ground') return { ...said, stage: 'ground' };
  const { stage, from, to, about, ledTo, tookPart } = input;
  return { ...said, stage, from, to, about, ledTo, tookPart };
}

/** May they correct it? Whoever may register the same today. */
export async function mayCorrect(
  { tx, actor, today }: Pick<UseCaseContext<unknown>, 'tx' | 'actor' | 'today'>,
  old: RecordRead,
): Promise<boolean> {
  const followed = await followedOf(tx, old, today);
  if (!followed) return false;
  const { agreement } = followed.found;
  const responsible =
    old.cadence === null ? watchersOf(agreement.terms) : followed.cadences.find(({ cadence }) => cadence.id === old.cadence)?.responsible;
  return responsible !== undefined && mayRegister(actor, 'follow-ups.correct', followed.owner, responsible);
}

/** The agreement as it was on the day that a record is of. */
async function followedOf(tx: Tx, { act, slug }: RecordRead, today: Temporal.PlainDate): Promise<Followed | undefined> {
  const [done] = await actsOf(tx, act);
  const followed = done && (await loadFollowed(tx, slug, Temporal.PlainDate.from(done.on), today));
  return followed && !isRefusal(followed) ? followed : undefined;
}

/** What takes the place of a record. */
async function instead(
  context: UseCaseContext<z.output<typeof Corrected>>,
  old: RecordRead,
): Promise<Omit<NewRecord, 'key' | 'corrects'> | Refusal> {
  const { tx, input, today } = context;
  const permission = 'follow-ups.correct' as const;
  const [done] = await actsOf(tx, old.act);
  if (!done) return refuse('follow-up-not-found', {});
  if (input.how === 'never') {
    const followed = await loadFollowed(tx, old.slug, Temporal.PlainDate.from(done.on), today);
    if (isRefusal(followed)) return followed;
    const { agreement } = followed.found;
    return {
      permission,
      agreement,
      kinds: ['retracted'],
      stage: 'retracted',
      cadence: null,
      bodies: [],
      on: today.toString(),
      outcome: '',
      ledTo: null,
    };
  }
  if (input.how === 'ground') {
    if (old.stage !== 'ground') return refuse('follow-up-not-found', {});
    const { on, outcome, documented } = input;
    return groundRecord(context, { slug: old.slug, fact: done.kind as Ground, typed: { on, outcome, documented }, permission });
  }
  if (old.cadence === null) return refuse('follow-up-not-found', {});
  const { on, stage, from, to, about, outcome, ledTo: led, documented, tookPart } = input;
  const typed = { on, stage, from, to, about, outcome, ledTo: led, documented, tookPart };
  return followUpRecord(context, { slug: old.slug, cadence: old.cadence, typed, permission });
}
