import { z } from 'zod';
import { assignmentOf } from '../../domain/access/actor.ts';
import { Party, partyOf } from '../../domain/agreements/parties.ts';
import type { Reply } from '../../domain/planned-changes/process.ts';
import { isRefusal } from '../../domain/refusal.ts';
import { type Telling, type UseCaseContext, useCase } from '../../platform/index.ts';
import { organisationOfParty } from '../organisations/index.ts';
import { type ChangeView, loadChangeFor } from './load-change.ts';

import { insertReply } from './planned-changes.sql.ts';

const Wording = { change: z.uuid(), seen: z.int() } as const;
const Said = z.string().trim().min(1).max(4000);

/**
 * Says on behalf of one's party that it has taken note of what is announced; an objection that it made before is then no longer upheld. Refuses
 * `receipt-not-in-state` when it has done so already, and what `loadChangeFor` refuses.
 */
export const acknowledgeChange = useCase({
  permission: 'planned-changes.acknowledge',
  mode: 'write',
  input: z.strictObject(Wording),
  run: (context) => reply(context, 'acknowledged', ownParty(context), ''),
});

/** Objects on behalf of one's party, with a reason that every party reads. Refuses `receipt-not-in-state`, and what `loadChangeFor` refuses. */
export const objectToChange = useCase({
  permission: 'planned-changes.object',
  mode: 'write',
  input: z.strictObject({ ...Wording, reason: Said }),
  run: (context) => reply(context, 'objected', ownParty(context), context.input.reason),
});

/** Answers the objection of a party, on behalf of the one that announced. Refuses `receipt-not-in-state`, and what `loadChangeFor` refuses. */
export const answerObjection = useCase({
  permission: 'planned-changes.answer',
  mode: 'write',
  input: z.strictObject({ ...Wording, party: Party, answer: Said }),
  run: (context) => reply(context, 'answered', context.input.party, context.input.answer),
});

const ACT = {
  acknowledged: 'planned-changes.acknowledge',
  objected: 'planned-changes.object',
  answered: 'planned-changes.answer',
} as const;

type Context = UseCaseContext<{ readonly change: string; readonly seen: number }>;

function ownParty({ actor }: Pick<Context, 'actor'>): Party {
  const acting = assignmentOf(actor);
  return (acting && partyOf(acting)) ?? '';
}

async function reply(context: Context, kind: Reply['kind'], party: Party, text: string) {
  const { tx, now, input, record } = context;
  const { change: id, seen } = input;
  const view = await loadChangeFor(context, { id, act: ACT[kind], seen, party });
  if (isRefusal(view)) return view;
  const turn = Math.max(0, ...view.replies.map((one) => one.turn)) + 1;
  const content = { number: seen, party, turn };
  const act = await record({ kind: ACT[kind], subject: { kind: 'planned-change', id }, content, tell: toldOfReply(view, kind, party) });
  await insertReply(tx, act, { change: id, number: seen, party, kind, text, turn, at: now });
  return { id };
}

/** An objection is for the one that announced and for every other party to know; an answer for the one that objected. */
function toldOfReply({ row, owner }: ChangeView, kind: Reply['kind'], party: Party): Telling[] {
  if (kind === 'acknowledged') return [];
  const to = kind === 'answered' ? [party] : [row.party, ...owner.receivers.filter((one) => one !== party)];
  const params = { change: row.id, step: kind, by: organisationOfParty(row.county, kind === 'answered' ? row.party : party) };
  return to.map((one) => ({
    kind: 'change-objected',
    to: { role: 'registrar', organisation: organisationOfParty(row.county, one) } as const,
    params,
  }));
}
