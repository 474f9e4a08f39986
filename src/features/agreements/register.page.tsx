import { type Context, Hono } from 'hono';
import { z } from 'zod';
import { STATUS_CODES } from '../../domain/agreements/status.ts';
import { AGREEMENT_KINDS } from '../../domain/counties/agreement-file.ts';
import { CountyCode, IsoDate, MunicipalityCode, Slug } from '../../domain/counties/ids.ts';
import { isRefusal } from '../../domain/refusal.ts';
import { type AppEnv, scopeOf } from '../../platform/index.ts';
import {
  FilterPanel,
  formatCount,
  formatDate,
  Notice,
  Page,
  Pagination,
  ResultList,
  SelectField,
  StatusTag,
  TextField,
} from '../../ui/index.ts';
import { municipalityOptions, readCounties, readNational, shellOf } from '../counties/index.ts';
import { listAgreements } from './list-agreements.ts';
import { kindLabels, statusLabels } from './texts.ts';

/** The Swedish names in the address. An unreadable value is treated as not given, except the day, which is told. */
const Query = z.object({
  lan: CountyCode.optional().catch(undefined),
  kommun: MunicipalityCode.optional().catch(undefined),
  omrade: Slug.optional().catch(undefined),
  sort: z.enum(AGREEMENT_KINDS).optional().catch(undefined),
  status: z.enum(STATUS_CODES).optional().catch(undefined),
  datum: z.string().trim().optional(),
  efter: Slug.optional().catch(undefined),
});

async function register(c: Context<AppEnv>) {
  const query = Query.parse(c.req.query());
  const day = IsoDate.safeParse(query.datum);
  const badDay = query.datum && !day.success ? 'Skriv datumet som år-månad-dag, till exempel 2026-11-22.' : undefined;
  const [counties, areas, page] = await Promise.all([
    readCounties(scopeOf(c), {}),
    readNational(scopeOf(c), { name: 'areas' }),
    listAgreements(scopeOf(c), {
      county: query.lan,
      municipality: query.kommun,
      area: query.omrade,
      kind: query.sort,
      status: query.status,
      on: day.data,
      after: query.efter,
    }),
  ]);
  if (isRefusal(counties) || isRefusal(areas) || isRefusal(page)) return c.notFound();
  const areaLabels = new Map(areas.areas.map(({ id, label }) => [id, label]));
  const countyNames = new Map(counties.map(({ code, name }) => [code, name]));
  const filtered = Object.keys(c.req.query()).length > 0;
  const next = page.next && `/avtal?${new URLSearchParams({ ...c.req.query(), efter: page.next })}`;
  return c.html(
    <Page
      shell={await shellOf(c)}
      title="Avtal"
      nav="avtal"
      wide
      lead={`${formatCount(page.total, 'överenskommelse', 'överenskommelser', 'Inga')} i registret. Status gäller ${formatDate(page.on)}.`}
      errors={badDay ? [{ field: 'datum', text: badDay }] : []}
    >
      <FilterPanel action="/avtal" resetHref={filtered ? '/avtal' : undefined}>
        <SelectField
          name="lan"
          label="Län"
          empty="Alla län"
          value={query.lan}
          options={counties.map(({ code, name }) => ({ value: code, label: name }))}
        />
        <SelectField name="kommun" label="Kommun" empty="Alla kommuner" value={query.kommun} options={municipalityOptions(counties)} />
        <SelectField
          name="omrade"
          label="Område"
          empty="Alla områden"
          value={query.omrade}
          options={areas.areas.map(({ id, label }) => ({ value: id, label }))}
        />
        <SelectField
          name="sort"
          label="Sort"
          empty="Alla sorter"
          value={query.sort}
          options={Object.entries(kindLabels).map(([value, label]) => ({ value, label }))}
        />
        <SelectField
          name="status"
          label="Status"
          empty="All status"
          value={query.status}
          options={STATUS_CODES.map((code) => ({ value: code, label: statusLabels[code] }))}
        />
        <TextField name="datum" label="På datum" value={query.datum ?? page.on} width={10} error={badDay} />
      </FilterPanel>
      {page.items.length === 0 ? (
        <Notice kind="empty" heading="Inget avtal passar valen">
          <p>Ta bort något av valen. Det kan också vara så att avtalet inte finns i registret ännu.</p>
        </Notice>
      ) : (
        <ResultList
          items={page.items.map(({ agreement, status }) => ({
            href: `/avtal/${agreement.slug}`,
            title: agreement.short,
            tag: <StatusTag status={status.code} until={status.until} />,
            meta: [
              countyNames.get(agreement.county) ?? agreement.county,
              areaLabels.get(agreement.area) ?? agreement.area,
              kindLabels[agreement.kind],
              `version ${agreement.version.label}`,
            ],
            text: agreement.summary,
          }))}
        />
      )}
      {next && <Pagination next={next} />}
    </Page>,
  );
}

export const registerPage = new Hono<AppEnv>().get('/avtal', register);
