import { z } from '@hono/zod-openapi';
import { IsoDate } from '../../domain/counties/ids.ts';
import { turns } from '../../domain/memberships/turn.ts';

/** What is sent when a party leaves or joins, and the answer, in the API. */
export const NewTurn = z
  .strictObject({
    turn: z.enum(turns),
    from: IsoDate,
    decided: IsoDate,
    body: z.string().max(200),
    paragraph: z.string().max(60),
    registry: z.string().max(60),
    note: z.string().max(1000).optional(),
  })
  .openapi('NewTurn', {
    description:
      'Partens eget beslut. `left`: `from` är den första dagen som avtalet inte binder parten; `joined`: den första som det gör det. `body`, `paragraph` och `registry` är partens organ, paragraf och diarienummer. Alla kan läsa det.',
    example: {
      turn: 'left',
      from: '2027-06-01',
      decided: '2026-11-16',
      body: 'Kommunfullmäktige',
      paragraph: '§ 12',
      registry: 'KS 2026/12',
    },
  });

export const TurnCorrection = z.strictObject({ reason: z.string().min(1).max(1000), from: IsoDate.optional() }).openapi('TurnCorrection', {
  description:
    'Varför anteckningen är fel. `from` är den rätta dagen, som får ha varit; utan den räknas anteckningen inte alls. Alla kan läsa skälet.',
  example: { reason: 'Fel år i beslutet.', from: '2028-06-01' },
});

export const NotedTurn = z
  .strictObject({ act: z.uuid() })
  .openapi('NotedTurn', { description: 'Det är antecknat.', example: { act: '0190a0a0-0000-7000-8000-00000000aaa1' } });
