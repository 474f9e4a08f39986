import { type Context, Hono } from 'hono';
import { isRefusal, refuse } from '../../domain/refusal.ts';
import { writeAgreementDocx } from '../../formats/agreement-docx/write-agreement-docx.ts';
import { writeAgreementPdf } from '../../formats/agreement-pdf/write-agreement-pdf.ts';
import { type AppEnv, type FileFormat, fileAnswer, scopeOf } from '../../platform/index.ts';
import { formatDate, formatVersion, Notice, Page, Table } from '../../ui/index.ts';
import { notRead, refusalPage } from '../access/index.ts';
import { shellOf } from '../counties/index.ts';
import { answerOf, compilationCsv, compilationDocument, sortOf } from './compilation.ts';
import { readRound } from './read-rounds.ts';
import { Answer, RoundFacts, Words } from './round-parts.tsx';
import { byClause, nameOfPlace, placeOfComment, roundHref } from './shown.ts';
import { roundTexts, compilationTexts as texts } from './texts.ts';
import { refusals } from './texts-refusals.ts';

/** The round in the address for those who may read what everyone has said: everyone who may read the round, once it is closed. */
async function asked(c: Context<AppEnv>) {
  const view = await readRound(scopeOf(c), { round: c.req.param('id') ?? '' });
  if (isRefusal(view)) return view;
  return view.readsViews ? view : refuse('round-not-found', {});
}

async function show(c: Context<AppEnv>) {
  const view = await asked(c);
  if (isRefusal(view)) return refusalPage(c, notRead(view, refuse('round-not-found')), refusals);
  const { row, round, receivers, comments } = view;
  const here = `${roundHref(row.id)}/sammanstallning`;
  return c.html(
    <Page
      shell={await shellOf(c)}
      title={texts.title}
      caption={formatVersion(row.content.short, row.label)}
      lead={texts.lead(comments.length)}
      back={roundHref(row.id)}
      density={c.var.actor.kind === 'staff' ? 'staff' : 'public'}
      print={{ version: row.label, status: texts.title, source: row.content.short }}
      noindex={!row.isPublic}
    >
      {round.state !== 'closed' && round.state !== 'recalled' && <Notice kind="note" heading={texts.notDone} />}
      <RoundFacts view={view} />
      <ul class="govuk-list">
        {(['pdf', 'docx', 'csv'] as const).map((format) => (
          <li>
            <a class="govuk-link" href={`${here}.${format}`}>
              {texts[format]}
            </a>
          </li>
        ))}
      </ul>
      {receivers.length > 0 && (
        <Table
          caption={texts.receivers}
          columns={texts.columns.map((label) => ({ label }))}
          rows={receivers.map(({ receiver, name }) => [name, answerOf(view, receiver)])}
        />
      )}
      <p class="ov-muted">{roundTexts.view}</p>
      {byClause(view).map(({ section, heading, comments: own }) => (
        <section id={section || 'allt'}>
          <h2 class="govuk-heading-m">{heading}</h2>
          {own.map((comment) => (
            <article class="ov-consultation__view">
              <h3 class="govuk-heading-s">
                {comment.name}, {formatDate(comment.cameOn)}
              </h3>
              <p class="ov-muted">
                {[
                  comment.sentence !== null && nameOfPlace(view, placeOfComment(comment)),
                  sortOf(view, comment),
                  round.late.has(comment.id) && roundTexts.late,
                ]
                  .filter(Boolean)
                  .join('. ')}
              </p>
              <Words comment={comment} />
              <p class="ov-consultation__text">{comment.text}</p>
              <Answer view={view} comment={comment.id} />
            </article>
          ))}
        </section>
      ))}
    </Page>,
    200,
    { 'cache-control': 'no-store' },
  );
}

async function file(c: Context<AppEnv>, format: FileFormat) {
  const view = await asked(c);
  if (isRefusal(view)) return c.notFound();
  const document = () => compilationDocument(view, c.var.runtime.clock.now());
  const body =
    format === 'csv' ? compilationCsv(view) : format === 'pdf' ? await writeAgreementPdf(document()) : await writeAgreementDocx(document());
  return fileAnswer(c, body, { name: `remiss-${view.row.slug}`, format, inline: format === 'pdf', fleeting: true });
}

/** What everyone has said in a round and what was done with it: to read, to print and to take along. */
export const compilationPage = new Hono<AppEnv>()
  .get('/remisser/:id/sammanstallning', show)
  .get('/remisser/:id/sammanstallning.csv', (c) => file(c, 'csv'))
  .get('/remisser/:id/sammanstallning.pdf', (c) => file(c, 'pdf'))
  .get('/remisser/:id/sammanstallning.docx', (c) => file(c, 'docx'));
