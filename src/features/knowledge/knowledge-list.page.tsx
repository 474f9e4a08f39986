import { type Context, Hono } from 'hono';
import { CountyCode, Slug } from '../../domain/counties/ids.ts';
import { isRefusal, type Refusal } from '../../domain/refusal.ts';
import type { MatrixFilter } from '../../domain/responsibilities/matrix-filter.ts';
import { type AppEnv, scopeOf } from '../../platform/index.ts';
import { type AskedDay, DayField, DayProviso, dayErrors, FilterPanel, formatTag, onDay, Page, SelectField } from '../../ui/index.ts';
import { askedDay, shellOf } from '../counties/index.ts';
import { type KnowledgeList, listKnowledge } from './list-knowledge.ts';
import { AgreementResults, DutyResults, KnowledgeResults } from './list-parts.tsx';
import { filterTexts, listTexts, refusals } from './texts.ts';

const NAMES = Object.keys(filterTexts) as (keyof MatrixFilter)[];

async function page(c: Context<AppEnv>) {
  const given = (param: string) => c.req.query(param)?.trim() || undefined;
  const filter = Object.fromEntries(
    NAMES.flatMap((name) => {
      const value = given(filterTexts[name].param);
      return value ? [[name, value]] : [];
    }),
  ) as MatrixFilter;
  const county = given('lan');
  const day = askedDay(c);
  const readable =
    [...Object.values(filter)].every((value) => Slug.safeParse(value).success) && (!county || CountyCode.safeParse(county).success);
  const asked = readable ? await listKnowledge(scopeOf(c), { filter, county, on: day.on }) : undefined;
  const everything = asked && !isRefusal(asked) ? asked : await listKnowledge(scopeOf(c), { on: day.on });
  if (isRefusal(everything)) return c.notFound();
  const error = !asked ? listTexts.unreadable : isRefusal(asked) ? refusalText(asked) : undefined;
  const narrowed = !error && Object.keys(filter).length > 0;
  return c.html(
    <Page
      shell={await shellOf(c)}
      title={listTexts.title}
      wide
      lead={leadOf(everything, narrowed)}
      description={listTexts.description}
      errors={[...(error ? [{ text: `${error} ${listTexts.showsAll}` }] : []), ...dayErrors(day)]}
      print={{ source: listTexts.source, status: listTexts.state(everything.on) }}
    >
      <DayProviso day={day} />
      <Filters found={everything} filter={filter} county={county} day={day} />
      <KnowledgeResults found={everything} day={day} />
      <AgreementResults found={everything} day={day} />
      <DutyResults found={everything} search={matrixSearch(filter)} open={narrowed} day={day} />
    </Page>,
  );
}

function refusalText(refusal: Refusal): string {
  return refusals[refusal.code]?.detail(refusal.params) ?? listTexts.choose;
}

function leadOf({ knowledge, agreements, on }: KnowledgeList, narrowed: boolean): string {
  const fitting = agreements.filter(({ fits }) => fits).length;
  const duties = agreements.reduce((sum, { rows }) => sum + rows.length, 0);
  return listTexts.lead({ knowledge: knowledge.length, agreements: fitting, duties }, narrowed, on);
}

type FiltersProps = { found: KnowledgeList; filter: MatrixFilter; county: string | undefined; day: AskedDay };

function Filters({ found, filter, county, day }: FiltersProps) {
  const narrowed = Object.keys(filter).length > 0 || county !== undefined;
  return (
    <FilterPanel action="/kunskap" resetHref={narrowed ? onDay('/kunskap', day.kept) : undefined} open={day.typed !== undefined}>
      {NAMES.map((name) => (
        <SelectField
          name={filterTexts[name].param}
          label={filterTexts[name].label}
          empty={filterTexts[name].all}
          value={filter[name]}
          options={found.choices[name].map(({ id, label }) => ({ value: id, label: formatTag(label) }))}
        />
      ))}
      <SelectField
        name="lan"
        label={listTexts.county.label}
        empty={listTexts.county.all}
        value={county}
        options={found.counties.map(({ code, name }) => ({ value: code, label: name }))}
      />
      <DayField day={day} />
    </FilterPanel>
  );
}

/** The same choices on the page of a matrix; it has no choice of condition, since an agreement is about one. */
function matrixSearch(filter: MatrixFilter): string {
  const given = NAMES.flatMap((name) => (filter[name] && name !== 'condition' ? [[filterTexts[name].param, filter[name]]] : []));
  return given.length > 0 ? `?${new URLSearchParams(given)}` : '';
}

export const knowledgeListPage = new Hono<AppEnv>().get('/kunskap', page);
