import { createRoute, z } from '@hono/zod-openapi';
import type { ImportedBlock, ImportedSentence } from '../../domain/imports/imported-text.ts';
import { everySection } from '../../domain/imports/walk.ts';
import { isRefusal } from '../../domain/refusal.ts';
import { apiRouter, jsonAnswer, jsonBody, LOGIN, pathParam, problem, problemAnswers, scopeOf } from '../../platform/index.ts';
import { EXAMPLE_IMPORT, ImportBody, ImportKept, ImportList, ImportRequest } from './api-schemas.ts';
import type { ImportRow } from './imports.sql.ts';
import { readImport, readImports } from './read-imports.ts';
import { importRefusals, importApiTexts as texts } from './texts.ts';
import { uploadImport } from './upload-import.ts';

/** Existing agreements, read from files. */
export const importsApi = apiRouter();

importsApi.openapi(
  createRoute({
    method: 'get',
    path: '/imports',
    tags: ['imports'],
    security: LOGIN,
    summary: texts.list,
    responses: { ...jsonAnswer(ImportList, texts.list), ...problemAnswers(401, 403) },
  }),
  async (c) => {
    const imports = await readImports(scopeOf(c), {});
    return isRefusal(imports) ? problem(c, imports, importRefusals) : c.json({ imports: imports.map(rowBody) }, 200);
  },
);

importsApi.openapi(
  createRoute({
    method: 'post',
    path: '/imports',
    tags: ['imports'],
    security: LOGIN,
    summary: texts.upload,
    description: texts.uploadNote,
    request: { body: jsonBody(ImportRequest) },
    responses: { ...jsonAnswer(ImportKept, texts.uploaded), ...problemAnswers(401, 403, 409, 413, 415) },
  }),
  async (c) => {
    const { name, file, key } = c.req.valid('json');
    const done = await uploadImport(scopeOf(c), { name, bytes: Uint8Array.from(Buffer.from(file, 'base64')), key });
    return isRefusal(done) ? problem(c, done, importRefusals) : c.json({ id: done.id, isNew: done.isNew }, 200);
  },
);

importsApi.openapi(
  createRoute({
    method: 'get',
    path: '/imports/{id}',
    tags: ['imports'],
    security: LOGIN,
    summary: texts.read,
    request: { params: z.strictObject({ id: pathParam(z.uuid(), 'id', { example: EXAMPLE_IMPORT }) }) },
    responses: { ...jsonAnswer(ImportBody, texts.read), ...problemAnswers(401, 403, 404) },
  }),
  async (c) => {
    const found = await readImport(scopeOf(c), c.req.valid('param'));
    if (isRefusal(found)) return problem(c, found, importRefusals);
    const { text } = found;
    const sections = everySection(text).map(({ section: { id, number, heading, blocks }, depth }) => ({
      id,
      depth,
      number,
      heading: heading.text,
      places: heading.places.map(placeBody),
      sentences: blocks.flatMap(blockBody),
    }));
    const furniture = text.furniture.map(({ kind, text: words, place }) => ({ kind, text: words, place: placeBody(place) }));
    return c.json({ ...rowBody(found), raw: text.raw, opening: text.opening.flatMap(blockBody), sections, furniture }, 200);
  },
);

function rowBody({ id, title, file, mediaType, sha256, bytes, pages, created }: ImportRow) {
  return { id, title, file, mediaType, sha256, bytes, pages, read: created };
}

const placeBody = ({ from, to }: { from: number; to: number }) => ({ from, to });

function sentenceBody(kind: 'sentence' | 'item' | 'cell') {
  return ({ id, text, places }: ImportedSentence) => ({ id, kind, text, places: places.map(placeBody) });
}

function blockBody(block: ImportedBlock) {
  if (block.kind === 'paragraph') return block.sentences.map(sentenceBody('sentence'));
  if (block.kind === 'list') return block.items.flatMap(({ sentences }) => sentences.map(sentenceBody('item')));
  return block.rows.flatMap(({ cells }) => cells.flat().map(sentenceBody('cell')));
}
