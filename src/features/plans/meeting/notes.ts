import * as Y from 'yjs';
import { z } from 'zod';
import { assignmentOf, getLogin } from '../../../domain/access/actor.ts';
import { MOST_LIVE_LINES, MOST_LIVE_TEXT } from '../../../domain/drafts/live-form.ts';
import { mergeTexts } from '../../../domain/drafts/live-lines.ts';
import { mayWriteNotes } from '../../../domain/plans/policy.ts';
import { isRefusal, type Refusal, refuse } from '../../../domain/refusal.ts';
import { lockSubject, onConstraint, useCase } from '../../../platform/index.ts';
import { documentOf, HereInput, type LiveWhole, textOf, writeText } from '../../drafts/index.ts';
import { listMeetings } from '../calling/meetings.sql.ts';
import { type Asking, type Loaded, loadPlan, lookAtPlan } from '../load-plan.ts';
import { contexts } from '../sealed.ts';
import { findNextTurn, findNoteUpdate, insertNoteUpdate, listNoteUpdates, type NoteRow, tellAtMeeting } from './notes.sql.ts';

type Found = { readonly loaded: Loaded; readonly meeting: string };

/** The plan, and the meeting whose notes are written in now: the last that is set or was held. Refuses `plan-not-found` and `no-meeting`. */
async function meetingOf(asking: Asking, plan: string, wanted?: string): Promise<Found | Refusal> {
  const loaded = await loadPlan(asking, plan);
  if (!loaded || !mayWriteNotes(asking.actor, loaded.reach)) return refuse('plan-not-found');
  const last = (await listMeetings(asking.tx, plan)).at(-1);
  if (!last || last.turn === 'called-off' || (wanted !== undefined && wanted !== last.meeting)) return refuse('no-meeting');
  return { loaded, meeting: last.meeting };
}

const bytesOf = ({ keys }: Pick<Asking, 'keys'>, { id, cipher }: Pick<NoteRow, 'id' | 'cipher'>): Uint8Array =>
  new Uint8Array(Buffer.from(keys.decrypt(cipher, contexts.note(id)), 'base64'));

/** The notes of the meeting: the whole shared text, what it says in lines, the number of its last update, and when to ask anew whether the reader may read it. Refuses `plan-not-found` and `no-meeting`. */
export const readNotes = useCase({
  permission: 'plans.write-notes',
  mode: 'read',
  input: z.strictObject({ plan: z.uuid(), meeting: z.uuid().optional() }),
  run: async (context): Promise<(Found & LiveWhole & { lines: string; turns: Temporal.Instant | undefined }) | Refusal> => {
    const { plan, meeting } = context.input;
    const found = await meetingOf(context, plan, meeting);
    if (isRefusal(found)) return found;
    const rows = await listNoteUpdates(context.tx, plan, found.meeting);
    const document = documentOf(rows.map((row) => bytesOf(context, row)));
    const turns = await findNextTurn(context.tx, plan);
    return { ...found, turns, state: Y.encodeStateAsUpdate(document), lines: textOf(document).lines, number: rows.at(-1)?.number ?? 0 };
  },
  audit: ({ plan }, answer) => lookAtPlan(plan, answer?.loaded),
});

const Where = { plan: z.uuid(), meeting: z.uuid() } as const;
const Bytes = z.custom<Uint8Array>((bytes) => bytes instanceof Uint8Array && bytes.length > 0 && bytes.length <= 2_000_000);

/** Keeps an update of the notes under an id of the caller's: what is answered is stored. Refuses as `readNotes`, as soon as the plan is shut to who acts. */
export const keepNotes = useCase({
  permission: 'plans.write-notes',
  mode: 'write',
  input: z.strictObject({ ...Where, id: z.uuid(), bytes: Bytes }),
  run: async (context) => {
    const { tx, actor, now, keys } = context;
    const { plan, id, bytes } = context.input;
    const found = await meetingOf(context, plan, context.input.meeting);
    if (isRefusal(found)) return found;
    const cipher = keys.encrypt(Buffer.from(bytes).toString('base64'), contexts.note(id));
    const by = writerAt(actor);
    if (!by) return refuse('plan-not-found');
    return { ...found, number: await insertNoteUpdate(tx, { id, plan, meeting: found.meeting, cipher, source: 'typed' }, by, now) };
  },
  audit: ({ plan }, answer) => lookAtPlan(plan, answer?.loaded, { written: true }),
});

