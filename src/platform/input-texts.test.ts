import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { IsoDate } from '../domain/counties/ids.ts';
import { sayFaultsInSwedish } from './input-texts.ts';

const before = z.config().localeError;
beforeAll(() => sayFaultsInSwedish());
afterAll(() => z.config({ localeError: before }));

const faultOf = (schema: z.ZodType, value: unknown) => schema.safeParse(value).error?.issues.map(({ message }) => message);

describe('sayFaultsInSwedish', () => {
  it.each<[z.ZodType, unknown, string]>([
    [z.string(), undefined, 'Saknas. Ska vara en text.'],
    [z.string(), 5, 'Ska vara en text, men är ett tal.'],
    [z.string(), ['a', 'b'], 'Ska vara en text, angiven en gång.'],
    [z.int(), 1.5, 'Ska vara ett heltal, men är ett tal.'],
    [z.number(), Number.POSITIVE_INFINITY, 'Ska vara ett tal, men är för stort för att räkna med.'],
    [z.int(), Number.POSITIVE_INFINITY, 'Ska vara ett tal, men är för stort för att räkna med.'],
    [z.number(), Number.NaN, 'Ska vara ett tal, men är något annat än ett tal.'],
    [z.array(z.string()), 'a', 'Ska vara en lista, men är en text.'],
    [z.strictObject({}), [], 'Ska vara ett objekt, men är en lista.'],
    [z.strictObject({}), { x: 1 }, 'Finns inte. Ta bort det eller rätta namnet.'],
    [z.enum(['a', 'b', 'c']), 'd', 'Ska vara "a", "b" eller "c".'],
    [IsoDate, '2023-02-29', 'Ska vara ett datum som finns, skrivet ÅÅÅÅ-MM-DD, mellan åren 1800 och 2199.'],
    [IsoDate, '2200-01-01', 'Ska vara ett datum som finns, skrivet ÅÅÅÅ-MM-DD, mellan åren 1800 och 2199.'],
    [z.string().regex(/^\d{2}$/), 'x', 'Ska följa mönstret ^\\d{2}$.'],
    [z.string().max(3), 'abcd', 'Ska ha högst 3 tecken.'],
    [z.array(z.string()).min(1), [], 'Ska ha minst 1 värden.'],
    [z.number().min(1), 0, 'Ska vara minst 1.'],
    [z.number().lt(1), 1, 'Ska vara högst 1, men inte just det.'],
    [z.union([z.string(), z.number()]), null, 'Har inte någon av de former som tas emot.'],
  ])('says what is wrong with %# in Swedish', (schema, value, sentence) => {
    expect(faultOf(schema, value)).toEqual([sentence]);
  });

  it('never repeats the value that was sent', () => {
    const sent = '19121212-1212';
    for (const schema of [z.int(), IsoDate, z.enum(['a']), z.string().max(3), z.array(z.string()), z.strictObject({})]) {
      expect(faultOf(schema, sent)?.join(' ')).not.toContain('1212');
    }
  });
});
