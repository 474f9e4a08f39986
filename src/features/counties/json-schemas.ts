import { z } from 'zod';
import { type FileKind, schemas } from '../../domain/counties/check-kinds.ts';
import { schemaTexts } from './texts.ts';

/** A published JSON Schema: its file name and its text, the same every time. */
export type PublishedSchema = { readonly name: string; readonly text: string };

/**
 * The JSON Schema (2020-12) of every kind of data file, as published in docs/schema. An editor can use it through a first
 * line such as `# yaml-language-server: $schema=../../docs/schema/county.schema.json`. It covers shape alone; meaning is
 * checked by `overens county check`.
 */
export function publishedSchemas(): PublishedSchema[] {
  return kinds().map((kind) => {
    const { $schema, ...schema } = z.toJSONSchema(schemas[kind], { io: 'input' });
    const { title, description } = schemaTexts[kind];
    const published = { $schema, $id: `urn:overens:schema:${kind}`, title, description, ...schema };
    return { name: `${kind}.schema.json`, text: `${JSON.stringify(published, null, 2)}\n` };
  });
}

function kinds(): FileKind[] {
  return Object.keys(schemas).filter((name): name is FileKind => Object.hasOwn(schemas, name));
}
