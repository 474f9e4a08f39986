import { findSection } from '../../domain/drafts/draft-file.ts';
import { mergeSections, type SectionText } from '../../domain/drafts/live-lines.ts';
import { linesOf } from '../../domain/drafts/write-section.ts';
import type { UseCaseContext } from '../../platform/index.ts';
import { findRevision, lockDraft } from './drafts.sql.ts';
import { isTypedSince } from './live.sql.ts';
import { saveUnsaved } from './live-save.ts';

/** For how long after somebody has typed in the shared text they count as being there, in minutes. */
const THERE = 10;

type Form = SectionText & { readonly draft: string; readonly seen: number; readonly section: string };

/**
 * What a form becomes beside what is being written in the shared text of its section: both, as if it had been made from the last save. The same form when nobody
 * is writing there. In a transaction that may write; who may is tried when it is saved.
 */
export async function mergedWithLive(context: Pick<UseCaseContext<unknown>, 'tx' | 'actor' | 'today' | 'now'>, form: Form): Promise<Form> {
  const { tx, now } = context;
  const { draft, seen, section } = form;
  await lockDraft(tx, draft);
  if (!(await isTypedSince(tx, draft, section, now.subtract({ minutes: THERE })))) return form;
  await saveUnsaved(context, draft);
  const [last, then] = [await findRevision(tx, draft), await findRevision(tx, draft, seen)];
  const current = last && findSection(last.content.text.sections, section);
  const base = then && findSection(then.content.text.sections, section);
  if (!last || !current || !base || seen === last.number) return form;
  const text = (of: typeof base): SectionText => ({ heading: of.heading, lines: linesOf(of) });
  const mine = { heading: form.heading, lines: form.lines.replace(/\r\n?/g, '\n').trim() };
  return { ...form, seen: last.number, ...mergeSections(text(base), text(current), mine) };
}
