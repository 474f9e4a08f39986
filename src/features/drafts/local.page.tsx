import { type Context, Hono } from 'hono';
import type { PlanLine } from '../../domain/agreements/action-plan.ts';
import { isRefusal, refuse } from '../../domain/refusal.ts';
import { type AppEnv, scopeOf } from '../../platform/index.ts';
import { NotificationBanner, Page, Table } from '../../ui/index.ts';
import { refusalPage } from '../access/index.ts';
import { PracticeText } from '../agreements/index.ts';
import { shellOf } from '../counties/index.ts';
import { localForms } from './local-forms.tsx';
import { readLocalPlan } from './local-plan.ts';
import { Approval, askedDraft, type DraftReading, draftHref } from './parts.tsx';
import { localTexts } from './texts-local.ts';
import { refusals } from './texts-refusals.ts';

async function show(c: Context<AppEnv>) {
  const reading = await askedDraft(c);
  const plan = reading && (await readLocalPlan(scopeOf(c), { draft: reading.row.id }));
  if (!reading || !plan || isRefusal(plan)) return refusalPage(c, refuse('draft-not-found', {}), refusals);
  const { lines, parent } = plan;
  const told = lines.filter(({ practice }) => practice).length;
  return c.html(
    <Page
      shell={await shellOf(c)}
      title={localTexts.title}
      caption={reading.draft.text.short}
      lead={localTexts.lead(parent.short)}
      back={draftHref(reading.row.id)}
      density="staff"
      wide
      noindex
    >
      {c.req.query('klart') && (
        <NotificationBanner success>
          <p>{localTexts.saved}</p>
        </NotificationBanner>
      )}
      <p>{localTexts.told(told, lines.length)}</p>
      <h2 class="govuk-heading-m">{localTexts.duties}</h2>
      <Lines reading={reading} lines={lines.filter(({ of }) => of === 'row')} />
      {lines.some(({ of }) => of === 'question') && <h2 class="govuk-heading-m">{localTexts.questions}</h2>}
      <Lines reading={reading} lines={lines.filter(({ of }) => of === 'question')} />
    </Page>,
  );
}

/** Line by line under their headings, each with a link to its form. */
function Lines({ reading, lines }: { reading: DraftReading; lines: readonly PlanLine[] }) {
  return (
    <>
      {[...Map.groupBy(lines, ({ heading }) => heading)].map(([heading, own]) => (
        <Table
          caption={heading}
          columns={localTexts.columns.map((label) => ({ label }))}
          rows={own.map((line) => [
            <What reading={reading} line={line} />,
            line.practice ? <PracticeText practice={line.practice} /> : <span class="ov-muted">{localTexts.untold}</span>,
            line.practice ? <Approval reading={reading} place={`${line.of === 'row' ? 'practice' : 'answer'}:${line.id}`} /> : '',
          ])}
        />
      ))}
    </>
  );
}

function What({ reading, line: { id, what } }: { reading: DraftReading; line: PlanLine }) {
  if (!reading.abilities.has('drafts.write')) return <>{what}</>;
  return (
    <a class="govuk-link" href={`${draftHref(reading.row.id)}/sa-gor-vi/${id}`}>
      {what}
    </a>
  );
}

/** The way to the list from the page of a local agreement in work. */
export function LocalLink({ reading: { row, draft } }: { reading: DraftReading }) {
  if (row.kind !== 'local') return null;
  const { rows = {}, answers = {} } = draft.text.local ?? {};
  return (
    <>
      <h2 class="govuk-heading-m">{localTexts.title}</h2>
      <p>{localTexts.written(Object.keys(rows).length, Object.keys(answers).length)}</p>
      <p>
        <a class="govuk-link" href={`${draftHref(row.id)}/sa-gor-vi`}>
          {localTexts.link}
        </a>
      </p>
    </>
  );
}

/** How, by whom and when of a local agreement in work: the list, and a form for each line of it. */
export const localPage = new Hono<AppEnv>().get('/arbetsversioner/:id/sa-gor-vi', show).route('/', localForms);
