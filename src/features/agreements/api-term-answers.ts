import type { z } from '@hono/zod-openapi';
import type { Condition, Conditions } from '../../domain/counties/conditions.ts';
import type { CountyFile } from '../../domain/counties/county-file.ts';
import type { Terms } from '../../domain/counties/terms.ts';
import { type CitationBody, citationsIn } from './api-citations.ts';
import type { ConditionBody, TermsBody } from './api-term-schemas.ts';
import type { AgreementReading } from './read-agreement.ts';

type Answer = z.infer<typeof TermsBody>['terms'];
type Decider = Answer['adoption'][number]['by'][number];

/** What a term refers to, spelled out: sentences as citations, bodies and seats by name. */
type Spell = {
  readonly cited: (term: { readonly cites: readonly string[] }) => { citations: CitationBody[] };
  readonly body: (id: string) => { id: string; name: string };
  readonly deciders: (ids: readonly string[]) => Decider[];
};

/** The terms of a version as the API says them. `county`: its own, for the names of bodies and the codes of "all municipalities". */
export function termsBody({ agreement, on }: Pick<AgreementReading, 'agreement' | 'on'>, county: CountyFile): z.infer<typeof TermsBody> {
  const { terms } = agreement;
  const cite = citationsIn(agreement);
  const spell = { ...deciding(county), cited: ({ cites }: { readonly cites: readonly string[] }) => ({ citations: cite(cites) }) };
  return {
    slug: agreement.slug,
    version: agreement.version.label,
    on,
    terms: {
      parties: partiesBody(terms.parties, county, spell),
      target: targetBody(terms.target, spell),
      validity: {
        from: terms.validity.from,
        to: terms.validity.to ?? null,
        note: terms.validity.note ?? null,
        ...spell.cited(terms.validity),
      },
      adoption: terms.adoption.map((one) => adoptionBody(one, spell)),
      cadences: terms.cadences.map((one) => cadenceBody(one, spell)),
      ladders: terms.ladders.map((one) => ladderBody(one, spell)),
      ...optionalTerms(terms, spell),
    },
  };
}

/** The terms that an agreement may lack. */
function optionalTerms(
  terms: Terms,
  spell: Spell,
): Pick<Answer, 'extension' | 'dutyToInform' | 'localAgreements' | 'termination' | 'minorAmendment'> {
  const { extension, termination } = terms;
  const inform = terms['duty-to-inform'];
  const local = terms['local-agreements'];
  const minor = terms['minor-amendment'];
  const { cited, deciders } = spell;
  return {
    extension: extension
      ? { months: extension.months, times: extension.times, requires: [...extension.requires], ...cited(extension) }
      : null,
    dutyToInform: inform ? { who: inform.who, to: inform.to, about: inform.about, ...cited(inform) } : null,
    localAgreements: local ? localBody(local, spell) : null,
    termination: termination
      ? {
          allowed: termination.allowed,
          instead: termination.instead ?? null,
          notice: deciders(termination.notice),
          ...cited(termination),
        }
      : null,
    minorAmendment: minor ? { by: deciders(minor.by), mayNotTouch: [...minor['may-not-touch']], ...cited(minor) } : null,
  };
}

function partiesBody(parties: Terms['parties'], county: CountyFile, { cited }: Spell): Answer['parties'] {
  const all = parties.municipalities === 'all';
  return {
    region: county.code,
    allMunicipalities: all,
    municipalities: parties.municipalities === 'all' ? county.municipalities.map(({ code }) => code) : [...parties.municipalities],
    note: parties.note ?? null,
    ...cited(parties),
  };
}

function targetBody(target: Terms['target'], { cited }: Spell): Answer['target'] {
  return {
    description: target.description,
    when: factConditions(target.when),
    conditions: factConditions(target.conditions),
    appliesInstead: target['applies-instead'].map(({ agreement, text }) => ({ agreement, text })),
    vulnerable: [...target.vulnerable],
    note: target.note ?? null,
    certainty: target.certainty,
    ...cited(target),
  };
}

function adoptionBody(one: Terms['adoption'][number], { cited, deciders }: Spell): Answer['adoption'][number] {
  return { id: one.id, step: one.step, by: deciders(one.by), description: one.description, ...cited(one) };
}

function cadenceBody(one: Terms['cadences'][number], { cited, deciders }: Spell): Answer['cadences'][number] {
  const { id, of, kind, every, strength, starts, description } = one;
  return { id, of, kind, every, strength, by: deciders(one.by), starts, description, ...cited(one) };
}

function ladderBody(one: Terms['ladders'][number], { cited, body }: Spell): Answer['ladders'][number] {
  return {
    id: one.id,
    kind: one.kind,
    title: one.title,
    steps: one.steps.map((step) => ({
      level: step.level,
      who: step.who,
      body: step.body === undefined ? null : body(step.body),
      description: step.description ?? null,
      ...cited(step),
    })),
    ends: one.ends,
    rules: one.rules.map((rule) => ({ text: rule.text, ...cited(rule) })),
  };
}

function localBody(local: NonNullable<Terms['local-agreements']>, { cited, deciders }: Spell): NonNullable<Answer['localAgreements']> {
  return {
    per: local.per,
    responsible: deciders(local.responsible),
    purpose: local.purpose,
    parts: local.parts.map((part) => ({ id: part.id, heading: part.heading, guidance: [...part.guidance], ...cited(part) })),
    ...cited(local),
  };
}

function factConditions(conditions: Conditions | undefined): Answer['target']['when'] {
  return Object.entries(conditions ?? {}).map(([fact, condition]) => ({ fact, condition: conditionBody(condition) }));
}

/** One test on a fact, in the form it has. */
export function conditionBody(condition: Condition): z.infer<typeof ConditionBody> {
  if ('any' in condition) return { any: [...condition.any] };
  if ('is' in condition) return { is: condition.is };
  if (!('min' in condition)) return { max: condition.max };
  return condition.max === undefined ? { min: condition.min } : { min: condition.min, max: condition.max };
}

/** The names of a county's bodies and seats. What the county does not know keeps its id as name (the county check refuses such a file). */
function deciding({ bodies }: CountyFile): Pick<Spell, 'body' | 'deciders'> {
  const known = new Map(bodies.map((one) => [one.id, one]));
  const body = (id: string) => ({ id, name: known.get(id)?.name ?? id });
  const decider = (decides: string): Decider => {
    if (decides === 'each-party') return { kind: 'each-party', body: null, seat: null };
    const [id = decides, seat] = decides.split('.');
    if (seat === undefined) return { kind: 'body', body: body(id), seat: null };
    const title = known.get(id)?.seats.find((one) => one.id === seat)?.title ?? seat;
    return { kind: 'seat', body: body(id), seat: { id: seat, name: title } };
  };
  return { body, deciders: (ids) => ids.map(decider) };
}
