import { z } from '@hono/zod-openapi';
import { AdoptionStep, CadenceTerm, ExtensionTerm, Ladder, LocalAgreementsTerm } from '../../domain/counties/terms.ts';
import { orNull } from '../../platform/index.ts';
import { CertaintyBody } from '../counties/index.ts';
import { CitationBody } from './api-citations.ts';
import { examples } from './api-term-examples.ts';

/** Shapes of the terms of an agreement: one for each kind, each with the sentences it encodes. Answers are built in `api-term-answers.ts`. */

const Text = z.string().nullable();
const Cited = { citations: z.array(CitationBody).min(1) };
const Named = z.strictObject({ id: z.string(), name: z.string() });

const DeciderBody = z
  .strictObject({ kind: z.enum(['each-party', 'body', 'seat']), body: Named.nullable(), seat: Named.nullable() })
  .openapi('Decider', {
    description: 'Vem som beslutar: varje part för sig, ett gemensamt organ, eller en plats i ett organ.',
    example: examples.decider,
  });

/** One test on one fact, in one of the forms that the data files have. */
export const ConditionBody = z
  .union([
    z.strictObject({ any: z.array(z.string()).min(1) }),
    z.strictObject({ min: z.number(), max: z.number().optional() }),
    z.strictObject({ max: z.number() }),
    z.strictObject({ is: z.boolean() }),
  ])
  .openapi('Condition', {
    description: '`any`: minst ett av alternativen. `min` och `max`: ett tal, gränserna medräknade. `is`: ja eller nej.',
    example: { min: 18 },
  });

const FactConditions = z.array(z.strictObject({ fact: z.string(), condition: ConditionBody }));

const PartiesBody = z
  .strictObject({ region: z.string(), allMunicipalities: z.boolean(), municipalities: z.array(z.string()), note: Text, ...Cited })
  .openapi('PartiesTerm', { description: 'Parterna: länets region och kommunerna, med sina koder.', example: examples.parties });

const TargetBody = z
  .strictObject({
    description: z.string(),
    when: FactConditions,
    conditions: FactConditions,
    appliesInstead: z.array(z.strictObject({ agreement: z.string(), text: z.string() })),
    vulnerable: z.array(z.string()),
    note: Text,
    certainty: CertaintyBody,
    ...Cited,
  })
  .openapi('TargetTerm', {
    description:
      'Målgruppen. `when`: annars har avtalet inget att säga. `conditions`: annars är personen utanför, och `appliesInstead` säger vad som gäller i stället.',
    example: examples.target,
  });

const ValidityBody = z
  .strictObject({ from: z.iso.date(), to: z.iso.date().nullable(), note: Text, ...Cited })
  .openapi('ValidityTerm', { description: 'Giltighetstiden. Utan `to` gäller avtalet tills vidare.', example: examples.validity });

const ExtensionBody = z
  .strictObject({
    months: z.int(),
    times: z.int(),
    requires: z.array(z.enum(ExtensionTerm.shape.requires.element.options)),
    ...Cited,
  })
  .openapi('ExtensionTerm', {
    description: 'Förlängning. Allt i `requires` ska vara uppfyllt vid slutdagen.',
    example: examples.extension,
  });

const AdoptionBody = z
  .strictObject({
    id: z.string(),
    step: z.enum(AdoptionStep.shape.step.options),
    by: z.array(DeciderBody),
    description: z.string(),
    ...Cited,
  })
  .openapi('AdoptionTerm', { description: 'Ett steg i vägen till beslut, i ordning.', example: examples.adoption });

const CadenceBody = z
  .strictObject({
    id: z.string(),
    of: z.enum(CadenceTerm.shape.of.options),
    kind: z.enum(CadenceTerm.shape.kind.options),
    every: z.string(),
    strength: z.enum(CadenceTerm.shape.strength.options),
    by: z.array(DeciderBody),
    starts: z.iso.date(),
    description: z.string(),
    ...Cited,
  })
  .openapi('CadenceTerm', {
    description: 'Uppföljning, utvärdering eller revidering som återkommer. `every` är en period enligt ISO 8601, räknad från `starts`.',
    example: examples.cadence,
  });

const LadderBody = z
  .strictObject({
    id: z.string(),
    kind: z.enum(Ladder.shape.kind.options),
    title: z.string(),
    steps: z.array(z.strictObject({ level: z.int(), who: z.string(), body: Named.nullable(), description: Text, ...Cited })),
    ends: z.enum(Ladder.shape.ends.options),
    rules: z.array(z.strictObject({ text: z.string(), ...Cited })),
  })
  .openapi('LadderTerm', {
    description: 'Stegen för en avvikelse eller tvist, från nivå 1. `ends`: sista steget är ett organ eller en domstol.',
    example: examples.ladder,
  });

const DutyToInformBody = z
  .strictObject({ who: z.string(), to: z.string(), about: z.string(), ...Cited })
  .openapi('DutyToInformTerm', { description: 'Informationsplikt: vem, till vem och om vad.', example: examples.dutyToInform });

const LocalAgreementsBody = z
  .strictObject({
    per: z.enum(LocalAgreementsTerm.shape.per.options),
    responsible: z.array(DeciderBody),
    purpose: z.string(),
    parts: z.array(z.strictObject({ id: z.string(), heading: z.string(), guidance: z.array(z.string()), ...Cited })),
    ...Cited,
  })
  .openapi('LocalAgreementsTerm', {
    description: 'Lokala överenskommelser som avtalet kräver, och delarna de ska ha.',
    example: examples.localAgreements,
  });

const TerminationBody = z
  .strictObject({ allowed: z.boolean(), instead: Text, notice: z.array(DeciderBody), ...Cited })
  .openapi('TerminationTerm', { description: 'Om avtalet går att säga upp, och vad som annars gäller.', example: examples.termination });

const MinorAmendmentBody = z
  .strictObject({ by: z.array(DeciderBody), mayNotTouch: z.array(z.string()), ...Cited })
  .openapi('MinorAmendmentTerm', {
    description: 'Vem som får göra enklare ändringar, och vad de inte får röra.',
    example: examples.minorAmendment,
  });

export const TermsBody = z
  .strictObject({
    slug: z.string(),
    version: z.string(),
    on: z.iso.date(),
    terms: z.strictObject({
      parties: PartiesBody,
      target: TargetBody,
      validity: ValidityBody,
      extension: orNull(ExtensionBody),
      adoption: z.array(AdoptionBody),
      cadences: z.array(CadenceBody),
      ladders: z.array(LadderBody),
      dutyToInform: orNull(DutyToInformBody),
      localAgreements: orNull(LocalAgreementsBody),
      termination: orNull(TerminationBody),
      minorAmendment: orNull(MinorAmendmentBody),
    }),
  })
  .openapi('AgreementTerms', { description: 'Villkoren i en version. Ett villkor som avtalet inte har är null eller en tom lista.' });
