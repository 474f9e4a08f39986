import { createRoute, z } from '@hono/zod-openapi';
import { PRESENCES } from '../../../domain/plans/summons.ts';
import { isRefusal, type Refusal } from '../../../domain/refusal.ts';
import {
  apiRouter,
  jsonAnswer,
  jsonBody,
  LOGIN,
  pathParam,
  problem,
  problemAnswers,
  type Scope,
  scopeOf,
} from '../../../platform/index.ts';
import { refusals } from '../texts-refusals.ts';
import { callingOf, PlanCalling } from './calling-answer.ts';
import { noteMeeting } from './note-meeting.ts';
import { callOffMeeting, setMeeting } from './set-meeting.ts';

const tags = ['plans'];
const security = LOGIN;
const id = pathParam(z.uuid(), 'id', { example: 'c30444ae-63ca-8813-ac4f-b797457996c4' });
const responses = {
  ...jsonAnswer(PlanCalling, 'Möten i planen, och vilka som är kallade'),
  ...problemAnswers(401, 403, 404, 409, 413, 415),
};
const set = 'c2a4a7b0-3f0f-4a47-8a43-0f0d3f1c9a41';

const NewMeeting = z
  .strictObject({
    key: z.uuid().optional().openapi({ description: 'Id som mötet får. Skickas samma sak två gånger sätts det en gång.' }),
    on: z.iso.date(),
    time: z.string().regex(/^([01]?\d|2[0-3])[:.][0-5]\d$/),
    minutes: z.int().min(5).max(480),
    how: z.enum(['place', 'video', 'phone']),
    where: z.string().max(500).default(''),
    seen: z.uuid().optional().openapi({ description: '`id` för mötet som var satt när du läste; utelämnas när inget var satt.' }),
  })
  .openapi('NewPlanMeeting', {
    description: 'När och hur de som är med i planen ses. Är ett möte redan satt flyttas det.',
    example: {
      ...{ key: set, on: '2026-12-04', time: '10:00', minutes: 60, how: 'place', where: 'Mottagningen, rum 2' },
      seen: 'd3deac68-6d91-8177-b37a-7a8d34f08653',
    },
  });

const CallOff = z
  .strictObject({ seen: z.uuid() })
  .openapi('PlanMeetingCallOff', { description: '`seen` är `id` för mötet som ställs in.', example: { seen: set } });

const At = z.strictObject({ presence: z.enum(PRESENCES), reason: z.string().max(500).default('') });
const Attendance = z
  .strictObject({
    meeting: z.uuid(),
    individual: At,
    leader: At,
    called: z
      .array(z.strictObject({ summons: z.uuid(), presence: z.enum(PRESENCES), reason: z.string().max(500).default('') }))
      .max(60)
      .default([]),
  })
  .openapi('NewPlanAttendance', {
    description:
      'Hur var och en var med på mötet: personen, enheten som leder planen och alla som är kallade. Den som inte var med har ett skäl.',
    example: {
      meeting: 'd595ee3e-713b-8bfd-8f42-b3a16ac76687',
      individual: { presence: 'present', reason: '' },
      leader: { presence: 'present', reason: '' },
      called: [],
    },
  });

/** Meetings in a plan, for the staff that lead it. */
export const planMeetingsApi = apiRouter();

planMeetingsApi.openapi(
  createRoute({
    method: 'post',
    path: '/plans/{id}/meetings',
    tags,
    security,
    summary: 'Sätt eller flytta mötet i en plan',
    request: { params: z.strictObject({ id }), body: jsonBody(NewMeeting) },
    responses,
  }),
  async (c) => {
    const { id: plan } = c.req.valid('param');
    const { key, seen = '', ...said } = c.req.valid('json');
    const found = await afterwards(scopeOf(c), plan, await setMeeting(scopeOf(c), { plan, ...said, seen, ...(key ? { key } : {}) }));
    return isRefusal(found) ? problem(c, found, refusals) : c.json(found, 200);
  },
);

planMeetingsApi.openapi(
  createRoute({
    method: 'post',
    path: '/plans/{id}/meetings/call-off',
    tags,
    security,
    summary: 'Ställ in mötet i en plan',
    request: { params: z.strictObject({ id }), body: jsonBody(CallOff) },
    responses,
  }),
  async (c) => {
    const { id: plan } = c.req.valid('param');
    const found = await afterwards(scopeOf(c), plan, await callOffMeeting(scopeOf(c), { plan, seen: c.req.valid('json').seen }));
    return isRefusal(found) ? problem(c, found, refusals) : c.json(found, 200);
  },
);

planMeetingsApi.openapi(
  createRoute({
    method: 'post',
    path: '/plans/{id}/meetings/attendance',
    tags,
    security,
    summary: 'Skriv att mötet har varit, och vilka som var med',
    request: {
      params: z.strictObject({ id: pathParam(z.uuid(), 'id', { example: '054636f5-edea-8e95-a499-16def892527f' }) }),
      body: jsonBody(Attendance),
    },
    responses,
  }),
  async (c) => {
    const { id: plan } = c.req.valid('param');
    const found = await afterwards(scopeOf(c), plan, await noteMeeting(scopeOf(c), { plan, ...c.req.valid('json') }));
    return isRefusal(found) ? problem(c, found, refusals) : c.json(found, 200);
  },
);

async function afterwards(scope: Scope, plan: string, done: object | Refusal) {
  return isRefusal(done) ? done : callingOf(scope, plan);
}
