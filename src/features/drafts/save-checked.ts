import { type Fault, type Path, showPath } from '../../domain/counties/check-fault.ts';
import type { DraftFile } from '../../domain/drafts/draft-file.ts';
import { isRefusal, type Refusal, refuse } from '../../domain/refusal.ts';
import type { UseCaseContext } from '../../platform/index.ts';
import { checkDraft } from './check-draft.ts';
import type { DraftView } from './load-draft.ts';
import { type Seen, saveDraft } from './save-draft.ts';
import { formFault } from './texts-faults.ts';

/** What is written: the place of the draft, and where in its text what the form shows stands after the change. */
export type Written = { readonly place: string; readonly at: (changed: DraftFile) => Path };

/** What is built step by step, and is a fault only when the whole is given over: a ladder gets its last step last. */
const LATER = new Set<Fault['code']>(['ladder-ends-nowhere', 'ladder-without-court', 'unused-actor']);

/**
 * As `saveDraft`, and what is written is tried with the check that county folders are tried with. New faults in it are refused as `input-invalid`, each with
 * the field it is in and a sentence; a fault that was there before stands in nobody's way until the text is given over.
 */
export function saveChecked<No extends Refusal = never>(
  context: UseCaseContext<Seen>,
  { place, at }: Written,
  change: (draft: DraftFile, view: DraftView) => DraftFile | No,
) {
  return saveDraft(context, context.input, place, async (draft, view) => {
    const changed = change(draft, view);
    if (isRefusal(changed)) return changed as No;
    const where = at(changed);
    const after = (await faultsIn(context, { ...view, draft: changed }, where)).filter(({ code }) => !LATER.has(code));
    if (after.length === 0) return changed;
    const before = new Set((await faultsIn(context, view, where)).map(key));
    const fresh = after.filter((fault) => !before.has(key(fault)));
    if (fresh.length === 0) return changed;
    const faults = fresh.map((fault) => ({ pointer: pointerOf(fault.path.slice(where.length)), message: formFault(fault) }));
    // `said`: each is a sentence for whoever filled in the form.
    return refuse('input-invalid', { faults, said: true });
  });
}

async function faultsIn({ tx, today }: Pick<UseCaseContext<unknown>, 'tx' | 'today'>, view: DraftView, where: Path): Promise<Fault[]> {
  const faults = await checkDraft(tx, view, today);
  return faults.filter(({ path }) => where.every((part, index) => path[index] === part));
}

function key({ code, path, params }: Fault): string {
  return `${code} ${showPath(path)} ${JSON.stringify(params)}`;
}

function pointerOf(path: Path): string {
  return path.map((part) => `/${part}`).join('');
}
