/**
 * `npm run bench`: prints how fast we answer beside the least program that gives the same answers, measured in the same run on the
 * same database, and writes var/bench.json. Asserts nothing. See docs/performance.md.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { projectRoot } from '../src/platform/config/index.ts';
import { stopOnSignals } from '../src/platform/stop-signals.ts';
import { AUDITED, measureAudited } from './audited/measure-audited.ts';
import { startBenchDatabase } from './database.ts';
import { DIFF, measureDiff } from './diff/measure-diff.ts';
import { DOCUMENTS, measureDocuments } from './documents/measure-documents.ts';
import { IMPORTED, measureImported } from './imported/measure-imported.ts';
import { IMPORTS, measureImports } from './imports/measure-imports.ts';
import { FEW, MANY, readOptions, SIZES } from './options.ts';
import { weighPages } from './page-weight.ts';
import { measurePlans, PLANS } from './plans/measure-plans.ts';
import { startServer } from './processes.ts';
import { type Report, writeTables } from './report.ts';
import { ROWS } from './rows.ts';
import { measureRows } from './run-rows.ts';
import { measureStarts } from './start-times.ts';

const options = readOptions(process.argv.slice(2));
const stopping = stopOnSignals();
const say = (line: string) => process.stderr.write(`${line}\n`);
const began = performance.now();

const audited = !options.only || AUDITED.includes(options.only);
const compared = !options.only || DIFF.includes(options.only);
const set = !options.only || DOCUMENTS.includes(options.only);
const imported = !options.only || IMPORTS.includes(options.only);
const published = !options.only || IMPORTED.includes(options.only);
const planned = !options.only || PLANS.includes(options.only);
const sizes =
  options.only && (compared || set || imported || published || planned)
    ? []
    : options.only && audited
      ? [FEW]
      : options.quick
        ? [FEW, MANY]
        : SIZES;
const start = options.only ? undefined : await measureStarts();
const database = await startBenchDatabase();
stopping.beforeEnd(() => database.stop());
const report: Report = { start, rows: [], memory: [], loads: [], weights: [], options };

try {
  for (const agreements of sizes) {
    const seconds = await database.grow(agreements);
    const app = await startServer(options.program, database.env);
    const floor = await startServer(['bench/floor.ts'], database.env);
    try {
      report.loads.push({ agreements, seconds });
      const isWhole = agreements === FEW || agreements === MANY;
      const rows = ROWS.filter((row) => (isWhole || row.growth) && (!options.only || row.id.includes(options.only)));
      const measured = await measureRows({ rows, agreements, app, floor, database, options, say });
      report.rows.push(...measured.rows);
      if (isWhole) report.memory.push({ agreements, ...measured.memory });
      if (agreements === FEW && !options.only) report.weights.push(...(await weighPages(app.base)));
    } finally {
      await Promise.all([app.stop(), floor.stop()]);
    }
    if (agreements === FEW && audited) report.audited = await measureAudited(database, options, say);
  }
  if (published) {
    // Last, in the register as large as it gets: what is counted before has nothing of it.
    if (sizes.length === 0) await database.grow(FEW);
    report.published = await measureImported(database, sizes.at(-1) ?? FEW, options, say);
  }
} finally {
  await database.stop();
}

if (planned) report.plans = await measurePlans(options, say);
if (compared) report.diff = await measureDiff(options.quick ? 5 : 30);
if (set) report.documents = await measureDocuments(options.quick ? 5 : 30);
if (imported) report.imports = await measureImports(options.quick ? 5 : 30);

await writeTables(report, say);
await mkdir(join(projectRoot, 'var'), { recursive: true });
await writeFile(join(projectRoot, 'var', 'bench.json'), `${JSON.stringify(report, null, 2)}\n`);
say(`\n${Math.round((performance.now() - began) / 1000)} s. All figures: var/bench.json`);
process.exit(0);
