import { type Context, Hono } from 'hono';
import { isRefusal } from '../../domain/refusal.ts';
import { type AppEnv, scopeOf } from '../../platform/index.ts';
import { readDocument } from './read-document.ts';

const TYPES = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
} as const;

/** The PDF is shown where it can be; Word is put among the downloads. */
async function download(c: Context<AppEnv>, slug: string, file: string, format: keyof typeof TYPES) {
  const label = file.slice(0, -(format.length + 1));
  const found = await readDocument(scopeOf(c), { slug, label, format });
  if (isRefusal(found)) return c.notFound();
  return c.body(found.bytes, 200, {
    'content-type': TYPES[format],
    'content-disposition': `${format === 'pdf' ? 'inline' : 'attachment'}; filename="${found.name}.${format}"`,
  });
}

/** A version of an agreement as a file: the sealed PDF, or our own print, or Word. */
export const downloadPage = new Hono<AppEnv>()
  .get('/avtal/:slug/versioner/:file{[^/]+\\.pdf}', (c) => download(c, c.req.param('slug'), c.req.param('file'), 'pdf'))
  .get('/avtal/:slug/versioner/:file{[^/]+\\.docx}', (c) => download(c, c.req.param('slug'), c.req.param('file'), 'docx'));
