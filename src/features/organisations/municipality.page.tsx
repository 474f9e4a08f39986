import { type Context, Hono } from 'hono';
import { isRefusal } from '../../domain/refusal.ts';
import { type AppEnv, scopeOf } from '../../platform/index.ts';
import { DayForm, DayProviso, dayErrors, decidedOn, LinkCards, onDay, Page } from '../../ui/index.ts';
import { askedDay, shellOf } from '../counties/index.ts';
import { kindNames } from './kind-options.ts';
import { UnitDirectory } from './organisation-parts.tsx';
import { Agreements, Bodies, Contacts, LocalAgreements } from './place-parts.tsx';
import { readPlace } from './read-place.ts';
import { readUnits } from './read-units.ts';
import { placeTexts } from './texts.ts';
import { unitTexts } from './unit-texts.ts';

async function municipality(c: Context<AppEnv, '/kommun/:code'>) {
  const day = askedDay(c);
  const place = await readPlace(scopeOf(c), { municipality: c.req.param('code'), on: day.on });
  if (isRefusal(place) || !place.municipality) return c.notFound();
  const { county, district } = place;
  const { name, code } = place.municipality;
  const units = await readUnits(scopeOf(c), { municipality: code, on: day.on });
  return c.html(
    <Page
      shell={await shellOf(c)}
      title={name}
      wide
      caption={placeTexts.municipality}
      lead={placeTexts.municipalityLead(name, county.region.name, district?.name)}
      breadcrumbs={[{ label: county.name, href: onDay(`/lan/${county.code}`, day.kept) }]}
      errors={dayErrors(day)}
      print={{ source: name, status: placeTexts.state(place.on) }}
    >
      <DayForm action={`/kommun/${code}`} day={day} />
      <DayProviso day={day} />
      <LinkCards
        cards={[
          { href: onDay(`/vem-gor-vad?kommun=${code}`, day.kept), title: placeTexts.navigator, text: placeTexts.navigatorText(name) },
        ]}
      />
      <h2 class="govuk-heading-l">{placeTexts.agreementsOf(name)}</h2>
      <Agreements place={place} asked={day.kept} decided={decidedOn(day)} />
      {place.local.length > 0 && <LocalAgreements local={place.local} asked={day.kept} decided={decidedOn(day)} />}
      <h2 class="govuk-heading-l">{placeTexts.bodies}</h2>
      <Bodies county={county} asked={day.kept} />
      <h2 class="govuk-heading-l">{placeTexts.contacts}</h2>
      <Contacts place={place} />
      <h2 class="govuk-heading-l">{unitTexts.directory}</h2>
      <UnitDirectory
        units={isRefusal(units) ? [] : units.units}
        kinds={await kindNames(scopeOf(c))}
        today={Temporal.PlainDate.from(place.on)}
        asked={day.kept}
      />
    </Page>,
  );
}

export const municipalityPage = new Hono<AppEnv>().get('/kommun/:code', municipality);
