import { type Context, Hono } from 'hono';
import { isRefusal } from '../../domain/refusal.ts';
import { type AppEnv, scopeOf } from '../../platform/index.ts';
import { LinkCards, Page } from '../../ui/index.ts';
import { shellOf } from '../counties/index.ts';
import { Agreements, Bodies, Contacts, LocalAgreements } from './place-parts.tsx';
import { readPlace } from './read-place.ts';

async function municipality(c: Context<AppEnv, '/kommun/:code'>) {
  const place = await readPlace(scopeOf(c), { municipality: c.req.param('code') });
  if (isRefusal(place) || !place.municipality) return c.notFound();
  const { county, district } = place;
  const { name, code } = place.municipality;
  return c.html(
    <Page
      shell={await shellOf(c)}
      title={name}
      wide
      caption="Kommun"
      lead={`${name} samverkar med ${county.region.name}${district ? ` i länsdelen ${district.name}` : ''}.`}
      breadcrumbs={[{ label: county.name, href: `/lan/${county.code}` }]}
      print={{ source: name }}
    >
      <LinkCards cards={[{ href: `/vem-gor-vad?kommun=${code}`, title: 'Vem gör vad?', text: `Få svar för en situation i ${name}.` }]} />
      <h2 class="govuk-heading-l">Avtal som rör {name}</h2>
      <Agreements place={place} />
      {place.local.length > 0 && <LocalAgreements local={place.local} />}
      <h2 class="govuk-heading-l">Gemensamma organ</h2>
      <Bodies county={county} />
      <h2 class="govuk-heading-l">Kontakter</h2>
      <Contacts place={place} />
    </Page>,
  );
}

export const municipalityPage = new Hono<AppEnv>().get('/kommun/:code', municipality);
