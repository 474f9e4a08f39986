import type { Context } from 'hono';

const TYPES = {
  csv: 'text/csv; charset=utf-8',
  ics: 'text/calendar; charset=utf-8',
  json: 'application/json; charset=utf-8',
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
} as const;

export type FileFormat = keyof typeof TYPES;

/**
 * Answers with a file of this name, which says its format. `inline`: to be shown where the browser can; else to be saved. `fleeting`: about people or of
 * somebody's own, and kept nowhere on the way.
 */
export function fileAnswer(
  c: Context,
  body: string | Uint8Array<ArrayBuffer>,
  { name, format, inline = false, fleeting = false }: { name: string; format: FileFormat; inline?: boolean; fleeting?: boolean },
): Response {
  return c.body(body, 200, {
    'content-type': TYPES[format],
    'content-disposition': `${inline ? 'inline' : 'attachment'}; filename="${name}.${format}"`,
    ...(fleeting ? { 'cache-control': 'no-store' } : {}),
  });
}
