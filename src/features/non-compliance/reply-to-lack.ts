import { z } from 'zod';
import { assignmentOf } from '../../domain/access/actor.ts';
import { isRefusal, refuse } from '../../domain/refusal.ts';
import { type Telling, type UseCaseContext, useCase } from '../../platform/index.ts';
import { type LackView, loadLackFor } from './load-lack.ts';
import { insertLackReply } from './non-compliance.sql.ts';
import { toBodies } from './point-out.ts';

/** Says that the body one acts in has received what was pointed out. Refuses `body-not-in-state` when it has, and what `loadLackFor` refuses. */
export const receiveLack = useCase({
  permission: 'non-compliance.receive',
  mode: 'write',
  input: z.strictObject({ lack: z.uuid() }),
  run: (context) => reply(context, 'received', ''),
});

/** Answers on behalf of the body one acts in, which has then received it too. Refuses `body-not-in-state` when it has answered, and what `loadLackFor` refuses. */
export const answerLack = useCase({
  permission: 'non-compliance.answer',
  mode: 'write',
  input: z.strictObject({ lack: z.uuid(), answer: z.string().trim().min(1).max(8000) }),
  run: (context) => reply(context, 'answered', context.input.answer),
});

/** Takes back what one's party has pointed out; it stays to be read. Refuses what `loadLackFor` refuses. */
export const withdrawLack = useCase({
  permission: 'non-compliance.withdraw',
  mode: 'write',
  input: z.strictObject({ lack: z.uuid() }),
  run: async (context) => {
    const { tx, today, input, record } = context;
    const view = await loadLackFor(context, input.lack, 'non-compliance.withdraw');
    if (isRefusal(view)) return view;
    const { id, county, bodies } = view.row;
    const params = { notice: id, step: 'withdrawn' };
    const tell = [...(await toBodies(tx, county, bodies, today, params)), ...toParties(view, 'withdrawn', 'about')];
    await record({ kind: 'non-compliance.withdraw', subject: { kind: 'non-compliance', id }, content: {}, tell });
    return { id };
  },
});

type Context = UseCaseContext<{ readonly lack: string }>;

async function reply(context: Context, kind: 'received' | 'answered', text: string) {
  const { tx, actor, now, input, record } = context;
  const permission = kind === 'received' ? 'non-compliance.receive' : 'non-compliance.answer';
  const body = assignmentOf(actor)?.body;
  if (body === undefined) return refuse('forbidden', { permission });
  const view = await loadLackFor(context, input.lack, permission, body);
  if (isRefusal(view)) return view;
  const { id } = view.row;
  const tell = toParties(view, kind, kind === 'answered' ? 'all' : 'sender');
  const act = await record({ kind: permission, subject: { kind: 'non-compliance', id }, content: { body }, tell });
  await insertLackReply(tx, act, { lack: id, body, kind, text, at: now });
  return { id };
}

/** Tells the party that pointed it out, those it is about, or all of them. */
function toParties({ row }: LackView, step: string, whom: 'sender' | 'about' | 'all'): Telling[] {
  const organisations = [...(whom === 'about' ? [] : [row.organisation]), ...(whom === 'sender' ? [] : row.aboutOrganisations)];
  const params = { notice: row.id, step };
  return organisations.map((organisation) => ({ kind: 'non-compliance-noted', to: { role: 'registrar', organisation } as const, params }));
}
