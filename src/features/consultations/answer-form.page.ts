import { type Context, Hono } from 'hono';
import { isRefusal } from '../../domain/refusal.ts';
import { writeAgreementDocx } from '../../formats/agreement-docx/write-agreement-docx.ts';
import { type AppEnv, fileAnswer, scopeOf } from '../../platform/index.ts';
import { answerForm } from './answer-form.ts';
import { readRound } from './read-rounds.ts';

async function form(c: Context<AppEnv>) {
  const view = await readRound(scopeOf(c), { round: c.req.param('id') ?? '' });
  if (isRefusal(view)) return c.notFound();
  const body = await writeAgreementDocx(answerForm(view, c.var.runtime.clock.now()));
  return fileAnswer(c, body, { name: `svarsblankett-${view.row.slug}`, format: 'docx', fleeting: true });
}

/** The form to answer a round on paper, for everyone who may read it. */
export const answerFormPage = new Hono<AppEnv>().get('/remisser/:id/svarsblankett.docx', form);
