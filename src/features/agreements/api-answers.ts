import type { z } from '@hono/zod-openapi';
import type { StatusReason } from '../../domain/agreements/ground.ts';
import { sectionsOf, sentencesIn } from '../../domain/agreements/sections.ts';
import type { Status } from '../../domain/agreements/status.ts';
import { lastDays } from '../../domain/agreements/version-on.ts';
import type { AgreementFile } from '../../domain/counties/agreement-file.ts';
import type { RegisterVersion } from './agreements.sql.ts';
import { placeInVersion } from './api-citations.ts';
import type { AgreementBody, AgreementSummary, Reason, StatusBody, TextBody, VersionList } from './api-schemas.ts';
import type { AgreementOn } from './catalogue.ts';
import type { AgreementReading } from './read-agreement.ts';
import { reasonText, statusLabels } from './texts.ts';

/** Status as the API says it: the code, its Swedish word, and every reason in words with its sentences. */
export function statusBody(status: Status): z.infer<typeof StatusBody> {
  return {
    code: status.code,
    label: statusLabels[status.code],
    on: status.on,
    until: status.until ?? null,
    since: status.since ?? null,
    reasons: status.reasons.map(reasonBody),
    outcomes: status.outcomes.map(({ end, extended, inForce, depends }) => ({
      end,
      extended,
      inForce: inForce ?? false,
      dependsOn: [...depends],
    })),
    unknown: [...status.unknown],
  };
}

/** A reason of a status, with its sentence. */
export function reasonBody({ code, params, cites }: StatusReason): z.infer<typeof Reason> {
  return { code, text: reasonText(code, params), params: { ...params }, cites: [...cites] };
}

export function summaryBody({ agreement, status }: AgreementOn<RegisterVersion>): z.infer<typeof AgreementSummary> {
  return {
    slug: agreement.slug,
    title: agreement.title,
    short: agreement.short,
    summary: agreement.summary,
    county: agreement.county,
    kind: agreement.kind,
    area: agreement.area,
    parent: agreement.parent ?? null,
    version: agreement.version.label,
    status: statusBody(status),
    url: `/avtal/${agreement.slug}`,
  };
}

/** `municipalities`: the codes of the county, for parties written as "all". */
export function agreementBody(
  reading: AgreementReading<RegisterVersion>,
  municipalities: readonly string[],
): z.infer<typeof AgreementBody> {
  const { agreement } = reading;
  const { parties } = agreement.terms;
  const cadences = new Map(agreement.terms.cadences.map((cadence) => [cadence.id, cadence]));
  return {
    ...summaryBody(reading),
    source: { title: agreement.source.title, document: agreement.source.document, status: agreement.source.status },
    parties: { region: agreement.county, municipalities: parties.municipalities === 'all' ? [...municipalities] : parties.municipalities },
    versions: versionsBody(reading).versions,
    dates: reading.dates.map(({ id, state, missed, next, outcomes }) => ({
      id,
      description: cadences.get(id)?.description ?? id,
      state,
      missed: missed ?? null,
      next: next ?? null,
      outcomes: outcomes.map((one) => ({ lastDay: one.lastDay, state: one.state, missed: one.missed ?? null, next: one.next ?? null })),
      cites: cadences.get(id)?.cites ?? [],
    })),
    related: agreement.related.map(({ slug, title, kind, about, held }) => ({ slug, title, kind, about, held })),
    stale: agreement.stale.filter(({ since }) => since <= reading.on).map(({ since, text, cites }) => ({ since, text, cites })),
  };
}

/** Every version we know of, newest first, each until the day before the next; those whose text is not held have no address. */
export function versionsBody({
  agreement,
  versions,
}: Pick<AgreementReading<RegisterVersion>, 'agreement' | 'versions'>): z.infer<typeof VersionList> {
  const held = versions.map(({ version }) => ({
    label: version.label,
    from: version.from,
    to: version.to,
    held: true,
    url: `/avtal/${agreement.slug}?version=${encodeURIComponent(version.label)}`,
  }));
  const earlier = versions
    .flatMap((version) => version.earlier)
    .map(({ label, from, to }) => ({ label, from, to, held: false, url: null }));
  const all = [...held, ...earlier];
  const ends = lastDays(all);
  const known = all.map((version, index) => ({ ...version, to: ends[index] ?? null }));
  return { slug: agreement.slug, versions: known.sort((a, b) => b.from.localeCompare(a.from)) };
}

export function textBody(agreement: AgreementFile): z.infer<typeof TextBody> {
  return {
    slug: agreement.slug,
    version: agreement.version.label,
    sections: sectionsOf(agreement.sections).map(({ section, depth }) => ({
      id: section.id,
      number: section.number ?? null,
      heading: section.heading,
      depth,
      url: placeInVersion(agreement, section.id),
      sentences: sentencesIn(section).map(({ cite, text, item }) => ({ id: cite, text, item, url: placeInVersion(agreement, cite) })),
    })),
  };
}
