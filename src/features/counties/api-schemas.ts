import { z } from '@hono/zod-openapi';
import { Body } from '../../domain/counties/county-file.ts';
import { Certainty } from '../../domain/counties/ids.ts';

/** Shapes of the counties API, and those that other parts of the API share with it. Answers are built field by field in `api-answers.ts`. */

export const CertaintyBody = z.enum(Certainty.options).openapi('Certainty', {
  description:
    'Hur säker uppgiften är: läst i lagen, läst i avtalet, läst på en öppen sida, allmän kunskap, vår egen tolkning, eller eftersökt och inte funnen.',
  example: 'source',
});

export const MunicipalityBody = z
  .strictObject({ code: z.string(), name: z.string(), county: z.string(), url: z.string() })
  .openapi('Municipality', { example: { code: '0686', name: 'Eksjö', county: '06', url: '/kommun/0686' } });

/** Since when and until when a municipality has been in a district; null is an open end. */
export const Membership = {
  from: z.iso.date().nullable(),
  to: z.iso.date().nullable(),
  certainty: CertaintyBody,
  note: z.string().nullable(),
};

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
        members: z.array(z.strictObject({ municipality: z.string(), ...Membership })),
      }),
    ),
    url: z.string(),
  })
  .openapi('County', { description: 'Ett län med sina kommuner. I en länsdel är medlemskapen daterade, och null är ett öppet slut.' });

const paged = { total: z.int(), next: z.string().nullable() };

export const CountyList = z.strictObject({ items: z.array(CountyBody), ...paged }).openapi('CountyList');
export const MunicipalityList = z.strictObject({ items: z.array(MunicipalityBody), ...paged }).openapi('MunicipalityList');

export const BodyBody = z
  .strictObject({
    id: z.string(),
    name: z.string(),
    alsoCalled: z.array(z.string()),
    kind: z.enum(Body.shape.kind.options),
    level: z.enum(Body.shape.level.options),
    task: z.string(),
    seats: z.array(z.strictObject({ id: z.string(), title: z.string(), of: z.string().nullable() })),
    certainty: CertaintyBody,
    note: z.string().nullable(),
  })
  .openapi('Body', {
    description: 'Ett gemensamt organ: vad det gör och vilka platser det har. Platser är befattningar, aldrig personer.',
  });

export const BodyList = z.strictObject({ county: z.string(), items: z.array(BodyBody), ...paged }).openapi('BodyList');

export const ContactBody = z
  .strictObject({
    unit: z.string(),
    municipality: z.string().nullable(),
    performers: z.array(z.string()),
    phone: z.string().nullable(),
    email: z.string().nullable(),
    url: z.string().nullable(),
    confirmed: z.iso.date(),
    stale: z.boolean(),
    source: z.string(),
  })
  .openapi('Contact', {
    description:
      'En kontaktväg till en sorts enhet, med dagen då den senast bekräftades. `stale` efter sex månader. Utan `municipality` gäller den hela länet.',
    example: {
      unit: 'Vårdcentralen i Eksjö',
      municipality: '0686',
      performers: ['primarvard'],
      phone: '0381-000 00',
      email: null,
      url: null,
      confirmed: '2026-09-02',
      stale: false,
      source: 'Regionens webbplats',
    },
  });
