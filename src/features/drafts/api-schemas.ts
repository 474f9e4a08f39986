import { z } from '@hono/zod-openapi';
import { AGREEMENT_KINDS } from '../../domain/counties/agreement-file.ts';
import { participationLevels } from '../../domain/drafts/draft-file.ts';
import { decisionOutcomes, draftStates } from '../../domain/drafts/process.ts';
import { stepKinds } from '../../domain/drafts/steps.ts';
import { DECIDER } from './record-decision.ts';

/** Shapes of working copies in the API. Answers are built field by field in `api-answers.ts`. */

const ID = '0bb55bd9-d604-8239-8b83-3deabd0ed6df';
const summary = {
  id: z.uuid(),
  agreement: z.string(),
  title: z.string(),
  label: z.string(),
  base: z.string().nullable(),
  kind: z.enum(AGREEMENT_KINDS),
  class: z.enum(['major', 'minor']),
  state: z.enum(draftStates),
};
const example = {
  id: ID,
  agreement: 'jonkoping-psykiatriska-tillstand',
  title: 'Psykiatriska tillstånd, Jönköpings län',
  label: 'Förslag 1',
  base: '1',
  kind: 'county',
  class: 'major',
  state: 'deciding',
} as const;

export const DraftList = z
  .strictObject({ drafts: z.array(z.strictObject({ ...summary, opened: z.iso.date() })) })
  .openapi('DraftList', { description: 'Arbetsversioner i ditt län som du får läsa, den senast öppnade först.' });

const DecisionBody = z
  .strictObject({
    decider: z.string(),
    name: z.string(),
    outcome: z.enum(decisionOutcomes).nullable(),
    on: z.iso.date().nullable(),
    body: z.string().nullable(),
    paragraph: z.string().nullable(),
    registry: z.string().nullable(),
    approver: z.string().nullable(),
    reservation: z.string().nullable(),
    extract: z.string().nullable(),
    appliesFrom: z.iso.date().nullable(),
  })
  .openapi('DraftDecision', {
    description:
      'Vad en part, ett organ eller en plats har beslutat. Null är det som inte har hänt eller inte har sagts. `extract` är adressen till protokollsutdraget. `appliesFrom` är från vilken dag texten gäller för parten.',
  });

export const DraftBody = z
  .strictObject({
    ...summary,
    submitted: z.strictObject({ on: z.iso.date(), hash: z.string() }).nullable(),
    participation: z.strictObject({
      level: z.enum(participationLevels).nullable(),
      text: z.string().nullable(),
      consultations: z.array(
        z.strictObject({
          id: z.uuid(),
          opened: z.iso.date(),
          lastDay: z.iso.date(),
          closed: z.iso.date().nullable(),
          level: z.enum(participationLevels),
          comments: z.int(),
          unanswered: z.int(),
        }),
      ),
    }),
    steps: z.array(
      z.strictObject({
        id: z.string(),
        kind: z.enum(stepKinds),
        state: z.enum(['waiting', 'open', 'done']),
        deciders: z.array(DecisionBody),
      }),
    ),
  })
  .openapi('Draft', {
    description:
      'En arbetsversion och var den är. `submitted` säger vilken text som lämnades för beslut: dess SHA-256 och dagen. `participation` säger hur målgruppen har varit med, och vilka remisser som har varit.',
    example: {
      ...example,
      submitted: { on: '2026-11-02', hash: '82705bfd6e06f1c1a0b1c2d3e4f5061728394a5b6c7d8e9f0a1b2c3d4e5f6071' },
      participation: { level: 'dialogue', text: 'Två möten med brukarrådet.', consultations: [] },
      steps: [],
    },
  });

export const DraftTextBody = z
  .strictObject({
    id: z.uuid(),
    label: z.string(),
    title: z.string(),
    summary: z.string().nullable(),
    from: z.iso.date().nullable(),
    sections: z.array(
      z.strictObject({
        id: z.string(),
        depth: z.int(),
        number: z.string().nullable(),
        heading: z.string(),
        sentences: z.array(z.strictObject({ id: z.string(), text: z.string(), item: z.boolean() })),
      }),
    ),
  })
  .openapi('DraftText', { description: 'Texten som den är nu, eller som den lämnades för beslut, avsnitt för avsnitt.' });

export const NewDecision = z
  .strictObject({
    step: z.string().max(80),
    decider: z.string().regex(DECIDER),
    outcome: z.enum(decisionOutcomes),
    on: z.iso.date(),
    body: z.string().max(200).optional(),
    paragraph: z.string().max(60).optional(),
    registry: z.string().max(60).optional(),
    approver: z.string().max(200).optional(),
    reservation: z.string().max(4000).optional(),
    extract: z.string().max(2_800_000).optional(),
  })
  .openapi('NewDecision', {
    description:
      'Ett beslut ur en parts eller ett organs protokoll. `decider` är `party:region`, `party:<kommunkod>` eller `body:<organ>`. En part anger organ, paragraf och diarienummer; ett fastställande vem som godkände. `extract` är en PDF i base64.',
    example: {
      step: 'beslut-reko',
      decider: 'body:reko',
      outcome: 'approved',
      on: '2026-11-20',
      approver: 'Ordförande i ReKo',
      registry: 'RJL 2026/1',
    },
  });

export const NotedDecision = z.strictObject({ act: z.uuid() }).openapi('NotedDecision', {
  description: 'Beslutet är antecknat och ändras inte.',
  example: { act: '0190a0a0-0000-7000-8000-000000000001' },
});
