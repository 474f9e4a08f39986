import { type Context, Hono } from 'hono';
import { CountyCode, Slug } from '../../domain/counties/ids.ts';
import { isRefusal, type Refusal } from '../../domain/refusal.ts';
import type { MatrixFilter } from '../../domain/responsibilities/matrix-filter.ts';
import { type AppEnv, scopeOf } from '../../platform/index.ts';
import { FilterPanel, formatCount, formatDate, formatTag, Page, SelectField } from '../../ui/index.ts';
import { shellOf } from '../counties/index.ts';
import { type KnowledgeList, listKnowledge } from './list-knowledge.ts';
import { AgreementResults, DutyResults, KnowledgeResults } from './list-parts.tsx';
import { filterTexts, refusals } from './texts.ts';

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
  const readable =
    [...Object.values(filter)].every((value) => Slug.safeParse(value).success) && (!county || CountyCode.safeParse(county).success);
  const asked = readable ? await listKnowledge(scopeOf(c), { filter, county }) : undefined;
  const everything = asked && !isRefusal(asked) ? asked : await listKnowledge(scopeOf(c), {});
  if (isRefusal(everything)) return c.notFound();
  const error = !asked ? 'Ett av valen går inte att läsa. Välj i listorna.' : isRefusal(asked) ? refusalText(asked) : undefined;
  const narrowed = !error && Object.keys(filter).length > 0;
  return c.html(
    <Page
      shell={await shellOf(c)}
      title="Kunskap, avtal och ansvar"
      wide
      lead={leadOf(everything, narrowed)}
      description="Nationellt kunskapsstöd, avtal och ansvar, efter verksamhet, yrke, ålder, svårighetsgrad och tillstånd."
      errors={error ? [{ text: `${error} Sidan visar allt.` }] : []}
      print={{ source: 'Kunskapsstöd och avtal i registret', status: `Läget ${everything.on}` }}
    >
      <Filters found={everything} filter={filter} county={county} />
      <KnowledgeResults found={everything} />
      <AgreementResults found={everything} />
      <DutyResults found={everything} search={matrixSearch(filter)} open={narrowed} />
    </Page>,
  );
}

function refusalText(refusal: Refusal): string {
  return refusals[refusal.code]?.detail(refusal.params) ?? 'Välj i listorna.';
}

function leadOf({ knowledge, agreements, on }: KnowledgeList, narrowed: boolean): string {
  const fitting = agreements.filter(({ fits }) => fits).length;
  const duties = agreements.reduce((sum, { rows }) => sum + rows.length, 0);
  const counts = `${formatCount(knowledge.length, 'kunskapsstöd', 'kunskapsstöd', 'Inga')}, ${formatCount(fitting, 'avtal', 'avtal')} och ${formatCount(duties, 'uppgift', 'uppgifter')}`;
  return `${counts} ${narrowed ? 'kan röra det du har valt' : 'finns här'}. Läget ${formatDate(on)}.`;
}

function Filters({ found, filter, county }: { found: KnowledgeList; filter: MatrixFilter; county: string | undefined }) {
  const narrowed = Object.keys(filter).length > 0 || county !== undefined;
  return (
    <FilterPanel action="/kunskap" resetHref={narrowed ? '/kunskap' : undefined}>
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
        label="Län"
        empty="Alla län"
        value={county}
        options={found.counties.map(({ code, name }) => ({ value: code, label: name }))}
      />
    </FilterPanel>
  );
}

/** The same choices on the page of a matrix; it has no choice of condition, since an agreement is about one. */
function matrixSearch(filter: MatrixFilter): string {
  const given = NAMES.flatMap((name) => (filter[name] && name !== 'condition' ? [[filterTexts[name].param, filter[name]]] : []));
  return given.length > 0 ? `?${new URLSearchParams(given)}` : '';
}

export const knowledgeListPage = new Hono<AppEnv>().get('/kunskap', page);
