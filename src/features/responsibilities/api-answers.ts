import type { z } from '@hono/zod-openapi';
import type { SituationFile } from '../../domain/counties/national-files.ts';
import type { ResponsibilityRow } from '../../domain/counties/responsibility.ts';
import type { ConditionResult } from '../../domain/responsibilities/condition.ts';
import type { Duty } from '../../domain/responsibilities/duty.ts';
import { situationToParams } from '../../domain/responsibilities/situation-params.ts';
import { statusBody } from '../agreements/index.ts';
import type { FactsBody, MatrixBody, NavigatorBody } from './api-schemas.ts';
import type { NavigatorReply } from './ask-navigator.ts';
import { citationHref } from './cite-href.ts';
import { contactsFor } from './contacts.ts';
import { resultText } from './fact-texts.ts';
import type { MatrixReading } from './read-matrix.ts';
import { columnName } from './texts.ts';

type NavigatorAnswer = z.infer<typeof NavigatorBody>;

/** An answer of the navigator as the API says it. */
export function navigatorBody(reply: NavigatorReply): NavigatorAnswer {
  const { answer, question, file, on } = reply;
  return {
    on,
    agreements: answer.agreements.map(({ slug, short, version, status, scope, appliesInstead }) => ({
      slug,
      short,
      version,
      status: statusBody(status),
      scope,
      appliesInstead: appliesInstead.map(({ agreement, text }) => ({ agreement, text })),
    })),
    duties: answer.duties.map((duty) => dutyBody(duty, reply)),
    conflicts: answer.conflicts.map(({ between, text }) => ({ between: [...between], text })),
    nextSteps: answer.steps.map(({ step, result }) => ({
      id: step.id,
      title: step.title,
      text: step.text,
      result,
      urgency: step.urgency,
      consent: step.consent,
      consentText: step['consent-text'],
      basis: step.basis,
      deadline: stepDeadline(step.deadline, reply),
      law: step.law,
    })),
    unknowns: answer.unknowns.map(({ fact, asked, duties, agreements }) => ({
      fact,
      asked,
      duties: [...duties],
      agreements: [...agreements],
    })),
    nextQuestion: question
      ? { fact: question.fact.id, type: question.fact.type, question: question.fact.question, options: optionsOf(question.fact) }
      : null,
    fallback: answer.fallback,
    url: `/vem-gor-vad?${new URLSearchParams([...situationToParams(answer.situation, file), ['visa', 'svar']])}`,
  };
}

/** The time limit of a next step, from the catalogue. */
function stepDeadline(id: string | undefined, { deadlines }: NavigatorReply) {
  const found = deadlines.deadlines.find((one) => one.id === id);
  return found ? { value: found.value, basis: found.basis, strength: found.strength ?? 'must' } : null;
}

function dutyBody(duty: Duty, { answer, file, county, on }: NavigatorReply): NavigatorAnswer['duties'][number] {
  const { row } = duty;
  const { municipality, date } = answer.situation;
  return {
    row: row.id,
    agreement: duty.agreement,
    activity: row.activity,
    plain: row.plain,
    groups: duty.placements.map(({ group }) => group),
    always: row.always,
    actors: duty.who.map(({ actor, name, authority, role, performers }) => ({
      id: actor,
      name,
      authority,
      role,
      performers: [...performers],
    })),
    result: duty.result,
    conditionsText: row['conditions-text'] ?? null,
    conditions: duty.conditions.map((result) => conditionBody(result, file)),
    why: duty.selection.map((result) => conditionBody(result, file)),
    wayForward: duty.wayForward
      ? { text: duty.wayForward.text ?? null, rows: duty.wayForward.rows.map(({ row: other }) => other.id) }
      : null,
    deadline: deadlineBody(row),
    consent: row.consent ?? null,
    requires: row.requires,
    law: row.law,
    warnings: row.warnings,
    note: row.note ?? null,
    certainty: row.certainty,
    linked: row.linked,
    contacts: contactsFor(county, municipality, duty.who, on).map(({ unit, phone, email, url, confirmed, stale }) => ({
      unit,
      phone: phone ?? null,
      email: email ?? null,
      url: url ?? null,
      confirmed,
      stale,
    })),
    citations: duty.citations.map((citation) => ({
      agreement: duty.agreement,
      version: answer.agreements.find(({ slug }) => slug === duty.agreement)?.version ?? '',
      section: citation.section,
      sentence: citation.sentence ?? null,
      heading: citation.heading,
      url: citationHref(duty.agreement, citation, date),
    })),
  };
}

/** The time limit of a row, with what it rests on. */
export function deadlineBody({ deadline }: ResponsibilityRow) {
  return deadline ? { value: deadline.value, basis: deadline.basis, strength: deadline.strength } : null;
}

function conditionBody(result: ConditionResult, file: SituationFile) {
  return { fact: result.fact, condition: { ...result.condition }, result: result.result, text: resultText(file, result) };
}

type Fact = SituationFile['facts'][number];

function optionsOf(fact: Fact): { id: string; label: string }[] {
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

export function matrixBody({ agreement, status, matrix }: MatrixReading): z.infer<typeof MatrixBody> {
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
        law: row.law,
        warnings: row.warnings,
        certainty: row.certainty,
        citations: row.cites,
        url: `/avtal/${agreement.slug}/ansvar#${row.id}`,
      })),
    })),
  };
}
