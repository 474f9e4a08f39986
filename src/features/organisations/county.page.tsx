import { type Context, Hono } from 'hono';
import { isRefusal } from '../../domain/refusal.ts';
import { type AppEnv, scopeOf } from '../../platform/index.ts';
import { DayForm, DayProviso, dayErrors, decidedOn, LinkCards, onDay, Page } from '../../ui/index.ts';
import { TaskTable } from '../agreements/index.ts';
import { askedDay, shellOf } from '../counties/index.ts';
import { Agreements, Bodies, Contacts, Districts, LocalCoverage } from './place-parts.tsx';
import { readPlace } from './read-place.ts';
import { placeTexts } from './texts.ts';

async function county(c: Context<AppEnv, '/lan/:code'>) {
  const day = askedDay(c);
  const place = await readPlace(scopeOf(c), { county: c.req.param('code'), on: day.on });
  if (isRefusal(place)) return c.notFound();
  const { county } = place;
  return c.html(
    <Page
      shell={await shellOf(c)}
      title={county.name}
      wide
      lead={placeTexts.countyLead(county.region.name, county.municipalities.length)}
      breadcrumbs={[{ label: placeTexts.start, href: '/' }]}
      errors={dayErrors(day)}
      print={{ source: county.name, status: placeTexts.state(place.on) }}
    >
      <DayForm action={`/lan/${county.code}`} day={day} />
      <DayProviso day={day} />
      <LinkCards
        cards={[
          {
            href: onDay(`/vem-gor-vad?lan=${county.code}`, day.kept),
            title: placeTexts.navigator,
            text: placeTexts.navigatorText(county.name),
          },
        ]}
      />
      <h2 class="govuk-heading-l">{placeTexts.agreements}</h2>
      <Agreements place={place} asked={day.kept} decided={decidedOn(day)} />
      {place.tasks.length > 0 && (
        <>
          <TaskTable
            asked={day.kept}
            caption={placeTexts.followUps}
            tasks={place.tasks}
            bodies={new Map(county.bodies.map(({ id, name }) => [id, name]))}
          />
          <p>
            <a class="govuk-link" href={onDay(`/uppfoljning?lan=${county.code}`, day.kept)}>
              {placeTexts.allFollowUps}
            </a>
          </p>
        </>
      )}
      <h2 class="govuk-heading-l">{placeTexts.municipalities}</h2>
      {place.coverage.some(({ local }) => local.length > 0) ? (
        <LocalCoverage coverage={place.coverage} asked={day.kept} decided={decidedOn(day)} />
      ) : (
        <ul class="govuk-list ov-columns">
          {county.municipalities.map(({ code, name }) => (
            <li>
              <a class="govuk-link" href={onDay(`/kommun/${code}`, day.kept)}>
                {name}
              </a>
            </li>
          ))}
        </ul>
      )}
      {county.districts.length > 0 && (
        <>
          <h2 class="govuk-heading-l">{placeTexts.districts}</h2>
          <Districts place={place} />
        </>
      )}
      <h2 class="govuk-heading-l">{placeTexts.bodies}</h2>
      <Bodies county={county} asked={day.kept} />
      <h2 class="govuk-heading-l">{placeTexts.contacts}</h2>
      <Contacts place={place} />
    </Page>,
  );
}

export const countyPage = new Hono<AppEnv>().get('/lan/:code', county);
