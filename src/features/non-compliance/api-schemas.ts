import { z } from '@hono/zod-openapi';
import { Party } from '../../domain/agreements/parties.ts';
import { Slug } from '../../domain/counties/ids.ts';
import { bodyStates, noticeStates } from '../../domain/non-compliance/process.ts';

/** Shapes of lacks that are pointed out, in the API. Answers are built field by field in `api-answers.ts`. */

const summary = {
  id: z.uuid(),
  title: z.string(),
  agreement: z.string(),
  version: z.string(),
  party: z.string(),
  partyName: z.string(),
  about: z.array(z.string()),
  state: z.enum(noticeStates),
  on: z.string(),
};

const example = {
  id: '6b3f5fb7-ae04-8d02-b0cb-e9072eb95695',
  title: 'Tider ges inte som avtalet säger',
  agreement: 'dalarna-missbruk-beroende-2021',
  version: '2021',
  party: '2084',
  partyName: 'Avesta kommun',
  about: ['region'],
  state: 'open',
  on: '2026-11-10T09:00:00Z',
} as const;

export const LackList = z
  .strictObject({
    lacks: z.array(z.strictObject(summary)),
    orders: z.array(z.strictObject({ agreement: z.string(), bodies: z.array(z.string()) })),
  })
  .openapi('LackList', {
    description:
      'Det som är påtalat och rör din organisation eller ett organ som du sitter i, det senaste först. `party` är `region` eller en kommunkod. `orders` säger vilka organ varje avtal i länet låter en part vända sig till; inga där avtalet inte har någon sådan ordning.',
    example: {
      lacks: [{ ...example, about: [...example.about] }],
      orders: [{ agreement: example.agreement, bodies: ['lanschefsnatverket', 'valfardsradet'] }],
    },
  });

export const LackBody = z
  .strictObject({
    ...summary,
    what: z.string(),
    rows: z.array(z.string()),
    sections: z.array(z.string()),
    bodies: z.array(z.strictObject({ body: z.string(), name: z.string(), state: z.enum(bodyStates) })),
    replies: z.array(z.strictObject({ body: z.string(), kind: z.enum(['received', 'answered']), text: z.string(), at: z.string() })),
  })
  .openapi('Lack', {
    description:
      'En part har skriftligt påtalat att en annan inte följer avtalet. `rows` och `sections` är ansvar och delar av texten i den versionen. `bodies` är de organ som avtalet nämner, och hur varje organ står till det.',
  });

export const NewLack = z
  .strictObject({
    key: z.uuid().optional(),
    agreement: Slug,
    about: z.array(Party).min(1).max(400),
    rows: z.array(z.string().max(60)).max(200).optional(),
    sections: z.array(z.string().max(120)).max(200).optional(),
    title: z.string().trim().min(3).max(200),
    what: z.string().trim().min(1).max(8000),
  })
  .openapi('NewLack', {
    description:
      'Det som ska påtalas, med minst en rad eller en del av texten. Med samma `key` påtalas det en gång, också om det skickas två. Skriv inget om enskilda personer.',
    example: {
      key: '5c2f1a1e-0b57-4c11-9a54-6a3b8d0f7e21',
      agreement: 'dalarna-missbruk-beroende-2021',
      about: ['region'],
      rows: ['DAL-01'],
      sections: [],
      title: 'Tider ges inte som avtalet säger',
      what: 'Sedan i augusti har personer väntat i flera veckor.',
    },
  });

export const NewLackAnswer = z
  .strictObject({ answer: z.string().trim().min(1).max(8000) })
  .openapi('NewLackAnswer', { description: 'Organets svar.', example: { answer: 'Vi tar upp frågan på nästa möte.' } });

export const LackDone = z.strictObject({ id: z.uuid() }).openapi('LackDone', { description: 'Id för det som är påtalat.' });

export const NothingMore = z
  .strictObject({})
  .openapi('NothingMore', { description: 'Ett tomt objekt: inget mer behöver sägas.', example: {} });
