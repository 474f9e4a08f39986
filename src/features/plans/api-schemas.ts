import { z } from '@hono/zod-openapi';
import { consentStatuses, dataKinds } from '../../domain/consents/kinds.ts';
import { VOICES } from '../../domain/plans/parts.ts';
import { INITIATORS, PLAN_KINDS } from '../../domain/plans/plan-kinds.ts';
import { STAGES } from '../../domain/plans/stage.ts';
import { OUTSIDE_REASONS } from '../../domain/plans/trace.ts';

/** Shapes of the API about plans. Answers are built field by field in `api-answers.ts`. */

const Owner = z.strictObject({ id: z.uuid(), name: z.string(), unit: z.string() });
const stage = z.enum(STAGES).nullable();
const Identity = z.strictObject({
  name: z.string(),
  number: z.string().nullable(),
  interpreter: z.string().nullable(),
  protected: z.boolean(),
});

const PlanListed = z
  .strictObject({
    id: z.uuid(),
    kind: z.enum(PLAN_KINDS),
    owner: Owner,
    county: z.string(),
    municipality: z.string(),
    name: z.string().nullable(),
    masked: z.boolean(),
    stage,
    since: z.iso.date().nullable(),
  })
  .openapi('PlanListed', {
    description:
      'Det som är null är inte öppet för dig. `masked` är sant när personen har skyddad identitet. `since` är dagen då någon först såg behovet.',
  });
export const PlansFound = z
  .strictObject({ plans: z.array(PlanListed), next: z.uuid().nullable() })
  .openapi('PlansFound', { description: 'Femtio planer i taget, den senast öppnade först. Fråga med `before` lika med `next` för fler.' });

const Open = z.strictObject({
  kind: z.enum(dataKinds),
  open: z.boolean(),
  ground: z.enum(['own', 'individual', 'guardian', 'representative', 'consent', 'rule']).nullable(),
});
const Text = z.strictObject({ part: z.string(), voice: z.enum(VOICES), text: z.string(), at: z.string() });
const Goal = z.strictObject({
  id: z.uuid(),
  number: z.int(),
  voice: z.enum(VOICES),
  horizon: z.enum(['short', 'long']),
  goal: z.string(),
  sign: z.string(),
});
const Measure = z.strictObject({
  id: z.uuid(),
  number: z.int(),
  need: z.string(),
  what: z.string(),
  organisation: z.uuid().nullable(),
  unit: z.uuid().nullable(),
  unitName: z.string().nullable(),
  who: z.string(),
  ownPart: z.string(),
  starts: z.iso.date(),
  target: z.iso.date(),
  agreement: z.string().nullable(),
  row: z.string().nullable(),
  outside: z.enum(OUTSIDE_REASONS).nullable(),
  differs: z.boolean(),
});

const Named = z.strictObject({ id: z.uuid(), name: z.string() });
const Duties = z.strictObject({
  overall: Named.nullable(),
  coordinator: Named.nullable(),
  substitute: z.string().nullable(),
  followUp: z.iso.date().nullable(),
  tookPart: z.boolean().nullable(),
  whyNot: z.string().nullable(),
  othersAsked: z.boolean(),
});

export const PlanBody = z
  .strictObject({
    id: z.uuid(),
    kind: z.enum(PLAN_KINDS),
    owner: Owner,
    county: z.string(),
    municipality: z.string(),
    open: z.array(Open),
    stage,
    agreed: z.enum(consentStatuses).nullable(),
    identity: Identity.nullable(),
    initiatives: z.array(z.strictObject({ by: z.enum(INITIATORS), on: z.iso.date(), reason: z.string() })).nullable(),
    assessments: z
      .array(
        z.strictObject({
          organisation: z.uuid(),
          name: z.string(),
          needed: z.boolean(),
          reason: z.string().nullable(),
          at: z.string(),
        }),
      )
      .nullable(),
    parties: z.array(z.strictObject({ unit: z.uuid(), name: z.string(), organisation: z.uuid(), organisationName: z.string() })).nullable(),
    texts: z.array(Text),
    goals: z.array(Goal).nullable(),
    measures: z.array(Measure).nullable(),
    duties: Duties.nullable(),
    abilities: z.array(z.string()),
  })
  .openapi('Plan', {
    description:
      'Planen så långt den är öppen för dig, och varför: `open` har en rad för varje slag av uppgifter. Det som är null är inte öppet, och säger inget om ifall det finns något.',
  });

const reason = z.string().min(3).max(4000);

export const NewPlan = z
  .strictObject({
    key: z.uuid().optional().openapi({ description: 'Id som planen får. Skickas samma sak två gånger öppnas en plan.' }),
    person: z.uuid(),
    kind: z.enum(PLAN_KINDS),
    municipality: z.string().regex(/^\d{4}$/),
    by: z.enum(INITIATORS),
    on: z.iso.date(),
    reason,
    needed: z.enum(['yes', 'no', 'later']),
    whyNot: z.string().max(4000).optional(),
  })
  .openapi('NewPlan', {
    description: 'En plan för en person som din enhet arbetar med. Ett nej på `needed` ska ha ett skäl i `whyNot`.',
    example: {
      person: 'ed746a47-405a-820e-b33c-14f6468ed900',
      kind: 'sip',
      municipality: '0604',
      by: 'relative',
      on: '2026-11-20',
      reason: 'Behöver både behandling och boendestöd.',
      needed: 'yes',
    },
  });
export const OpenedPlan = z.strictObject({ id: z.uuid() }).openapi('OpenedPlan');

export const NewAssessment = z
  .strictObject({ needed: z.boolean(), reason: z.string().max(4000).optional() })
  .openapi('NewPlanAssessment', { description: 'Vad din huvudman kommer fram till. Ett nej ska ha ett skäl.', example: { needed: true } });

export const NewVersion = z
  .strictObject({ reason: z.string().max(2000).optional(), notAsked: z.string().max(2000).optional() })
  .openapi('NewPlanVersion', {
    description:
      'Den första versionen behöver inget skäl. De som följer ska ha ett. `notAsked`: varför personen inte har svarat på det i planen som saknar svar.',
    example: { reason: 'Mer stöd behövs hemma.', notAsked: 'Personen ville inte svara.' },
  });
export const EstablishedVersion = z.strictObject({ number: z.int() }).openapi('EstablishedPlanVersion');
