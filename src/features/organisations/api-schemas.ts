import { z } from '@hono/zod-openapi';
import { LocalAgreementNote } from '../../domain/counties/county-file.ts';
import { LocalAgreementsTerm } from '../../domain/counties/terms.ts';
import { orNull } from '../../platform/index.ts';
import { AgreementSummary, PartyStatusBody } from '../agreements/index.ts';
import { BodyBody, CertaintyBody, ContactBody, CountyBody, Membership, MunicipalityBody } from '../counties/index.ts';

/** Shapes of a place on a day: a county or a municipality. Answers are built field by field in `api-answers.ts`. */

const AgreementAtPlace = z
  .strictObject({
    standing: z.enum(['holds', 'reserved', 'superseded']),
    ...AgreementSummary.shape,
    party: orNull(PartyStatusBody),
  })
  .openapi('AgreementAtPlace', {
    description:
      'Ett avtal som rör platsen, med status den dagen. `standing`: avtalet gäller, visas med förbehåll, eller har ersatts av något annat. `party`: hur det står till kommunen, när platsen är en kommun.',
  });

const LocalAgreementBody = z
  .strictObject({
    for: z.string(),
    per: z.enum(LocalAgreementsTerm.shape.per.options),
    state: z.enum(['held', 'noted', 'missing']),
    agreement: orNull(AgreementAtPlace),
    note: z
      .strictObject({
        status: z.enum(LocalAgreementNote.shape.status.options),
        title: z.string().nullable(),
        certainty: CertaintyBody,
        note: z.string().nullable(),
      })
      .nullable(),
  })
  .openapi('LocalAgreement', {
    description:
      'Den lokala överenskommelse som länets avtal `for` kräver. `held`: den finns här. `noted`: vi har uppgift om den, men inte texten. `missing`: den saknas i registret, vilket inte säger att den inte finns.',
    example: { for: 'jonkoping-missbruk-beroende', per: 'municipality-or-district', state: 'missing', agreement: null, note: null },
  });

const place = {
  on: z.iso.date(),
  agreements: z.array(AgreementAtPlace),
  bodies: z.array(BodyBody),
  contacts: z.array(ContactBody),
};

/** Not `extend`: documented as "this and that", two strict shapes would shut each other out. */
export const CountyOnDay = z
  .strictObject({
    ...CountyBody.shape,
    ...place,
    local: z.array(z.strictObject({ municipality: MunicipalityBody, agreements: z.array(LocalAgreementBody) })),
    notes: z.array(z.string()),
  })
  .openapi('CountyOnDay', {
    description: 'Ett län en dag: avtalen, kommun för kommun vilken lokal överenskommelse som finns, organ, kontakter och vad vi inte vet.',
  });

export const MunicipalityOnDay = z
  .strictObject({
    code: z.string(),
    name: z.string(),
    url: z.string(),
    county: z.strictObject({ code: z.string(), name: z.string(), region: z.string(), url: z.string() }),
    districts: z.array(z.strictObject({ id: z.string(), name: z.string(), current: z.boolean(), ...Membership })),
    ...place,
    local: z.array(LocalAgreementBody),
  })
  .openapi('MunicipalityOnDay', {
    description:
      'En kommun en dag: vilka länsdelar den hör och har hört till, avtalen, den lokala överenskommelsen eller att den saknas, länets organ och kontakterna.',
  });
