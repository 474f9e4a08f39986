import { z } from '@hono/zod-openapi';
import { taskSides, taskStates } from '../../../domain/plans/task-states.ts';
import { OUTSIDE_REASONS } from '../../../domain/plans/trace.ts';

/** Shapes of the API about tasks. */

const Unit = z.strictObject({ id: z.uuid(), name: z.string(), organisation: z.strictObject({ id: z.uuid(), name: z.string() }) });
const state = z.enum(taskStates);

const common = {
  id: z.uuid(),
  plan: z.uuid(),
  measure: z.uuid(),
  state,
  number: z.int().openapi({ description: 'Hur många steg som har tagits. Skicka det som `seen` när du tar nästa.' }),
  since: z.string(),
  due: z.iso.date(),
  overdue: z.boolean(),
  requester: Unit,
  owner: Unit,
  ownerClosed: z.boolean(),
  sides: z.array(z.enum(taskSides)).openapi({ description: 'Vilka sidor din enhet är på.' }),
  words: z
    .strictObject({
      what: z.string(),
      message: z.string(),
      agreement: z.string().nullable(),
      row: z.string().nullable(),
      outside: z.enum(OUTSIDE_REASONS).nullable(),
    })
    .nullable()
    .openapi({ description: 'Null när insatserna inte är öppna för dig.' }),
};

export const TasksFound = z
  .strictObject({
    tasks: z.array(
      z
        .strictObject({ ...common, name: z.string().nullable(), masked: z.boolean() })
        .openapi('TaskListed', { description: '`masked` är sant när personen har skyddad identitet.' }),
    ),
    next: z.string().nullable(),
  })
  .openapi('TasksFound', { description: 'Det som ska vara klart först kommer först. Fråga med `after` lika med `next` för fler.' });

export const PlanTask = z
  .strictObject({
    ...common,
    forwardedFrom: z.uuid().nullable(),
    open: z.array(state).openapi({ description: 'De lägen som du kan flytta det till.' }),
    moves: z.array(
      z.strictObject({
        number: z.int(),
        to: state,
        side: z.enum(taskSides),
        unit: z.string(),
        at: z.string(),
        right: z.string().nullable(),
        reason: z.string().nullable(),
      }),
    ),
  })
  .openapi('PlanTask', {
    description:
      'En insats som en enhet ber en annan om, eller sig själv. Att uppdraget finns, hos vem och till vilken dag ser båda sidor alltid. Orden ser den som får läsa insatser.',
  });
export const PlanTasks = z.strictObject({ tasks: z.array(PlanTask) }).openapi('PlanTasks');

export const NewPlanTask = z
  .strictObject({
    key: z.uuid().optional().openapi({ description: 'Id som uppdraget får. Skickas samma sak två gånger blir det ett uppdrag.' }),
    measure: z.uuid(),
    due: z.iso.date(),
    message: z.string().max(2000).optional(),
  })
  .openapi('NewPlanTask', {
    description: 'Enheten som insatsen pekar på får frågan.',
    example: { measure: '7ebbe506-c00d-8877-8035-4c4ff3d6ad57', due: '2027-12-31', message: 'Ring gärna först.' },
  });

export const NewTaskMove = z
  .strictObject({
    to: state,
    reason: z.string().max(2000).optional(),
    rightUnit: z.uuid().optional(),
    seen: z.int().min(1).optional().openapi({ description: 'Hur många steg du har sett. Har någon annan tagit ett till blir svaret 409.' }),
  })
  .openapi('NewTaskMove', {
    description:
      'Ett nej, ett stopp, en återkallelse och ett misslyckande tar ett skäl. Vid ett nej kan `rightUnit` peka ut rätt enhet hos samma huvudman.',
    example: { to: 'accepted' },
  });
