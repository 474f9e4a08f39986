import type { z } from '@hono/zod-openapi';
import type { LocalWay } from '../../domain/agreements/local-ways.ts';
import type { Condition } from '../../domain/counties/conditions.ts';
import type { SituationFile } from '../../domain/counties/national-files.ts';
import type { ResponsibilityRow } from '../../domain/counties/responsibility.ts';
import type { ConditionResult } from '../../domain/responsibilities/condition.ts';
import type { Duty } from '../../domain/responsibilities/duty.ts';
import { conditionBody } from '../agreements/index.ts';
import { contactBody } from '../counties/index.ts';
import { actorBody, citationBody, deadlineBody, moreDeadlinesBody } from './api-answers.ts';
import type { NavigatorBody } from './api-schemas.ts';
import type { NavigatorReply } from './ask-navigator.ts';
import type { ContactFinder } from './contacts.ts';
import { resultText } from './fact-texts.ts';

type DutyAnswer = z.infer<typeof NavigatorBody>['duties'][number];

/** What is the same for all duties of an answer, or of an agreement in it: where contacts are found, and the label of the version. */
type Around = { readonly contacts: ContactFinder; readonly label: string };

/** What is said of a row in every answer, and what was said of it in the last few ways it came out, as JSON that goes on. */
type Written = { readonly same: Buffer; readonly own: Map<string, Buffer> };

/** As long as the row is held. */
const written = new WeakMap<ResponsibilityRow, Written>();

/** Ways a row came out that are kept: how its conditions fell, mostly. */
const MOST_WAYS = 6;

/** A duty of an answer, in two pieces of JSON; the second ends with a comma. */
export function dutyJson(duty: Duty, reply: NavigatorReply, around: Around): [Buffer, Buffer] {
  const { row } = duty;
  const known = written.get(row) ?? {
    same: Buffer.from(`${JSON.stringify(sameBody(duty, reply)).slice(0, -1)},`),
    own: new Map<string, Buffer>(),
  };
  written.set(row, known);
  const contacts = around.contacts(duty.who);
  const ways = reply.local.get(duty.key) ?? [];
  const write = () =>
    Buffer.from(`${JSON.stringify({ ...ownBody(duty, reply, contacts, around.label), local: ways.map(wayBody) }).slice(1)},`);
  if (contacts.length > 0 || ways.length > 0 || reply.answer.situation.date !== undefined) return [known.same, write()];
  const way = wayOf(duty, around.label);
  const own = known.own.get(way) ?? write();
  const [oldest] = known.own.keys();
  if (oldest !== undefined && known.own.size >= MOST_WAYS && !known.own.has(way)) known.own.delete(oldest);
  known.own.set(way, own);
  return [known.same, own];
}

/** What says that a row came out in the same way in two answers about today, where it has no contacts. */
function wayOf({ result, conditions, selection, either, wayForward }: Duty, label: string): string {
  let way = `${label} ${result}`;
  for (const results of [conditions, selection, ...either]) {
    way += '|';
    for (const { result: fell, condition } of results) way += `${numberOf(condition)} ${fell},`;
  }
  if (wayForward) for (const { row } of wayForward.rows) way += `>${row.id}`;
  return way;
}

const numbers = new WeakMap<Condition, number>();
let last = 0;

/** A number for each condition of the held files: two conditions on one fact are two. */
function numberOf(condition: Condition): number {
  const known = numbers.get(condition);
  if (known !== undefined) return known;
  last += 1;
  numbers.set(condition, last);
  return last;
}

type Own = 'local' | 'result' | 'conditions' | 'why' | 'whyEither' | 'wayForward' | 'contacts' | 'citations';

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
function ownBody(
  duty: Duty,
  { answer, file }: NavigatorReply,
  contacts: ReturnType<ContactFinder>,
  label: string,
): Omit<Pick<DutyAnswer, Own>, 'local'> {
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
    contacts: contacts.map(contactBody),
    citations: duty.citations.map((citation) => citationBody(version, citation)),
  };
}

/** How a duty is met in the municipality, and where that is read. */
function wayBody({ agreement: { slug, short, version }, row, practice }: LocalWay): DutyAnswer['local'][number] {
  const { how, by, when, until, status, reason } = practice;
  return {
    agreement: slug,
    short,
    version: version.label,
    how: how ?? null,
    by: by.map(({ name, unit }) => ({ name, unit: unit ?? null })),
    when: when ?? null,
    until: until ?? null,
    status,
    reason: reason ?? null,
    url: `/avtal/${slug}#ansvar-${row}`,
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
