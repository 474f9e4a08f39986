import { z } from '@hono/zod-openapi';
import { type Role, roleNames } from '../../domain/access/roles.ts';
import { MOST_DRAWN, strata } from '../../domain/audit/draw-sample.ts';
import { actorKinds, doors, purposes } from '../../domain/audit/event.ts';
import { verdicts } from '../../domain/audit/review-policy.ts';
import { IsoDate } from '../../domain/counties/ids.ts';
import { orNull } from '../../platform/index.ts';
import { actNames } from './act-texts.ts';

/** Shapes of the API about the log. Answers are built field by field in `api-answers.ts`. */

const Act = z.enum(actNames);
const role = z.enum(roleNames as [Role, ...Role[]]).nullable();
const purpose = z.enum(purposes).nullable();
const outcomes = ['allowed', 'refused'] as const;

/** The example of a round: who sends it again gets the round that was drawn. */
export const EXAMPLE_ROUND = '5f0c1c7e-3f5b-4a52-9d0e-6b0a4f6f2b11';
const days = { from: IsoDate, to: IsoDate };
const EXAMPLE_DAYS = { from: '2026-11-01', to: '2026-11-22' };

export const EventSearchBody = z
  .strictObject({
    ...days,
    person: z.string().max(40).optional().openapi({ description: 'Personnummer, samordningsnummer, reservnummer eller ärendenummer.' }),
    user: z.string().max(100).optional().openapi({ description: 'Användarens namn eller HSA-id.' }),
    unit: z.uuid().optional(),
    outcome: z.enum(outcomes).optional(),
    act: Act.optional(),
    reviews: z.boolean().optional().openapi({ description: 'Sant: ta med när någon har gått igenom loggen.' }),
    before: z.uuid().optional().openapi({ description: '`older` från sidan före.' }),
    limit: z.int().min(1).max(200).optional().openapi({ description: 'Hur många på en sida. 50 om det utelämnas.' }),
  })
  .openapi('AuditSearch', { description: 'Högst 400 dagar i taget.', example: { ...EXAMPLE_DAYS, limit: 2 } });

const named = z.strictObject({ id: z.uuid().nullable(), name: z.string().nullable() });

const AuditEvent = z
  .strictObject({
    id: z.uuid(),
    at: z.string(),
    text: z.string(),
    who: z.strictObject({ kind: z.enum(actorKinds), account: named, role, unit: named, organisation: named }),
    whom: z.strictObject({
      kind: z.enum(['nobody', 'known', 'elsewhere']),
      name: z.string().nullable(),
      caseNumbers: z.array(z.string()),
    }),
    owner: named,
    act: z.string(),
    outcome: z.enum(outcomes),
    code: z.string().nullable(),
    purpose,
    via: z.enum(doors),
    found: z.int().nullable(),
    protectedIdentity: z.boolean(),
    own: z.boolean(),
  })
  .openapi('AuditEvent', {
    description:
      'En rad i loggen. `whom` är vem det gällde: `known` i era egna uppgifter, `elsewhere` i en annan huvudmans. Namnet är null när personen har skyddad identitet. `own` är sant när raden är din egen. Tidpunkter enligt ISO 8601.',
  });

export const EventsFound = z
  .strictObject({ events: z.array(AuditEvent), older: z.uuid().nullable() })
  .openapi('AuditEvents', { description: 'Den senaste först. Skicka `older` som `before` för nästa sida.' });

export const PatternSearchBody = z
  .strictObject({
    ...days,
    before: z.uuid().optional().openapi({ description: '`older` från svaret före: äldre rader gås igenom.' }),
    skip: z.int().min(0).max(5_000).optional().openapi({ description: 'Hur många av de funna som redan är visade. 0 om det utelämnas.' }),
  })
  .openapi('AuditPatternSearch', { description: 'Högst 400 dagar i taget.', example: EXAMPLE_DAYS });

const Oddity = z.strictObject({
  kind: z.enum(['same-name', 'own-family-name', 'colleague', 'many-persons', 'no-relation', 'protected-identity', 'after-hours']),
  text: z.string(),
});

export const OddEventsFound = z
  .strictObject({
    odd: z.array(z.strictObject({ event: AuditEvent, why: z.array(Oddity) })),
    found: z.int(),
    gone: z.int(),
    since: z.string().nullable(),
    older: z.uuid().nullable(),
  })
  .openapi('AuditPatterns', {
    description:
      'Rader som är värda en fråga, med skälen; inget av dem säger att något var fel. De med flest skäl först, högst 100 åt gången av de `found` som fanns. `gone` är hur många rader som gicks igenom, den äldsta från `since`. Finns fler är `older` inte null: skicka den som `before`.',
  });

