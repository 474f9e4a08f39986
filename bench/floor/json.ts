import type { Duties, Hit, Matrix, Summary } from './queries.ts';
import { dutiesIn, type FloorFacts, verdictOf } from './situation.ts';

export function navigatorJson(agreements: readonly Duties[], facts: FloorFacts, on: string) {
  return {
    on,
    agreements: agreements.map(({ slug, short, label }) => ({ slug, short, version: label })),
    duties: dutiesIn(agreements, facts).map(({ agreement: { slug, actors }, row, result }) => ({
      row: row.id,
      agreement: slug,
      activity: row.activity,
      plain: row.plain,
      always: row.always,
      actors: row.actors.map(({ actor, role }) => ({ id: actor, role, ...actors[actor] })),
      result,
      conditionsText: row['conditions-text'] ?? null,
      conditions: each(row.conditions, facts),
      why: each(row.when, facts),
      deadline: row.deadline ?? null,
      consent: row.consent ?? null,
      requires: row.requires,
      law: row.law,
      warnings: row.warnings,
      citations: row.cites.map((cite) => ({ agreement: slug, cite, url: `/avtal/${slug}#${cite}` })),
    })),
  };
}

function each(conditions: Duties['responsibilities'][number]['when'], facts: FloorFacts) {
  return Object.entries(conditions).map(([fact, condition]) => ({ fact, condition, result: verdictOf({ [fact]: condition }, facts) }));
}

export function agreementJson(slug: string, on: string, agreement: Summary) {
  const { title, short, summary, county, kind, area, parent, version, source, terms, earlier, related, stale } = agreement;
  return {
    slug,
    on,
    title,
    short,
    summary,
    county,
    kind,
    area,
    parent: parent ?? null,
    version,
    source,
    parties: terms.parties,
    validity: terms.validity,
    dates: terms.cadences,
    versions: earlier,
    related,
    stale,
  };
}

export function matrixJson(slug: string, { responsibilities, actors, matrix }: Matrix) {
  return {
    agreement: slug,
    groups: matrix.groups.map(({ id, heading }) => ({
      id,
      heading,
      rows: responsibilities
        .filter(({ group }) => group === id)
        .map((row) => ({
          id: row.id,
          activity: row.activity,
          plain: row.plain,
          mode: row.mode,
          cells: row.actors.map(({ actor, role }) => ({ role, name: actors[actor]?.name, authority: actors[actor]?.authority })),
          conditionsText: row['conditions-text'] ?? null,
          always: row.always,
          deadline: row.deadline ?? null,
          law: row.law,
          warnings: row.warnings,
          certainty: row.certainty,
          citations: row.cites,
          url: `/avtal/${slug}/ansvar#${row.id}`,
        })),
    })),
  };
}

export function searchJson(hits: readonly Hit[]) {
  return {
    total: hits[0]?.total ?? 0,
    items: hits.map(({ kind, county, address, title, place, parts, rank }) => ({
      kind,
      county,
      title,
      place,
      address,
      snippet: parts[0]?.text.slice(0, 200) ?? '',
      score: rank,
    })),
  };
}
