import { z } from '@hono/zod-openapi';
import { STATUS_CODES } from '../../domain/agreements/status.ts';
import { PARTY_STATUS_CODES } from '../../domain/agreements/status-for-party.ts';
import { AGREEMENT_KINDS, RelatedAgreement } from '../../domain/counties/agreement-file.ts';

/** Shapes of the agreements API. Answers are built field by field in `api-answers.ts`. */

export const Reason = z
  .strictObject({ code: z.string(), text: z.string(), params: z.record(z.string(), z.string()), cites: z.array(z.string()) })
  .openapi('Reason', {
    example: { code: 'valid-from', text: 'Gäller från 1 juli 2021.', params: { from: '2021-07-01' }, cites: ['giltighetstid.a1'] },
  });

export const StatusBody = z
  .strictObject({
    code: z.enum(STATUS_CODES),
    label: z.string(),
    on: z.iso.date(),
    until: z.iso.date().nullable(),
    since: z.iso.date().nullable(),
    reasons: z.array(Reason),
    outcomes: z.array(z.strictObject({ end: z.iso.date(), extended: z.boolean(), inForce: z.boolean(), dependsOn: z.array(z.string()) })),
    unknown: z.array(z.string()),
  })
  .openapi('Status');

export const PartyStatusBody = z
  .strictObject({
    party: z.string(),
    name: z.string(),
    code: z.enum(PARTY_STATUS_CODES),
    label: z.string(),
    since: z.iso.date().nullable(),
    until: z.iso.date().nullable(),
    decision: z
      .strictObject({
        on: z.iso.date(),
        body: z.string().nullable(),
        paragraph: z.string().nullable(),
        registry: z.string().nullable(),
        reservation: z.string().nullable(),
      })
      .nullable(),
    reasons: z.array(Reason),
  })
  .openapi('PartyStatus', {
    description:
      'Hur avtalet står till en part en dag. `not-adopted`: det står att andra har beslutat, men inte att den här parten har det. `left`: parten har lämnat. `ended`: avtalet gäller inte för någon. `unknown`: det står inte i det vi har. `decision`: partens eget beslut, när det är känt.',
  });

/** Not `extend`: documented as "this and that", two strict shapes would shut each other out. */
export const StatusAnswer = z.strictObject({ ...StatusBody.shape, parties: z.array(PartyStatusBody) }).openapi('StatusAnswer', {
  description: 'Avtalets status, och hur det står till varje part. Att avtalet gäller säger inte att det gäller för alla.',
});

export const AgreementSummary = z
  .strictObject({
    slug: z.string(),
    title: z.string(),
    short: z.string(),
    summary: z.string(),
    county: z.string(),
    kind: z.enum(AGREEMENT_KINDS),
    area: z.string(),
    parent: z.string().nullable(),
    version: z.string(),
    status: StatusBody,
    url: z.string(),
  })
  .openapi('AgreementSummary');

export const AgreementList = z
  .strictObject({ on: z.iso.date(), total: z.int(), items: z.array(AgreementSummary), next: z.string().nullable() })
  .openapi('AgreementList');

const Version = z
  .strictObject({ label: z.string(), from: z.iso.date(), to: z.iso.date().nullable(), held: z.boolean(), url: z.string().nullable() })
  .openapi('Version');

export const VersionList = z.strictObject({ slug: z.string(), versions: z.array(Version) }).openapi('VersionList');

/** Not `extend`: documented as "this and that", two strict shapes would shut each other out. */
export const AgreementBody = z
  .strictObject({
    ...AgreementSummary.shape,
    source: z.strictObject({ title: z.string(), document: z.string(), status: z.string() }),
    parties: z.strictObject({ region: z.string(), municipalities: z.array(z.string()) }),
    versions: z.array(Version),
    dates: z.array(
      z.strictObject({
        id: z.string(),
        description: z.string(),
        state: z.enum(['due', 'soon', 'overdue', 'ended', 'unknown']),
        missed: z.iso.date().nullable(),
        next: z.iso.date().nullable(),
        outcomes: z.array(
          z.strictObject({
            lastDay: z.iso.date(),
            state: z.enum(['due', 'soon', 'overdue', 'ended']),
            missed: z.iso.date().nullable(),
            next: z.iso.date().nullable(),
          }),
        ),
        cites: z.array(z.string()),
      }),
    ),
    related: z.array(
      z.strictObject({
        slug: z.string(),
        title: z.string(),
        kind: z.enum(RelatedAgreement.shape.kind.options),
        about: z.string(),
        held: z.boolean(),
      }),
    ),
    stale: z.array(z.strictObject({ since: z.iso.date(), text: z.string(), cites: z.array(z.string()) })),
  })
  .openapi('Agreement');

const SentenceBody = z.strictObject({ id: z.string(), text: z.string(), item: z.boolean(), url: z.string() }).openapi('Sentence');

export const SectionBody = z
  .strictObject({
    id: z.string(),
    number: z.string().nullable(),
    heading: z.string(),
    depth: z.int(),
    sentences: z.array(SentenceBody),
    url: z.string(),
  })
  .openapi('Section');

export const TextBody = z.strictObject({ slug: z.string(), version: z.string(), sections: z.array(SectionBody) }).openapi('AgreementText');
