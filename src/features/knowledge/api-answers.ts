import { z } from '@hono/zod-openapi';
import type { KnowledgeFile, TaxonomyFile } from '../../domain/counties/national-files.ts';
import { StatusBody, statusBody } from '../agreements/index.ts';
import type { KnowledgeList } from './list-knowledge.ts';
import type { KnowledgeReading } from './read-knowledge.ts';

const Summary = z
  .strictObject({ id: z.string(), title: z.string(), publisher: z.string(), level: z.string().nullable(), url: z.string() })
  .openapi('KnowledgeSummary');
const AgreementRef = { slug: z.string(), short: z.string(), county: z.string(), version: z.string(), status: StatusBody };
const RowRef = z.strictObject({ id: z.string(), activity: z.string(), always: z.boolean(), url: z.string() });

export const KnowledgeListBody = z
  .strictObject({
    on: z.iso.date(),
    knowledge: z.array(Summary),
    agreements: z.array(z.strictObject({ ...AgreementRef, fits: z.boolean(), rows: z.array(RowRef) })),
  })
  .openapi('KnowledgeList', {
    description: 'Det som kan röra valet. `fits: false`: avtalet gör det inte, och bara rader som alltid gäller är med.',
  });

const Texts = z.array(z.string());

export const KnowledgeBody = z
  .strictObject({
    id: z.string(),
    title: z.string(),
    publisher: z.string(),
    level: z.string().nullable(),
    source: z.string().nullable(),
    read: z.iso.date().nullable(),
    summary: Texts,
    targetGroup: Texts,
    stateOfKnowledge: Texts,
    implementation: Texts,
    followUp: Texts,
    law: Texts,
    tags: z.strictObject({
      performers: Texts,
      roles: Texts,
      support: Texts,
      ageGroups: Texts,
      severities: Texts,
      conditions: Texts,
    }),
    pointing: z.array(
      z.strictObject({
        ...AgreementRef,
        sections: z.array(z.strictObject({ id: z.string(), heading: z.string(), url: z.string() })),
        rows: z.array(RowRef),
      }),
    ),
    url: z.string(),
  })
  .openapi('Knowledge', {
    description: 'En sida nationellt kunskapsstöd med våra ord. `pointing`: det i avtalen som leder hit.',
  });

const Tag = z.strictObject({ id: z.string(), label: z.string() });

export const TaxonomyBody = z
  .strictObject({
    source: z.string(),
    performers: z.array(Tag.extend({ authority: z.enum(['region', 'municipality', 'both', 'external']) })),
    roles: z.array(Tag),
    support: z.array(Tag),
    ageGroups: z.array(Tag.extend({ min: z.int(), max: z.int().nullable() })),
    severities: z.array(Tag),
    conditions: z.array(Tag),
  })
  .openapi('Taxonomy', { description: 'Den nationella ordlistan som ansvar, avtal och kunskapsstöd filtreras med.' });

type Referred = Pick<KnowledgeList['agreements'][number], 'agreement' | 'status'>;

function agreementRef({ agreement, status }: Referred) {
  const { slug, short, county, version } = agreement;
  return { slug, short, county, version: version.label, status: statusBody(status) };
}

function rowRef(slug: string) {
  return ({ id, activity, always }: { id: string; activity: string; always: boolean }) => ({
    id,
    activity,
    always,
    url: `/avtal/${slug}/ansvar#${id}`,
  });
}

/** Knowledge support, agreements and duties for a choice, as the API says it. */
export function listBody({ knowledge, agreements, on }: KnowledgeList): z.infer<typeof KnowledgeListBody> {
  return {
    on,
    knowledge: knowledge.map(({ id, title, publisher, level }) => ({ id, title, publisher, level: level ?? null, url: `/kunskap/${id}` })),
    agreements: agreements.map(({ fits, rows, ...referred }) => ({
      ...agreementRef(referred),
      fits,
      rows: rows.map(({ row }) => row).map(rowRef(referred.agreement.slug)),
    })),
  };
}

/** One page of knowledge support, as the API says it. */
export function knowledgeBody({ page, pointing }: KnowledgeReading): z.infer<typeof KnowledgeBody> {
  return {
    id: page.id,
    title: page.title,
    publisher: page.publisher,
    level: page.level ?? null,
    source: page.url ?? null,
    read: page.read ?? null,
    summary: page.summary,
    targetGroup: page['target-group'],
    stateOfKnowledge: page['state-of-knowledge'],
    implementation: page.implementation,
    followUp: page['follow-up'],
    law: page.law,
    tags: tagsBody(page.tags),
    pointing: pointing.map(({ sections, rows, agreement, status }) => ({
      ...agreementRef({ agreement, status }),
      sections: sections.map(({ id, heading }) => ({ id, heading, url: `/avtal/${agreement.slug}#${id}` })),
      rows: rows.map(rowRef(agreement.slug)),
    })),
    url: `/kunskap/${page.id}`,
  };
}

function tagsBody(tags: KnowledgeFile['tags']): z.infer<typeof KnowledgeBody>['tags'] {
  const { performers, roles, support, severities, conditions } = tags;
  return { performers, roles, support, ageGroups: tags['age-groups'], severities, conditions };
}

/** The national vocabulary, as the API says it. */
export function taxonomyBody(file: TaxonomyFile): z.infer<typeof TaxonomyBody> {
  const tag = ({ id, label }: z.infer<typeof Tag>) => ({ id, label });
  return {
    source: file.source,
    performers: file.performers.map(({ authority, ...one }) => ({ ...tag(one), authority })),
    roles: file.roles.map(tag),
    support: file.support.map(tag),
    ageGroups: file['age-groups'].map(({ min, max, ...one }) => ({ ...tag(one), min, max: max ?? null })),
    severities: file.severities.map(tag),
    conditions: file.conditions.map(tag),
  };
}