export const NewSample = z
  .strictObject({
    ...days,
    stratum: z.enum(strata),
    size: z.int().min(1).max(MOST_DRAWN),
    key: z.uuid().openapi({ description: 'Det id som urvalet ska få. Skickas samma igen dras inget nytt, utan det som drogs besvaras.' }),
  })
  .openapi('NewAuditSample', {
    description: 'Vad som ska dras: ur vilka rader, vilka dagar och hur många.',
    example: { ...EXAMPLE_DAYS, stratum: 'all', size: 2, key: EXAMPLE_ROUND },
  });

export const DrawnSample = z
  .strictObject({ id: z.uuid(), population: z.int(), drawn: z.int() })
  .openapi('DrawnAuditSample', { description: '`population` är hur många rader det fanns att dra ur.' });

const Sample = z
  .strictObject({
    id: z.uuid(),
    drawnBy: named,
    drawnAt: z.string(),
    method: z.string(),
    seed: z.string(),
    stratum: z.enum(strata),
    from: z.iso.date(),
    to: z.iso.date(),
    until: z.string(),
    asked: z.int(),
    population: z.int(),
    drawn: z.int(),
    judged: z.int(),
  })
  .openapi('AuditSample', {
    description:
      'Hur ett urval drogs. Med `seed` kan vem som helst dra samma rader igen. `judged` är hur många rader som har en bedömning.',
  });

export const Samples = z
  .strictObject({ samples: z.array(Sample), older: z.uuid().nullable() })
  .openapi('AuditSamples', { description: 'Det senaste först. Skicka `older` som `before` för nästa sida.' });

const Verdict = z
  .strictObject({ id: z.uuid(), verdict: z.enum(verdicts), reason: z.string(), by: z.string(), at: z.string() })
  .openapi('AuditVerdict');

const SampledEvent = z
  .strictObject({
    row: z.int().min(1).max(MOST_DRAWN),
    event: AuditEvent,
    holds: orNull(Verdict),
    corrected: z.array(Verdict),
    mayJudge: z.boolean(),
  })
  .openapi('SampledAuditEvent', {
    description:
      '`row` är platsen i urvalet. `holds` är bedömningen som gäller, `corrected` de som den rättar. `mayJudge` är falskt för din egen rad.',
  });

export const SampleBody = z
  .strictObject({ sample: Sample, rows: z.array(SampledEvent), missing: z.int(), drawnAgain: z.boolean() })
  .openapi('AuditSampleRows', {
    description: '`missing` är rader som inte längre går att läsa. `drawnAgain` är sant när fröet drar samma rader i dag.',
  });

export const NewVerdict = z
  .strictObject({
    verdict: z.enum(verdicts),
    reason: z
      .string()
      .max(1000)
      .regex(/^\S[\s\S]{3,}\S$/)
      .openapi({ description: 'Varför, på 5–1 000 tecken. Skriv inga uppgifter om personen.' }),
    corrects: z.uuid().optional().openapi({ description: 'Bedömningen som den här rättar.' }),
  })
  .openapi('NewAuditVerdict', { example: { verdict: 'justified', reason: 'Personen har ett ärende hos enheten.' } });

export const GivenVerdict = z
  .strictObject({ id: z.uuid(), event: z.uuid(), verdict: z.enum(verdicts) })
  .openapi('GivenAuditVerdict', { description: 'Bedömningen, och raden i loggen som den gäller.' });

const OwnLook = z
  .strictObject({
    at: z.string(),
    text: z.string(),
    act: z.string(),
    outcome: z.enum(outcomes),
    kind: z.enum(actorKinds),
    role,
    unit: z.string().nullable(),
    organisation: z.string().nullable(),
    purpose,
  })
  .openapi('OwnAuditLook', { description: 'Var den som tittade arbetar och i vilken roll, aldrig namnet.' });

export const OwnExtract = z
  .strictObject({
    groups: z.array(z.strictObject({ owner: z.strictObject({ id: z.uuid(), name: z.string() }), looks: z.array(OwnLook) })),
    ownVisits: z.int(),
    older: z.uuid().nullable(),
  })
  .openapi('OwnAuditExtract', {
    description:
      'Vem som har tittat på dina uppgifter, per huvudman som ansvarar för dem, det senaste först. Dina egna besök räknas i `ownVisits`. Skicka `older` som `before` för nästa sida.',
  });
