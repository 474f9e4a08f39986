import { type Context, Hono } from 'hono';
import { isRefusal } from '../../domain/refusal.ts';
import { type AppEnv, scopeOf } from '../../platform/index.ts';
import { formatCount, LinkCards, Page } from '../../ui/index.ts';
import { shellOf } from '../counties/index.ts';
import { Agreements, Bodies, Contacts, Districts, LocalCoverage } from './place-parts.tsx';
import { readPlace } from './read-place.ts';

async function county(c: Context<AppEnv, '/lan/:code'>) {
  const place = await readPlace(scopeOf(c), { county: c.req.param('code') });
  if (isRefusal(place)) return c.notFound();
  const { county } = place;
  return c.html(
    <Page
      shell={await shellOf(c)}
      title={county.name}
      wide
      lead={`${county.region.name} och ${formatCount(county.municipalities.length, 'kommun', 'kommuner')} samverkar här.`}
      breadcrumbs={[{ label: 'Start', href: '/' }]}
      print={{ source: county.name }}
    >
      <LinkCards
        cards={[{ href: `/vem-gor-vad?lan=${county.code}`, title: 'Vem gör vad?', text: `Få svar för en situation i ${county.name}.` }]}
      />
      <h2 class="govuk-heading-l">Avtal</h2>
      <Agreements place={place} />
      <h2 class="govuk-heading-l">Kommuner</h2>
      {place.coverage.some(({ local }) => local.length > 0) ? (
        <LocalCoverage coverage={place.coverage} />
      ) : (
        <ul class="govuk-list ov-columns">
          {county.municipalities.map(({ code, name }) => (
            <li>
              <a class="govuk-link" href={`/kommun/${code}`}>
                {name}
              </a>
            </li>
          ))}
        </ul>
      )}
      {county.districts.length > 0 && (
        <>
          <h2 class="govuk-heading-l">Länsdelar</h2>
          <Districts place={place} />
        </>
      )}
      <h2 class="govuk-heading-l">Gemensamma organ</h2>
      <Bodies county={county} />
      <h2 class="govuk-heading-l">Kontakter</h2>
      <Contacts place={place} />
    </Page>,
  );
}

export const countyPage = new Hono<AppEnv>().get('/lan/:code', county);
