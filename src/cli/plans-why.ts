import { findPlanLook, findStandingThen } from '../features/audit/why/replay.sql.ts';
import { type Explained, replayLook } from '../features/audit/why/replay-look.ts';
import { whyLines, whyTexts } from '../features/audit/why/texts-why.ts';
import type { ExitCode, Io } from './command.ts';
import { ownerWork } from './owner-work.ts';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/**
 * `overens plans why --log <row>`: what let somebody see what they saw of a plan, by a row of the log, and whether the rules answer the same when they are asked again
 * about that moment. 0: the same; 1: not the same, or it cannot be said. Ids and codes only: nothing of whom the plan is about.
 */
export async function run(args: readonly string[], io: Io): Promise<ExitCode> {
  const [flag, id = '', ...rest] = args;
  if (flag !== '--log' || !UUID.test(id) || rest.length > 0) return 2;
  const found = await ownerWork(io, async (tx): Promise<{ readonly explained: Explained | undefined } | 'no-row'> => {
    const look = await findPlanLook(tx, id);
    return look ? { explained: await replayLook(tx, look, findStandingThen) } : 'no-row';
  });
  if (found === undefined) return 1;
  if (found === 'no-row' || !found.explained) {
    io.err(found === 'no-row' ? whyTexts.noRow : whyTexts.unknown);
    return 1;
  }
  for (const line of whyLines(found.explained)) io.out(line);
  return found.explained.replay.verdict === 'same' ? 0 : 1;
}
