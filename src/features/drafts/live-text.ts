import { z } from 'zod';
import { assignmentOf } from '../../domain/access/actor.ts';
import { Slug } from '../../domain/counties/ids.ts';
import { mayDoToDraft, mayReadDraft } from '../../domain/drafts/policies.ts';
import { processOf, sides, stateFault } from '../../domain/drafts/process.ts';
import { isRefusal, refuse } from '../../domain/refusal.ts';
import { useCase } from '../../platform/index.ts';
import { listDraftActs } from './draft-acts.sql.ts';
import { findDraft, lockDraft } from './drafts.sql.ts';
import { findLiveUpdate, insertLiveUpdate, shareDraft, tellLive } from './live.sql.ts';
import { saveSection } from './live-save.ts';
import { writerOf } from './live-writer.ts';
import { loadDraftFor } from './load-draft.ts';
import { eventsOf } from './read-acts.ts';

/** Which section of which draft. */
export type LivePlace = { readonly draft: string; readonly section: string };

const Where = { draft: z.uuid(), section: Slug } as const;
const Bytes = z.custom<Uint8Array>((bytes) => bytes instanceof Uint8Array && bytes.length > 0 && bytes.length <= 2_000_000);

/**
 * Makes a section and its shared text alike, and answers the whole shared text with the number of the draft's last save: done when somebody comes, at a pause in the
 * typing, and when somebody leaves. Refuses `draft-not-found`, `section-not-found`, `forbidden` and `draft-not-in-state`.
 */
export const saveLive = useCase({
  permission: 'drafts.write',
  mode: 'write',
  input: z.strictObject(Where),
  run: async (context) => {
    const { draft, section } = context.input;
    await lockDraft(context.tx, draft);
    const view = await loadDraftFor(context, draft, 'drafts.write');
    return isRefusal(view) ? view : saveSection(context, view, section);
  },
});

/**
 * Keeps an update of the shared text under an id of the caller's: what is answered is stored. Refuses as `saveLive`, as soon as the draft has been given
 * over for decision, or the session is over.
 */
export const keepLiveUpdate = useCase({
  permission: 'drafts.write',
  mode: 'write',
  input: z.strictObject({ ...Where, id: z.uuid(), bytes: Bytes }),
  run: async ({ tx, actor, now: at, input }) => {
    const { draft, section, id, bytes } = input;
    const [, row, acts] = await Promise.all([shareDraft(tx, draft), findDraft(tx, draft), listDraftActs(tx, draft)]);
    const writer = writerOf(actor);
    if (!row || !assignmentOf(actor) || !mayReadDraft(actor, row)) return refuse('draft-not-found', { id: draft });
    if (!writer || !mayDoToDraft(actor, 'drafts.write', row)) return refuse('forbidden', { permission: 'drafts.write' });
    const fault = stateFault(processOf(eventsOf(acts), []), 'drafts.write');
    if (fault) return fault;
    return { number: await insertLiveUpdate(tx, { id, draft, section, bytes, source: 'typed', at, ...writer }) };
  },
});

/** An update that another process of the program has kept, and who typed it. Undefined when it has been merged since, and for somebody who may not read the draft. */
export const readLiveUpdate = useCase({
  permission: 'drafts.write',
  mode: 'read',
  input: z.strictObject({ id: z.uuid() }),
  run: async ({ tx, actor, input }) => {
    const update = await findLiveUpdate(tx, input.id);
    const row = update && (await findDraft(tx, update.draft));
    return update && row && mayReadDraft(actor, row) ? { bytes: update.bytes, account: update.account } : undefined;
  },
});

/** Somebody who is there, and by which account. */
export const HereInput = z.strictObject({ account: z.uuid(), name: z.string(), side: z.enum(sides), colour: z.int().min(0) });

/** Tells the other processes of the program who is in a section in this one, on behalf of somebody who writes there. Refuses `draft-not-found` and `forbidden`. */
export const tellLiveHere = useCase({
  permission: 'drafts.write',
  mode: 'read',
  input: z.strictObject({ ...Where, process: z.string(), people: z.array(HereInput).max(30) }),
  run: async ({ tx, actor, input }) => {
    const row = await findDraft(tx, input.draft);
    if (!row || !mayReadDraft(actor, row)) return refuse('draft-not-found', { id: input.draft });
    if (!mayDoToDraft(actor, 'drafts.write', row)) return refuse('forbidden', { permission: 'drafts.write' });
    return tellLive(tx, { kind: 'here', ...input });
  },
});
