import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { assignmentOf, loginOf } from '../../domain/access/actor.ts';
import { daysOff } from '../../domain/audit/after-hours.ts';
import { MOST_DRAWN, SAMPLE_METHOD, strata } from '../../domain/audit/draw-sample.ts';
import { ODD_THRESHOLDS } from '../../domain/audit/odd-thresholds.ts';
import { IsoDate } from '../../domain/counties/ids.ts';
import { isRefusal, refuse } from '../../domain/refusal.ts';
import { saysTheSame } from '../../domain/says-the-same.ts';
import { onConstraint, useCase } from '../../platform/index.ts';
import { momentsOf } from './period.ts';
import { drawRows, holdSample, insertSample, listSamples } from './samples.sql.ts';
import { reviewLook } from './shown-look.ts';

/**
 * Draws a round of review at random, and writes down how: seed, method, period, how many there were, who drew it and when. With the seed anybody draws
 * the same again. Asked again with the same `key` it answers the round that was drawn. Refuses `forbidden`, `period-order`, `period-long`, `period-ahead`,
 * `sample-empty`: there is nothing to draw from, and `key-taken` for a key of another round.
 */
export const drawSample = useCase({
  permission: 'audit.draw-sample',
  mode: 'write',
  input: z.strictObject({
    key: z.uuid(),
    from: IsoDate,
    to: IsoDate,
    stratum: z.enum(strata),
    size: z.int().min(1).max(MOST_DRAWN),
  }),
  run: async ({ tx, actor, now, today, input, record }) => {
    const organisation = assignmentOf(actor)?.organisation.id;
    const by = loginOf(actor)?.account;
    if (!organisation || !by) return refuse('forbidden', { permission: 'audit.draw-sample' });
    const { from, to, stratum, size } = input;
    const id = input.key;
    await holdSample(tx, id);
    const [earlier] = await listSamples(tx, { id, most: 1 });
    const asked = { drawn_by: by, from_day: from, to_day: to, stratum, asked: size };
    if (earlier && !saysTheSame(earlier, asked)) return refuse('key-taken');
    if (earlier) return { id, organisation: earlier.organisation, population: earlier.population, drawn: earlier.drawn };
    if (Temporal.PlainDate.compare(from, today) > 0) return refuse('period-ahead');
    const moments = momentsOf(input);
    if (isRefusal(moments)) return moments;
    // A day that is not over is drawn from as far as it has come, so that what comes later does not change what would be drawn.
    const sofar = now.add({ milliseconds: 1 });
    const until = Temporal.Instant.compare(moments.until, sofar) < 0 ? moments.until : sofar;
    const { night } = ODD_THRESHOLDS;
    const off = daysOff(Temporal.PlainDate.from(from), Temporal.PlainDate.from(to));
    const draw = { seed: randomBytes(16).toString('hex'), size, stratum, from: moments.from, until, night, daysOff: off };
    const { rows, population } = await drawRows(tx, draw);
    if (rows.length === 0) return refuse('sample-empty');
    const round = { id, organisation, by, method: SAMPLE_METHOD, from, to, population, draw, rows };
    const taken = await insertSample(tx, round, now).catch((error) =>
      // The round with this id is another huvudman's: it is not seen here.
      onConstraint(error, { audit_sample_pkey: refuse('key-taken') }),
    );
    if (taken) return taken;
    const content = { stratum, from, to, size, population, drawn: rows.length, method: SAMPLE_METHOD, seed: draw.seed };
    await record({ kind: 'audit.draw-sample', subject: { kind: 'audit-sample', id }, content });
    return { id, organisation, population, drawn: rows.length };
  },
  audit: (_, answer) =>
    reviewLook(answer && { organisation: answer.organisation, rows: [] }, { kind: 'audit-sample', id: answer?.id ?? null }),
});
