import fc from 'fast-check';
import type { ApiDocument } from '../../src/platform/index.ts';
import { schemaName } from './json-schema.ts';

type Schema = {
  $ref?: string;
  type?: string | string[];
  enum?: unknown[];
  format?: string;
  pattern?: string;
  minimum?: number;
  maximum?: number;
  minLength?: number;
  maxLength?: number;
  minItems?: number;
  maxItems?: number;
  items?: unknown;
  properties?: Record<string, unknown>;
  required?: string[];
  anyOf?: unknown[];
  oneOf?: unknown[];
};

const day = fc
  .tuple(fc.integer({ min: 1800, max: 2199 }), fc.integer({ min: 0, max: 364 }))
  .map(([year, days]) => Temporal.PlainDate.from({ year, month: 1, day: 1 }).add({ days }).toString());
const words = fc
  .array(fc.constantFrom('sip', 'vård', 'missbruk', 'SoL', '16 kap. 3 § HSL', 'LARO', '2025:400', 'a', 'Ö'), { minLength: 1, maxLength: 4 })
  .map((all) => all.join(' '));
const known = (value: unknown) => (value === undefined ? [] : [{ weight: 3, arbitrary: fc.constant(value) }]);

/** Values that a schema of the document allows, at its edges and between. `example` and `real` ones come often. */
export function valid(document: ApiDocument, raw: unknown, example?: unknown, real: readonly unknown[] = []): fc.Arbitrary<unknown> {
  const schema = raw as Schema;
  if (schema.$ref) return valid(document, document.components?.schemas?.[schemaName(schema.$ref)], example, real);
  const some = real.length > 0 ? [{ weight: 6, arbitrary: fc.constantFrom(...real) }] : [];
  return fc.oneof(...known(example), ...some, { weight: 2, arbitrary: byForm(document, schema) });
}

function byForm(document: ApiDocument, schema: Schema): fc.Arbitrary<unknown> {
  const variants = schema.anyOf ?? schema.oneOf;
  if (variants) return fc.oneof(...variants.map((variant) => valid(document, variant)));
  if (schema.enum) return fc.constantFrom(...schema.enum);
  switch ([schema.type].flat()[0]) {
    case 'string':
      return textOf(schema);
    case 'integer':
      return edges(schema.minimum ?? 0, schema.maximum ?? 1000);
    case 'number':
      return fc.double({ noNaN: true, min: schema.minimum ?? -1e6, max: schema.maximum ?? 1e6 });
    case 'boolean':
      return fc.boolean();
    case 'array':
      return fc.array(valid(document, schema.items), { minLength: schema.minItems ?? 0, maxLength: Math.min(schema.maxItems ?? 3, 3) });
    case 'object':
      return objectOf(document, schema);
    default:
      throw new Error(`no values for ${JSON.stringify(schema)}`);
  }
}

function textOf({ format, pattern, minLength = 0, maxLength = 1000 }: Schema): fc.Arbitrary<string> {
  if (format === 'uuid') return fc.uuid({ version: [4, 7] });
  if (format === 'uri') return fc.constantFrom('https://example.se/', 'http://example.se/dokument?id=1');
  if (format === 'date') return fc.oneof(day, fc.constantFrom('1800-01-01', '2199-12-31', '2024-02-29', '2024-06-30', '2024-07-01'));
  const fits = (text: string) => text.length >= minLength && text.length <= maxLength;
  if (pattern) return fc.stringMatching(new RegExp(pattern, 'u'), { size: 'small' }).filter(fits);
  return words.filter(fits);
}

function edges(min: number, max: number): fc.Arbitrary<number> {
  return fc.oneof(fc.constantFrom(min, max), fc.integer({ min, max }));
}

function objectOf(document: ApiDocument, { properties = {}, required = [] }: Schema): fc.Arbitrary<unknown> {
  const fields = Object.fromEntries(Object.entries(properties).map(([key, inner]) => [key, valid(document, inner)]));
  return fc.record(fields, { requiredKeys: required });
}
