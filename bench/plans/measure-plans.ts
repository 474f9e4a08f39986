import { randomUUID } from 'node:crypto';
import { checkChain } from '../audited/chain.ts';
import { secretOf } from '../audited/people.ts';
import { benchKeys } from '../audited/reads.ts';
import { bundled } from '../bundle.ts';
import { type BenchDatabase, startBenchDatabase } from '../database.ts';
import { type Ask, type Figures, measure, median } from '../measure.ts';
import type { Options } from '../options.ts';
import { runToEnd, startServer } from '../processes.ts';
import { planOfUnit, unaskedMeasure, WRITING, writtenPlan } from './given.ts';

/** What `--only` names it by. */
export const PLANS = 'plans';

/** What was measured of one question about plans, when there were so many. */
export type PlanFigures = { readonly row: string; readonly plans: number; readonly ours: Figures; readonly floor: Figures };

const FEW = 1_000;
const MANY = 100_000;

const due = Temporal.Now.plainDateISO('Europe/Stockholm').add({ days: 30 }).toString();
/** How a question is asked the n-th time. The writing one is last: the lists are measured without what it adds. */
const QUESTIONS: Readonly<Record<string, (n: number, plans: number, turn: number) => Pick<Ask, 'path' | 'body'>>> = {
  'read a plan': (n, plans) => ({ path: `/api/v1/plans/${planOfUnit(n, plans)}` }),
  'list my plans': () => ({ path: '/api/v1/plans' }),
  'search 20 tasks': () => ({ path: '/api/v1/tasks?side=owner' }),
  // Each of the two programs has plans of its own: what one has asked the other would refuse to ask again.
  'ask a task': (n, plans, turn) => {
    const nth = (turn * WRITING) / 2 + (n % (WRITING / 2));
    return {
      path: `/api/v1/plans/${writtenPlan(nth, plans)}/tasks`,
      body: JSON.stringify({ key: randomUUID(), measure: unaskedMeasure(nth, plans), due }),
    };
  },
};

/** Measures questions about plans, each answer in the log before it leaves, on a database of their own, beside the floor. Throws when a log lacks a row. */
export async function measurePlans(options: Options, say: (line: string) => void): Promise<PlanFigures[]> {
  const database = await startBenchDatabase();
  try {
    await database.grow(3);
    const env = { ...database.env, ...benchKeys() };
    await runToEnd([await bundled('audited-prepare.ts')], env);
    await database.query('create table if not exists bench_log (n bigint primary key, line text not null, hash bytea not null)');
    const figures: PlanFigures[] = [];
    for (const plans of options.quick ? [FEW] : [FEW, MANY]) {
      const began = performance.now();
      await runToEnd([await bundled('plans-prepare.ts'), String(plans)], env);
      await database.query('vacuum analyze');
      say(`${plans} plans in ${Math.round((performance.now() - began) / 1000)} s`);
      figures.push(...(await measureAt(plans, database, env, options, say)));
    }
    return figures;
  } finally {
    await database.stop();
  }
}

async function measureAt(
  plans: number,
  database: BenchDatabase,
  env: Readonly<Record<string, string>>,
  options: Options,
  say: (line: string) => void,
): Promise<PlanFigures[]> {
  const flags = options.program.filter((arg) => arg.startsWith('--'));
  const script = await bundled('audited-server.ts');
  const servers = await Promise.all([startServer([...flags, script], env), startServer(['bench/plans-floor.ts'], env)]);
  const logged = async () => Number((await database.query<{ n: string }>('select count(*) as n from audit_event'))[0]?.n);
  const found: PlanFigures[] = [];
  try {
    for (const [row, ask] of Object.entries(QUESTIONS)) {
      const [before, chained] = [await logged(), await checkChain(database)];
      const turns = servers.map(({ base }, turn) => {
        let sent = 0;
        const next = (): Ask => ({ ...ask(sent, plans, turn), cookie: `__Host-session=${secretOf(sent++)}` });
        return { figures: [] as Figures[], answers: 0, run: (seconds: number) => measure(base, seconds, next) };
      });
      for (const turn of turns) turn.answers += (await turn.run(options.warmUp * 2)).answers;
      for (let i = 0; i < options.runs; i++)
        for (const turn of turns) {
          const measured = await turn.run(options.seconds);
          turn.answers += measured.answers;
          turn.figures.push(measured);
        }
      const [ours, floor] = turns.map((turn) => median(turn.figures));
      if (!ours || !floor) throw new Error('nothing was measured');
      if ((await logged()) - before < (turns[0]?.answers ?? 0)) throw new Error(`our log lacks rows of ${row}`);
      if ((await checkChain(database)) - chained < (turns[1]?.answers ?? 0)) throw new Error(`the floor's log lacks rows of ${row}`);
      say(
        `${row}, ${plans} plans: ${Math.round(ours.perSecond)} /s, p95 ${ours.p95.toFixed(1)} ms, failed ${ours.failed}; floor ${Math.round(floor.perSecond)} /s (${floor.failed})`,
      );
      found.push({ row, plans, ours, floor });
    }
    return found;
  } finally {
    for (const { stop } of servers) await stop();
  }
}
