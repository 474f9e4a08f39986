import { type Context, Hono } from 'hono';
import { isRefusal } from '../../domain/refusal.ts';
import { type AppEnv, fileAnswer, scopeOf } from '../../platform/index.ts';
import { readDocument } from './read-document.ts';

/** The PDF is shown where it can be; Word is put among the downloads. */
async function download(c: Context<AppEnv>, slug: string, file: string, format: 'pdf' | 'docx') {
  const label = file.slice(0, -(format.length + 1));
  const found = await readDocument(scopeOf(c), { slug, label, format });
  if (isRefusal(found)) return c.notFound();
  return fileAnswer(c, found.bytes, { name: found.name, format, inline: format === 'pdf' });
}

/** A version of an agreement as a file: the sealed PDF, or our own print, or Word. */
export const downloadPage = new Hono<AppEnv>()
  .get('/avtal/:slug/versioner/:file{[^/]+\\.pdf}', (c) => download(c, c.req.param('slug'), c.req.param('file'), 'pdf'))
  .get('/avtal/:slug/versioner/:file{[^/]+\\.docx}', (c) => download(c, c.req.param('slug'), c.req.param('file'), 'docx'));
