import { z } from '@hono/zod-openapi';
import { Party } from '../../domain/agreements/parties.ts';
import { IsoDate } from '../../domain/counties/ids.ts';
import { changeStates, receiptStates } from '../../domain/planned-changes/process.ts';

/** Shapes of planned changes in the API. Answers are built field by field in `api-answers.ts`. */

const example = {
  id: '0bb55bd9-d604-8239-8b83-3deabd0ed6df',
  title: 'Mottagningen flyttar',
  party: 'region',
  partyName: 'Region Jönköpings län',
  from: '2027-02-01',
  state: 'announced',
  wording: 1,
  rows: ['jonkoping-missbruk-beroende#JA-01'],
  told: 13,
  replied: 9,
  objecting: 1,
} as const;

const summary = {
  id: z.uuid(),
  title: z.string(),
  party: z.string(),
  partyName: z.string(),
  from: z.iso.date(),
  state: z.enum(changeStates),
  wording: z.int(),
  rows: z.array(z.string()),
  told: z.int(),
  replied: z.int(),
  objecting: z.int(),
};

export const ChangeList = z.strictObject({ changes: z.array(z.strictObject(summary)) }).openapi('PlannedChangeList', {
  description:
    'Det som parterna i ditt län har berättat att de planerar, det senaste först. `party` är `region` eller en kommunkod. `rows` är ansvar som berörs, som avtal#rad. `wording` är vilken formulering som gäller nu.',
  example: { changes: [example] },
});

const ReceiptBody = z
  .strictObject({
    party: z.string(),
    name: z.string(),
    state: z.enum(receiptStates),
    delivered: z.string().nullable(),
    seen: z.string().nullable(),
  })
  .openapi('PlannedChangeReceipt', {
    description: 'Hur en part står till det som är meddelat nu: när det kom fram, när någon där öppnade det, och vad parten har svarat.',
  });

export const ChangeBody = z
  .strictObject({
    ...summary,
    what: z.string(),
    services: z.string(),
    affects: z.string(),
    units: z.array(z.uuid()),
    clauses: z.array(z.strictObject({ agreement: z.string(), required: z.boolean(), cites: z.array(z.string()) })),
    receipts: z.array(ReceiptBody),
    replies: z.array(
      z.strictObject({
        kind: z.enum(['acknowledged', 'objected', 'answered']),
        party: z.string(),
        wording: z.int(),
        text: z.string(),
        at: z.string(),
      }),
    ),
  })
  .openapi('PlannedChange', {
    description:
      'En planerad förändring. `clauses` säger för varje avtal om det kräver att parterna berättar, och var det står. `replies` är allt som har sagts, i ordning; `party` är den part som fick det, också när den får svar.',
  });

export const NewChange = z
  .strictObject({
    key: z.uuid().optional(),
    title: z.string().trim().min(3).max(200),
    what: z.string().trim().min(1).max(4000),
    services: z.string().trim().min(1).max(1000),
    affects: z.string().trim().min(1).max(2000),
    from: IsoDate,
    units: z.array(z.uuid()).max(100).optional(),
    rows: z.array(z.string().max(120)).min(1).max(200),
  })
  .openapi('NewPlannedChange', {
    description: 'Det som ska meddelas. Med samma `key` meddelas det en gång, också om det skickas två.',
    example: {
      key: '7f9ce0a2-5f31-4a51-9d3a-0d3c3f0a8b11',
      title: 'Mottagningen flyttar',
      what: 'Ny adress och nya telefontider.',
      services: 'Beroendemottagningen',
      affects: 'Personer som kommer till mottagningen.',
      from: '2027-02-01',
      units: [],
      rows: ['jonkoping-missbruk-beroende#JA-01'],
    },
  });

export const AnnouncedChange = z.strictObject({ id: z.uuid() }).openapi('AnnouncedChange', { description: 'Förändringens id.' });

export const NewAcknowledgement = z
  .strictObject({ wording: z.int() })
  .openapi('NewAcknowledgement', { description: 'Den formulering som ni har tagit del av.', example: { wording: 1 } });

export const NewObjection = z.strictObject({ wording: z.int(), reason: z.string().trim().min(1).max(4000) }).openapi('NewObjection', {
  description: 'Den formulering som ni invänder mot, och varför.',
  example: { wording: 1, reason: 'Vi behöver längre tid för att ändra våra rutiner.' },
});

export const NewAnswer = z
  .strictObject({ wording: z.int(), party: Party, answer: z.string().trim().min(1).max(4000) })
  .openapi('NewObjectionAnswer', {
    description: 'Svaret på den invändning som `party` har gjort.',
    example: { wording: 1, party: '0604', answer: 'Vi skjuter upp flytten en månad.' },
  });
