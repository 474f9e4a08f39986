import { type Context, Hono } from 'hono';
import { roundFault } from '../../domain/consultations/round.ts';
import type { Anchored } from '../../domain/drafts/anchor.ts';
import { isRefusal, refuse } from '../../domain/refusal.ts';
import { type AppEnv, scopeOf, sentenceOf } from '../../platform/index.ts';
import { Button, formatDate, Notice, NotificationBanner, Page, Table } from '../../ui/index.ts';
import { notRead, refusalPage } from '../access/index.ts';
import { shellOf } from '../counties/index.ts';
import { closeRound } from './close-round.ts';
import type { CommentRow } from './comments.sql.ts';
import { readViews } from './read-rounds.ts';
import { recallRound } from './recall-round.ts';
import { Answer, Words } from './round-parts.tsx';
import { byClause, nameOfPlace, placeOfComment, roundHref } from './shown.ts';
import { actLabels, outcomeLabels, roundTexts, stanceLabels, viewsTexts as texts } from './texts.ts';
import { refusals } from './texts-refusals.ts';

export type ViewsReading = Exclude<Awaited<ReturnType<typeof readViews>>, { refused: true }>;

async function show(c: Context<AppEnv>) {
  const view = await readViews(scopeOf(c), { round: c.req.param('id') ?? '' });
  if (isRefusal(view)) return refusalPage(c, notRead(view, refuse('round-not-found')), refusals);
  const { row, round, comments, abilities } = view;
  return c.html(
    <Page
      shell={await shellOf(c)}
      title={texts.title}
      caption={row.content.short}
      lead={texts.lead(comments.length, round.unanswered.length)}
      back={roundHref(row.id)}
      density="staff"
      noindex
    >
      {c.req.query('klart') && (
        <NotificationBanner success>
          <p>{texts.saved}</p>
        </NotificationBanner>
      )}
      <Receivers view={view} />
      {abilities.has('consultations.enter') && (
        <p>
          <a class="govuk-link" href={`${roundHref(row.id)}/brev`}>
            {texts.enter}
          </a>
        </p>
      )}
      {byClause(view).map(({ section, heading, comments: own }) => (
        <section id={section || 'allt'}>
          <h2 class="govuk-heading-m">{heading}</h2>
          {own.map((comment) => (
            <View view={view} comment={comment} />
          ))}
        </section>
      ))}
      <Close view={view} />
      <Recall view={view} />
    </Page>,
  );
}

/** Who is asked: whether they have had it before them, how much they have said, and whether they are done. */
function Receivers({ view: { receivers, openings, round } }: { view: ViewsReading }) {
  if (receivers.length === 0) return null;
  return (
    <>
      <Table
        caption={texts.receivers}
        columns={texts.receiverColumns.map((label) => ({ label }))}
        rows={receivers.map(({ receiver, name }) => {
          const opened = openings.get(receiver);
          const { comments, stance, late } = round.receivers.get(receiver) ?? { comments: 0, stance: undefined, late: false };
          return [
            name,
            opened ? formatDate(opened) : texts.notOpened,
            String(comments),
            [stance ? stanceLabels[stance] : texts.none, late && roundTexts.late.toLowerCase()].filter(Boolean).join(', '),
          ];
        })}
      />
      <p class="ov-muted">{texts.remark}</p>
    </>
  );
}

/** One view: who gave it, on which words, what stands there now, and what was done with it. */
function View({ view, comment }: { view: ViewsReading; comment: CommentRow }) {
  const { row, round, abilities, dispositions } = view;
  const { id, name, cameOn, source, text } = comment;
  const held = round.dispositions.get(id);
  const earlier = dispositions.filter((one) => one.comment === id && one.number !== held?.number);
  return (
    <article class="ov-consultation__view" id={`s-${id}`}>
      <h3 class="govuk-heading-s">
        {texts.by(name, cameOn)}
        {source === 'letter' && ` (${texts.entered})`}
        {round.late.has(id) && `, ${roundTexts.late.toLowerCase()}`}
      </h3>
      {comment.section !== null && <p class="ov-muted">{nameOfPlace(view, placeOfComment(comment))}</p>}
      <Words comment={comment} />
      <Now anchored={comment.section === null ? undefined : view.anchored.get(id)} />
      <p class="ov-consultation__text">{text}</p>
      <Answer view={view} comment={id} />
      {earlier.map(({ outcome, reason }) => (
        <p class="ov-muted">
          {texts.earlier}: {outcomeLabels[outcome]}. {reason}
        </p>
      ))}
      {abilities.has('consultations.dispose') && (
        <p>
          <a class="govuk-link" href={`${roundHref(row.id)}/synpunkter/${id}`}>
            {held ? texts.change : texts.dispose}
            <span class="govuk-visually-hidden"> {texts.by(name, cameOn)}</span>
          </a>
        </p>
      )}
    </article>
  );
}

/** What has become of the words that a view is about. */
export function Now({ anchored }: { anchored: Anchored | undefined }) {
  if (!anchored) return null;
  if (anchored.is === 'same' || anchored.is === 'gone') return <p class="ov-muted">{texts.anchored[anchored.is]}</p>;
  return (
    <p class="ov-muted">
      {texts.anchored[anchored.is]}: {anchored.words.split('\n').join(' ')}
    </p>
  );
}

/** Closing, or what has to be done before. */
function Close({ view }: { view: ViewsReading }) {
  const { row, round, abilities } = view;
  if (abilities.has('consultations.close')) {
    return (
      <form method="post" action={`${roundHref(row.id)}/avsluta`}>
        <h2 class="govuk-heading-m">{texts.closeHeading}</h2>
        <p>{texts.closeLead}</p>
        <Button>{actLabels['consultations.close']}</Button>
      </form>
    );
  }
  const fault = roundFault(round, 'consultations.close', row);
  if (!fault || fault.code === 'round-not-in-state' || !abilities.has('consultations.dispose')) return null;
  return <Notice kind="note" heading={texts.notYet(sentenceOf(fault, refusals).detail)} />;
}

/** Calling the round back, as long as nobody has answered. */
function Recall({ view: { row, abilities } }: { view: ViewsReading }) {
  if (!abilities.has('consultations.recall')) return null;
  return (
    <form method="post" action={`${roundHref(row.id)}/aterkalla`}>
      <h2 class="govuk-heading-m">{texts.recallHeading}</h2>
      <p>{texts.recallLead}</p>
      <Button kind="secondary">{actLabels['consultations.recall']}</Button>
    </form>
  );
}

async function recall(c: Context<AppEnv>) {
  const round = c.req.param('id') ?? '';
  const done = await recallRound(scopeOf(c), { round });
  return isRefusal(done) ? refusalPage(c, done, refusals) : c.redirect(`${roundHref(round)}?klart=aterkallad`, 303);
}

async function close(c: Context<AppEnv>) {
  const round = c.req.param('id') ?? '';
  const done = await closeRound(scopeOf(c), { round });
  return isRefusal(done) ? refusalPage(c, done, refusals) : c.redirect(`${roundHref(round)}/sammanstallning`, 303);
}

/** All views of a round for those who see to it, closing it, and calling it back. */
export const viewsPage = new Hono<AppEnv>()
  .get('/remisser/:id/synpunkter', show)
  .post('/remisser/:id/avsluta', close)
  .post('/remisser/:id/aterkalla', recall);
