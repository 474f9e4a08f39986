import { z } from '@hono/zod-openapi';
import { CertaintyBody } from '../counties/index.ts';
import { RESOLUTION_STATUSES } from './read-law.ts';

/** Shapes of the law API. Answers are built field by field in `api-answers.ts`. */

const LawStatus = z.enum(RESOLUTION_STATUSES).openapi('LawStatus', {
  description: 'not-covered: vi har inte läst tillräckligt för att svara. not-found: lagen är läst och har ingen sådan bestämmelse.',
});

const SfsNumber = z.string().openapi({ example: '2025:400' });
const ProvisionKeys = z.array(z.string()).openapi({ description: '`16:4` är 16 kap. 4 §, `7 a` är 7 a §, `14 kap.` är hela kapitlet.' });

const Counterpart = z
  .strictObject({
    sfs: SfsNumber,
    provisions: ProvisionKeys,
    label: z.string(),
    topic: z.string(),
    difference: z.string().nullable(),
    certainty: CertaintyBody,
  })
  .openapi('Counterpart', { description: 'Vad en upphävd bestämmelse motsvaras av.' });

const verdict = {
  status: LawStatus,
  reason: z
    .enum([
      'unknown-source',
      'content-not-read',
      'amending-act',
      'provisions-not-read',
      'uncertain-reading',
      'repeal-date-unknown',
      'no-such-provision',
    ])
    .nullable(),
  since: z.iso.date().nullable(),
  by: z.string().nullable(),
  counterparts: z.array(Counterpart),
};

export const ResolutionBody = z
  .strictObject({
    ...verdict,
    label: z.string(),
    statute: z.strictObject({ sfs: z.string(), title: z.string(), abbreviation: z.string().nullable() }).nullable(),
    readBy: z.enum(['number', 'name', 'date', 'shape']),
    certainty: z.enum(['source', 'derived']),
    provisions: z.array(z.strictObject({ provision: z.string().nullable(), ...verdict })),
  })
  .openapi('LawResolution', {
    description: 'Vad en hänvisning är värd en dag: det allvarligaste av sina bestämmelser, och var och en för sig.',
  });

const citation = {
  text: z.string(),
  start: z.int().openapi({ description: 'Första tecknets plats i texten, räknat från 0 i UTF-16.' }),
  end: z.int().openapi({ description: 'Platsen efter sista tecknet.' }),
  source: z.strictObject({
    kind: z.enum(['number', 'name']),
    series: z.string().nullable(),
    number: z.string().nullable(),
    name: z.string().nullable(),
    candidates: z.array(z.string()),
  }),
  provisions: z.array(
    z.strictObject({
      key: z.string(),
      chapter: z.string().nullable(),
      section: z.string().nullable(),
      paragraphs: z.array(z.int()),
      items: z.array(z.int()),
    }),
  ),
  resolution: ResolutionBody,
};

export const CitationBody = z.strictObject(citation).openapi('LawCitation');

export const AgreementCitationBody = z
  .strictObject({
    key: z.string(),
    agreement: z.strictObject({ slug: z.string(), short: z.string(), version: z.string(), county: z.string() }),
    sentence: z.strictObject({ id: z.string(), url: z.string() }),
    ...citation,
  })
  .openapi('LawCitationInAgreement');

const asOf = z.iso.date().openapi({ description: 'Dagen då lagen lästes. Senare ändringar syns inte.' });

export const CitationList = z
  .strictObject({ on: z.iso.date(), asOf, total: z.int(), items: z.array(AgreementCitationBody), next: z.string().nullable() })
  .openapi('LawCitationList');

export const ParseBody = z
  .strictObject({ on: z.iso.date(), writtenOn: z.iso.date(), asOf, citations: z.array(CitationBody) })
  .openapi('ParsedText');

const statute = {
  sfs: SfsNumber,
  id: z.string().openapi({ description: 'Numret som det skrivs i adresser.', example: '2025-400' }),
  title: z.string(),
  abbreviation: z.string().nullable(),
  status: LawStatus,
  label: z.string(),
  inForceFrom: z.iso.date().nullable(),
  repealedFrom: z.iso.date().nullable(),
  replacedBy: z.string().nullable(),
  url: z.string(),
};

export const StatuteList = z
  .strictObject({
    on: z.iso.date(),
    asOf,
    total: z.int(),
    next: z.string().nullable(),
    items: z.array(
      z
        .strictObject({ ...statute, provisions: z.int().nullable() })
        .openapi('StatuteSummary', { description: '`provisions`: hur många bestämmelser som är lästa, null när ingen är det.' }),
    ),
    others: z
      .array(z.strictObject({ id: z.string(), series: z.string(), title: z.string(), amends: z.string().nullable() }))
      .openapi({ description: 'Andra källor som avtalen nämner, desamma på varje sida. De finns, men deras innehåll är inte läst.' }),
  })
  .openapi('StatuteList');

const Succession = z
  .strictObject({
    topic: z.string(),
    difference: z.string().nullable(),
    certainty: CertaintyBody,
    from: z.strictObject({ sfs: SfsNumber, provisions: ProvisionKeys }),
    to: z.array(z.strictObject({ sfs: SfsNumber, provisions: ProvisionKeys })),
  })
  .openapi('Succession');

export const StatuteBody = z
  .strictObject({
    ...statute,
    on: z.iso.date(),
    asOf,
    provisionsRead: z.boolean(),
    provisions: ProvisionKeys,
    repealedProvisions: z.array(z.strictObject({ provision: z.string(), from: z.iso.date().nullable() })),
    uncertainProvisions: ProvisionKeys,
    successors: z.array(Succession),
    predecessors: z.array(Succession),
  })
  .openapi('Statute');
