import { type Context, Hono } from 'hono';
import { CountyCode, Slug } from '../../domain/counties/ids.ts';
import { isRefusal, type Refusal } from '../../domain/refusal.ts';
import { type AppEnv, fileAnswer, scopeOf } from '../../platform/index.ts';
import {
  type AskedDay,
  Compare,
  DayField,
  DayProviso,
  dayErrors,
  decidedOn,
  FilterPanel,
  formatVersion,
  Icon,
  Notice,
  onDay,
  Page,
  SelectField,
} from '../../ui/index.ts';
import { askedDay, readCounties, readNational, shellOf } from '../counties/index.ts';
import { comparisonCsv } from './compare-csv.ts';
import { comparePageTexts } from './compare-page-texts.ts';
import { compareRows } from './compare-parts.tsx';
import { compareRefusals, summaryText } from './compare-texts.ts';
import { type Comparison, readComparison } from './read-comparison.ts';

type Ask = { left?: string | undefined; right?: string | undefined; area?: string | undefined; on?: string | undefined };
type Errors = Partial<Record<'vanster' | 'hoger' | 'omrade', string>>;

/** The Swedish names in the address. What cannot be read is told and otherwise treated as not given. */
function askOf(c: Context<AppEnv>): { ask: Ask; errors: Errors; day: AskedDay } {
  const errors: Errors = {};
  const read = (name: keyof Errors, schema: typeof Slug | typeof CountyCode, error: string) => {
    const value = c.req.query(name)?.trim();
    if (!value) return undefined;
    const parsed = schema.safeParse(value);
    if (!parsed.success) errors[name] = error;
    return parsed.data;
  };
  const day = askedDay(c);
  const ask = {
    left: read('vanster', CountyCode, comparePageTexts.unreadable.county),
    right: read('hoger', CountyCode, comparePageTexts.unreadable.county),
    area: read('omrade', Slug, comparePageTexts.unreadable.area),
    on: day.on,
  };
  return { ask, errors, day };
}

/** Which field a refusal is about. */
function fieldOf({ code, params }: Refusal, ask: Ask): keyof Errors {
  if (code === 'area-not-found') return 'omrade';
  return code === 'county-not-found' && params.code === ask.left ? 'vanster' : 'hoger';
}

async function page(c: Context<AppEnv>) {
  const { ask, errors, day } = askOf(c);
  const found = await readComparison(scopeOf(c), ask);
  const comparison = isRefusal(found) ? undefined : found;
  if (isRefusal(found)) errors[fieldOf(found, ask)] ??= refusalText(found);
  return c.html(
    <Page
      shell={await shellOf(c)}
      title={comparePageTexts.title}
      nav="jamfor"
      wide
      lead={
        comparison
          ? comparePageTexts.lead(comparison.area.label, comparison.left.county.name, comparison.right.county.name, summaryText(comparison))
          : undefined
      }
      description={comparePageTexts.description}
      errors={[...Object.entries(errors).map(([field, text]) => ({ field, text })), ...dayErrors(day)]}
      print={comparison && { source: sourcesOf(comparison), status: comparePageTexts.state(comparison.on) }}
    >
      <DayProviso day={day} />
      <Filters c={c} comparison={comparison} ask={ask} errors={errors} day={day} />
      {comparison && <Result comparison={comparison} csv={csvHref(c, day)} day={day} />}
    </Page>,
    isRefusal(found) ? (compareRefusals[found.code]?.status === 404 ? 404 : 422) : 200,
  );
}

function refusalText(refusal: Refusal): string {
  return compareRefusals[refusal.code]?.detail(refusal.params) ?? comparePageTexts.unreadable.choices;
}

type FiltersProps = { c: Context<AppEnv>; comparison: Comparison | undefined; ask: Ask; errors: Errors; day: AskedDay };

async function Filters({ c, comparison, ask, errors, day }: FiltersProps) {
  const [counties, areas] = await Promise.all([readCounties(scopeOf(c), {}), readNational(scopeOf(c), { name: 'areas' })]);
  const options = isRefusal(counties) ? [] : counties.map(({ code, name }) => ({ value: code, label: name }));
  const areaOptions = isRefusal(areas) ? [] : areas.areas.map(({ id, label }) => ({ value: id, label }));
  return (
    <FilterPanel
      action="/jamfor"
      legend={comparePageTexts.legend}
      submit={comparePageTexts.submit}
      open={day.typed !== undefined || Object.keys(errors).length > 0}
    >
      <SelectField
        name="vanster"
        error={errors.vanster}
        label={comparePageTexts.left}
        empty={false}
        value={comparison?.left.county.code ?? ask.left}
        options={options}
      />
      <SelectField
        name="hoger"
        error={errors.hoger}
        label={comparePageTexts.right}
        empty={false}
        value={comparison?.right.county.code ?? ask.right}
        options={options}
      />
      <SelectField
        name="omrade"
        error={errors.omrade}
        label={comparePageTexts.area}
        empty={false}
        value={comparison?.area.id ?? ask.area}
        options={areaOptions}
      />
      <DayField day={day} />
    </FilterPanel>
  );
}

/** The same choices as a file; what was no day is left out, as the page leaves it out. */
function csvHref(c: Context<AppEnv>, { kept }: AskedDay): string {
  const query = new URL(c.req.url).searchParams;
  if (kept === undefined) query.delete('datum');
  return `/jamfor.csv${query.size > 0 ? `?${query}` : ''}`;
}

function Result({ comparison, csv, day }: { comparison: Comparison; csv: string; day: AskedDay }) {
  const { left, right, activities, on } = comparison;
  if (activities.length === 0) {
    return (
      <Notice kind="empty" heading={comparePageTexts.empty.heading}>
        <p>{comparePageTexts.empty.text(comparison.area.label)}</p>
      </Notice>
    );
  }
  return (
    <>
      <p>
        {comparePageTexts.notOnly(on)}{' '}
        <a class="govuk-link ov-no-print" href={csv}>
          <Icon name="download" /> {comparePageTexts.csv}
        </a>
      </p>
      <Compare
        caption={comparePageTexts.caption(left.county.name, right.county.name)}
        corner={comparePageTexts.corner}
        left={{ title: left.county.name, href: onDay(`/lan/${left.county.code}`, day.kept) }}
        right={{ title: right.county.name, href: onDay(`/lan/${right.county.code}`, day.kept) }}
        rows={compareRows(comparison, day.kept, decidedOn(day))}
      />
    </>
  );
}

function sourcesOf({ left, right }: Comparison): string {
  return [...left.entries, ...right.entries]
    .map(({ compiled: { agreement } }) => formatVersion(agreement.short, agreement.version.label))
    .join('; ');
}

async function csv(c: Context<AppEnv>) {
  const { ask, errors, day } = askOf(c);
  const comparison = await readComparison(scopeOf(c), ask);
  if (Object.keys(errors).length > 0 || day.error !== undefined || isRefusal(comparison)) return c.notFound();
  const name = `jamfor-${comparison.area.id}-${comparison.left.county.code}-${comparison.right.county.code}-${comparison.on}`;
  return fileAnswer(c, comparisonCsv(comparison), { name, format: 'csv' });
}

export const comparePage = new Hono<AppEnv>().get('/jamfor', page).get('/jamfor.csv', csv);
