import { z } from '@hono/zod-openapi';
import { CLOSING_REASONS } from '../../../domain/plans/closing.ts';
import { OUTCOMES, RESULTS } from '../../../domain/plans/follow-up.ts';
import { HAND_OVER_ANSWERS } from '../../../domain/plans/hand-over.ts';
import { VOICES } from '../../../domain/plans/parts.ts';
import { STAGES } from '../../../domain/plans/stage.ts';

const Evaluation = z.strictObject({
  about: z.enum(['goal', 'measure']),
  id: z.uuid(),
  voice: z.enum(VOICES),
  result: z.enum(RESULTS),
  words: z.string(),
  at: z.string(),
});

const FollowUp = z.strictObject({
  id: z.uuid(),
  number: z.int(),
  on: z.iso.date(),
  outcome: z.enum(OUTCOMES),
  next: z.iso.date().nullable(),
  tookPart: z.boolean(),
  present: z.string(),
  whyNot: z.string(),
  summary: z.string(),
  ownView: z.string(),
  evaluations: z.array(Evaluation),
});

const HandOver = z.strictObject({
  id: z.uuid(),
  unit: z.string(),
  organisation: z.string(),
  from: z.string(),
  reason: z.string(),
  at: z.string(),
  answer: z.enum(HAND_OVER_ANSWERS).nullable(),
  answeredAt: z.string().nullable(),
  whyNot: z.string().nullable(),
});

export const Following = z
  .strictObject({
    stage: z.enum(STAGES).nullable(),
    due: z.iso.date().nullable(),
    revises: z.boolean(),
    followUps: z.array(FollowUp).nullable(),
    own: z.array(Evaluation),
    closing: z
      .strictObject({ on: z.iso.date(), unit: z.string(), reason: z.enum(CLOSING_REASONS).nullable(), words: z.string() })
      .nullable(),
    wishesToClose: z.boolean().nullable(),
    handOvers: z.array(HandOver),
    lead: z.strictObject({ unit: z.string(), organisation: z.string() }).nullable(),
  })
  .openapi('PlanFollowing', {
    description:
      'Uppföljningar, när nästa ska ske, om planen är avslutad och hur ansvaret för helheten har lämnats över. `followUps` är null där uppföljningen inte är öppen för dig. `lead` är den enhet som har tagit över ansvaret för helheten och leder planen; null där ingen har gjort det. `own` är det som personen själv säger om hur det går.',
  });

const id = { key: z.uuid().openapi({ description: 'Id som uppföljningen får. Skickas samma sak två gånger blir det en.' }) };
const example = '5a3c1f0e-7a55-4c59-9c53-0d6f3f2c9b12';

export const NewFollowUp = z
  .strictObject({
    ...id,
    on: z.iso.date(),
    present: z.string().min(2).max(1000),
    tookPart: z.boolean(),
    whyNot: z.string().max(1000).optional(),
    summary: z.string().min(3).max(4000),
    ownView: z.string().max(4000).optional(),
    evaluations: z
      .array(
        z.strictObject({
          about: z.enum(['goal', 'measure']),
          id: z.uuid(),
          result: z.enum(RESULTS),
          words: z.string().max(2000).optional(),
          person: z.enum(RESULTS).optional(),
        }),
      )
      .max(200),
    outcome: z.enum(OUTCOMES),
    next: z.iso.date().optional(),
    reason: z.enum(CLOSING_REASONS).optional(),
    closingWords: z.string().max(2000).optional(),
  })
  .openapi('NewPlanFollowUp', {
    description: 'En uppföljning. Varje mål och insats bedöms. En plan som fortsätter eller görs om har alltid en ny dag i `next`.',
    example: {
      ...{ key: example, on: '2026-11-20', present: 'Personen och boendestödet', tookPart: true, summary: 'Det går framåt.' },
      evaluations: [
        { about: 'goal', id: '7665db2f-4e3c-83d2-a555-bb093f647bcc', result: 'partly', person: 'partly' },
        { about: 'measure', id: '494b03e4-756e-8344-844e-cf1b3a75eaa8', result: 'reached', words: 'Samtalen fortsätter.' },
        { about: 'measure', id: 'e3ccfd05-72d1-878b-b0a4-0fbcb42942e0', result: 'partly' },
        { about: 'measure', id: '7ebbe506-c00d-8877-8035-4c4ff3d6ad57', result: 'too-early' },
      ],
      ...{ outcome: 'continue', next: '2027-12-31' },
    },
  });

export const NewClosing = z
  .strictObject({ reason: z.enum(CLOSING_REASONS), words: z.string().max(2000).optional() })
  .openapi('NewPlanClosing', {
    description: 'Varför planen avslutas. Bara den som samordnar planen, eller ersättaren, avslutar den.',
    example: { reason: 'goals-reached' },
  });

export const NewHandOver = z
  .strictObject({ key: z.uuid(), unit: z.uuid(), reason: z.string().min(3).max(2000) })
  .openapi('NewPlanHandOver', {
    description: 'En fråga till en enhet hos en annan huvudman om att ta över ansvaret för helheten.',
    example: {
      key: 'e44b575d-ce50-8f56-b5f6-6fee0f3389db',
      unit: '7363aa7a-739f-8ef4-9cc8-f69fa607eebf',
      reason: 'Stödet hemma är det mesta nu.',
    },
  });

export const NewHandOverAnswer = z
  .strictObject({
    answer: z.enum(HAND_OVER_ANSWERS),
    coordinator: z.uuid().optional(),
    substitute: z.uuid().optional(),
    reason: z.string().max(2000).optional(),
  })
  .openapi('NewPlanHandOverAnswer', {
    description:
      'Svaret. Den som tackar ja pekar ut vem hos sig som samordnar; den som tackar nej skriver varför. De som frågade kan ta tillbaka frågan.',
    example: { answer: 'withdrawn' },
  });

const Change = z.strictObject({
  change: z.enum(['added', 'changed', 'dropped']),
  before: z.string().nullable(),
  now: z.string().nullable(),
});

export const History = z
  .strictObject({
    versions: z.array(
      z.strictObject({
        number: z.int(),
        at: z.string(),
        reason: z.string().nullable(),
        goals: z.array(Change).nullable(),
        measures: z.array(Change).nullable(),
        duties: z.array(z.strictObject({ sort: z.enum(['overall', 'coordinator', 'follow-up']), now: z.string() })).nullable(),
      }),
    ),
    handedOn: z.array(z.strictObject({ at: z.string(), what: z.string(), from: z.string(), to: z.string() })).nullable(),
  })
  .openapi('PlanHistory', {
    description:
      'Versionerna, och vad var och en ändrade. `handedOn` är insatser där en enhet har sagt att de hör till en annan, som har fått frågan. Det som är null är inte öppet för dig.',
  });
