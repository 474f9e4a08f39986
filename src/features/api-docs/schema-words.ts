import type { ApiDocument } from '../../platform/index.ts';

/** A schema as it stands in the document. */
export type Schema = NonNullable<NonNullable<ApiDocument['components']>['schemas']>[string];
type Own = Exclude<Schema, { $ref: string }>;

/** A piece of a type in words; with `schema`, the name of the schema it speaks of. */
export type Word = { readonly text: string; readonly schema?: string };

/** One field of an object, its name with the objects it lies in: `agreement.slug`, `items[].url`. */
export type Field = { readonly name: string; readonly schema: Schema; readonly required: boolean };

const FORMATS: Readonly<Record<string, string>> = { date: 'datum', uri: 'adress' };
const TYPES: Readonly<Record<string, string>> = {
  string: 'text',
  integer: 'heltal',
  number: 'tal',
  boolean: 'true eller false',
  object: 'objekt',
  null: 'null',
};

/** What a value may be, in Swedish: `datum eller null`, `lista av Duty`, `heltal 1–200`. */
export function typeWords(schema: Schema): Word[] {
  if ('$ref' in schema) return [refWord(schema.$ref)];
  const variants = schema.anyOf ?? schema.oneOf;
  if (variants) return joined(variants.map(variantWords), ' eller ');
  if (schema.allOf) return joined(schema.allOf.map(typeWords), ' och ');
  if (schema.enum) return [{ text: schema.enum.map((value) => (value === null ? 'null' : `"${String(value)}"`)).join(', ') }];
  const types = Array.isArray(schema.type) ? schema.type : [schema.type ?? 'value'];
  return joined(
    types.map((type) => ofType(type, schema)),
    ' eller ',
  );
}

/** One of several forms: of an object without a name, which fields tell it from the others. */
function variantWords(schema: Schema): Word[] {
  const fields = '$ref' in schema ? [] : Object.keys(schema.properties ?? {});
  return fields.length > 0 ? [{ text: `objekt med ${fields.join(', ')}` }] : typeWords(schema);
}

function ofType(type: string, schema: Own): Word[] {
  if (type === 'array') return [{ text: 'lista av ' }, ...typeWords(schema.items ?? {})];
  if (type === 'object' && typeof schema.additionalProperties === 'object' && !schema.properties) {
    return [{ text: 'objekt med fria namn, värden: ' }, ...typeWords(schema.additionalProperties)];
  }
  const text = type === 'string' ? (FORMATS[schema.format ?? ''] ?? 'text') : (TYPES[type] ?? 'vilket JSON-värde som helst');
  return [{ text: `${text}${limits(schema)}` }];
}

function limits({ minimum, maximum, maxLength }: Own): string {
  if (minimum !== undefined && maximum !== undefined) return ` ${minimum}–${maximum}`;
  return maxLength === undefined ? '' : `, högst ${maxLength} tecken`;
}

function refWord(ref: string): Word {
  const name = schemaName(ref);
  return { text: name, schema: name };
}

/** `#/components/schemas/Duty` → `Duty`. */
export function schemaName(ref: string): string {
  return ref.slice(ref.lastIndexOf('/') + 1);
}

function joined(parts: readonly Word[][], between: string): Word[] {
  return parts.flatMap((words, index) => (index === 0 ? words : [{ text: between }, ...words]));
}

/** The fields of an object, those of unnamed objects inside it after their own. A field that refers to a named schema stands alone. */
export function fieldsOf(schema: Schema, prefix = ''): Field[] {
  if ('$ref' in schema) return [];
  if (schema.allOf) return schema.allOf.flatMap((part) => fieldsOf(part, prefix));
  return Object.entries(schema.properties ?? {}).flatMap(([key, inner]) => {
    const name = `${prefix}${key}`;
    return [{ name, schema: inner, required: schema.required?.includes(key) ?? false }, ...inside(inner, name)];
  });
}

function inside(schema: Schema, name: string): Field[] {
  if ('$ref' in schema) return [];
  const variants = schema.anyOf ?? schema.oneOf ?? [];
  const list = schema.items ? inside(schema.items, `${name}[]`) : [];
  return [...fieldsOf(schema, `${name}.`), ...list, ...variants.flatMap((variant) => inside(variant, name))];
}
