import { z } from 'zod';
import { isRefusal, refuse } from '../../../domain/refusal.ts';
import { saysTheSame } from '../../../domain/says-the-same.ts';
import { useCase } from '../../../platform/index.ts';
import { numberHash, readNumber } from '../../persons/index.ts';
import { lookAtPlan } from '../../plans/index.ts';
import { keeping } from './keeping.ts';
import { insertLogin, listGuardians, listLogins, listRepresentatives } from './speakers.sql.ts';

/**
 * Lets a guardian or a representative log in with their own personal identity number, or, without a number, no more: from now, at once. What they then see is what their custody
 * or assignment opens. The number is kept as a keyed hash alone. Refuses `plan-not-found`, `speaker-not-found`, `speaker-number-invalid`, `key-taken`.
 */
export const letLogIn = useCase({
  permission: 'consents.let-log-in',
  mode: 'write',
  input: z.strictObject({ key: z.uuid(), plan: z.uuid(), speaker: z.uuid(), number: z.string().trim().max(20).default('') }),
  run: async (context) => {
    const { tx, now, keys, input, record } = context;
    const found = await keeping(context);
    if (isRefusal(found)) return found;
    const { loaded, by } = found;
    const { key: id, speaker } = input;
    const person = loaded.row.person_id;
    const isGuardian = (await listGuardians(tx, person)).some((one) => one.id === speaker);
    if (!isGuardian && !(await listRepresentatives(tx, person)).some((one) => one.id === speaker)) return refuse('speaker-not-found');
    const number = input.number === '' ? undefined : await readNumber(context, input.number);
    if (number && 'fault' in number) return refuse('speaker-number-invalid');
    const hash = number ? numberHash(keys, number) : null;
    const as = isGuardian ? ('guardian' as const) : ('representative' as const);
    if (!(await insertLogin(tx, { id, person, speaker, as, hash }, by, now))) {
      const kept = (await listLogins(tx, person)).find((one) => one.id === id);
      const same = kept && saysTheSame(saidOf(kept), saidOf({ speaker, hash }));
      return same ? { loaded } : refuse('key-taken');
    }
    await record({
      kind: 'consents.let-log-in',
      subject: { kind: 'plan', id: input.plan },
      content: { speaker, as, opens: hash !== null },
    });
    return { loaded };
  },
  audit: ({ plan }, answer) => lookAtPlan(plan, answer?.loaded, { written: true, speaker: 'login' }),
});

function saidOf({ speaker, hash }: { readonly speaker: string; readonly hash: Buffer | null }) {
  return { speaker, number: hash?.toString('hex') ?? '' };
}
