import { type Context, Hono } from 'hono';
import { nameOn } from '../../domain/organisations/organisation.ts';
import type { Period } from '../../domain/organisations/period.ts';
import { isRefusal } from '../../domain/refusal.ts';
import { type AppEnv, scopeOf } from '../../platform/index.ts';
import { DayForm, DayProviso, dayErrors, formatDate, formatDates, onDay, Page, Table } from '../../ui/index.ts';
import { askedDay, readCounty, shellOf } from '../counties/index.ts';
import { SINCE } from './ensure-organisations.ts';
import { type OrganisationHistory, readOrganisationHistory } from './read-organisation-history.ts';
import { readUnits } from './read-units.ts';
import { organisationHistoryTexts as texts } from './register-texts.ts';
import { organisationKindTexts } from './unit-texts.ts';

async function history(c: Context<AppEnv, '/organisationer/:id'>) {
  const day = askedDay(c);
  const scope = scopeOf(c);
  const id = c.req.param('id');
  const [found, units] = await Promise.all([
    readOrganisationHistory(scope, { id, on: day.on }),
    readUnits(scope, { organisation: id, on: day.on }),
  ]);
  if (isRefusal(found) || isRefusal(units)) return c.notFound();
  const { organisation, name, steps } = found;
  const county = await readCounty(scope, { code: organisation.county });
  const heading = name ?? nameOn(organisation, Temporal.PlainDate.from(found.on));
  return c.html(
    <Page
      shell={await shellOf(c)}
      title={heading}
      caption={organisationKindTexts[organisation.kind]}
      breadcrumbs={isRefusal(county) ? [] : [{ label: county.name, href: onDay(`/lan/${county.code}`, day.kept) }]}
      errors={dayErrors(day)}
      wide
    >
      <DayForm action={`/organisationer/${organisation.id}`} day={day} />
      <DayProviso day={day} />
      {name === undefined && <Elsewhere found={found} asked={day.kept} />}
      {units.units.length > 0 && (
        <>
          <h2 class="govuk-heading-m">{texts.units}</h2>
          <ul class="govuk-list">
            {units.units
              .toSorted((a, b) => a.was.name.localeCompare(b.was.name, 'sv'))
              .map(({ unit, was }) => (
                <li>
                  <a class="govuk-link" href={onDay(`/enhet/${unit.id}`, day.kept)}>
                    {was.name}
                  </a>
                </li>
              ))}
          </ul>
        </>
      )}
      <h2 class="govuk-heading-m">{texts.names}</h2>
      <Table
        caption={texts.names}
        captionHidden
        columns={texts.columns.map((label) => ({ label }))}
        rows={organisation.versions.toReversed().map((version) => [periodText(version), version.name])}
      />
      {steps.length > 0 && (
        <>
          <h2 class="govuk-heading-m">{texts.steps}</h2>
          <ul class="govuk-list">
            {steps.map(({ on, how, from, to }) => {
              const other = from.id === organisation.id ? to : from;
              return (
                <li>
                  {formatDate(on)}: {how === 'split' ? texts.split(from.name, to.name) : texts.merged(from.name, to.name)} (
                  <a class="govuk-link" href={onDay(`/organisationer/${other.id}`, day.kept)}>
                    {other.name}
                  </a>
                  )
                </li>
              );
            })}
          </ul>
        </>
      )}
    </Page>,
  );
}

/** When it had the name. How long an organisation has been there is not known from before the register: then it is not said. */
function periodText({ from, to }: Period): string {
  if (from.toString() !== SINCE) return formatDates(from, to);
  return to ? texts.until(formatDate(to)) : texts.always;
}

/** It did not exist that day: who it was or is then. */
function Elsewhere({ found: { organisation, is, on }, asked }: { found: OrganisationHistory; asked: string | undefined }) {
  const others = is.filter(({ id }) => id !== organisation.id);
  return (
    <>
      <p>{texts.notThen(formatDate(on))}</p>
      {others.length > 0 && (
        <>
          <p>{texts.isThen}</p>
          <ul class="govuk-list">
            {others.map(({ id, name }) => (
              <li>
                <a class="govuk-link" href={onDay(`/organisationer/${id}`, asked)}>
                  {name}
                </a>
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}

/** An organisation for everyone: what it has been called, and who it is on a day. */
export const organisationHistoryPage = new Hono<AppEnv>().get('/organisationer/:id', history);
