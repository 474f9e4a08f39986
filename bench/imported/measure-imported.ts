import { bundled } from '../bundle.ts';
import type { BenchDatabase } from '../database.ts';
import type { Options } from '../options.ts';
import { runToEnd, startServer } from '../processes.ts';
import { day, pageRows } from '../rows.ts';
import { type Measured, measureRows } from '../run-rows.ts';
import { IMPORTED_SLUG } from './imported-slug.ts';
import { largestSource } from './largest-document.ts';

/** What `--only` names it by. */
export const IMPORTED = 'largest-imported';

/** So many days the page is asked for on, over and over, in turn. */
const TURNS = 30;
const FIRST = Temporal.PlainDate.from('2025-02-01');

export type ImportedFigures = { readonly document: string; readonly agreements: number; readonly rows: readonly Measured[] };

/** Measures the reading page of the largest document that was imported and published, in the register as it is: warm, on days in turn, and cold. */
export async function measureImported(
  database: BenchDatabase,
  agreements: number,
  options: Options,
  say: (line: string) => void,
): Promise<ImportedFigures> {
  const document = largestSource()?.name ?? 'generated document';
  await runToEnd([await bundled('load-imported.ts')], database.env);
  await database.query('vacuum analyze');
  const path = `/avtal/${IMPORTED_SLUG}`;
  const rows = pageRows({
    id: IMPORTED,
    name: `Reading page of the ${document}`,
    cold: (n) => ({ path: `${path}?datum=${day(n)}` }),
    inTurn: (n) => ({ path: `${path}?datum=${FIRST.add({ days: n % TURNS })}` }),
  });
  const app = await startServer(options.program, database.env);
  const floor = await startServer(['bench/floor.ts'], database.env);
  try {
    return { document, agreements, rows: (await measureRows({ rows, agreements, app, floor, database, options, say })).rows };
  } finally {
    await Promise.all([app.stop(), floor.stop()]);
  }
}
