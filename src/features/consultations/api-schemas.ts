import { z } from '@hono/zod-openapi';
import { outcomes, receiverKinds, roundStates, stances } from '../../domain/consultations/round.ts';
import { participationLevels } from '../../domain/drafts/draft-file.ts';

/** Shapes of consultations in the API. Answers are built field by field in `api-answers.ts`. */

export const EXAMPLE_ROUND = '87c3ffe2-714c-87d6-98c8-05a7466393f8';
const summary = {
  id: z.uuid(),
  agreement: z.string(),
  title: z.string(),
  label: z.string(),
  county: z.string(),
  state: z.enum(roundStates),
  opened: z.iso.date(),
  lastDay: z.iso.date(),
  closed: z.iso.date().nullable(),
  public: z.boolean(),
  level: z.enum(participationLevels),
};

export const RoundList = z
  .strictObject({ consultations: z.array(z.strictObject(summary)) })
  .openapi('ConsultationList', { description: 'Remisser som du får läsa, den senaste först. Utan inloggning är det de offentliga.' });

export const RoundBody = z
  .strictObject({
    ...summary,
    asks: z.string().nullable(),
    hash: z.string(),
    receivers: z.array(
      z.strictObject({
        receiver: z.string(),
        kind: z.enum(receiverKinds),
        name: z.string(),
        /** The one that was asked, when this is a part of it since it was divided. */
        partOf: z.string().nullable(),
        own: z.boolean(),
        stance: z.enum(stances).nullable(),
      }),
    ),
    extensions: z.array(z.strictObject({ from: z.iso.date(), to: z.iso.date(), reason: z.string(), on: z.iso.date() })),
    part: z.boolean(),
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
  .openapi('Consultation', {
    description:
      'En remiss med den text som skickades. `hash` är SHA-256 för hela texten då. `extensions` säger när de tillfrågade har fått mer tid, och varför. `part` säger om bara delar av texten skickades. `own` säger vem du svarar för. `stance` är null för den som inte har svarat, eller vars svar du inte får läsa. Ett svar är aldrig ett godkännande.',
  });

const CommentBody = z.strictObject({
  id: z.uuid(),
  place: z.string(),
  words: z.string(),
  by: z.string(),
  receiver: z.string().nullable(),
  source: z.enum(['receiver', 'letter']),
  on: z.iso.date(),
  late: z.boolean(),
  text: z.string(),
  outcome: z.enum(outcomes).nullable(),
  reason: z.string().nullable(),
});

export const CommentList = z.strictObject({ comments: z.array(CommentBody) }).openapi('ConsultationCommentList', {
  description:
    'Synpunkter som du får läsa, med svaren: dina egna, och allas när remissen är avslutad. `place` är avsnitt eller mening (`avsnitt.a1`), tomt för hela förslaget. `words` är texten som den löd när den skickades.',
});

export const NewComment = z
  .strictObject({
    place: z.string().max(200).optional(),
    text: z.string().min(1).max(8000),
    receiver: z.string().max(200).optional(),
    key: z.uuid().optional(),
  })
  .openapi('NewConsultationComment', {
    description:
      'En synpunkt på en plats i texten. `receiver` behövs om du svarar för flera. `key` är valfri: samma nyckel två gånger ger en synpunkt.',
    example: { place: '', text: 'Skriv ut vem som ringer först.', key: '0190a0a0-0000-7000-8000-000000000019' },
  });

export const NewExtension = z
  .strictObject({ lastDay: z.iso.date(), reason: z.string().min(1).max(2000) })
  .openapi('NewConsultationExtension', {
    description: 'En senare sista dag att svara, och varför. Högst ett år efter att remissen skickades.',
    example: { lastDay: '2027-02-28', reason: 'Nämnden sammanträder först i februari.' },
  });

export const Extended = z.strictObject({ lastDay: z.iso.date() }).openapi('ConsultationExtended', {
  description: 'Den sista dagen att svara.',
  example: { lastDay: '2027-02-28' },
});

export const KeptComment = z.strictObject({ id: z.uuid() }).openapi('KeptConsultationComment', {
  description: 'Synpunkten är lämnad. Svaret på den kommer i listan över synpunkter.',
  example: { id: '0190a0a0-0000-7000-8000-000000000019' },
});
