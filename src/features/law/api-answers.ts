import type { z } from '@hono/zod-openapi';
import type { LawFile } from '../../domain/counties/national-files.ts';
import { type CitedSource, type Provision, provisionKey, provisionOf } from '../../domain/law/citation.ts';
import type { ResolvedCitation } from '../../domain/law/citations-of.ts';
import type { Counterpart } from '../../domain/law/counterparts.ts';
import { citedOf, formatCitationShort } from '../../domain/law/format-citation.ts';
import { type KnownStatutes, knownStatutes } from '../../domain/law/known-statutes.ts';
import type { ProvisionResolution, Resolution } from '../../domain/law/resolve-citation.ts';
import type { KeysetPage } from '../../platform/index.ts';
import type { AgreementCitationBody, CitationBody, ResolutionBody, StatuteBody, StatuteList } from './api-schemas.ts';
import { citationKey } from './citation-key.ts';
import type { AgreementCitation } from './cited-law.ts';
import type { StatuteOn, StatuteReading } from './read-statute.ts';
import { statuteHref } from './show-citations.tsx';
import { resolutionLabels } from './texts.ts';

/** How a number is written in an address: `2025:400` → `2025-400`. */
export function statuteSlug(sfs: string): string {
  return sfs.replace(':', '-');
}

export function citationBody({ citation, resolution }: ResolvedCitation, law: LawFile): z.infer<typeof CitationBody> {
  const { text, start, end, source, provisions } = citation;
  return {
    text,
    start,
    end,
    source: sourceBody(source),
    provisions: provisions.map(provisionBody),
    resolution: resolutionBody(resolution, knownStatutes(law)),
  };
}

export function agreementCitationBody(one: AgreementCitation, law: LawFile): z.infer<typeof AgreementCitationBody> {
  const { slug, short, label, county, cite } = one.sentence;
  return {
    key: citationKey(one),
    agreement: { slug, short, version: label, county },
    sentence: { id: cite, url: `/avtal/${slug}#${cite}` },
    ...citationBody(one, law),
  };
}

function sourceBody(source: CitedSource): z.infer<typeof CitationBody>['source'] {
  return source.kind === 'number'
    ? { kind: 'number', series: source.series, number: source.number, name: null, candidates: [] }
    : { kind: 'name', series: null, number: null, name: source.name, candidates: [...source.candidates] };
}

function provisionBody(provision: Provision): z.infer<typeof CitationBody>['provisions'][number] {
  const { chapter, section, paragraphs, items } = provision;
  return {
    key: provisionKey(provision),
    chapter: chapter ?? null,
    section: section ?? null,
    paragraphs: [...(paragraphs ?? [])],
    items: [...(items ?? [])],
  };
}

function resolutionBody(resolution: Resolution, known: KnownStatutes): z.infer<typeof ResolutionBody> {
  const { statute, readBy, certainty, provisions } = resolution;
  return {
    ...verdictBody(resolution, known),
    label: resolutionLabels[resolution.status],
    statute: statute ? { sfs: statute.sfs, title: statute.title, abbreviation: statute.abbreviation ?? null } : null,
    readBy,
    certainty,
    provisions: provisions.map((one) => ({ provision: one.provision ?? null, ...verdictBody(one, known) })),
  };
}

function verdictBody({ status, reason, since, by, counterparts }: ProvisionResolution, known: KnownStatutes) {
  return {
    status,
    reason: reason ?? null,
    since: since ?? null,
    by: by ?? null,
    counterparts: counterparts.map((one) => counterpartBody(one, known)),
  };
}

function counterpartBody({ sfs, provisions, certainty, topic, difference }: Counterpart, known: KnownStatutes) {
  const label = formatCitationShort(citedOf(sfs, provisions.map(provisionOf)), known);
  return { sfs, provisions: [...provisions], label, topic, difference: difference ?? null, certainty };
}

function statuteHead({ statute, status }: StatuteOn) {
  return {
    sfs: statute.sfs,
    id: statuteSlug(statute.sfs),
    title: statute.title,
    abbreviation: statute.abbreviation ?? null,
    status,
    label: resolutionLabels[status],
    inForceFrom: statute['in-force-from'] ?? null,
    repealedFrom: statute['repealed-from'] ?? null,
    replacedBy: statute['replaced-by'] ?? null,
    url: statuteHref(statute.sfs),
  };
}

export function statuteListBody(law: LawFile, on: string, { total, items, next }: KeysetPage<StatuteOn>): z.infer<typeof StatuteList> {
  return {
    on,
    asOf: law['as-of'],
    total,
    next,
    items: items.map((one) => ({ ...statuteHead(one), provisions: one.statute.provisions?.length ?? null })),
    others: law.other.map(({ id, series, title, amends }) => ({ id, series, title, amends: amends ?? null })),
  };
}

export function statuteBody(reading: StatuteReading): z.infer<typeof StatuteBody> {
  const { statute, law, on } = reading;
  return {
    ...statuteHead(reading),
    on,
    asOf: law['as-of'],
    provisionsRead: statute.provisions !== undefined,
    provisions: statute.provisions ?? [],
    repealedProvisions: statute['repealed-provisions'].map(({ provision, from }) => ({ provision, from: from ?? null })),
    uncertainProvisions: statute['uncertain-provisions'],
    successors: reading.successors.map(successionBody),
    predecessors: reading.predecessors.map(successionBody),
  };
}

function successionBody({ topic, difference, certainty, old, new: to }: LawFile['successors'][number]) {
  return {
    topic,
    difference: difference ?? null,
    certainty,
    from: { sfs: old.sfs, provisions: old.provisions },
    to: to.map(({ sfs, provisions }) => ({ sfs, provisions })),
  };
}
