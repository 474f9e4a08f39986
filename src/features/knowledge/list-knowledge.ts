import { z } from 'zod';
import type { Status } from '../../domain/agreements/status.ts';
import type { AgreementFile } from '../../domain/counties/agreement-file.ts';
import type { CountyFile } from '../../domain/counties/county-file.ts';
import { CountyCode, IsoDate, Slug } from '../../domain/counties/ids.ts';
import type { AreasFile, KnowledgeFile, TaxonomyFile } from '../../domain/counties/national-files.ts';
import { type AgreementMatch, agreementMatch, knowledgeMatching } from '../../domain/knowledge/matching.ts';
import { isRefusal, type Refusal, refuse } from '../../domain/refusal.ts';
import type { MatrixFilter } from '../../domain/responsibilities/matrix-filter.ts';
import { type Tx, useCase } from '../../platform/index.ts';
import { allCounties, allKnowledge, nationalFile } from '../counties/index.ts';
import { navigatorOn } from '../responsibilities/index.ts';

type Tag = { readonly id: string; readonly label: string };

/** What can be chosen, by the national vocabulary; conditions are also the areas that agreements are filed under. */
export type Choices = { readonly [name in keyof Required<MatrixFilter>]: readonly Tag[] };

export type MatchedAgreement = AgreementMatch & { readonly agreement: AgreementFile; readonly status: Status };

export type KnowledgeList = {
  readonly knowledge: readonly KnowledgeFile[];
  readonly agreements: readonly MatchedAgreement[];
  readonly choices: Choices;
  readonly counties: readonly CountyFile[];
  readonly on: string;
};

export const FilterInput = z.strictObject({
  performer: Slug.optional(),
  role: Slug.optional(),
  ageGroup: Slug.optional(),
  severity: Slug.optional(),
  condition: Slug.optional(),
});

/**
 * Knowledge support, agreements and duties that may concern what was chosen, on a day (default today), in one county or all.
 * Duties that always hold are never left out. Refuses `county-not-found`, and `tag-not-found` (params.name, params.value) for a
 * choice that the vocabulary does not have.
 */
export const listKnowledge = useCase({
  permission: 'knowledge.read',
  mode: 'read',
  input: z.strictObject({ filter: FilterInput.default({}), county: CountyCode.optional(), on: IsoDate.optional() }),
  run: async ({ tx, today, input }): Promise<KnowledgeList | Refusal<'county-not-found'> | Refusal<'tag-not-found'>> => {
    const { filter } = input;
    const on = input.on ? Temporal.PlainDate.from(input.on) : today;
    const [counties, pages, taxonomy, situation, areas] = await Promise.all([
      allCounties(tx),
      allKnowledge(tx),
      nationalFile(tx, 'taxonomy'),
      nationalFile(tx, 'situation'),
      nationalFile(tx, 'areas'),
    ]);
    const choices = choicesOf(taxonomy, areas);
    const unknown = unknownChoice(filter, choices);
    if (isRefusal(unknown)) return unknown;
    if (input.county && !counties.some(({ code }) => code === input.county)) return refuse('county-not-found', { code: input.county });
    const shown = counties.filter(({ code }) => !input.county || code === input.county);
    const entries = (await Promise.all(shown.map(({ code }) => entriesOf(tx, code, on)))).flat();
    return {
      knowledge: knowledgeMatching(pages, filter),
      agreements: entries.map(({ compiled, status }) => ({
        ...agreementMatch(compiled, filter, { taxonomy, situation }),
        agreement: compiled.agreement,
        status,
      })),
      choices,
      counties,
      on: on.toString(),
    };
  },
});

async function entriesOf(tx: Tx, county: string, on: Temporal.PlainDate) {
  return (await navigatorOn(tx, county, on)).byCounty.get(county) ?? [];
}

function choicesOf(taxonomy: TaxonomyFile, { areas }: AreasFile): Choices {
  const known = new Set(taxonomy.conditions.map(({ id }) => id));
  return {
    performer: taxonomy.performers,
    role: taxonomy.roles,
    ageGroup: taxonomy['age-groups'],
    severity: taxonomy.severities,
    condition: [...taxonomy.conditions, ...areas.filter(({ id }) => !known.has(id))],
  };
}

function unknownChoice(filter: MatrixFilter, choices: Choices): Refusal<'tag-not-found'> | undefined {
  for (const name of Object.keys(choices) as (keyof Choices)[]) {
    const value = filter[name];
    if (value !== undefined && !choices[name].some(({ id }) => id === value)) return refuse('tag-not-found', { name, value });
  }
  return undefined;
}
