import type { z } from '@hono/zod-openapi';
import { situationToParams } from '../../domain/responsibilities/situation-params.ts';
import { partyStatusBody, statusBody } from '../agreements/index.ts';
import { optionsOf } from './api-answers.ts';
import type { NavigatorBody } from './api-schemas.ts';
import type { NavigatorReply } from './ask-navigator.ts';
import { citeHref } from './cite-href.ts';
import { contactsIn } from './contacts.ts';
import { dutyJson } from './duty-json.ts';
import { toldText } from './fact-texts.ts';

type NavigatorAnswer = z.infer<typeof NavigatorBody>;

/**
 * An answer of the navigator as the API says it, in JSON. A county may have hundreds of duties, and most of what is said of each is the
 * same in every answer: that is written once. Bytes, since a text of this size for every answer is what the memory would mostly be swept of.
 */
export function navigatorJson(reply: NavigatorReply): Uint8Array<ArrayBuffer> {
  const { answer, question, file, county, parties, on } = reply;
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
      provisos: (parties.provisos.get(slug) ?? []).map((one) => partyStatusBody(one, county)),
    })),
    notParty: parties.outside.map(({ slug, short }) => ({
      agreement: slug,
      short,
      url: citeHref(slug, undefined, answer.situation.date),
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
