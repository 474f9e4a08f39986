import { z } from '@hono/zod-openapi';
import { purposes } from '../../domain/audit/event.ts';
import { INTERPRETER_LANGUAGES } from '../../domain/persons/interpreter-languages.ts';
import { PROTECTED_IDENTITIES } from '../../domain/persons/protected-identity.ts';
import { orNull } from '../../platform/index.ts';

/** Shapes of the API about persons. Answers are built field by field in `api-answers.ts`. */

const caseNumber = z
  .string()
  .max(40)
  .regex(/^[0-9A-Za-z\u00c0-\u024f]\S{0,39}$/)
  .openapi({ description: 'Ärendets nummer hos er, utan blanksteg.', example: 'DEMO-06-1a' });
const given = z.string().max(40);

export const PersonSearchBody = z
  .discriminatedUnion('by', [
    z.strictObject({ by: z.literal('name'), name: z.string().max(200) }),
    z.strictObject({ by: z.literal('number'), number: given }),
    z.strictObject({ by: z.literal('case-number'), caseNumber }),
  ])
  .openapi('PersonSearch', {
    description: 'Namn, nummer eller ärendenummer, och inget annat. Ett namn söks på minst två bokstäver.',
    example: { by: 'case-number', caseNumber: 'DEMO-06-1a' },
  });

const Owner = z.strictObject({ id: z.uuid(), name: z.string() });
const purpose = z.enum(purposes).openapi({ description: 'Grunden för att du ser uppgifterna. Den står också i loggen.' });

const PersonFound = z
  .strictObject({
    id: z.uuid(),
    owner: Owner,
    name: z.string().nullable(),
    masked: z.boolean(),
    number: z.string().nullable(),
    caseNumbers: z.array(z.string()),
    purpose,
  })
  .openapi('PersonFound', {
    description:
      '`owner` är huvudmannen som uppgifterna hör till. Är `masked` sant har personen skyddad identitet, och namn och nummer är null.',
  });
export const PersonsFound = z
  .strictObject({ by: z.enum(['name', 'number', 'case-number']), persons: z.array(PersonFound), more: z.boolean() })
  .openapi('PersonsFound', { description: 'Högst 50 personer. `more` är sant när fler stämmer: skriv då mer av namnet.' });

const CaseContact = z
  .strictObject({
    id: z.uuid(),
    unit: z.string(),
    caseNumber: z.string(),
    from: z.iso.date().nullable(),
    to: z.iso.date().nullable(),
    current: z.boolean(),
  })
  .openapi('CaseContact', { description: 'En enhets ärende med personen. `to` är sista dagen, och null är ett öppet slut.' });

export const PersonBody = z
  .strictObject({
    id: z.uuid(),
    owner: Owner,
    name: z.string(),
    number: z.string().nullable(),
    interpreter: z.enum(INTERPRETER_LANGUAGES).nullable(),
    blocked: z.boolean(),
    protection: orNull(z.strictObject({ kind: z.enum(PROTECTED_IDENTITIES).nullable() })),
    place: orNull(z.strictObject({ address: z.string().nullable(), whereabouts: z.string().nullable() })),
    contacts: z.array(CaseContact),
    purpose,
    abilities: z.array(z.string()),
  })
  .openapi('Person', {
    description:
      '`protection` är null utan skyddad identitet. `place` är null när adressen inte är för dig att se. `interpreter` är ett språk enligt ISO 639, och `swl` är svenskt teckenspråk. `abilities` är det du får göra med uppgifterna.',
  });

/** A letter or a digit to read: names are registered in Latin letters. The same is tried once more, more finely, by the use-case. */
const LEGIBLE = /[0-9A-Za-z\u00c0-\u024f]/;

export const NewPerson = z
  .strictObject({
    name: z.string().max(200).regex(LEGIBLE),
    number: given
      .optional()
      .openapi({ description: 'Personnummer, samordningsnummer eller reservnummer. Utelämnas om personen saknar nummer.' }),
    caseNumber,
    interpreter: z.enum(INTERPRETER_LANGUAGES).nullable().optional(),
    address: z.string().max(500).optional(),
    whereabouts: z.string().max(500).optional(),
  })
  .openapi('NewPerson', {
    description: 'En person som din enhet börjar arbeta med.',
    example: { name: 'Prova Exempelsson', number: '19710309-9805', caseNumber: 'IFO-2026-17', interpreter: 'swl' },
  });

export const RegisteredPerson = z.strictObject({ id: z.uuid(), existing: z.boolean() }).openapi('RegisteredPerson', {
  description:
    '`existing` är sant när huvudmannen redan hade en person med numret. Då är inget ändrat, men din enhet har fått ett ärende med personen.',
});
