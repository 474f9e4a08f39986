import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { publishedSchemas } from './json-schemas.ts';

const folder = join(import.meta.dirname, '../../../docs/schema');

describe('the published JSON Schemas', () => {
  it('are one for each kind of file and no other', () => {
    expect(readdirSync(folder).toSorted()).toEqual(
      publishedSchemas()
        .map(({ name }) => name)
        .toSorted(),
    );
  });

  it.each(publishedSchemas())('$name is up to date (node scripts/generate-schemas.ts)', ({ name, text }) => {
    expect(readFileSync(join(folder, name), 'utf8')).toBe(text);
  });

  it.each(publishedSchemas())('$name refuses unknown keys, and has an identity and a title', ({ name, text }) => {
    expect(JSON.parse(text)).toMatchObject({
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      $id: `urn:overens:schema:${name.replace('.schema.json', '')}`,
      title: expect.stringMatching(/./),
      type: 'object',
      additionalProperties: false,
    });
  });
});
