import { outcomes } from '../../domain/consultations/round.ts';
import { isRefusal } from '../../domain/refusal.ts';
import { scopeOf } from '../../platform/index.ts';
import { actPage, given } from '../forms/index.ts';
import { disposeComment } from './dispose-comment.ts';
import { readViews } from './read-rounds.ts';
import { Answer, Words } from './round-parts.tsx';
import { nameOfPlace, placeOfComment, roundHref } from './shown.ts';
import { outcomeLabels, disposeTexts as texts, viewsTexts } from './texts.ts';
import { refusals } from './texts-refusals.ts';
import { Now } from './views.page.tsx';

/** Says what is done with one view, beside the words that it is about and what stands there now. */
export const disposePage = actPage({
  path: '/remisser/:id/synpunkter/:comment',
  permission: 'consultations.dispose',
  texts: refusals,
  prepare: async (c, _acting, refused) => {
    const view = await readViews(scopeOf(c), { round: c.req.param('id') ?? '' });
    if (isRefusal(view) || !view.abilities.has('consultations.dispose')) return undefined;
    const comment = view.comments.find(({ id }) => id === c.req.param('comment'));
    if (!comment) return undefined;
    const held = view.round.dispositions.get(comment.id);
    const { title, lead, submit, outcome, reason, reasonHint } = texts;
    return {
      title,
      lead,
      submit,
      caption: view.row.content.short,
      back: `${roundHref(view.row.id)}/synpunkter#s-${comment.id}`,
      fields: [
        { kind: 'radios', name: 'outcome', label: outcome, options: outcomes.map((value) => ({ value, label: outcomeLabels[value] })) },
        { kind: 'lines', name: 'reason', label: reason, hint: reasonHint, rows: 5, optional: true },
      ],
      initial: given({ outcome: held?.outcome, reason: held?.reason }),
      hidden: { seen: String(held?.number ?? 0) },
      before: (
        <>
          <h2 class="govuk-heading-s">{viewsTexts.by(comment.name, comment.cameOn)}</h2>
          <p class="ov-muted">{nameOfPlace(view, placeOfComment(comment))}</p>
          <Words comment={comment} />
          <Now anchored={comment.section === null ? undefined : view.anchored.get(comment.id)} />
          <p class="ov-consultation__text">{comment.text}</p>
          {refused?.refusal.code === 'disposition-changed' && <Answer view={view} comment={comment.id} />}
        </>
      ),
    };
  },
  run: async (c, values) => {
    const { id: round = '', comment = '' } = c.req.param() as Record<string, string>;
    const done = await disposeComment(scopeOf(c), {
      round,
      comment,
      outcome: values.one('outcome') as 'noted',
      reason: values.one('reason'),
      seen: Number(values.one('seen')),
    });
    return isRefusal(done) ? done : { next: `${roundHref(round)}/synpunkter?klart=1#s-${comment}` };
  },
});
