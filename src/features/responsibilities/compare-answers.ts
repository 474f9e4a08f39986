import { z } from '@hono/zod-openapi';
import type { CountyFile } from '../../domain/counties/county-file.ts';
import type { ComparedActivity } from '../../domain/responsibilities/compare.ts';
import type { ComparedRow, ComparedSide } from '../../domain/responsibilities/compare-side.ts';
import { orNull } from '../../platform/index.ts';
import { CitationBody, StatusBody, statusBody } from '../agreements/index.ts';
import { CertaintyBody, ContactBody, contactBody } from '../counties/index.ts';
import { actorBody, citationBody, deadlineBody } from './api-answers.ts';
import { ActorBody, DeadlineBody } from './api-schemas.ts';
import { citeHref } from './cite-href.ts';
import { differenceTexts } from './compare-texts.ts';
import { contactsFor } from './contacts.ts';
import type { ComparedCounty, Comparison } from './read-comparison.ts';

const Row = z
  .strictObject({
    id: z.string(),
    agreement: z.string(),
    activity: z.string(),
    plain: z.string(),
    actors: z.array(ActorBody),
    conditionsText: z.string().nullable(),
    requires: z.array(z.string()),
    deadline: orNull(DeadlineBody),
    consent: z.enum(['not-required', 'required']).nullable(),
    law: z.array(z.string()),
    warnings: z.array(z.string()),
    note: z.string().nullable(),
    certainty: CertaintyBody,
    contacts: z.array(ContactBody),
    citations: z.array(CitationBody),
    url: z.string(),
  })
  .openapi('ComparedRow', { description: 'En rad i ett avtal. `contacts`: de som gäller hela länet.' });

const SideBody = z
  .strictObject({
    rows: z.array(Row),
    terms: z.array(z.strictObject({ agreement: z.string(), cites: z.array(z.string()), url: z.string() })),
    elsewhere: z.array(Row),
  })
  .openapi('ComparedSide', {
    description: '`terms` och `elsewhere` bara där det inte finns rader: avtalet har det i sin text, eller så har ett annat avtal en rad.',
  });

const CountyBody = z.strictObject({
  code: z.string(),
  name: z.string(),
  agreements: z.array(z.strictObject({ slug: z.string(), short: z.string(), version: z.string(), target: z.string(), status: StatusBody })),
});

export const ComparisonBody = z
  .strictObject({
    on: z.iso.date(),
    area: z.strictObject({ id: z.string(), label: z.string() }),
    left: CountyBody,
    right: CountyBody,
    activities: z.array(
      z.strictObject({
        id: z.string(),
        label: z.string(),
        verdict: z.enum(['same', 'different', 'one-side', 'elsewhere', 'not-held']),
        differences: z.array(z.strictObject({ code: z.string(), unit: z.string().nullable(), fact: z.string().nullable() })),
        texts: z.array(z.string()),
        sameLaw: z.array(z.string()),
        left: SideBody,
        right: SideBody,
      }),
    ),
    url: z.string(),
  })
  .openapi('Comparison', { description: 'Att ett län inte nämner en verksamhet säger aldrig att den inte har ansvar.' });

/** The comparison as the API says it. */
export function comparisonBody(comparison: Comparison): z.infer<typeof ComparisonBody> {
  const { left, right, area, activities, on } = comparison;
  return {
    on,
    area: { id: area.id, label: area.label },
    left: countyBody(left),
    right: countyBody(right),
    activities: activities.map((activity) => activityBody(activity, comparison)),
    url: `/jamfor?${new URLSearchParams({ vanster: left.county.code, hoger: right.county.code, omrade: area.id, datum: on })}`,
  };
}

function countyBody({ county, entries }: ComparedCounty): z.infer<typeof CountyBody> {
  return {
    code: county.code,
    name: county.name,
    agreements: entries.map(({ compiled: { agreement }, status }) => ({
      slug: agreement.slug,
      short: agreement.short,
      version: agreement.version.label,
      target: agreement.terms.target.description,
      status: statusBody(status),
    })),
  };
}

function activityBody(activity: ComparedActivity, comparison: Comparison): z.infer<typeof ComparisonBody>['activities'][number] {
  const { id, label, verdict, differences, sameLaw, left, right } = activity;
  return {
    id,
    label,
    verdict,
    differences: differences.map((one) => ({
      code: one.code,
      unit: 'unit' in one ? one.unit : null,
      fact: one.code === 'divided' ? one.fact : null,
    })),
    texts: differenceTexts(comparison, activity),
    sameLaw: [...sameLaw],
    left: sideBody(left, comparison.left.county, comparison.on),
    right: sideBody(right, comparison.right.county, comparison.on),
  };
}

function sideBody({ rows, terms, elsewhere }: ComparedSide, county: CountyFile, on: string): z.infer<typeof SideBody> {
  return {
    rows: rows.map((one) => rowBody(one, county, on)),
    terms: terms.map(({ agreement, cites }) => ({ agreement: agreement.slug, cites: [...cites], url: citeHref(agreement.slug, cites[0]) })),
    elsewhere: elsewhere.map((one) => rowBody(one, county, on)),
  };
}

function rowBody({ agreement, row: { row, who, citations } }: ComparedRow, county: CountyFile, on: string): z.infer<typeof Row> {
  return {
    id: row.id,
    agreement: agreement.slug,
    activity: row.activity,
    plain: row.plain,
    actors: who.map(actorBody),
    conditionsText: row['conditions-text'] ?? null,
    requires: row.requires,
    deadline: deadlineBody(row),
    consent: row.consent ?? null,
    law: row.law,
    warnings: row.warnings,
    note: row.note ?? null,
    certainty: row.certainty,
    contacts: contactsFor(county, undefined, who, on).map(contactBody),
    citations: citations.map((citation) => citationBody({ slug: agreement.slug, label: agreement.version.label }, citation)),
    url: `/avtal/${agreement.slug}/ansvar#${row.id}`,
  };
}
