import { z } from '@hono/zod-openapi';

const MunicipalityBody = z
  .strictObject({ code: z.string(), name: z.string(), county: z.string(), url: z.string() })
  .openapi('Municipality', {
    example: { code: '0686', name: 'Eksjö', county: '06', url: '/kommun/0686' },
  });

export const CountyBody = z
  .strictObject({
    code: z.string(),
    name: z.string(),
    region: z.string(),
    municipalities: z.array(MunicipalityBody),
    districts: z.array(
      z.strictObject({
        id: z.string(),
        name: z.string(),
        members: z.array(
          z.strictObject({ municipality: z.string(), from: z.iso.date().nullable(), to: z.iso.date().nullable(), certainty: z.string() }),
        ),
      }),
    ),
    url: z.string(),
  })
  .openapi('County');

export const CountyList = z.strictObject({ items: z.array(CountyBody) }).openapi('CountyList');
export const MunicipalityList = z.strictObject({ items: z.array(MunicipalityBody) }).openapi('MunicipalityList');

export const BodyBody = z
  .strictObject({
    id: z.string(),
    name: z.string(),
    alsoCalled: z.array(z.string()),
    kind: z.string(),
    level: z.string(),
    task: z.string(),
    seats: z.array(z.strictObject({ id: z.string(), title: z.string(), of: z.string().nullable() })),
    certainty: z.string(),
    note: z.string().nullable(),
  })
  .openapi('Body', {
    description: 'Ett gemensamt organ: vad det gör och vilka platser det har. Platser är befattningar, aldrig personer.',
  });

export const BodyList = z.strictObject({ county: z.string(), items: z.array(BodyBody) }).openapi('BodyList');
