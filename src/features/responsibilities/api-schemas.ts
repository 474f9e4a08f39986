import { z } from '@hono/zod-openapi';
import { StatusBody } from '../agreements/index.ts';

/** Shapes of the responsibilities API. Answers are built field by field in `api-answers.ts`. */

const Truth = z.enum(['met', 'unmet', 'unknown']);
const Deadline = z.strictObject({
  value: z.string(),
  basis: z.enum(['law', 'regulation', 'agreement', 'routine', 'proposal']),
  strength: z.string(),
});
const Citation = z
  .strictObject({
    agreement: z.string(),
    version: z.string(),
    section: z.string(),
    sentence: z.string().nullable(),
    heading: z.string(),
    url: z.string(),
  })
  .openapi('AgreementCitation');
const Actor = z
  .strictObject({
    id: z.string(),
    name: z.string(),
    authority: z.enum(['region', 'municipality', 'both', 'external']),
    role: z.string(),
    performers: z.array(z.string()),
  })
  .openapi('Actor');
const ConditionBody = z
  .strictObject({ fact: z.string(), condition: z.record(z.string(), z.unknown()), result: Truth, text: z.string() })
  .openapi('ConditionResult');

const Contact = z
  .strictObject({
    unit: z.string(),
    phone: z.string().nullable(),
    email: z.string().nullable(),
    url: z.string().nullable(),
    confirmed: z.iso.date(),
    stale: z.boolean(),
  })
  .openapi('Contact', { description: 'En kontaktväg med dagen då den senast bekräftades. `stale` efter sex månader.' });

const DutyBody = z
  .strictObject({
    row: z.string(),
    agreement: z.string(),
    activity: z.string(),
    plain: z.string(),
    groups: z.array(z.enum(['main', 'joint', 'contributes', 'may-offer'])),
    always: z.boolean(),
    actors: z.array(Actor),
    result: Truth,
    conditionsText: z.string().nullable(),
    conditions: z.array(ConditionBody),
    why: z.array(ConditionBody),
    wayForward: z.strictObject({ text: z.string().nullable(), rows: z.array(z.string()) }).nullable(),
    deadline: Deadline.nullable(),
    consent: z.enum(['not-required', 'required']).nullable(),
    requires: z.array(z.string()),
    law: z.array(z.string()),
    warnings: z.array(z.string()),
    note: z.string().nullable(),
    certainty: z.string(),
    linked: z.array(z.string()),
    contacts: z.array(Contact),
    citations: z.array(Citation),
  })
  .openapi('Duty', { description: 'Ett ansvar. `result` säger om villkoren är uppfyllda. Ett som inte är det har en väg vidare.' });

const AgreementBody = z
  .strictObject({
    slug: z.string(),
    short: z.string(),
    version: z.string(),
    status: StatusBody,
    scope: Truth,
    appliesInstead: z.array(z.strictObject({ agreement: z.string(), text: z.string() })),
  })
  .openapi('AgreementInAnswer');

export const NavigatorBody = z
  .strictObject({
    on: z.iso.date(),
    agreements: z.array(AgreementBody),
    duties: z.array(DutyBody),
    conflicts: z.array(z.strictObject({ between: z.array(z.string()), text: z.string() })),
    nextSteps: z.array(
      z.strictObject({
        id: z.string(),
        title: z.string(),
        text: z.string(),
        result: z.enum(['met', 'unknown']),
        urgency: z.enum(['immediately', 'without-delay', 'when-needed']),
        consent: z.enum(['not-required', 'required']),
        consentText: z.string(),
        basis: z.string(),
        deadline: Deadline.nullable(),
        law: z.array(z.string()),
      }),
    ),
    unknowns: z.array(
      z.strictObject({ fact: z.string(), asked: z.boolean(), duties: z.array(z.string()), agreements: z.array(z.string()) }),
    ),
    nextQuestion: z
      .strictObject({
        fact: z.string(),
        type: z.string(),
        question: z.string(),
        options: z.array(z.strictObject({ id: z.string(), label: z.string() })),
      })
      .nullable(),
    fallback: z.boolean(),
    url: z.string(),
  })
  .openapi('NavigatorAnswer');

const Value = z.union([z.string(), z.number(), z.boolean(), z.array(z.string()), z.strictObject({ min: z.number(), max: z.number() })]);

export const SituationBody = z
  .looseObject({
    county: z.string().optional().openapi({ pattern: '^\\d{2}$', example: '06' }),
    municipality: z.string().optional().openapi({ pattern: '^\\d{4}$', example: '0686' }),
    date: z.string().optional().openapi({ format: 'date', example: '2026-11-22' }),
  })
  .catchall(Value)
  .openapi('Situation', {
    description:
      'En plats, en dag och uppgifter efter id (GET /situation räknar upp dem). `"unknown"` betyder frågat men inte känt. Skicka aldrig personuppgifter.',
    example: { municipality: '0686', need: ['withdrawal'], substance: ['alcohol'], severity: 'mild', age: 45, psychiatric: false },
  });

export const FactsBody = z
  .strictObject({
    facts: z.array(
      z.strictObject({
        id: z.string(),
        param: z.string(),
        type: z.enum(['choice', 'set', 'yes-no', 'number']),
        label: z.string(),
        question: z.string(),
        options: z.array(z.strictObject({ id: z.string(), label: z.string() })),
        min: z.number().nullable(),
        max: z.number().nullable(),
      }),
    ),
  })
  .openapi('SituationFacts');

export const MatrixBody = z
  .strictObject({
    agreement: z.string(),
    version: z.string(),
    status: StatusBody,
    columns: z.array(z.strictObject({ id: z.string(), name: z.string() })),
    groups: z.array(
      z.strictObject({
        id: z.string(),
        heading: z.string(),
        rows: z.array(
          z.strictObject({
            id: z.string(),
            activity: z.string(),
            plain: z.string(),
            mode: z.enum(['joint', 'municipality', 'region', 'external']),
            cells: z.array(
              z
                .strictObject({
                  column: z.string(),
                  role: z.string(),
                  actors: z.array(z.strictObject({ name: z.string(), role: z.string() })),
                })
                .nullable(),
            ),
            conditionsText: z.string().nullable(),
            always: z.boolean(),
            deadline: Deadline.nullable(),
            law: z.array(z.string()),
            warnings: z.array(z.string()),
            certainty: z.string(),
            citations: z.array(z.string()),
            url: z.string(),
          }),
        ),
      }),
    ),
  })
  .openapi('Matrix', { description: 'Ett kryss säger att aktören har ansvar. Det säger aldrig att ingen annan har det.' });
