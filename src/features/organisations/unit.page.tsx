import { type Context, Hono } from 'hono';
import { assignmentOf } from '../../domain/access/actor.ts';
import { may } from '../../domain/access/permissions.ts';
import { nameOn } from '../../domain/organisations/organisation.ts';
import { lastOf } from '../../domain/organisations/period.ts';
import { mayChangeUnit } from '../../domain/organisations/policies.ts';
import { isRefusal } from '../../domain/refusal.ts';
import { type AppEnv, scopeOf } from '../../platform/index.ts';
import {
  type AskedDay,
  DayForm,
  DayProviso,
  dayErrors,
  formatDate,
  formatDates,
  NotificationBanner,
  onDay,
  Page,
  SummaryList,
  Table,
} from '../../ui/index.ts';
import { askedDay, readCounty, shellOf } from '../counties/index.ts';
import { kindNames, servesText } from './kind-options.ts';
import { Confirmed } from './organisation-parts.tsx';
import { readUnit, type UnitHistory } from './read-units.ts';
import { organisationTexts, unitPageTexts as texts } from './register-texts.ts';
import { unitActs } from './unit-acts.page.ts';
import { contactKindTexts, unitTexts } from './unit-texts.ts';

type Words = { readonly kinds: ReadonlyMap<string, string>; readonly municipalities: ReadonlyMap<string, string> };

/** A unit on a day and through time. `base`: the public address, or that of the staff, where what may be done is listed too. */
function unitPageAt(base: '/enhet' | '/organisation/enheter') {
  return async (c: Context<AppEnv>) => {
    const scope = scopeOf(c);
    const day = askedDay(c);
    const found = await readUnit(scope, { id: c.req.param('id') ?? '', on: day.on });
    if (isRefusal(found)) return c.notFound();
    const { unit, was } = found;
    const last = lastOf(unit.versions);
    const organisation = found.organisations.find(({ id }) => id === last?.organisation);
    const file = await readCounty(scope, { code: unit.county });
    const municipalities = new Map(isRefusal(file) ? [] : file.municipalities.map(({ code, name }) => [code, name]));
    const words = { kinds: await kindNames(scope), municipalities };
    const acts =
      base === '/organisation/enheter' && organisation && assignmentOf(c.var.actor)
        ? unitActs.filter(({ permission }) => mayChangeUnit(c.var.actor, permission, organisation, unit.id))
        : [];
    const staff = base === '/organisation/enheter';
    return c.html(
      <Page
        shell={await shellOf(c)}
        title={(was ?? last)?.name ?? ''}
        caption={texts.caption}
        density={staff ? 'staff' : 'public'}
        wide
        breadcrumbs={
          staff
            ? [{ label: organisationTexts.title, href: '/organisation' }]
            : isRefusal(file)
              ? []
              : [{ label: file.name, href: `/lan/${file.code}` }]
        }
        errors={dayErrors(day)}
        noindex={staff}
      >
        {c.req.query('sparat') === '1' && <NotificationBanner success>{organisationTexts.saved}</NotificationBanner>}
        <DayForm action={`${base}/${unit.id}`} day={day} />
        <DayProviso day={day} />
        {was ? <Facts found={found} words={words} today={c.var.runtime.clock.today()} /> : <NotOpen found={found} base={base} day={day} />}
        {acts.length > 0 && (
          <>
            <h2 class="govuk-heading-m">{texts.acts}</h2>
            <ul class="govuk-list">
              {acts.map(({ step, texts: { title } }) => (
                <li>
                  <a class="govuk-link" href={`/organisation/enheter/${unit.id}/${step}`}>
                    {title}
                  </a>
                </li>
              ))}
            </ul>
            {!may(c.var.actor, 'organisations.move-unit') && <p>{texts.moving}</p>}
          </>
        )}
        <h2 class="govuk-heading-m">{texts.history}</h2>
        <History found={found} words={words} />
        {found.steps.length > 0 && (
          <>
            <h2 class="govuk-heading-m">{texts.cameFrom}</h2>
            <Steps found={found} base={base} day={day} />
          </>
        )}
      </Page>,
    );
  };
}

