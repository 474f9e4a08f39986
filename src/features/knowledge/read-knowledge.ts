import { z } from 'zod';
import type { Status } from '../../domain/agreements/status.ts';
import type { AgreementFile } from '../../domain/counties/agreement-file.ts';
import { IsoDate, Slug } from '../../domain/counties/ids.ts';
import type { KnowledgeFile, LawFile, TaxonomyFile } from '../../domain/counties/national-files.ts';
import { type Pointers, pointersTo } from '../../domain/knowledge/pointers.ts';
import { type Refusal, refuse } from '../../domain/refusal.ts';
import { perRevision, useCase } from '../../platform/index.ts';
import { agreementsOfCountyOn } from '../agreements/index.ts';
import { allCounties, allKnowledge, nationalFile } from '../counties/index.ts';

export type PointingAgreement = Pointers & { readonly agreement: AgreementFile; readonly status: Status };

export type KnowledgeReading = {
  readonly page: KnowledgeFile;
  readonly pointing: readonly PointingAgreement[];
  readonly taxonomy: TaxonomyFile;
  readonly law: LawFile;
  readonly on: string;
};

/** The agreements that point to a page, on a day. Every agreement is read for it, so the answer is kept. */
const pointingOn = perRevision(async (tx, key): Promise<PointingAgreement[]> => {
  const [id = '', day = ''] = key.split(' ');
  const on = Temporal.PlainDate.from(day);
  const counties = await allCounties(tx);
  const agreements = (await Promise.all(counties.map(({ code }) => agreementsOfCountyOn(tx, code, on)))).flat();
  return agreements.flatMap(({ agreement, status }) => {
    const pointers = pointersTo(agreement, id);
    return pointers ? [{ ...pointers, agreement, status }] : [];
  });
}, 16);

/**
 * A page of national knowledge support with what in the agreements points to it, on a day (default today).
 * Refuses `knowledge-not-found`.
 */
export const readKnowledge = useCase({
  permission: 'knowledge.read',
  mode: 'read',
  input: z.strictObject({ id: Slug, on: IsoDate.optional() }),
  run: async ({ tx, today, input }): Promise<KnowledgeReading | Refusal<'knowledge-not-found'>> => {
    const page = (await allKnowledge(tx)).find(({ id }) => id === input.id);
    if (!page) return refuse('knowledge-not-found', { id: input.id });
    const on = input.on ?? today.toString();
    const [pointing, taxonomy, law] = await Promise.all([
      pointingOn(tx, `${page.id} ${on}`),
      nationalFile(tx, 'taxonomy'),
      nationalFile(tx, 'law'),
    ]);
    return { page, pointing, taxonomy, law, on };
  },
});
