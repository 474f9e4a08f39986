import { type Context, Hono } from 'hono';
import { isRefusal } from '../../domain/refusal.ts';
import { type AppEnv, scopeOf } from '../../platform/index.ts';
import { ButtonLink, DayForm, DayProviso, dayErrors, decidedOn, Notice, onDay, Page, StatusTag } from '../../ui/index.ts';
import { cadenceKindLabels, TaskTable } from '../agreements/index.ts';
import { askedDay, readCounty, shellOf } from '../counties/index.ts';
import { DoneList, Periods } from './follow-up-parts.tsx';
import { readFollowUps } from './read-follow-ups.ts';
import { agreementTexts as texts } from './texts.ts';

async function ofAgreement(c: Context<AppEnv, '/avtal/:slug/uppfoljning'>) {
  const day = askedDay(c);
  const found = await readFollowUps(scopeOf(c), { slug: c.req.param('slug'), on: day.on });
  if (isRefusal(found)) return c.notFound();
  const { agreement, status, tasks, cadences, mayUnder } = found;
  const county = await readCounty(scopeOf(c), { code: agreement.county });
  const bodies = new Map(isRefusal(county) ? [] : county.bodies.map(({ id, name }) => [id, name] as const));
  const address = `/avtal/${agreement.slug}/uppfoljning`;
  const late = tasks.filter(({ reading }) => reading.state === 'overdue').length;
  const rows = tasks.map((task) => ({ ...task, agreement }));
  // What is not expected any more may still have been done.
  const others = cadences.filter(({ cadence }) => mayUnder.has(cadence.id) && !tasks.some((task) => task.cadence.id === cadence.id));
  return c.html(
    <Page
      shell={await shellOf(c)}
      title={texts.titleOf(agreement.short)}
      heading={texts.title}
      caption={agreement.short}
      lead={texts.lead(late)}
      nav="avtal"
      wide
      breadcrumbs={[
        { label: 'Avtal', href: onDay('/avtal', day.kept) },
        { label: agreement.short, href: onDay(`/avtal/${agreement.slug}`, day.kept) },
      ]}
      errors={dayErrors(day)}
    >
      <DayForm action={address} day={day} />
      <DayProviso day={day} />
      <p>
        <StatusTag status={status.code} until={status.until} decided={decidedOn(day)} />
      </p>
      {rows.length === 0 ? (
        <Notice kind="empty" heading={texts.noTasks.heading}>
          {texts.noTasks.text}
        </Notice>
      ) : (
        <TaskTable
          caption={texts.tasks}
          tasks={rows}
          bodies={bodies}
          ofOne
          {...(mayUnder.size > 0
            ? {
                action: ({ cadence }) =>
                  mayUnder.has(cadence.id) && (
                    <a class="govuk-link" href={`${address}/${cadence.id}`}>
                      {texts.register}
                      <span class="govuk-visually-hidden"> {texts.registerAbout(cadenceKindLabels[cadence.kind])}</span>
                    </a>
                  ),
              }
            : {})}
        />
      )}
      {others.length > 0 && (
        <>
          <h2 class="govuk-heading-m">{texts.other}</h2>
          <ul class="govuk-list">
            {others.map(({ cadence }) => (
              <li>
                <a class="govuk-link" href={`${address}/${cadence.id}`}>
                  {cadenceKindLabels[cadence.kind]}
                </a>
              </li>
            ))}
          </ul>
        </>
      )}
      <Periods found={found} asked={day.kept} />
      {found.mayStateGround && (
        <ButtonLink href={`/avtal/${agreement.slug}/forlangning`} kind="secondary">
          {texts.extension.state}
        </ButtonLink>
      )}
      <h2 class="govuk-heading-l">{texts.done}</h2>
      <DoneList found={found} bodies={bodies} />
      <p>
        <a class="govuk-link" href={onDay('/uppfoljning', day.kept)}>
          {texts.all}
        </a>
      </p>
    </Page>,
  );
}

/** What is to be followed up in one agreement, what has been done, and how its extension stands. */
export const agreementFollowUpsPage = new Hono<AppEnv>().get('/avtal/:slug/uppfoljning', ofAgreement);
