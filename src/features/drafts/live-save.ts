import * as Y from 'yjs';
import { findSection } from '../../domain/drafts/draft-file.ts';
import { mergeSections, type SectionText } from '../../domain/drafts/live-lines.ts';
import { writtenOut } from '../../domain/drafts/places.ts';
import { linesOf, writeSection } from '../../domain/drafts/write-section.ts';
import { isRefusal, refuse } from '../../domain/refusal.ts';
import { newId, type UseCaseContext } from '../../platform/index.ts';
import { insertRevision } from './drafts.sql.ts';
import {
  deleteLiveUpdates,
  findLive,
  insertLiveUpdate,
  type LiveRow,
  type LiveUpdate,
  listLiveUpdates,
  listUnsavedSections,
  putLive,
} from './live.sql.ts';
import { documentOf, textOf } from './live-document.ts';
import { writeText } from './live-write.ts';
import { writerOf } from './live-writer.ts';
import { type DraftView, loadDraftFor } from './load-draft.ts';

type Context = Pick<UseCaseContext<unknown>, 'tx' | 'actor' | 'today' | 'now'>;

/** More rows than this are merged into one when the draft holds them. */
const MOST_ROWS = 100;

/** The largest row, in bytes. */
const MOST_MERGED = 4_000_000;

/**
 * Makes a section of the draft and its shared text alike, in a transaction that has locked the draft: what forms have saved meanwhile goes into the shared
 * text, and what has been typed becomes revisions of the draft, one for each who typed, in the order in which they last did. Begins the shared text when
 * there is none. Answers the whole shared text as one update, and the number of the last save. Refuses `section-not-found`.
 */
export async function saveSection(context: Context, view: DraftView, section: string) {
  const { tx, now: at } = context;
  const draft = view.row.id;
  const writer = writerOf(context.actor);
  const found = findSection(view.draft.text.sections, section);
  if (!found) return refuse('section-not-found', { section });
  if (!writer) return refuse('forbidden', { permission: 'drafts.write' });
  const now: SectionText = { heading: found.heading, lines: linesOf(found) };
  const kept = await findLive(tx, draft, section);
  const keep = (bytes: Uint8Array, source: LiveUpdate['source']) =>
    insertLiveUpdate(tx, { id: newId(at), draft, section, bytes, source, at, ...writer });
  if (!kept) {
    const document = documentOf([]);
    writeText(document, now);
    await putLive(tx, draft, section, { ...now, saved: 0 });
    const bytes = Y.encodeStateAsUpdate(document);
    await putLive(tx, draft, section, { ...now, saved: await keep(bytes, 'state') });
    return { state: bytes, number: view.number };
  }
  const rows = await listLiveUpdates(tx, draft, section);
  const document = documentOf(rows.map(({ bytes }) => bytes));
  const brought = bringIn(document, kept, now);
  let saved = rows.at(-1)?.number ?? 0;
  if (brought) saved = await keep(brought, 'draft');
  const text = await writeRevisions(context, view, section, { rows, kept, now });
  if (saved !== kept.saved || brought) await putLive(tx, draft, section, { ...text.said, saved });
  const state = Y.encodeStateAsUpdate(document);
  // Rows that are as large together as one may be stay as they are: the section is saved all the same.
  if (rows.length > MOST_ROWS && state.length <= MOST_MERGED) {
    const last = await keep(state, 'state');
    await deleteLiveUpdates(tx, draft, section, saved);
    await putLive(tx, draft, section, { ...text.said, saved: last });
  }
  return { state, number: text.number };
}

/** What a form has saved since the two were alike, as an update of the shared text; undefined when nothing has. */
function bringIn(document: Y.Doc, kept: SectionText, now: SectionText): Uint8Array | undefined {
  if (kept.heading === now.heading && kept.lines === now.lines) return undefined;
  const before = Y.encodeStateVector(document);
  writeText(document, mergeSections(kept, textOf(document), now));
  return Y.encodeStateAsUpdate(document, before);
}

type Typed = { readonly rows: readonly LiveUpdate[]; readonly kept: LiveRow; readonly now: SectionText };

/**
 * A revision for each who has typed, of what the section was when they last did, with what forms have saved meanwhile in each: else its sentences would be gone in the
 * first and new in the last. Answers what the draft says then.
 */
async function writeRevisions({ tx, now: at }: Context, view: DraftView, section: string, { rows, kept, now }: Typed) {
  let { number, draft: content } = view;
  for (const last of lastOfEach(rows.filter((row) => row.source === 'typed' && row.number > kept.saved))) {
    const until = rows.filter((row) => row.number <= last.number).map(({ bytes }) => bytes);
    const written = writeSection(content, section, mergeSections(kept, textOf(documentOf(until)), now));
    if (writtenOut(written) === writtenOut(content)) continue;
    content = written;
    number += 1;
    const { side, account } = last;
    await insertRevision(tx, { draft: view.row.id, number, place: `section:${section}`, content, side, account, at });
  }
  const found = findSection(content.text.sections, section);
  return { number, said: { heading: found?.heading ?? '', lines: found ? linesOf(found) : '' } };
}

/** The last update of each who typed, in order. */
function lastOfEach(typed: readonly LiveUpdate[]): LiveUpdate[] {
  const last = new Map<string, LiveUpdate>();
  for (const row of typed) {
    const who = `${row.account} ${row.side}`;
    last.delete(who);
    last.set(who, row);
  }
  return [...last.values()];
}

/** Saves everything that is typed in a draft and that it does not hold yet. The draft must be locked. What cannot be saved now is left. */
export async function saveUnsaved(context: Context, draft: string): Promise<void> {
  for (const section of await listUnsavedSections(context.tx, draft)) {
    const view = await loadDraftFor(context, draft, 'drafts.write');
    if (isRefusal(view)) return;
    await saveSection(context, view, section);
  }
}
