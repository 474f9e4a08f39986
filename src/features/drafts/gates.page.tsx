import { type Context, Hono } from 'hono';
import { isRefusal, refuse } from '../../domain/refusal.ts';
import { type AppEnv, scopeOf } from '../../platform/index.ts';
import { Button, Notice, Page, Table, TaskList } from '../../ui/index.ts';
import { notRead, refusalPage } from '../access/index.ts';
import { shellOf } from '../counties/index.ts';
import { whereWritten } from './draft-terms.tsx';
import { faultRow, gateTask, isDayMissing } from './gate-tasks.ts';
import { draftHref } from './parts.tsx';
import { readDraftGates } from './read-draft.ts';
import { recallDraft, submitDraft } from './submit-draft.ts';
import { actLabels } from './texts.ts';
import { gatesPageTexts as texts } from './texts-next.ts';
import { refusals } from './texts-refusals.ts';

async function show(c: Context<AppEnv>) {
  const found = await readDraftGates(scopeOf(c), { draft: c.req.param('id') ?? '' });
  if (isRefusal(found)) return refusalPage(c, notRead(found, refuse('draft-not-found')), refusals);
  const { row, draft, gates, faults, abilities, process } = found;
  const shown = gates.filter(({ code }) => code !== 'minor' || row.class === 'minor');
  const isOpen = gates.every(({ met }) => met);
  const here = draftHref(row.id);
  const mayWrite = abilities.has('drafts.write');
  const wrong = faults.filter((fault) => !isDayMissing(fault)).map((fault) => faultRow(fault, draft.text));
  return c.html(
    <Page shell={await shellOf(c)} title={texts.title} caption={draft.text.short} lead={texts.lead} back={here} density="staff" noindex>
      {process.submission && <Notice kind="note" heading={texts.frozen} />}
      <TaskList
        id="fore-beslut"
        tasks={shown.map((gate) =>
          gate.code === 'sound' && !gate.met && wrong.length === 0
            ? { ...gateTask(gate, draft.text, here, mayWrite), hint: texts.onlyDay, href: mayWrite ? `${here}/titel` : undefined }
            : gateTask(gate, draft.text, here, mayWrite),
        )}
      />
      {wrong.length > 0 && (
        <div id="fel">
          <Table
            caption={texts.faults}
            columns={texts.faultColumns.map((label) => ({ label }))}
            rows={wrong.map(({ place, name, sentence }) => [
              place !== undefined && mayWrite ? (
                <a class="govuk-link" href={`${here}${whereWritten(place)}`}>
                  {name}
                </a>
              ) : (
                name
              ),
              sentence,
            ])}
          />
        </div>
      )}
      {isOpen && abilities.has('drafts.submit') && (
        <form method="post" action={`${here}/lamna`}>
          <Button>{texts.submit}</Button>
        </form>
      )}
      {abilities.has('drafts.recall') && (
        <form method="post" action={`${here}/ta-tillbaka`}>
          <Button kind="secondary">{actLabels['drafts.recall']}</Button>
        </form>
      )}
    </Page>,
  );
}

async function submit(c: Context<AppEnv>) {
  const draft = c.req.param('id') ?? '';
  const done = await submitDraft(scopeOf(c), { draft });
  return isRefusal(done) ? refusalPage(c, done, refusals) : c.redirect(draftHref(draft), 303);
}

async function recall(c: Context<AppEnv>) {
  const draft = c.req.param('id') ?? '';
  const done = await recallDraft(scopeOf(c), { draft });
  return isRefusal(done) ? refusalPage(c, done, refusals) : c.redirect(draftHref(draft), 303);
}

/** What must hold before a decision, giving the text over, and taking it back. */
export const gatesPage = new Hono<AppEnv>()
  .get('/arbetsversioner/:id/fore-beslut', show)
  .post('/arbetsversioner/:id/lamna', submit)
  .post('/arbetsversioner/:id/ta-tillbaka', recall);