function writerAt(actor: Asking['actor']) {
  const assignment = assignmentOf(actor);
  return assignment?.unit && { account: getLogin(actor).account, organisation: assignment.organisation.id, unit: assignment.unit.id };
}

/** An update that another process of the program has kept, and who typed it. Undefined for somebody who may not read it. */
export const readNoteUpdate = useCase({
  permission: 'plans.write-notes',
  mode: 'read',
  input: z.strictObject({ plan: z.uuid(), id: z.uuid() }),
  run: async (context) => {
    const found = await meetingOf(context, context.input.plan);
    const row = isRefusal(found) ? undefined : await findNoteUpdate(context.tx, context.input.id);
    if (isRefusal(found) || !row || row.meeting !== found.meeting) return refuse('plan-not-found');
    return { loaded: found.loaded, bytes: bytesOf(context, row), account: row.account };
  },
  audit: ({ plan }, answer) => lookAtPlan(plan, answer?.loaded),
});

/** Tells the other processes of the program who is at the meeting in this one. Refuses as `readNotes`. */
export const tellNotesHere = useCase({
  permission: 'plans.write-notes',
  mode: 'read',
  input: z.strictObject({ ...Where, process: z.string(), people: z.array(HereInput).max(30) }),
  run: async (context) => {
    const { plan, meeting, ...told } = context.input;
    const found = await meetingOf(context, plan, meeting);
    if (isRefusal(found)) return found;
    await tellAtMeeting(context.tx, { kind: 'at-meeting', plan, meeting, ...told });
    return found;
  },
  audit: ({ plan }, answer) => lookAtPlan(plan, answer?.loaded),
});

/**
 * Saves the notes from a form, that had the update `seen` before it. What others have written meanwhile stays, beside what the form says: both are there, and `merged`
 * tells that it was so. The same form once more changes nothing. Refuses as `readNotes`, `notes-too-long`, and `key-taken` for a key under which something else was
 * saved.
 */
export const saveNotes = useCase({
  permission: 'plans.write-notes',
  mode: 'write',
  input: z.strictObject({ ...Where, key: z.uuid(), seen: z.int().min(0), lines: z.string().max(2 * MOST_LIVE_TEXT) }),
  run: async (context) => {
    const { tx, actor, now, keys, input } = context;
    const { plan, key, seen } = input;
    await lockSubject(tx, 'plan', plan);
    const found = await meetingOf(context, plan, input.meeting);
    const by = writerAt(actor);
    if (isRefusal(found)) return found;
    if (!by) return refuse('plan-not-found');
    const rows = await listNoteUpdates(tx, plan, found.meeting);
    const said = (until: (row: NoteRow) => boolean) => documentOf(rows.filter(until).map((row) => bytesOf(context, row)));
    const base = textOf(said(({ number }) => number <= seen)).lines;
    const mine = input.lines.replace(/\r\n?/g, '\n').trim();
    const kept = rows.find(({ id }) => id === key);
    const theirs = said(({ number }) => !kept || number < kept.number);
    const before = textOf(theirs).lines;
    const lines = mergeTexts(base, before, mine);
    if (kept) {
      const isSame = kept.account === by.account && textOf(said(({ number }) => number <= kept.number)).lines === lines;
      return isSame ? { ...found, merged: before !== base } : refuse('key-taken');
    }
    if (lines.length > MOST_LIVE_TEXT || lines.split('\n').length > MOST_LIVE_LINES) return refuse('notes-too-long');
    if (lines === before) return { ...found, merged: false };
    const vector = Y.encodeStateVector(theirs);
    writeText(theirs, { heading: '', lines });
    const cipher = keys.encrypt(Buffer.from(Y.encodeStateAsUpdate(theirs, vector)).toString('base64'), contexts.note(key));
    const taken = await insertNoteUpdate(tx, { id: key, plan, meeting: found.meeting, cipher, source: 'form' }, by, now).catch(
      (error: unknown) => onConstraint(error, { plan_note_update_id_key: refuse('key-taken') }),
    );
    return isRefusal(taken) ? taken : { ...found, merged: before !== base };
  },
  audit: ({ plan }, answer) => lookAtPlan(plan, answer?.loaded, { written: true }),
});