function Facts({ found: { was, unit, organisations }, words, today }: { found: UnitHistory; words: Words; today: Temporal.PlainDate }) {
  if (!was) return null;
  const { columns } = texts;
  const organisation = organisations.find(({ id }) => id === was.organisation);
  const contacts = was.contacts.map(({ kind, value }) => ({
    label: contactKindTexts[kind],
    value:
      kind === 'web' ? (
        <a class="govuk-link" href={value}>
          {value}
        </a>
      ) : (
        value
      ),
  }));
  return (
    <SummaryList
      rows={[
        { label: columns.kind, value: words.kinds.get(was.kind) ?? was.kind },
        {
          label: columns.organisation,
          value: organisation ? (
            <a class="govuk-link" href={`/organisationer/${organisation.id}`}>
              {nameOn(organisation, today)}
            </a>
          ) : (
            ''
          ),
        },
        { label: columns.serves, value: servesText(was.serves, words.municipalities, unitTexts.wholeCounty) },
        { label: columns.ages, value: unitTexts.ages(was.ages.from, was.ages.to) },
        ...contacts,
        ...(was.opening ? [{ label: texts.opening, value: was.opening }] : []),
        { label: texts.confirmed, value: <Confirmed on={was.confirmedOn} today={today} /> },
        ...(unit.hsaId ? [{ label: texts.hsaId, value: unit.hsaId }] : []),
      ]}
    />
  );
}

function NotOpen({ found: { unit, is, on }, base, day }: { found: UnitHistory; base: string; day: AskedDay }) {
  const others = is.filter(({ id }) => id !== unit.id);
  return (
    <>
      <p>{texts.closed(formatDate(on))}</p>
      {others.length > 0 && (
        <>
          <p>{texts.isNow}:</p>
          <ul class="govuk-list">
            {others.map(({ id, name }) => (
              <li>
                <a class="govuk-link" href={onDay(`${base}/${id}`, day.kept)}>
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

function History({ found: { unit, organisations }, words }: { found: UnitHistory; words: Words }) {
  const { columns } = texts;
  return (
    <Table
      caption={texts.history}
      captionHidden
      columns={[columns.period, columns.name, columns.kind, columns.organisation, columns.serves, columns.ages].map((label) => ({ label }))}
      rows={unit.versions.toReversed().map((version) => {
        const organisation = organisations.find(({ id }) => id === version.organisation);
        return [
          formatDates(version.from, version.to),
          version.name,
          words.kinds.get(version.kind) ?? version.kind,
          organisation ? nameOn(organisation, version.from) : '',
          servesText(version.serves, words.municipalities, unitTexts.wholeCounty),
          unitTexts.ages(version.ages.from, version.ages.to),
        ];
      })}
    />
  );
}

function Steps({ found: { steps }, base, day }: { found: UnitHistory; base: string; day: AskedDay }) {
  return (
    <ul class="govuk-list">
      {steps.map(({ on, how, from, to }) => (
        <li>
          {formatDate(on)}: {how === 'merge' ? texts.merge(from.name, to.name) : texts.split(from.name, to.name)} (
          <a class="govuk-link" href={onDay(`${base}/${from.id}`, day.kept)}>
            {from.name}
          </a>
          ,{' '}
          <a class="govuk-link" href={onDay(`${base}/${to.id}`, day.kept)}>
            {to.name}
          </a>
          )
        </li>
      ))}
    </ul>
  );
}

/** A unit for everyone, and for those who see to it. */
export const unitPage = new Hono<AppEnv>()
  .get('/enhet/:id', unitPageAt('/enhet'))
  .get('/organisation/enheter/:id', unitPageAt('/organisation/enheter'));
