import { z } from '@hono/zod-openapi';
import { Basis } from '../../domain/counties/ids.ts';
import { PRACTICE_STATUSES } from '../../domain/counties/local-practice.ts';
import { ActorRole } from '../../domain/counties/responsibility.ts';
import { orNull } from '../../platform/index.ts';
import { CitationBody, ConditionBody, PartyStatusBody, StatusBody } from '../agreements/index.ts';
import { CertaintyBody, ContactBody } from '../counties/index.ts';

/** Shapes of the responsibilities API. Answers are built field by field in `api-answers.ts`. */

const Truth = z.enum(['met', 'unmet', 'unknown']);

export const DeadlineBody = z
  .strictObject({
    value: z.string(),
    basis: z.enum(Basis.options),
    strength: z.string(),
  })
  .openapi('Deadline', {
    description: 'En tidsgräns som den är skriven, vad den vilar på och hur stark den är.',
    example: { value: '24 timmar', basis: 'law', strength: 'must' },
  });

export const MoreDeadlineBody = z.strictObject({ id: z.string(), name: z.string(), ...DeadlineBody.shape }).openapi('MoreDeadline', {
  description: 'En tidsgräns till som rör ansvaret, ur registret över tidsgränser.',
  example: { id: 'D05', name: 'Inskrivningsmeddelande', value: '24 timmar', basis: 'law', strength: 'ska, senast' },
});

const authority = z.enum(['region', 'municipality', 'both', 'external']);

/** An actor of a duty, with what it does there. */
export const ActorBody = z
  .strictObject({ id: z.string(), name: z.string(), authority, role: z.enum(ActorRole.options), performers: z.array(z.string()) })
  .openapi('Actor', {
    description: 'En aktör i ett ansvar, och dess del i det. `performers`: verksamheter enligt den nationella ordlistan.',
    example: { id: 'pv', name: 'Primärvården', authority: 'region', role: 'responsible', performers: ['primarvard'] },
  });

const ConditionResultBody = z
  .strictObject({ fact: z.string(), condition: ConditionBody, result: Truth, text: z.string() })
  .openapi('ConditionResult', {
    description: 'Ett villkor prövat på situationen.',
    example: { fact: 'age', condition: { min: 18 }, result: 'met', text: 'Ålder: minst 18 år.' },
  });

const LocalWayBody = z
  .strictObject({
    agreement: z.string(),
    short: z.string(),
    version: z.string(),
    how: z.string().nullable(),
    by: z.array(z.strictObject({ name: z.string(), unit: z.string().nullable() })),
    when: z.string().nullable(),
    until: z.iso.date().nullable(),
    status: z.enum(PRACTICE_STATUSES),
    reason: z.string().nullable(),
    url: z.string(),
  })
  .openapi('LocalWay', {
    description:
      'Hur ansvaret görs i kommunen, enligt en lokal överenskommelse som gäller. `unit`: enhetens nummer i registret, när den står där.',
  });

const DutyBody = z
  .strictObject({
    row: z.string(),
    agreement: z.string(),
    activity: z.string(),
    plain: z.string(),
    groups: z.array(z.enum(['main', 'joint', 'contributes', 'may-offer'])),
    always: z.boolean(),
    actors: z.array(ActorBody),
    result: Truth,
    conditionsText: z.string().nullable(),
    conditions: z.array(ConditionResultBody),
    why: z.array(ConditionResultBody),
    whyEither: z.array(z.array(ConditionResultBody)),
    wayForward: z.strictObject({ text: z.string().nullable(), rows: z.array(z.string()) }).nullable(),
    deadline: orNull(DeadlineBody),
    moreDeadlines: z.array(MoreDeadlineBody),
    consent: z.enum(['not-required', 'required']).nullable(),
    requires: z.array(z.string()),
    law: z.array(z.string()),
    warnings: z.array(z.string()),
    note: z.string().nullable(),
    certainty: CertaintyBody,
    linked: z.array(z.string()),
    contacts: z.array(ContactBody),
    citations: z.array(CitationBody),
    local: z.array(LocalWayBody),
  })
  .openapi('Duty', {
    description:
      'Ett ansvar. `result` säger om villkoren är uppfyllda. Ett som inte är det har en väg vidare. `whyEither`: det som står i `why`, delat i de sätt på vilka raden visas. Ett av dem räcker.',
  });

const ToldBody = z.strictObject({ fact: z.string(), text: z.string() });
const ContradictionBody = z
  .strictObject({ id: z.string(), told: z.array(ToldBody), counted: z.array(ToldBody), because: z.string() })
  .openapi('Contradiction', {
    description:
      'Uppgifter som inte går ihop. `counted`: det vi har räknat med i stället. Tom lista: vi har räknat med uppgifterna som de är.',
  });

const ElsewhereBody = z
  .strictObject({
    agreement: z.string(),
    title: z.string(),
    about: z.string(),
    url: z.string().nullable(),
    result: z.enum(['met', 'unknown']),
    namedBy: z.strictObject({ agreement: z.string(), url: z.string() }),
  })
  .openapi('AgreementElsewhere', { description: 'Ett avtal i länet som rör situationen men vars text inte finns i registret.' });

const AgreementBody = z
  .strictObject({
    slug: z.string(),
    short: z.string(),
    version: z.string(),
    status: StatusBody,
    scope: Truth,
    appliesInstead: z.array(z.strictObject({ agreement: z.string(), text: z.string() })),
    provisos: z.array(PartyStatusBody),
  })
  .openapi('AgreementInAnswer', {
    description:
      'Ett avtal som svaret bygger på. `provisos`: parter på platsen som det inte är känt att avtalet gäller för, fast det gäller.',
  });

export const NavigatorBody = z
  .strictObject({
    on: z.iso.date(),
    agreements: z.array(AgreementBody),
    notParty: z.array(z.strictObject({ agreement: z.string(), short: z.string(), url: z.string() })),
    duties: z.array(DutyBody),
    conflicts: z.array(z.strictObject({ between: z.array(z.string()), text: z.string() })),
    contradictions: z.array(ContradictionBody),
    elsewhere: z.array(ElsewhereBody),
    nextSteps: z.array(
      z.strictObject({
        id: z.string(),
        title: z.string(),
        text: z.string(),
        result: z.enum(['met', 'unknown']),
        urgency: z.enum(['immediately', 'without-delay', 'when-needed']),
        consent: z.enum(['not-required', 'required']),
        consentText: z.string(),
        basis: z.enum(Basis.options),
        deadline: orNull(DeadlineBody),
        conditionsText: z.string().nullable(),
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
            deadline: orNull(DeadlineBody),
            moreDeadlines: z.array(MoreDeadlineBody),
            law: z.array(z.string()),
            warnings: z.array(z.string()),
            certainty: CertaintyBody,
            citations: z.array(z.string()),
            url: z.string(),
          }),
        ),
      }),
    ),
  })
  .openapi('Matrix', { description: 'Ett kryss säger att aktören har ansvar. Det säger aldrig att ingen annan har det.' });
