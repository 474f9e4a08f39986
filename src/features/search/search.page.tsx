import { type Context, Hono } from 'hono';
import { z } from 'zod';
import { CountyCode, Slug } from '../../domain/counties/ids.ts';
import { isRefusal } from '../../domain/refusal.ts';
import { cleanQuery, LONGEST_QUERY } from '../../domain/search/clean-query.ts';
import { type AppEnv, scopeOf } from '../../platform/index.ts';
import { Details, Page, SearchForm, SelectField } from '../../ui/index.ts';
import { readCounties, readNational, shellOf } from '../counties/index.ts';
import { ENTRY_KINDS } from './entry.ts';
import { search } from './search.ts';
import { Examples, Results } from './search-parts.tsx';
import { kindLabels, pageTexts } from './texts.ts';

/** The Swedish names in the address. A filter that cannot be read is treated as not given. */
const Query = z.object({
  q: z.string().optional(),
  lan: CountyCode.optional().catch(undefined),
  omrade: Slug.optional().catch(undefined),
  sort: z.enum(ENTRY_KINDS).optional().catch(undefined),
  sida: z.coerce.number().int().min(1).max(10).catch(1),
});

async function page(c: Context<AppEnv>) {
  const query = Query.parse(c.req.query());
  const typed = cleanQuery(query.q ?? '');
  const q = cleanQuery(typed.slice(0, LONGEST_QUERY));
  const filter = { county: query.lan, area: query.omrade, kind: query.sort };
  const [counties, areas, answer] = await Promise.all([
    readCounties(scopeOf(c), {}),
    readNational(scopeOf(c), { name: 'areas' }),
    q === '' ? undefined : search(scopeOf(c), { q, ...filter, page: query.sida }),
  ]);
  if (isRefusal(counties) || isRefusal(areas) || isRefusal(answer)) return c.notFound();
  const shell = await shellOf(c);
  // The remembered county is a proposal in the empty form; a search says itself what it is limited to, so that its address can be shared.
  const county = query.q === undefined ? shell.county?.code : filter.county;
  return c.html(
    <Page
      shell={shell}
      title={answer ? pageTexts.found(answer.total) : pageTexts.title}
      heading={pageTexts.title}
      nav="sok"
      lead={answer ? undefined : pageTexts.lead}
      errors={typed.length > LONGEST_QUERY ? [{ field: 'q', text: pageTexts.tooLong }] : []}
      noindex={answer !== undefined}
    >
      <SearchForm action="/sok" label={pageTexts.label} value={q}>
        <Details summary={pageTexts.narrow} open={Object.values({ ...filter, county }).some((value) => value !== undefined)}>
          <SelectField
            name="lan"
            label={pageTexts.county}
            empty={pageTexts.anyCounty}
            value={county}
            options={counties.map(({ code, name }) => ({ value: code, label: name }))}
          />
          <SelectField
            name="omrade"
            label={pageTexts.area}
            empty={pageTexts.anyArea}
            value={filter.area}
            options={areas.areas.map(({ id, label }) => ({ value: id, label }))}
          />
          <SelectField
            name="sort"
            label={pageTexts.kind}
            empty={pageTexts.anyKind}
            value={filter.kind}
            options={ENTRY_KINDS.map((kind) => ({ value: kind, label: kindLabels[kind] }))}
          />
        </Details>
      </SearchForm>
      {answer ? (
        <Results answer={answer} filter={filter} countyNames={new Map(counties.map(({ code, name }) => [code, name]))} />
      ) : (
        <Examples />
      )}
    </Page>,
  );
}

export const searchPage = new Hono<AppEnv>().get('/sok', page);
