import { type Context, Hono } from 'hono';
import { z } from 'zod';
import { STATUS_CODES } from '../../domain/agreements/status.ts';
import { AGREEMENT_KINDS } from '../../domain/counties/agreement-file.ts';
import { CountyCode, MunicipalityCode, Slug } from '../../domain/counties/ids.ts';
import { isRefusal } from '../../domain/refusal.ts';
import { type AppEnv, scopeOf } from '../../platform/index.ts';
import {
  DayField,
  DayProviso,
  dayErrors,
  decidedOn,
  FilterPanel,
  Notice,
  onDay,
  Page,
  Pagination,
  ResultList,
  SelectField,
  StatusTag,
} from '../../ui/index.ts';
import { askedDay, municipalityOptions, readCounties, readNational, shellOf } from '../counties/index.ts';
import { listAgreements } from './list-agreements.ts';
import { registerTexts } from './page-texts.ts';
import { kindLabels, statusLabels } from './texts.ts';

/** The Swedish names in the address, beside the day. An unreadable value is treated as not given. */
const Query = z.object({
  lan: CountyCode.optional().catch(undefined),
  kommun: MunicipalityCode.optional().catch(undefined),
  omrade: Slug.optional().catch(undefined),
  sort: z.enum(AGREEMENT_KINDS).optional().catch(undefined),
  status: z.enum(STATUS_CODES).optional().catch(undefined),
  efter: Slug.optional().catch(undefined),
});

async function register(c: Context<AppEnv>) {
  const query = Query.parse(c.req.query());
  const day = askedDay(c);
  const [counties, areas, page] = await Promise.all([
    readCounties(scopeOf(c), {}),
    readNational(scopeOf(c), { name: 'areas' }),
    listAgreements(scopeOf(c), {
      county: query.lan,
      municipality: query.kommun,
      area: query.omrade,
      kind: query.sort,
      status: query.status,
      on: day.on,
      after: query.efter,
    }),
  ]);
  if (isRefusal(counties) || isRefusal(areas) || isRefusal(page)) return c.notFound();
  const areaLabels = new Map(areas.areas.map(({ id, label }) => [id, label]));
  const countyNames = new Map(counties.map(({ code, name }) => [code, name]));
  const filtered = [query.lan, query.kommun, query.omrade, query.sort, query.status].some(Boolean);
  const pageAfter = (slug: string | undefined) => addressOf({ ...query, efter: slug }, day.kept);
  return c.html(
    <Page
      shell={await shellOf(c)}
      title={registerTexts.title}
      nav="avtal"
      wide
      lead={registerTexts.lead(page.total, page.on)}
      errors={dayErrors(day)}
    >
      <DayProviso day={day} />
      <FilterPanel action="/avtal" resetHref={filtered ? onDay('/avtal', day.kept) : undefined} open={day.typed !== undefined}>
        <SelectField
          name="lan"
          label={registerTexts.county.label}
          empty={registerTexts.county.all}
          value={query.lan}
          options={counties.map(({ code, name }) => ({ value: code, label: name }))}
        />
        <SelectField
          name="kommun"
          label={registerTexts.municipality.label}
          empty={registerTexts.municipality.all}
          value={query.kommun}
          options={municipalityOptions(counties)}
        />
        <SelectField
          name="omrade"
          label={registerTexts.area.label}
          empty={registerTexts.area.all}
          value={query.omrade}
          options={areas.areas.map(({ id, label }) => ({ value: id, label }))}
        />
        <SelectField
          name="sort"
          label={registerTexts.kind.label}
          empty={registerTexts.kind.all}
          value={query.sort}
          options={Object.entries(kindLabels).map(([value, label]) => ({ value, label }))}
        />
        <SelectField
          name="status"
          label={registerTexts.status.label}
          empty={registerTexts.status.all}
          value={query.status}
          options={STATUS_CODES.map((code) => ({ value: code, label: statusLabels[code] }))}
        />
        <DayField day={day} />
      </FilterPanel>
      {page.items.length === 0 ? (
        <Notice kind="empty" heading={registerTexts.empty.heading}>
          <p>{registerTexts.empty.text}</p>
        </Notice>
      ) : (
        <ResultList
          items={page.items.map(({ agreement, status }) => ({
            href: onDay(`/avtal/${agreement.slug}`, day.kept),
            title: agreement.short,
            tag: <StatusTag status={status.code} until={status.until} decided={decidedOn(day)} />,
            meta: [
              countyNames.get(agreement.county) ?? agreement.county,
              areaLabels.get(agreement.area) ?? agreement.area,
              kindLabels[agreement.kind],
              registerTexts.version(agreement.version.label),
            ],
            text: agreement.summary,
          }))}
        />
      )}
      <Pagination previous={page.previous && pageAfter(page.previous.after)} next={page.next && pageAfter(page.next)} />
    </Page>,
  );
}

/** A page of the list with these choices. */
function addressOf(query: z.infer<typeof Query>, day: string | undefined): string {
  const given = Object.entries(query).flatMap(([name, value]) => (value ? [[name, value]] : []));
  return onDay(given.length > 0 ? `/avtal?${new URLSearchParams(given)}` : '/avtal', day);
}

export const registerPage = new Hono<AppEnv>().get('/avtal', register);
