import { z } from 'zod';
import { assignmentOf } from '../../domain/access/actor.ts';
import { daysOff } from '../../domain/audit/after-hours.ts';
import { mayGiveVerdict, type Verdict } from '../../domain/audit/review-policy.ts';
import { refuse } from '../../domain/refusal.ts';
import { type KeyRing, useCase } from '../../platform/index.ts';
import { listRowsById } from './log.sql.ts';
import { startOf } from './period.ts';
import { drawRows, listDrawn, listSamples, listVerdicts, type SampleRow, type VerdictRow } from './samples.sql.ts';
import { reviewLook, type ShownLook, showLooks } from './shown-look.ts';

/** So many rounds a page. */
const PAGE = 50;

/** What a verdict's reason is bound to where it is kept. */
export const reasonContext = (verdict: string): string => `audit-verdict.reason:${verdict}`;

/** The rounds of review of one's own huvudman, the latest first, a page at a time: how each was drawn and how far it has come. `older`: the key to go on from. */
export const readSamples = useCase({
  permission: 'audit.read-samples',
  mode: 'read',
  input: z.strictObject({ before: z.uuid().optional() }),
  run: async ({ tx, input }) => {
    const found = await listSamples(tx, { before: input.before, most: PAGE + 1 });
    const samples = found.slice(0, PAGE);
    return { samples, older: found.length > PAGE ? samples.at(-1)?.id : undefined };
  },
  // How rounds were drawn: nothing about any person. Whoever was refused was there nevertheless.
  audit: (_, answer) => (answer ? [] : reviewLook(undefined, { kind: 'audit-sample', id: null })),
});

export type ShownVerdict = {
  readonly id: string;
  readonly verdict: Verdict;
  readonly reason: string;
  readonly by: string;
  readonly at: Temporal.Instant;
};

/** A drawn row with the verdict that holds, those it corrects (the oldest first), and whether the reader may judge it. */
export type SampledLook = ShownLook & {
  /** Its place in the round, from 1. */
  readonly nth: number;
  readonly holds: ShownVerdict | undefined;
  readonly corrected: readonly ShownVerdict[];
  readonly mayJudge: boolean;
};

/**
 * A round with its rows. `drawnAgain`: does the seed still draw the same rows from as many? False is a reason to verify the log, unless months of it
 * have been archived. `missing`: how many of its rows are no longer there to read. Refuses `sample-not-found`.
 */
export const readSample = useCase({
  permission: 'audit.read-samples',
  mode: 'read',
  input: z.strictObject({ id: z.uuid() }),
  run: async ({ tx, actor, keys, input }) => {
    const [sample] = await listSamples(tx, { id: input.id, most: 1 });
    const organisation = assignmentOf(actor)?.organisation.id;
    if (!sample || organisation !== sample.organisation) return refuse('sample-not-found');
    const drawn = await listDrawn(tx, sample.id);
    const [found, verdicts, again] = await Promise.all([
      listRowsById(
        tx,
        drawn.map(({ id }) => id),
        drawn.map(({ at }) => at),
      ),
      listVerdicts(tx, sample.id),
      drawRows(tx, drawOf(sample)),
    ]);
    const shown = new Map((await showLooks(tx, actor, found)).map((row) => [row.id, row]));
    const given = Map.groupBy(verdicts, ({ event }) => event);
    const rows = drawn.flatMap(({ id, account }, index): SampledLook[] => {
      const row = shown.get(id);
      const history = inOrder(given.get(id) ?? []).map((one) => shownVerdict(keys, one));
      return row
        ? [
            {
              ...row,
              nth: index + 1,
              holds: history.at(-1),
              corrected: history.slice(0, -1),
              mayJudge: mayGiveVerdict(actor, { organisation, account }),
            },
          ]
        : [];
    });
    const drawnAgain = again.population === sample.population && again.rows.map(({ id }) => id).join() === drawn.map(({ id }) => id).join();
    return { organisation, sample, rows, missing: drawn.length - rows.length, drawnAgain };
  },
  audit: ({ id }, answer) => reviewLook(answer, { kind: 'audit-sample', id }),
});

function drawOf({ seed, asked, stratum, from_day, to_day, until, hours }: SampleRow) {
  return { seed, size: asked, stratum, from: startOf(from_day), until, night: hours, daysOff: daysOff(from_day, to_day) };
}

/** Verdicts of a row, each after the one that it corrects. */
function inOrder(verdicts: readonly VerdictRow[]): VerdictRow[] {
  const after = new Map(verdicts.map((one) => [one.corrects, one]));
  const ordered: VerdictRow[] = [];
  for (let next = after.get(null); next; next = after.get(next.id)) ordered.push(next);
  return ordered;
}

function shownVerdict(keys: KeyRing, { id, verdict, reason_cipher, by, at }: VerdictRow): ShownVerdict {
  return { id, verdict, reason: keys.decrypt(reason_cipher, reasonContext(id)), by, at };
}
