import { describe, expect, it } from 'vitest';
import { fieldsOf, type Schema, typeWords } from './schema-words.ts';

const say = (schema: Schema) =>
  typeWords(schema)
    .map(({ text }) => text)
    .join('');

describe('typeWords', () => {
  it.each<[Schema, string]>([
    [{ type: 'string' }, 'text'],
    [{ type: 'string', maxLength: 60 }, 'text, högst 60 tecken'],
    [{ type: ['string', 'null'], format: 'date' }, 'datum eller null'],
    [{ type: 'integer', minimum: 1, maximum: 200 }, 'heltal 1–200'],
    [{ type: ['string', 'null'], enum: ['a', 'b', null] }, '"a", "b", null'],
    [{ type: 'array', items: { $ref: '#/components/schemas/Duty' } }, 'lista av Duty'],
    [{ oneOf: [{ $ref: '#/components/schemas/Duty' }, { type: 'null' }] }, 'Duty eller null'],
    [
      {
        anyOf: [
          { type: 'object', properties: { min: { type: 'number' }, max: { type: 'number' } } },
          { type: 'object', properties: { is: {} } },
        ],
      },
      'objekt med min, max eller objekt med is',
    ],
    [{ type: 'object', additionalProperties: { type: 'string' } }, 'objekt med fria namn, värden: text'],
    [{}, 'vilket JSON-värde som helst'],
  ])('says %j as %s', (schema, words) => {
    expect(say(schema)).toBe(words);
  });

  it('names the schema that a word speaks of, so that it can be a link', () => {
    expect(typeWords({ $ref: '#/components/schemas/Duty' })).toEqual([{ text: 'Duty', schema: 'Duty' }]);
  });
});

describe('fieldsOf', () => {
  it('lists the fields of objects inside objects, lists and choices, and stops at named schemas', () => {
    const schema: Schema = {
      type: 'object',
      required: ['a'],
      properties: {
        a: { type: 'object', properties: { b: { type: 'string' } } },
        c: { type: 'array', items: { type: 'object', required: ['d'], properties: { d: { type: 'string' } } } },
        e: { anyOf: [{ type: 'object', properties: { f: { type: 'string' } } }, { type: 'null' }] },
        g: { $ref: '#/components/schemas/Duty' },
      },
    };
    expect(fieldsOf(schema).map(({ name, required }) => [name, required])).toEqual([
      ['a', true],
      ['a.b', false],
      ['c', false],
      ['c[].d', true],
      ['e', false],
      ['e.f', false],
      ['g', false],
    ]);
  });
});
