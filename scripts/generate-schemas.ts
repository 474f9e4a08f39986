import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { publishedSchemas } from '../src/features/counties/json-schemas.ts';

// Writes docs/schema from the zod schemas: node scripts/generate-schemas.ts. A test fails when the files are stale.
const folder = join(import.meta.dirname, '..', 'docs', 'schema');
const published = publishedSchemas();
await mkdir(folder, { recursive: true });
for (const name of await readdir(folder)) if (!published.some((schema) => schema.name === name)) await rm(join(folder, name));
for (const { name, text } of published) await writeFile(join(folder, name), text);
process.stdout.write(`${published.length} JSON Schemas in docs/schema\n`);
