import type { z } from '@hono/zod-openapi';
import type { DeadlinesFile, SituationFile } from '../../domain/counties/national-files.ts';
import type { ResponsibilityRow } from '../../domain/counties/responsibility.ts';
import type { Citation } from '../../domain/responsibilities/compile-agreement.ts';
import type { Who } from '../../domain/responsibilities/who.ts';
import { type CitationBody, statusBody } from '../agreements/index.ts';
import type { ActorBody, FactsBody, MatrixBody } from './api-schemas.ts';
import { citationHref } from './cite-href.ts';
import { furtherDeadlines } from './more-deadlines.tsx';
import type { MatrixReading } from './read-matrix.ts';
import { columnName } from './texts.ts';

/** Where a duty is written. `day`: the one the answer was asked for, whose text the address leads to. */
export function citationBody(
  { slug, label, day }: { slug: string; label: string; day?: string | undefined },
  citation: Citation,
): z.infer<typeof CitationBody> {
  return {
    agreement: slug,
    version: label,
    section: citation.section,
    sentence: citation.sentence ?? null,
    heading: citation.heading,
    url: citationHref(slug, citation, day),
  };
}

/** An actor of a duty, as the API says it. */
export function actorBody({ actor, name, authority, role, performers }: Who): z.infer<typeof ActorBody> {
  return { id: actor, name, authority, role, performers: [...performers] };
}

/** The time limit of a row, with what it rests on. */
export function deadlineBody({ deadline }: ResponsibilityRow) {
  return deadline ? { value: deadline.value, basis: deadline.basis, strength: deadline.strength } : null;
}

/** Further time limits that bear on a row, from the catalogue. */
export function moreDeadlinesBody(row: ResponsibilityRow, deadlines: DeadlinesFile) {
  return furtherDeadlines(row, deadlines).map(({ id, name, value, basis, strength }) => ({
    id,
    name,
    value,
    basis,
    strength: strength ?? ('must' as const),
  }));
}

type Fact = SituationFile['facts'][number];

/** The options of a fact, or the bands of a number. */
export function optionsOf(fact: Fact): { id: string; label: string }[] {
  const options = fact.type === 'number' ? fact.bands : fact.type === 'yes-no' ? [] : fact.options;
  return options.map(({ id, label }) => ({ id, label }));
}

/** The facts a situation may hold. */
export function factsBody({ facts }: SituationFile): z.infer<typeof FactsBody> {
  return {
    facts: facts.map((fact) => ({
      id: fact.id,
      param: fact.param,
      type: fact.type,
      label: fact.label,
      question: fact.question,
      options: optionsOf(fact),
      min: fact.type === 'number' ? fact.min : null,
      max: fact.type === 'number' ? fact.max : null,
    })),
  };
}

export function matrixBody({ agreement, status, matrix, deadlines }: MatrixReading): z.infer<typeof MatrixBody> {
  return {
    agreement: agreement.slug,
    version: agreement.version.label,
    status: statusBody(status),
    columns: matrix.columns.map(({ id, name }) => ({ id, name: columnName(name) })),
    groups: matrix.groups.map(({ id, heading, rows }) => ({
      id,
      heading,
      rows: rows.map(({ row, cells }) => ({
        id: row.id,
        activity: row.activity,
        plain: row.plain,
        mode: row.mode,
        cells: cells.map((cell, index) =>
          cell
            ? { column: matrix.columns[index]?.id ?? '', role: cell.role, actors: cell.actors.map(({ name, role }) => ({ name, role })) }
            : null,
        ),
        conditionsText: row['conditions-text'] ?? null,
        always: row.always,
        deadline: deadlineBody(row),
        moreDeadlines: moreDeadlinesBody(row, deadlines),
        law: row.law,
        warnings: row.warnings,
        certainty: row.certainty,
        citations: row.cites,
        url: `/avtal/${agreement.slug}/ansvar#${row.id}`,
      })),
    })),
  };
}
