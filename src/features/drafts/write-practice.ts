import { z } from 'zod';
import { IsoDate, Slug, WebAddress } from '../../domain/counties/ids.ts';
import { type Doer, PRACTICE_STATUSES, type Practice } from '../../domain/counties/local-practice.ts';
import { ResponsibilityRow } from '../../domain/counties/responsibility.ts';
import { partiesWritten } from '../../domain/drafts/draft-parties.ts';
import { type PracticeOf, practicePlace, questionsOf, writePractice } from '../../domain/drafts/local-practice.ts';
import { isRefusal, type Refusal, refuse } from '../../domain/refusal.ts';
import { type UseCaseContext, useCase } from '../../platform/index.ts';
import { unitsServing } from '../organisations/index.ts';
import { type DraftView, loadDraft } from './load-draft.ts';
import { parentOf } from './local-plan.ts';
import { saveDraft } from './save-draft.ts';
import { SeenInput } from './write-input.ts';

/** A responsibility of the parent by its row id, or a question of the outline by its id: the one begins with a capital, the other does not. */
const What = z.union([ResponsibilityRow.shape.id, Slug]);
const Line = z.string().trim().max(200);

type Ground = Pick<UseCaseContext<{ readonly draft: string; readonly what: string }>, 'tx' | 'actor' | 'today' | 'input'>;
type Fault = Refusal<'draft-not-found' | 'practice-not-found'>;

/** What is to be written of, with the draft around it. What stands in the draft already may be changed also when it is asked no more. */
async function whatIn({ tx, actor, today, input }: Ground): Promise<{ view: DraftView; of: PracticeOf } | Fault> {
  const view = await loadDraft(tx, actor, input.draft, today);
  if (isRefusal(view)) return view;
  const parent = view.row.kind === 'local' ? await parentOf(tx, view.row.parent, today) : undefined;
  const { rows = {}, answers = {} } = view.draft.text.local ?? {};
  const row = parent?.responsibilities.find(({ id }) => id === input.what);
  const question = questionsOf(view.outline).find(({ id }) => id === input.what);
  // A question may be named as any slug: what every object has of itself is nothing that is written.
  const held = Object.hasOwn(rows, input.what) ? rows[input.what] : undefined;
  const answer = Object.hasOwn(answers, input.what) ? answers[input.what] : undefined;
  if (row || held) return { view, of: { row: input.what, activity: row?.activity ?? held?.activity ?? '' } };
  if (parent && question) return { view, of: { question: question.id, text: question.text, section: question.section } };
  if (answer) return { view, of: { question: input.what, text: answer.question, section: answer.section } };
  return refuse('practice-not-found', { what: input.what });
}

/**
 * Writes how a responsibility of the parent is met, or what the answer to a question is: how, by whom and when, where it is shown and how far it has come.
 * `units` are units of the register that serve the municipalities of the agreement; a unit that was written already may stand. Refuses `practice-not-found`,
 * `practice-reason-missing`, `unit-not-serving`, and what saving refuses.
 */
export const writeDraftPractice = useCase({
  permission: 'drafts.write',
  mode: 'write',
  input: z.strictObject({
    ...SeenInput,
    what: What,
    how: z.string().trim().max(4000),
    units: z.array(z.uuid()).max(15),
    others: z.array(Line).max(5),
    when: Line,
    until: IsoDate.optional(),
    evidence: z.strictObject({ title: Line, url: WebAddress.max(500).optional() }),
    status: z.enum(PRACTICE_STATUSES),
    reason: z.string().trim().max(1000),
  }),
  run: async (context) => {
    const { tx, today, input } = context;
    const found = await whatIn(context);
    if (isRefusal(found)) return found;
    if (input.status === 'not-applicable' && input.reason === '') return refuse('practice-reason-missing', {});
    const { view, of } = found;
    const before = 'row' in of ? view.draft.text.local?.rows[of.row] : view.draft.text.local?.answers[of.question];
    const serving = await unitsServing(tx, view.row.county, partiesWritten(view.draft.text.terms, view.row.municipalities), today);
    const by: Doer[] = [];
    for (const unit of new Set(input.units)) {
      const name = serving.find(({ id }) => id === unit)?.name ?? before?.by.find((one) => one.unit === unit)?.name;
      if (name === undefined) return refuse('unit-not-serving', { unit });
      by.push({ name, unit });
    }
    by.push(...input.others.filter(Boolean).map((name) => ({ name })));
    return saveDraft(context, input, practicePlace(of), (draft) => writePractice(draft, of, practiceOf(input, by)));
  },
});

type Typed = {
  readonly how: string;
  readonly when: string;
  readonly until?: string | undefined;
  readonly evidence: { readonly title: string; readonly url?: string | undefined };
  readonly status: Practice['status'];
  readonly reason: string;
};

/** What was typed, without what was left empty. A reason belongs to what is not applicable alone. */
function practiceOf({ how, when, until, evidence: { title, url }, status, reason }: Typed, by: Doer[]): Practice {
  const shown = title || url;
  return {
    ...(how ? { how } : {}),
    by,
    ...(when ? { when } : {}),
    ...(until ? { until } : {}),
    ...(shown ? { evidence: { title: shown, ...(url ? { url } : {}) } } : {}),
    status,
    ...(status === 'not-applicable' ? { reason } : {}),
  };
}

/** Takes away what is written of a responsibility or a question. Refuses `practice-not-found` when nothing is. */
export const removeDraftPractice = useCase({
  permission: 'drafts.write',
  mode: 'write',
  input: z.strictObject({ ...SeenInput, what: What }),
  run: async (context) => {
    const found = await whatIn(context);
    if (isRefusal(found)) return found;
    const { of, view } = found;
    const { rows = {}, answers = {} } = view.draft.text.local ?? {};
    const isThere = 'row' in of ? Object.hasOwn(rows, of.row) : Object.hasOwn(answers, of.question);
    if (!isThere) return refuse('practice-not-found', { what: context.input.what });
    return saveDraft(context, context.input, practicePlace(of), (draft) => writePractice(draft, of, undefined));
  },
});
