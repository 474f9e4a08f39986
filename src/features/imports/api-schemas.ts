import { z } from '@hono/zod-openapi';
import { FURNITURE_KINDS } from '../../domain/imports/imported-text.ts';
import { MOST_BYTES } from '../../formats/read/limits.ts';
import { orNull } from '../../platform/index.ts';
import { importApiTexts as texts } from './texts.ts';

/** Base64 is a third longer. */
const MOST_SIGNS = Math.ceil(MOST_BYTES / 3) * 4;

/** What a request with the largest file may be. */
export const MOST_REQUEST_BYTES = MOST_SIGNS + 1000;

/** The example of an import: who sends it again gets the one that was read. */
export const EXAMPLE_IMPORT = '01980c5e-7a4e-7000-8000-000000000000';

export const ImportRequest = z
  .strictObject({
    name: z.string().min(1).max(200).openapi({ description: texts.name }),
    file: z
      .string()
      .min(4)
      .max(MOST_SIGNS)
      .regex(/^([A-Za-z0-9+/]{4}[A-Za-z0-9+/]*={0,2}|[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)$/)
      .openapi({ description: texts.file }),
    key: z.uuid().optional().openapi({ description: texts.key }),
  })
  .openapi('ImportRequest', {
    example: {
      name: 'avtal.txt',
      file: 'SW5sZWRuaW5nCgpQYXJ0ZXJuYSBmw7ZsamVyIHVwcCDDtnZlcmVuc2tvbW1lbHNlbiB2YXJqZSDDpXIuCg==',
      key: EXAMPLE_IMPORT,
    },
  });

const row = {
  id: z.string(),
  title: orNull(z.string()),
  file: z.string(),
  mediaType: z.string(),
  sha256: z.string(),
  bytes: z.int(),
  pages: z.int(),
  read: z.string(),
};

export const ImportKept = z
  .strictObject({ id: z.string(), isNew: z.boolean() })
  .openapi('ImportKept', { description: '`isNew`: falskt när länet redan hade filen.' });

export const ImportListed = z.strictObject(row).openapi('ImportListed', { description: 'En inläst fil. `read`: när, enligt ISO 8601.' });
export const ImportList = z.strictObject({ imports: z.array(ImportListed) }).openapi('ImportList');

const ImportPlace = z
  .strictObject({ from: z.int(), to: z.int() })
  .openapi('ImportPlace', { description: 'Från och med ett tecken i `raw` till ett annat, räknat i UTF-16.' });

const ImportSentence = z
  .strictObject({ id: z.string(), kind: z.enum(['sentence', 'item', 'cell']), text: z.string(), places: z.array(ImportPlace) })
  .openapi('ImportSentence');

const ImportSection = z
  .strictObject({
    id: z.string(),
    depth: z.int(),
    number: orNull(z.string()),
    heading: z.string(),
    places: z.array(ImportPlace),
    sentences: z.array(ImportSentence),
  })
  .openapi('ImportSection', { description: '`depth`: 1 är den högsta nivån. Avsnitten står i filens ordning.' });

const ImportFurniture = z
  .strictObject({ kind: z.enum(FURNITURE_KINDS), text: z.string(), place: ImportPlace })
  .openapi('ImportFurniture', { description: 'Det som hör till sidan och inte till texten.' });

export const ImportBody = z
  .strictObject({
    ...row,
    raw: z.string(),
    opening: z.array(ImportSentence),
    sections: z.array(ImportSection),
    furniture: z.array(ImportFurniture),
  })
  .openapi('ImportBody', {
    description: 'Varje tecken i `raw` som inte är mellanrum står i precis en rubrik, mening, listmarkör eller del av sidan.',
  });
