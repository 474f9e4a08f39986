import { z } from 'zod';
import { assignmentOf, getLogin } from '../../domain/access/actor.ts';
import { Basis, IsoDate } from '../../domain/counties/ids.ts';
import { refuse } from '../../domain/refusal.ts';
import { APPLIES_TO, COUNTS_FROM, KEEPS } from '../../domain/retention/rule.ts';
import { saysTheSame } from '../../domain/says-the-same.ts';
import { useCase } from '../../platform/index.ts';
import { insertRule, listRules } from './retention.sql.ts';

const text = z.string().trim().max(300);
export const RuleInput = z.strictObject({
  key: z.uuid(),
  appliesTo: z.enum(APPLIES_TO),
  /** The first day that it holds. */
  from: IsoDate,
  keep: z.enum(KEEPS),
  years: z.int().min(1).max(150).optional(),
  countsFrom: z.enum(COUNTS_FROM).optional(),
  byEndOfNextYear: z.boolean().default(false),
  birthDays: z.array(z.int().min(1).max(31)).max(31).default([]),
  basis: Basis.optional(),
  citation: text.default(''),
});

/**
 * States for one's own huvudman how long copies of plans are kept, from a day on: today or later, so that nothing that has been is made otherwise. What was stated
 * before stays to be read. Refuses `retention-from` (a day that has been), `retention-years` (years without a number or a beginning, or the other way round),
 * `retention-basis` (nothing is kept or deleted without what it rests on, said in words), `key-taken`.
 */
export const stateRule = useCase({
  permission: 'retention.state-rule',
  mode: 'write',
  input: RuleInput,
  run: async ({ tx, actor, today, now, input, record }) => {
    const organisation = assignmentOf(actor)?.organisation.id;
    if (!organisation) return refuse('retention-not-found');
    const { key: id, appliesTo, from, keep, byEndOfNextYear, basis, citation } = input;
    const years = input.years ?? null;
    const countsFrom = input.countsFrom ?? null;
    const birthDays = [...new Set(input.birthDays)].toSorted((a, b) => a - b);
    if (
      keep === 'years'
        ? years === null || countsFrom === null
        : years !== null || countsFrom !== null || byEndOfNextYear || birthDays.length > 0
    ) {
      return refuse('retention-years');
    }
    if (keep === 'unstated' ? basis !== undefined : basis === undefined || citation === '') return refuse('retention-basis');
    const row = {
      ...{ id, organisation, applies_to: appliesTo, from_day: from, keep, years, counts_from: countsFrom, citation },
      ...{ by_end_of_next_year: byEndOfNextYear, birth_days: birthDays, basis: basis ?? null },
    };
    const before = (await listRules(tx, [organisation])).find((one) => one.id === id);
    if (before) return saysTheSame({ ...before, from_day: before.from_day.toString() }, row) ? { id } : refuse('key-taken');
    if (Temporal.PlainDate.compare(from, today) < 0) return refuse('retention-from');
    if (!(await insertRule(tx, row, getLogin(actor).account, now))) return refuse('key-taken');
    await record({
      kind: 'retention.state-rule',
      subject: { kind: 'retention-rule', id },
      effectiveOn: Temporal.PlainDate.from(from),
      content: { organisation, appliesTo, keep, years },
    });
    return { id };
  },
});
