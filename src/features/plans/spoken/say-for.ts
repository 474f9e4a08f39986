import { z } from 'zod';
import { getLogin } from '../../../domain/access/actor.ts';
import { CHANGE_ANSWERS, CHANGE_KINDS } from '../../../domain/plans/changes.ts';
import { maySayFor } from '../../../domain/plans/policy.ts';
import { refuse } from '../../../domain/refusal.ts';
import { saysTheSame } from '../../../domain/says-the-same.ts';
import { lockSubject, stableId, useCase } from '../../../platform/index.ts';
import { contentsOf } from '../contents/contents.ts';
import { loadPlan, lookAtPlan } from '../load-plan.ts';
import { contexts, sealed } from '../sealed.ts';
import { loadSpoken } from './load-spoken.ts';
import { insertSpoken, listSpoken, SPOKEN_ABOUT } from './spoken.sql.ts';

const Change = z.strictObject({ kind: z.enum(CHANGE_KINDS), subject: z.uuid(), number: z.int().min(1) });
/** One thing that is said. `change` and `answer`: of what in the plan, and what is thought of it. */
export const Spoken = z.strictObject({
  about: z.enum(SPOKEN_ABOUT),
  change: Change.optional(),
  answer: z.enum(CHANGE_ANSWERS).optional(),
  words: z.string().trim().max(4000).default(''),
});
type Spoken = z.output<typeof Spoken>;

/**
 * A guardian or a representative says something in a plan, in their own name and never as the person: how it is, what is to be reached, or what they think of a thing in the
 * wording that they had before them. The same form once more changes nothing. Refuses `plan-not-found`, `nothing-answered`, `words-missing`, `reason-is-staffs`,
 * `changed-meanwhile`, `key-taken`.
 */
export const sayFor = useCase({
  permission: 'plans.say-for',
  mode: 'write',
  input: z.strictObject({ key: z.uuid(), plan: z.uuid(), speaker: z.uuid(), said: z.array(Spoken).max(200) }),
  run: async (context) => {
    const { tx, actor, now, keys, input, record } = context;
    const { plan, said } = input;
    await lockSubject(tx, 'plan', plan);
    const loaded = await loadPlan(context, plan);
    const speaker = loaded?.reach.speaks.find(({ id }) => id === input.speaker);
    if (!loaded || !speaker?.matters.includes('speak')) return refuse('plan-not-found');
    if (!said.every((one) => maySayFor(actor, speaker, dataKindOf(one)))) return refuse('plan-not-found');
    if (said.length === 0) return refuse('nothing-answered');
    if (said.some(({ answer, words }) => answer !== 'approved' && words.length < 2)) return refuse('words-missing');
    if (said.some(({ answer }) => answer === 'not-asked')) return refuse('reason-is-staffs');
    const ids = said.map((_, nth) => stableId(`${input.key}:${nth}`));
    const before = (await listSpoken(tx, plan)).filter(({ id }) => ids.includes(id));
    if (before.length > 0) {
      const kept = (await loadSpoken(context, plan)).filter(({ at, own }) => own && before.some((one) => one.at.equals(at)));
      return saysTheSame({ said: kept.map(lineOf).toSorted() }, { said: said.map(lineOf).toSorted() }) ? { loaded } : refuse('key-taken');
    }
    const { changes = [] } = said.some(({ about }) => about === 'change') ? await contentsOf(context, loaded) : {};
    const isThere = ({ about, change }: Spoken) =>
      about !== 'change' ||
      changes.some(({ kind, subject, number }) => kind === change?.kind && subject === change.subject && number === change.number);
    if (!said.every(isThere)) return refuse('changed-meanwhile');
    for (const [nth, one] of said.entries()) {
      const id = ids[nth] ?? '';
      const isChange = one.about === 'change';
      const row = {
        ...{ id, as: speaker.as, speaker: speaker.id, about: one.about, dataKind: dataKindOf(one) },
        ...(isChange ? { change: one.change, answer: one.answer ?? ('commented' as const) } : {}),
        cipher: sealed(keys, one.words, contexts.spoken(id)),
      };
      if (!(await insertSpoken(tx, plan, row, getLogin(actor).account, now))) return refuse('key-taken');
    }
    await record({
      kind: 'plans.say-for',
      subject: { kind: 'plan', id: plan },
      content: { speaker: speaker.id, as: speaker.as, count: said.length },
    });
    return { loaded };
  },
  audit: ({ plan }, answer) => lookAtPlan(plan, answer?.loaded, { written: true }),
});

function dataKindOf({ about, change }: Spoken): 'needs' | 'goals' | 'measures' {
  if (about !== 'change') return about;
  return change?.kind === 'goal' ? 'goals' : 'measures';
}

type Line = Pick<Spoken, 'about'> & { readonly [Key in 'change' | 'answer' | 'words']?: Spoken[Key] | undefined };

function lineOf({ about, change, answer, words = '' }: Line): string {
  const of = about === 'change' ? [change?.kind, change?.subject, change?.number, answer ?? 'commented'] : [];
  return [about, ...of, words].join(' ');
}
