import { z } from 'zod';
import { getLogin } from '../../domain/access/actor.ts';
import type { CountyFile } from '../../domain/counties/county-file.ts';
import type { Decider } from '../../domain/drafts/steps.ts';
import { isRefusal, refuse } from '../../domain/refusal.ts';
import { type Tx, useCase } from '../../platform/index.ts';
import { countyOf, partyName } from '../counties/index.ts';
import { findSeatsOfAccount } from '../organisations/index.ts';
import { type DecisionRow, findExtract, listDecisions, listSignatures } from './decisions.sql.ts';
import { type DraftView, loadDraft } from './load-draft.ts';

/** What has been decided about the text that is given over now, and who has signed it. */
export type Decisions = {
  readonly decisions: readonly DecisionRow[];
  readonly signatures: Awaited<ReturnType<typeof listSignatures>>;
  readonly county: CountyFile | undefined;
};

export async function decisionsOf(tx: Tx, { row, process }: DraftView): Promise<Decisions> {
  const submission = process.submission?.act;
  const county = await countyOf(tx, row.county);
  if (!submission) return { decisions: [], signatures: [], county };
  return { county, decisions: await listDecisions(tx, row.id, submission), signatures: await listSignatures(tx, row.id, submission) };
}

/** A working copy with what has been decided about it, and the seats that whoever asks holds today (`held`): nobody else signs from them. Refuses `draft-not-found`. */
export const readDecisions = useCase({
  permission: 'drafts.read',
  mode: 'read',
  input: z.strictObject({ draft: z.uuid() }),
  run: async ({ tx, actor, today, input }) => {
    const view = await loadDraft(tx, actor, input.draft, today);
    if (isRefusal(view)) return view;
    const seats = await findSeatsOfAccount(tx, getLogin(actor).account, today);
    const theirs = seats.filter(({ county }) => county === view.row.county);
    const held = theirs.map(({ body, position }): Decider => `seat:${body}.${position}`);
    return { ...view, ...(await decisionsOf(tx, view)), held };
  },
});

/** The extract of minutes with this hash, as it was sent. Refuses `draft-not-found` and `extract-not-found`. */
export const readExtract = useCase({
  permission: 'drafts.read',
  mode: 'read',
  input: z.strictObject({ draft: z.uuid(), hash: z.string().regex(/^[0-9a-f]{64}$/) }),
  run: async ({ tx, actor, today, input }) => {
    const view = await loadDraft(tx, actor, input.draft, today);
    if (isRefusal(view)) return view;
    const bytes = await findExtract(tx, input.draft, input.hash);
    return bytes ? { bytes } : refuse('extract-not-found', {});
  },
});

/** What a party, a body or a seat is called in its county. */
export function deciderName(county: CountyFile | undefined, decider: Decider): string {
  const [kind, id = ''] = decider.split(/:(.*)/s);
  if (kind === 'party') return partyName(county, id);
  const [bodyId, seatId] = id.split('.');
  const body = county?.bodies.find((one) => one.id === bodyId);
  const seat = seatId === undefined ? undefined : (body?.seats.find((one) => one.id === seatId)?.title ?? seatId);
  return [seat, body?.name ?? bodyId].filter(Boolean).join(', ');
}
