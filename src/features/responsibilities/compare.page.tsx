import { type Context, Hono } from 'hono';
import { CountyCode, IsoDate, Slug } from '../../domain/counties/ids.ts';
import { isRefusal, type Refusal } from '../../domain/refusal.ts';
import { type AppEnv, scopeOf } from '../../platform/index.ts';
import { Compare, FilterPanel, formatDate, Icon, Notice, Page, SelectField, TextField } from '../../ui/index.ts';
import { readCounties, readNational, shellOf } from '../counties/index.ts';
import { comparisonCsv } from './compare-csv.ts';
import { compareRows } from './compare-parts.tsx';
import { compareRefusals, summaryText } from './compare-texts.ts';
import { type Comparison, readComparison } from './read-comparison.ts';

type Ask = { left?: string | undefined; right?: string | undefined; area?: string | undefined; on?: string | undefined };
type Errors = Partial<Record<'vanster' | 'hoger' | 'omrade' | 'datum', string>>;

/** The Swedish names in the address. What cannot be read is told and otherwise treated as not given. */
function askOf(c: Context<AppEnv>): { ask: Ask; errors: Errors } {
  const errors: Errors = {};
  const read = (name: keyof Errors, schema: typeof Slug | typeof IsoDate, error: string) => {
    const value = c.req.query(name)?.trim();
    if (!value) return undefined;
    const parsed = schema.safeParse(value);
    if (!parsed.success) errors[name] = error;
    return parsed.data;
  };
  const ask = {
    left: read('vanster', CountyCode, 'Länet går inte att läsa. Välj i listan.'),
    right: read('hoger', CountyCode, 'Länet går inte att läsa. Välj i listan.'),
    area: read('omrade', Slug, 'Området går inte att läsa. Välj i listan.'),
    on: read('datum', IsoDate, 'Skriv datumet som år-månad-dag, till exempel 2026-11-22.'),
  };
  return { ask, errors };
}

/** Which field a refusal is about. */
function fieldOf({ code, params }: Refusal, ask: Ask): keyof Errors {
  if (code === 'area-not-found') return 'omrade';
  return code === 'county-not-found' && params.code === ask.left ? 'vanster' : 'hoger';
}

async function page(c: Context<AppEnv>) {
  const { ask, errors } = askOf(c);
  const found = await readComparison(scopeOf(c), ask);
  const comparison = isRefusal(found) ? undefined : found;
  if (isRefusal(found)) errors[fieldOf(found, ask)] ??= refusalText(found);
  return c.html(
    <Page
      shell={await shellOf(c)}
      title="Jämför län"
      nav="jamfor"
      wide
      lead={
        comparison
          ? `${comparison.area.label}, ${comparison.left.county.name} och ${comparison.right.county.name}. ${summaryText(comparison)}`
          : undefined
      }
      description="Samma uppgift i två län, sida vid sida: vem som gör vad, på vilka villkor, och vad som skiljer."
      errors={Object.entries(errors).map(([field, text]) => ({ field, text }))}
      print={comparison && { source: sourcesOf(comparison), status: `Läget ${comparison.on}` }}
    >
      <Filters c={c} comparison={comparison} ask={ask} errors={errors} />
      {comparison && <Result comparison={comparison} search={new URL(c.req.url).search} />}
    </Page>,
    isRefusal(found) ? (compareRefusals[found.code]?.status === 404 ? 404 : 422) : 200,
  );
}

function refusalText(refusal: Refusal): string {
  return compareRefusals[refusal.code]?.detail(refusal.params) ?? 'Valen går inte att använda. Välj i listorna.';
}

type FiltersProps = { c: Context<AppEnv>; comparison: Comparison | undefined; ask: Ask; errors: Errors };

async function Filters({ c, comparison, ask, errors }: FiltersProps) {
  const [counties, areas] = await Promise.all([readCounties(scopeOf(c), {}), readNational(scopeOf(c), { name: 'areas' })]);
  const options = isRefusal(counties) ? [] : counties.map(({ code, name }) => ({ value: code, label: name }));
  const areaOptions = isRefusal(areas) ? [] : areas.areas.map(({ id, label }) => ({ value: id, label }));
  return (
    <FilterPanel action="/jamfor" legend="Välj vad du vill jämföra" submit="Jämför">
      <SelectField
        name="vanster"
        error={errors.vanster}
        label="Första länet"
        empty={false}
        value={comparison?.left.county.code ?? ask.left}
        options={options}
      />
      <SelectField
        name="hoger"
        error={errors.hoger}
        label="Andra länet"
        empty={false}
        value={comparison?.right.county.code ?? ask.right}
        options={options}
      />
      <SelectField
        name="omrade"
        error={errors.omrade}
        label="Område"
        empty={false}
        value={comparison?.area.id ?? ask.area}
        options={areaOptions}
      />
      <TextField name="datum" error={errors.datum} label="På datum" width={10} value={c.req.query('datum') ?? comparison?.on} />
    </FilterPanel>
  );
}

function Result({ comparison, search }: { comparison: Comparison; search: string }) {
  const { left, right, activities, on } = comparison;
  if (activities.length === 0) {
    return (
      <Notice kind="empty" heading="Inget att jämföra inom området">
        <p>
          Inget av länen har ett avtal om {comparison.area.label.toLowerCase()} i registret. Det betyder inte att avtal saknas. Välj ett
          annat område.
        </p>
      </Notice>
    );
  }
  return (
    <>
      <p>
        Läget {formatDate(on)}. En rad säger vem som har ansvaret. Den säger inte att andra saknar det. Uppdelningen i verksamheter är vår
        läsning.{' '}
        <a class="govuk-link ov-no-print" href={`/jamfor.csv${search}`}>
          <Icon name="download" /> Hämta som CSV
        </a>
      </p>
      <Compare
        caption={`${left.county.name} och ${right.county.name}, uppgift för uppgift`}
        corner="Uppgift"
        left={{ title: left.county.name, href: `/lan/${left.county.code}` }}
        right={{ title: right.county.name, href: `/lan/${right.county.code}` }}
        rows={compareRows(comparison)}
      />
    </>
  );
}

function sourcesOf({ left, right }: Comparison): string {
  return [...left.entries, ...right.entries]
    .map(({ compiled: { agreement } }) => `${agreement.short}, version ${agreement.version.label}`)
    .join('; ');
}

async function csv(c: Context<AppEnv>) {
  const { ask, errors } = askOf(c);
  const comparison = await readComparison(scopeOf(c), ask);
  if (Object.keys(errors).length > 0 || isRefusal(comparison)) return c.notFound();
  const name = `jamfor-${comparison.area.id}-${comparison.left.county.code}-${comparison.right.county.code}-${comparison.on}.csv`;
  return c.body(comparisonCsv(comparison), 200, {
    'content-type': 'text/csv; charset=utf-8',
    'content-disposition': `attachment; filename="${name}"`,
  });
}

export const comparePage = new Hono<AppEnv>().get('/jamfor', page).get('/jamfor.csv', csv);
