import { type Context, Hono } from 'hono';
import { type RemarkSort, remarkActNames, remarkSorts, remarkSortsIn } from '../../domain/drafts/remarks/remark.ts';
import { sectionOf } from '../../domain/drafts/remarks/remark-place.ts';
import { isRefusal } from '../../domain/refusal.ts';
import { type AppEnv, scopeOf } from '../../platform/index.ts';
import { Inset } from '../../ui/index.ts';
import { actPage, given } from '../forms/index.ts';
import { answerRemark, settleSuggestion } from './act-on-remark.ts';
import { addRemark } from './add-remark.ts';
import { askedDraft, type DraftReading, draftHref } from './parts.tsx';
import { readRemarks } from './read-remarks.ts';
import { nameOfRemark, RemarkThread, wordsAt } from './remark-parts.tsx';
import { refusals } from './texts-refusals.ts';
import { newRemarkTexts, threadTexts } from './texts-remarks.ts';

/** The place in the address, when the draft has it. */
function askedPlace(c: Context<AppEnv>, { draft, hashes }: DraftReading) {
  const place = c.req.query('plats') ?? '';
  const sentence = c.req.query('mening') || undefined;
  const words = wordsAt(draft.text, place, sentence);
  const exists = place === '' || hashes.has(place);
  // What was typed about a sentence that has gone meanwhile is shown again, with why it could not be kept.
  const isThere = exists && (sentence === undefined || words !== undefined);
  return isThere || c.req.method === 'POST' ? { place, sentence, words } : undefined;
}

/** What can be said at a place: of a sentence everything, of a section a comment or one more sentence, else a comment. */
function sortsAt(place: string, sentence: string | undefined): readonly RemarkSort[] {
  if (sectionOf(place) === undefined) return ['comment'];
  return sentence === undefined ? ['comment', 'insert'] : remarkSorts;
}

const newPage = actPage({
  path: '/arbetsversioner/:id/kommentarer/ny',
  permission: 'drafts.remark',
  texts: refusals,
  keyed: true,
  prepare: async (c) => {
    const reading = await askedDraft(c);
    const asked = reading && askedPlace(c, reading);
    if (!reading || !asked) return undefined;
    const { place, sentence, words } = asked;
    const section = sectionOf(place);
    const here = draftHref(reading.row.id);
    const sorts = sortsAt(place, sentence).filter((sort) => remarkSortsIn(reading.process).includes(sort));
    const texts = newRemarkTexts;
    return {
      title: sorts.length === 1 ? texts.titleComment : texts.title,
      caption: reading.draft.text.short,
      lead: texts.lead(nameOfRemark(reading.draft.text, { place, sentence: sentence ?? null })),
      back: section === undefined ? `${here}/kommentarer` : `${here}/avsnitt/${section}/kommentarer`,
      fields: [
        ...(sorts.length > 1
          ? ([
              { kind: 'radios', name: 'sort', label: texts.sort, options: sorts.map((value) => ({ value, ...texts.sorts[value] })) },
              { kind: 'lines', name: 'wording', label: texts.wording, hint: texts.wordingHint, optional: true },
            ] as const)
          : []),
        { kind: 'lines', name: 'text', label: texts.text, hint: texts.textHint, optional: true },
      ],
      initial: given({ sort: 'comment', wording: words ?? '' }),
      hidden: { seen: String(reading.number) },
      submit: texts.submit,
      before: words !== undefined && (
        <Inset>
          <p>
            <strong>{texts.reads}</strong>
          </p>
          <p>{words}</p>
        </Inset>
      ),
    };
  },
  run: async (c, values) => {
    const draft = c.req.param('id') ?? '';
    const place = c.req.query('plats') ?? '';
    const section = sectionOf(place);
    const added = await addRemark(scopeOf(c), {
      key: values.one('key'),
      draft,
      seen: Number(values.one('seen')),
      sort: (values.one('sort') || 'comment') as RemarkSort,
      place,
      sentence: c.req.query('mening') || undefined,
      text: values.one('text'),
      wording: values.one('wording'),
    });
    if (isRefusal(added)) return added;
    const where = section === undefined ? `${draftHref(draft)}/kommentarer` : `${draftHref(draft)}/avsnitt/${section}/kommentarer`;
    return { next: `${where}#kommentar-${added.id}` };
  },
});

const threadPage = actPage({
  path: '/arbetsversioner/:id/kommentarer/:remark',
  permission: 'drafts.answer-remark',
  texts: refusals,
  keyed: true,
  prepare: async (c) => {
    const reading = await readRemarks(scopeOf(c), { draft: c.req.param('id') ?? '' });
    const remark = isRefusal(reading) ? undefined : reading.remarks.find(({ id }) => id === c.req.param('remark'));
    if (isRefusal(reading) || !remark) return undefined;
    const { row, draft } = reading;
    const texts = threadTexts;
    const options = remarkActNames.filter((act) => remark.abilities.has(act)).map((value) => ({ value, ...texts.acts[value] }));
    return {
      title: texts.title,
      caption: draft.text.short,
      lead: options.length === 0 ? texts.closed : undefined,
      back: `${draftHref(row.id)}/kommentarer`,
      fields: [
        { kind: 'radios', name: 'act', label: texts.act, options },
        { kind: 'lines', name: 'text', label: texts.text, optional: true },
      ],
      initial: given({ act: options.length === 1 ? options[0]?.value : undefined }),
      submit: texts.submit,
      before: <RemarkThread draft={row.id} text={draft.text} remark={remark} linked={false} />,
    };
  },
  run: async (c, values) => {
    const { id: draft = '', remark = '' } = c.req.param() as Record<string, string>;
    const act = values.one('act');
    const asked = { key: values.one('key'), draft, remark, text: values.one('text') };
    const done =
      act === 'accept' || act === 'reject'
        ? await settleSuggestion(scopeOf(c), { ...asked, act })
        : await answerRemark(scopeOf(c), { ...asked, act: act as 'answer' });
    return isRefusal(done) ? done : { next: `${draftHref(draft)}/kommentarer?visa=alla#kommentar-${done.id}` };
  },
});

/** Writing a remark, and answering or settling one. */
export const remarkPages = new Hono<AppEnv>().route('/', newPage).route('/', threadPage);
