import { type Context, Hono } from 'hono';
import { isRefusal } from '../../domain/refusal.ts';
import { type AppEnv, scopeOf } from '../../platform/index.ts';
import { Button, Notice, Page, Table, TaskList } from '../../ui/index.ts';
import { refusalPage } from '../access/index.ts';
import { faultSentence, shellOf } from '../counties/index.ts';
import { draftHref, nameOfPlace } from './parts.tsx';
import { readDraftGates } from './read-draft.ts';
import { recallDraft, submitDraft } from './submit-draft.ts';
import { actLabels, gateTexts, sideLabels, gatesPageTexts as texts } from './texts.ts';
import { refusals } from './texts-refusals.ts';

/** So many of what is missing are named; the rest is a number. */
const MOST_NAMED = 8;

async function show(c: Context<AppEnv>) {
  const found = await readDraftGates(scopeOf(c), { draft: c.req.param('id') ?? '' });
  if (isRefusal(found)) return refusalPage(c, found, refusals);
  const { row, draft, gates, faults, abilities, process } = found;
  const shown = gates.filter(({ code }) => code !== 'minor' || row.class === 'minor');
  const isOpen = gates.every(({ met }) => met);
  const named = (one: string) =>
    one in sideLabels ? sideLabels[one as keyof typeof sideLabels] : one === 'text' ? texts.childText : nameOfPlace(draft.text, one);
  return c.html(
    <Page
      shell={await shellOf(c)}
      title={texts.title}
      caption={draft.text.short}
      lead={texts.lead}
      back={draftHref(row.id)}
      density="staff"
      noindex
    >
      {process.submission && <Notice kind="note" heading={texts.frozen} />}
      <TaskList
        id="fore-beslut"
        tasks={shown.map(({ code, met, missing }) => ({
          title: gateTexts[code].title,
          state: met ? 'done' : 'doing',
          hint: met ? undefined : `${gateTexts[code].hint} ${shortList(code === 'sound' ? [] : missing.map(named))}`,
        }))}
      />
      {faults.length > 0 && (
        <Table
          caption={texts.faults}
          columns={texts.faultColumns.map((label) => ({ label }))}
          rows={faults.map((fault) => [faultSentence(fault)])}
        />
      )}
      {isOpen && abilities.has('drafts.submit') && (
        <form method="post" action={`${draftHref(row.id)}/lamna`}>
          <Button>{texts.submit}</Button>
        </form>
      )}
      {abilities.has('drafts.recall') && (
        <form method="post" action={`${draftHref(row.id)}/ta-tillbaka`}>
          <Button kind="secondary">{actLabels['drafts.recall']}</Button>
        </form>
      )}
    </Page>,
  );
}

function shortList(names: readonly string[]): string {
  if (names.length === 0) return '';
  const rest = names.length - MOST_NAMED;
  return `${texts.missing}: ${names.slice(0, MOST_NAMED).join(', ')}${rest > 0 ? ` och ${rest} till` : ''}.`;
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
