import { type Context, Hono } from 'hono';
import { may } from '../../domain/access/permissions.ts';
import { nameOn } from '../../domain/organisations/organisation.ts';
import { mayHandle, mayHandleBodies } from '../../domain/organisations/policies.ts';
import { isRefusal } from '../../domain/refusal.ts';
import { type AppEnv, scopeOf } from '../../platform/index.ts';
import { ButtonGroup, ButtonLink, NotificationBanner, Page } from '../../ui/index.ts';
import { readAccounts, readStaffOfCounty } from '../access/index.ts';
import { readCounty, shellOf } from '../counties/index.ts';
import { actingOn } from '../forms/index.ts';
import { kindNames } from './kind-options.ts';
import { BodySeats, Municipalities, OtherOrganisations, People, Units } from './organisation-parts.tsx';
import { readOrganisation, readOrganisations, readSeats } from './read-organisations.ts';
import { readUnits } from './read-units.ts';
import { organisationTexts as texts } from './register-texts.ts';

/** One's own organisation, or with `org` another that one administers: its units, people and assignments; for the county its bodies. */
async function organisation(c: Context<AppEnv>) {
  const acting = actingOn(c);
  if (acting instanceof Response) return acting;
  const scope = scopeOf(c);
  const { actor } = c.var;
  const today = c.var.runtime.clock.today();
  const id = c.req.query('org') ?? acting.organisation.id;
  const [found, units, county, seats, others] = await Promise.all([
    readOrganisation(scope, { id }),
    readUnits(scope, { organisation: id }),
    readCounty(scope, { code: acting.county }),
    readSeats(scope, { county: acting.county, coming: may(actor, 'organisations.seat-member') }),
    readOrganisations(scope, { county: acting.county }),
  ]);
  if (isRefusal(found) || isRefusal(units) || isRefusal(county) || isRefusal(seats) || isRefusal(others)) return c.notFound();
  const people = may(actor, 'access.read-accounts') ? await readAccounts(scope, { organisation: id }) : undefined;
  const name = nameOn(found, today);
  const own = id === acting.organisation.id;
  const mine = (permission: Parameters<typeof may>[1]) => own && may(actor, permission);
  const seesToBodies = may(actor, 'organisations.seat-member');
  const staff = seesToBodies ? await readStaffOfCounty(scope, { county: acting.county }) : [];
  const accounts = new Map(isRefusal(staff) ? [] : staff.map((one) => [one.id, one.name]));
  return c.html(
    <Page shell={await shellOf(c)} title={texts.title} heading={name} lead={texts.lead(name)} density="staff" wide noindex>
      {c.req.query('sparat') === '1' && <NotificationBanner success>{texts.saved}</NotificationBanner>}
      <h2 class="govuk-heading-l">{texts.units}</h2>
      <Units units={units.units} kinds={await kindNames(scope)} county={county} today={today} />
      <ButtonGroup>
        {mine('organisations.open-unit') && <ButtonLink href="/organisation/enheter/ny">{texts.links.openUnit}</ButtonLink>}
        {mine('organisations.merge-units') && (
          <ButtonLink kind="secondary" href="/organisation/enheter/sla-ihop">
            {texts.links.merge}
          </ButtonLink>
        )}
        {mine('organisations.import-units') && (
          <ButtonLink kind="secondary" href="/organisation/import">
            {texts.links.importUnits}
          </ButtonLink>
        )}
        {mine('organisations.export-units') && (
          <ButtonLink kind="secondary" href="/organisation/enheter.csv">
            {texts.links.exportUnits}
          </ButtonLink>
        )}
        {mayHandle(actor, 'organisations.rename-organisation', found) && (!seesToBodies || !own) && (
          <ButtonLink kind="secondary" href={`/organisation/andra/${id}/namn`}>
            {texts.links.rename}
          </ButtonLink>
        )}
        {!own && mayHandleBodies(actor, 'organisations.merge-organisation', found.county) && found.kind !== 'region' && (
          <ButtonLink kind="secondary" href={`/organisation/andra/${id}/sla-ihop`}>
            {texts.links.mergeOrganisation}
          </ButtonLink>
        )}
        {!own && mayHandleBodies(actor, 'organisations.split-organisation', found.county) && found.kind !== 'region' && (
          <ButtonLink kind="secondary" href={`/organisation/andra/${id}/dela`}>
            {texts.links.splitOrganisation}
          </ButtonLink>
        )}
        {!own && mayHandle(actor, 'organisations.close-organisation', found) && (
          <ButtonLink kind="secondary" href={`/organisation/andra/${id}/avsluta`}>
            {texts.links.closeOrganisation}
          </ButtonLink>
        )}
      </ButtonGroup>
      {people && !isRefusal(people) && (
        <>
          <h2 class="govuk-heading-l">{texts.people}</h2>
          <People people={people} bodies={county.bodies} today={today} may={(permission) => may(actor, permission)} />
          {may(actor, 'access.open-account') && (
            <ButtonLink kind="secondary" href={`/organisation/personer/ny?org=${id}`}>
              {texts.links.openAccount}
            </ButtonLink>
          )}
        </>
      )}
      {own && may(actor, 'access.read-failed-logins') && (
        <p>
          <a class="govuk-link" href="/organisation/misslyckade-inloggningar">
            {texts.links.failedLogins}
          </a>
        </p>
      )}
      {own && may(actor, 'webhooks.read') && (
        <p>
          <a class="govuk-link" href="/organisation/handelser">
            {texts.links.webhooks}
          </a>
        </p>
      )}
      {own && may(actor, 'retention.read-rules') && (
        <p>
          <a class="govuk-link" href="/organisation/gallring">
            {texts.links.retention}
          </a>
        </p>
      )}
      <h2 class="govuk-heading-l">{texts.bodies}</h2>
      <BodySeats seats={seats} mayHandle={seesToBodies} accounts={accounts} today={today} />
      {seesToBodies && (
        <>
          <ButtonLink kind="secondary" href="/organisation/organ/uppdrag">
            {texts.links.giveInBody}
          </ButtonLink>
          <h2 class="govuk-heading-l">{texts.municipalities}</h2>
          <Municipalities organisations={others.organisations} />
          <h2 class="govuk-heading-l">{texts.others}</h2>
          <OtherOrganisations organisations={others.organisations} />
          <ButtonLink kind="secondary" href="/organisation/andra/ny">
            {texts.links.openOrganisation}
          </ButtonLink>
        </>
      )}
    </Page>,
  );
}

export const organisationPage = new Hono<AppEnv>().get('/organisation', organisation);
