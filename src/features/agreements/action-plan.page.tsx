import { type Context, Hono } from 'hono';
import { isLate, type PlanLine, planCounts } from '../../domain/agreements/action-plan.ts';
import { PRACTICE_STATUSES } from '../../domain/counties/local-practice.ts';
import { isRefusal } from '../../domain/refusal.ts';
import { type AppEnv, fileAnswer, scopeOf } from '../../platform/index.ts';
import {
  DayForm,
  DayProviso,
  dayErrors,
  decidedOn,
  type Kept,
  keeping,
  onDay,
  Page,
  StatusTag,
  SummaryList,
  statusWord,
  Table,
} from '../../ui/index.ts';
import { askedDay, shellOf } from '../counties/index.ts';
import { actionPlanCsv } from './action-plan-csv.ts';
import { pageTexts } from './page-texts.ts';
import { PracticeText } from './practice-text.tsx';
import { practiceLabels, practiceTexts, planTexts as texts } from './practice-texts.ts';
import { readActionPlan } from './read-action-plan.ts';
import { statusSentence } from './texts.ts';

async function page(c: Context<AppEnv, '/avtal/:slug/handlingsplan'>) {
  const day = askedDay(c);
  const label = c.req.query('version');
  const reading = await readActionPlan(scopeOf(c), { slug: c.req.param('slug'), on: day.on, label });
  if (isRefusal(reading)) return c.notFound();
  const { agreement, status, lines, parent, on } = reading;
  const address = `/avtal/${agreement.slug}`;
  const kept: Kept = { datum: day.kept, version: label };
  return c.html(
    <Page
      shell={await shellOf(c)}
      title={texts.titleOf(agreement.short)}
      heading={texts.title}
      caption={agreement.short}
      nav="avtal"
      wide
      breadcrumbs={[
        { label: pageTexts.register, href: onDay('/avtal', day.kept) },
        { label: agreement.short, href: keeping(address, kept) },
      ]}
      lead={texts.lead(parent?.short)}
      errors={dayErrors(day)}
      print={{
        version: agreement.version.label,
        status: statusWord({ status: status.code, until: status.until }),
        source: agreement.title,
      }}
    >
      <p>
        <StatusTag status={status.code} until={status.until} decided={decidedOn(day)} /> {statusSentence(status, day.today)}{' '}
        {texts.asDecided}
      </p>
      <DayForm action={`${address}/handlingsplan`} day={day} />
      <DayProviso day={day} />
      <Counts lines={lines} />
      <p>
        <a class="govuk-link" href={keeping(`${address}/handlingsplan.csv`, kept)}>
          {texts.csv}
        </a>
        {parent && (
          <>
            {' · '}
            <a class="govuk-link" href={onDay(`/avtal/${parent.slug}/ansvar`, day.kept)}>
              {parent.short}
            </a>
          </>
        )}
      </p>
      <Lines heading={texts.duties} lines={lines.filter(({ of }) => of === 'row')} on={on} />
      <Lines heading={texts.questions} lines={lines.filter(({ of }) => of === 'question')} on={on} />
    </Page>,
  );
}

function Counts({ lines }: { lines: readonly PlanLine[] }) {
  const counts = planCounts(lines);
  const rows = [
    ...PRACTICE_STATUSES.map((status) => ({ label: practiceLabels[status], count: counts[status] })),
    { label: texts.untold, count: counts.untold },
  ];
  return <SummaryList rows={rows.map(({ label, count }) => ({ label, value: String(count) }))} />;
}

function Lines({ heading, lines, on }: { heading: string; lines: readonly PlanLine[]; on: string }) {
  if (lines.length === 0) return null;
  return (
    <>
      <h2 class="govuk-heading-l">{heading}</h2>
      {[...Map.groupBy(lines, (line) => line.heading)].map(([group, own]) => (
        <Table
          caption={group}
          columns={texts.columns.map((label) => ({ label }))}
          rows={own.map(({ of, id, what, practice }) => [
            <span id={`${of}-${id}`}>{what}</span>,
            practice ? (
              <PracticeText practice={practice} late={isLate(practice, on)} />
            ) : (
              <span class="ov-muted">{practiceTexts.untold}</span>
            ),
          ])}
        />
      ))}
    </>
  );
}

async function csv(c: Context<AppEnv, '/avtal/:slug/handlingsplan.csv'>) {
  const day = askedDay(c);
  const reading = await readActionPlan(scopeOf(c), { slug: c.req.param('slug'), on: day.on, label: c.req.query('version') });
  if (isRefusal(reading) || day.error !== undefined) return c.notFound();
  return fileAnswer(c, actionPlanCsv(reading), { name: `handlingsplan-${reading.agreement.slug}-${reading.on}`, format: 'csv' });
}

/** How, by whom and when of a local agreement: as a list to work from, to print, and for spreadsheets. */
export const actionPlanPage = new Hono<AppEnv>().get('/avtal/:slug/handlingsplan', page).get('/avtal/:slug/handlingsplan.csv', csv);
