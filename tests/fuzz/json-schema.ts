import type { ApiDocument } from '../../src/platform/index.ts';

type Schema = { readonly [keyword: string]: unknown };
type Fault = string;

/** Keywords that say nothing about which values fit. */
const SILENT = new Set(['description', 'example', 'examples', 'title', 'default', 'deprecated']);
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/i;
const DATE = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;

/**
 * Does a value fit a schema of the document? Every fault with its place; none = it fits. Written against JSON Schema 2020-12 and not
 * against the code that makes the schemas, so that each tests the other. A keyword it does not know is an error, never ignored.
 */
export function faultsAgainst(document: ApiDocument, schema: unknown, value: unknown, at = '#'): Fault[] {
  if (typeof schema !== 'object' || schema === null) throw new Error(`no schema at ${at}`);
  return Object.entries(schema).flatMap(([keyword, expected]) => {
    if (SILENT.has(keyword)) return [];
    const check = CHECKS[keyword];
    if (!check) throw new Error(`the keyword ${keyword} at ${at} is not known to the test`);
    return check({ document, schema: schema as Schema, expected, value, at });
  });
}

/** A day of the calendar: 29 February only in leap years. */
function isDay(text: string): boolean {
  const [year = 0, month = 0, day = 0] = text.split('-').map(Number);
  return Temporal.PlainDate.from({ year, month, day }, { overflow: 'constrain' }).day === day;
}

/** `#/components/schemas/Duty` → `Duty`. */
export function schemaName(ref: string): string {
  return ref.replace('#/components/schemas/', '');
}

type Case = { document: ApiDocument; schema: Schema; expected: unknown; value: unknown; at: string };
type Check = (one: Case) => Fault[];

const unless = (holds: boolean, { at, value }: Case, wanted: string): Fault[] =>
  holds ? [] : [`${at}: ${JSON.stringify(value)?.slice(0, 100)} is not ${wanted}`];

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);

const TYPES: Readonly<Record<string, (value: unknown) => boolean>> = {
  string: (value) => typeof value === 'string',
  number: (value) => typeof value === 'number' && Number.isFinite(value),
  integer: (value) => Number.isInteger(value),
  boolean: (value) => typeof value === 'boolean',
  array: Array.isArray,
  object: isObject,
  null: (value) => value === null,
};

function fitting({ document, expected, value, at }: Case): number {
  return (expected as unknown[]).filter((inner) => faultsAgainst(document, inner, value, at).length === 0).length;
}

const onString = (check: (text: string, one: Case) => boolean, wanted: string): Check => {
  return (one) => (typeof one.value === 'string' ? unless(check(one.value, one), one, `${wanted} ${String(one.expected)}`) : []);
};
const onNumber = (check: (value: number, edge: number) => boolean, wanted: string): Check => {
  return (one) =>
    typeof one.value === 'number' ? unless(check(one.value, Number(one.expected)), one, `${wanted} ${String(one.expected)}`) : [];
};
const onList = (check: (length: number, edge: number) => boolean, wanted: string): Check => {
  return (one) =>
    Array.isArray(one.value) ? unless(check(one.value.length, Number(one.expected)), one, `${wanted} ${String(one.expected)}`) : [];
};

const CHECKS: Readonly<Record<string, Check>> = {
  $ref: ({ document, expected, value, at }) => {
    return faultsAgainst(document, document.components?.schemas?.[schemaName(String(expected))], value, at);
  },
  type: (one) => {
    const types = [one.expected].flat() as string[];
    return unless(
      types.some((type) => TYPES[type]?.(one.value)),
      one,
      types.join(' or '),
    );
  },
  enum: (one) => unless((one.expected as unknown[]).includes(one.value), one, `one of ${String(one.expected)}`),
  const: (one) => unless(one.value === one.expected, one, String(one.expected)),
  anyOf: (one) => unless(fitting(one) > 0, one, 'any of the forms'),
  oneOf: (one) => unless(fitting(one) === 1, one, 'exactly one of the forms'),
  allOf: ({ document, expected, value, at }) => (expected as unknown[]).flatMap((inner) => faultsAgainst(document, inner, value, at)),
  properties: ({ document, expected, value, at }) => {
    if (!isObject(value)) return [];
    return Object.entries(expected as Schema).flatMap(([key, inner]) =>
      Object.hasOwn(value, key) ? faultsAgainst(document, inner, value[key], `${at}/${key}`) : [],
    );
  },
  required: (one) => {
    const { value } = one;
    if (!isObject(value)) return [];
    return (one.expected as string[]).flatMap((key) => unless(Object.hasOwn(value, key), one, `an object with ${key}`));
  },
  additionalProperties: (one) => {
    const { document, schema, expected, value, at } = one;
    if (!isObject(value)) return [];
    const extra = Object.keys(value).filter((key) => !Object.hasOwn((schema.properties ?? {}) as object, key));
    if (expected === false) return unless(extra.length === 0, one, `an object without ${extra.join(', ')}`);
    return expected === true ? [] : extra.flatMap((key) => faultsAgainst(document, expected, value[key], `${at}/${key}`));
  },
  propertyNames: ({ document, expected, value, at }) =>
    isObject(value) ? Object.keys(value).flatMap((key) => faultsAgainst(document, expected, key, `${at}/${key}`)) : [],
  items: ({ document, expected, value, at }) =>
    Array.isArray(value) ? value.flatMap((inner, index) => faultsAgainst(document, expected, inner, `${at}/${index}`)) : [],
  minItems: onList((length, edge) => length >= edge, 'at least'),
  maxItems: onList((length, edge) => length <= edge, 'at most'),
  minLength: onString((text, { expected }) => text.length >= Number(expected), 'at least'),
  maxLength: onString((text, { expected }) => text.length <= Number(expected), 'at most'),
  pattern: onString((text, { expected }) => new RegExp(String(expected)).test(text), 'of the pattern'),
  format: onString((text, { expected }) => {
    if (expected === 'uuid') return UUID.test(text);
    if (expected === 'uri') return URL.canParse(text);
    if (expected !== 'date') throw new Error(`the format ${String(expected)} is not known to the test`);
    return DATE.test(text) && isDay(text);
  }, 'of the format'),
  minimum: onNumber((value, edge) => value >= edge, 'at least'),
  maximum: onNumber((value, edge) => value <= edge, 'at most'),
};
