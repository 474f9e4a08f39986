import { z } from '@hono/zod-openapi';
import { IsoDate, Slug } from '../../domain/counties/ids.ts';
import { ledTo, stages } from '../../domain/follow-ups/record.ts';

/** Shapes of follow-ups in the API. Answers are built field by field in `api-answers.ts`. */

const KINDS = ['follow-up', 'evaluation', 'revision'] as const;
const STATES = ['overdue', 'soon', 'due', 'unknown', 'ended'] as const;
const ACT = '0190a0a0-0000-7000-8000-000000000001';

const task = {
  agreement: z.string(),
  title: z.string(),
  county: z.string(),
  cadence: z.string(),
  termOf: z.string(),
  kind: z.enum(KINDS),
  description: z.string(),
  every: z.string(),
  bodies: z.array(z.string()),
  parties: z.boolean(),
  state: z.enum(STATES),
  missed: z.iso.date().nullable(),
  next: z.iso.date().nullable(),
  outcomes: z.array(
    z.strictObject({ lastDay: z.iso.date(), state: z.enum(STATES), missed: z.iso.date().nullable(), next: z.iso.date().nullable() }),
  ),
  cites: z.array(z.string()),
  url: z.string(),
};

export const FollowUpTaskBody = z.strictObject(task).openapi('FollowUpTask', {
  description:
    'Något som ska följas upp, utvärderas eller revideras. `termOf` är avtalet vars villkor det är: för ett lokalt avtal kan det vara länets. `missed` är den senaste dagen som passerade utan att något registrerades. `outcomes` finns när svaret beror på om avtalet förlängdes.',
});

export const FollowUpTasks = z.strictObject({ on: z.iso.date(), tasks: z.array(FollowUpTaskBody) }).openapi('FollowUpTasks', {
  description: 'Det som är försenat först.',
});

export const FollowUpsBody = z
  .strictObject({
    agreement: z.string(),
    tasks: z.array(FollowUpTaskBody),
    done: z.array(
      z.strictObject({
        act: z.uuid(),
        kind: z.string(),
        on: z.iso.date(),
        from: z.iso.date().nullable(),
        to: z.iso.date().nullable(),
        until: z.iso.date().nullable(),
        outcome: z.string(),
        ledTo: z.enum(ledTo).nullable(),
        cadence: z.string().nullable(),
        body: z.string().nullable(),
        corrects: z.uuid().nullable(),
        correctedBy: z.uuid().nullable(),
      }),
    ),
    extensions: z.array(
      z.strictObject({
        end: z.iso.date(),
        until: z.iso.date(),
        verdict: z.enum(['holds', 'lapsed', 'unknown']),
        rests: z.array(z.strictObject({ requirement: z.string(), acts: z.array(z.strictObject({ kind: z.string(), on: z.iso.date() })) })),
        failed: z.array(z.string()),
        open: z.array(z.string()),
        cites: z.array(z.string()),
      }),
    ),
  })
  .openapi('FollowUps', {
    description:
      'Det som återkommer i ett avtal, det som är registrerat, och vad villkoren säger om varje giltighetstid som har tagit slut. Det som har rättats (`correctedBy`) räknas inte.',
  });

export const NewFollowUp = z
  .strictObject({
    cadence: Slug,
    key: z.uuid().optional(),
    stage: z.enum(stages).optional(),
    on: IsoDate,
    from: IsoDate.optional(),
    to: IsoDate.optional(),
    about: z.string().max(4000),
    outcome: z.string().max(4000),
    ledTo: z.enum(ledTo),
    documented: z.string().max(400),
    tookPart: z.string().max(2000),
  })
  .openapi('NewFollowUp', {
    description:
      'En uppföljning, utvärdering eller revidering. `outcome` kan alla läsa; `about`, `documented` och `tookPart` läses av personal i länet. Samma `key` registreras en gång.',
    example: {
      cadence: 'arlig-uppfoljning',
      on: '2026-11-20',
      from: '2025-06-01',
      to: '2026-05-31',
      about: 'Avsnittet om gemensamt ansvar.',
      outcome: 'Arbetssättet fungerar.',
      ledTo: 'nothing',
      documented: 'Dnr 2026/1',
      tookPart: 'Strategigruppen',
    },
  });

export const NotedFollowUp = z
  .strictObject({ act: z.uuid() })
  .openapi('NotedFollowUp', { description: 'Den är registrerad.', example: { act: ACT } });
