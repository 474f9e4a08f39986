import { setTimeout as wait } from 'node:timers/promises';
import type { BenchDatabase } from './database.ts';
import { type Ask, type Figures, measure, median } from './measure.ts';
import type { Options } from './options.ts';
import type { Server } from './processes.ts';
import type { Held, Row } from './rows.ts';

/** A row measured: our figures and the floor's. */
export type Measured = Pick<Row, 'id' | 'name' | 'kind' | 'state' | 'encoding' | 'p95'> & {
  readonly agreements: number;
  readonly growth: boolean;
  readonly ours: Figures;
  readonly floor: Figures;
};

/** Resident memory of our process in MB: at rest after the rows, and the most that was seen while they ran. */
export type Memory = { readonly idle: number; readonly underLoad: number };

export type Setting = {
  readonly rows: readonly Row[];
  readonly agreements: number;
  readonly app: Server;
  readonly floor: Server;
  readonly database: BenchDatabase;
  readonly options: Options;
  readonly say: (line: string) => void;
};

/** Measures the rows one after another; in each, ours and the floor take turns, so that a slow moment of the machine meets both. */
export async function measureRows(setting: Setting): Promise<{ rows: Measured[]; memory: Memory }> {
  const { rows, agreements, app, options, say } = setting;
  const held = await heldIn(setting.database);
  const measured: Measured[] = [];
  let underLoad = 0;
  const watch = setInterval(async () => {
    underLoad = Math.max(underLoad, await app.resident());
  }, 200);
  for (const row of rows) {
    const asks = (n: number) => row.ask(n, held);
    if (!(await isThere(app.base, asks(0)))) {
      say(`${agreements} ${row.id}: no such address yet, left out`);
      continue;
    }
    const everyOne = row.state === 'in turn' ? held.slugs.length : 0;
    const { ours, floor } = await takeTurns(setting, asks, everyOne);
    const { id, name, kind, state, encoding, p95 } = row;
    measured.push({ id, name, kind, state, encoding, ...(p95 ? { p95 } : {}), growth: row.growth ?? false, agreements, ours, floor });
    say(
      `${agreements} ${row.id}: ${Math.round(ours.perSecond)} /s, p95 ${ours.p95.toFixed(1)} ms; floor ${Math.round(floor.perSecond)} /s`,
    );
  }
  clearInterval(watch);
  // Long enough for Node to clean up after the load, as it does at rest.
  await wait(options.quick ? 2_000 : 12_000);
  return { rows: measured, memory: { idle: await app.resident(), underLoad } };
}

/** `atLeast`: how many are asked for before any counts, so that what is asked in turn has all been asked for once. */
async function takeTurns(
  { app, floor, options }: Setting,
  asks: (n: number) => Ask,
  atLeast: number,
): Promise<{ ours: Figures; floor: Figures }> {
  const targets = [app, floor].map(({ base }) => {
    let sent = 0;
    const next = () => asks(sent++);
    return { run: (seconds: number) => measure(base, seconds, next), sent: () => sent, figures: [] as Figures[] };
  });
  for (const { run, sent } of targets)
    do await run(options.warmUp);
    while (sent() < atLeast);
  for (let i = 0; i < options.runs; i++) for (const { run, figures } of targets) figures.push(await run(options.seconds));
  const [ours, theirs] = targets.map(({ figures }) => median(figures));
  if (!ours || !theirs) throw new Error('nothing was measured');
  return { ours, floor: theirs };
}

async function isThere(base: string, { path, body }: Ask): Promise<boolean> {
  const json = { method: 'POST', body: body ?? '', headers: { 'content-type': 'application/json' } };
  const { status } = await fetch(`${base}${path}`, body === undefined ? {} : json);
  return status !== 404;
}

/** What the asks go through, in an order that mixes counties but is the same every time. */
async function heldIn({ query }: BenchDatabase): Promise<Held> {
  const slugs = await query<{ slug: string }>('select slug from agreement order by md5(slug)');
  const places = await query<{ code: string; county: string }>(
    'select m.code, m.county_code as county from municipality m where exists (select from agreement a where a.county_code = m.county_code) order by md5(m.code)',
  );
  return { slugs: slugs.map(({ slug }) => slug), places };
}
