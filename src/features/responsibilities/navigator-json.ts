import type { z } from '@hono/zod-openapi';
import type { Condition } from '../../domain/counties/conditions.ts';
import type { SituationFile } from '../../domain/counties/national-files.ts';
import type { ResponsibilityRow } from '../../domain/counties/responsibility.ts';
import type { ConditionResult } from '../../domain/responsibilities/condition.ts';
import type { Duty } from '../../domain/responsibilities/duty.ts';
import { situationToParams } from '../../domain/responsibilities/situation-params.ts';
import { conditionBody, statusBody } from '../agreements/index.ts';
import { contactBody } from '../counties/index.ts';
import { actorBody, citationBody, deadlineBody, moreDeadlinesBody, optionsOf } from './api-answers.ts';
import type { NavigatorBody } from './api-schemas.ts';
import type { NavigatorReply } from './ask-navigator.ts';
import { citeHref } from './cite-href.ts';
import { type ContactFinder, contactsIn } from './contacts.ts';
import { resultText, toldText } from './fact-texts.ts';

type NavigatorAnswer = z.infer<typeof NavigatorBody>;

type DutyAnswer = NavigatorAnswer['duties'][number];

/**
 * An answer of the navigator as the API says it, in JSON. A county may have hundreds of duties, and most of what is said of each is the
 * same in every answer: that is written once. Bytes, since a text of this size for every answer is what the memory would mostly be swept of.
 */
export function navigatorJson(reply: NavigatorReply): Uint8Array<ArrayBuffer> {
  const { answer, question, file, county, on } = reply;
  const contacts = contactsIn(county, answer.situation.municipality, on);
  const labels = new Map(answer.agreements.map(({ slug, version }) => [slug, version]));
  const duties = answer.duties.flatMap((duty) => dutyJson(duty, reply, { contacts, label: labels.get(duty.agreement) ?? '' }));
  const body: Omit<NavigatorAnswer, 'duties'> = {
    on,
    agreements: answer.agreements.map(({ slug, short, version, status, scope, appliesInstead }) => ({
      slug,
      short,
      version,
      status: statusBody(status),
      scope,
      appliesInstead: appliesInstead.map(({ agreement, text }) => ({ agreement, text })),
    })),
    conflicts: answer.conflicts.map(({ between, text }) => ({ between: [...between], text })),
    contradictions: answer.contradictions.map(({ id, told, counted, because }) => ({
      id,
      told: told.map((one) => ({ fact: one.fact, text: toldText(file, one) })),
      counted: counted.map((one) => ({ fact: one.fact, text: toldText(file, one) })),
      because,
    })),
    elsewhere: answer.elsewhere.map(({ related, namedBy, result }) => ({
      agreement: related.slug,
      title: related.title,
      about: related.about,
      url: related.url ?? null,
      result,
      namedBy: { agreement: namedBy.slug, url: citeHref(namedBy.slug, related.cites?.[0], answer.situation.date) },
    })),
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
      conditionsText: step['conditions-text'] ?? null,
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
  // Every duty ends with a comma but the last.
  const last = duties.pop();
  const end = last === undefined ? [] : [last.subarray(0, -1)];
  return Buffer.concat([Buffer.from('{"duties":['), ...duties, ...end, Buffer.from(`],${JSON.stringify(body).slice(1)}`)]);
}

/** The time limit of a next step, from the catalogue. */
function stepDeadline(id: string | undefined, { deadlines }: NavigatorReply) {
  const found = deadlines.deadlines.find((one) => one.id === id);
  return found ? { value: found.value, basis: found.basis, strength: found.strength ?? 'must' } : null;
}

/** What is the same for all duties of an answer, or of an agreement in it: where contacts are found, and the label of the version. */
type Around = { readonly contacts: ContactFinder; readonly label: string };

/** What is said of a row in every answer, as JSON that goes on, as long as the row is held. */
const sameJson = new WeakMap<ResponsibilityRow, Buffer>();

function dutyJson(duty: Duty, reply: NavigatorReply, around: Around): [Buffer, Buffer] {
  const same = sameJson.get(duty.row) ?? Buffer.from(`${JSON.stringify(sameBody(duty, reply)).slice(0, -1)},`);
  sameJson.set(duty.row, same);
  return [same, Buffer.from(`${JSON.stringify(ownBody(duty, reply, around)).slice(1)},`)];
}

type Own = 'result' | 'conditions' | 'why' | 'whyEither' | 'wayForward' | 'contacts' | 'citations';

function sameBody({ row, agreement, placements, who }: Duty, { deadlines }: NavigatorReply): Omit<DutyAnswer, Own> {
  return {
    row: row.id,
    agreement,
    activity: row.activity,
    plain: row.plain,
    groups: placements.map(({ group }) => group),
    always: row.always,
    actors: who.map(actorBody),
    conditionsText: row['conditions-text'] ?? null,
    deadline: deadlineBody(row),
    moreDeadlines: moreDeadlinesBody(row, deadlines),
    consent: row.consent ?? null,
    requires: row.requires,
    law: row.law,
    warnings: row.warnings,
    note: row.note ?? null,
    certainty: row.certainty,
    linked: row.linked,
  };
}

/** What depends on the situation, the place or the day. */
function ownBody(duty: Duty, { answer, file }: NavigatorReply, { contacts, label }: Around): Pick<DutyAnswer, Own> {
  const version = { slug: duty.agreement, label, day: answer.situation.date };
  const tried = (results: readonly ConditionResult[]) => results.map((result) => conditionResultBody(result, file));
  return {
    result: duty.result,
    conditions: tried(duty.conditions),
    why: tried(duty.selection),
    whyEither: duty.either.map(tried),
    wayForward: duty.wayForward
      ? { text: duty.wayForward.text ?? null, rows: duty.wayForward.rows.map(({ row: other }) => other.id) }
      : null,
    contacts: contacts(duty.who).map(contactBody),
    citations: duty.citations.map((citation) => citationBody(version, citation)),
  };
}

type ResultBody = DutyAnswer['why'][number];

/** The results of conditions, as long as the files they stand in are held: the same few hundred are in every answer. */
const resultBodies = new WeakMap<SituationFile, WeakMap<Condition, readonly ResultBody[]>>();

function conditionResultBody(result: ConditionResult, file: SituationFile): ResultBody {
  const known = resultBodies.get(file) ?? new WeakMap<Condition, readonly ResultBody[]>();
  resultBodies.set(file, known);
  const ofCondition = known.get(result.condition) ?? [];
  const found = ofCondition.find((one) => one.result === result.result && one.fact === result.fact);
  if (found) return found;
  const { fact, condition } = result;
  const made: ResultBody = { fact, condition: conditionBody(condition), result: result.result, text: resultText(file, result) };
  known.set(condition, [...ofCondition, made]);
  return made;
}
