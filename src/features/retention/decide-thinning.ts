import { z } from 'zod';
import { assignmentOf, getLogin } from '../../domain/access/actor.ts';
import { IsoDate } from '../../domain/counties/ids.ts';
import { refuse } from '../../domain/refusal.ts';
import { KEPT_BECAUSE, THINNING_OUTCOMES } from '../../domain/retention/thinning.ts';
import { type Look, useCase } from '../../platform/index.ts';
import { listRules } from './retention.sql.ts';
import { ruleOf } from './rule-of.ts';
import { insertDecision, listOffers, type OfferRow } from './thinning.sql.ts';

const look = ({ plan, copy }: Pick<OfferRow, 'plan' | 'copy'>): Look => ({
  ...{ person: null, owner: null, record: { kind: 'plan', id: plan }, details: { copy } },
});

/** The copies of one's own huvudman whose time has gone, with the rule that says so: those that wait, then those that are decided. Ids, units and days, and nobody's name. */
export const readOffers = useCase({
  permission: 'retention.read-offers',
  mode: 'read',
  input: z.strictObject({}),
  run: async ({ tx, actor }) => {
    const organisation = assignmentOf(actor)?.organisation.id;
    if (!organisation) return refuse('retention-not-found');
    const rules = new Map((await listRules(tx, [organisation])).map((row) => [row.id, ruleOf(row)]));
    const offers = (await listOffers(tx)).map((row) => ({ ...row, rule: rules.get(row.rule) }));
    return { waiting: offers.filter(({ outcome }) => outcome === null), decided: offers.filter(({ outcome }) => outcome !== null) };
  },
  audit: (_, answer) => [...(answer?.waiting ?? []), ...(answer?.decided ?? [])].map(look),
});

/** How many copies wait for a decision, and the first last day of them. */
export const countOffers = useCase({
  permission: 'retention.read-offers',
  mode: 'read',
  input: z.strictObject({}),
  run: async ({ tx }) => {
    const waiting = (await listOffers(tx)).filter(({ outcome }) => outcome === null);
    const days = waiting.flatMap(({ at_latest }) => at_latest ?? []).toSorted(Temporal.PlainDate.compare);
    return { count: waiting.length, due: days[0] };
  },
});

/**
 * Decides on copies whose time has gone: that their contents are deleted, which the program then does and nobody can undo; or that they are kept, why, and until when.
 * Whoever decides to delete says that nothing has been noted since in their own records and that no exception holds: that is not known here. The same once more
 * changes nothing. Refuses `thinning-not-found`, `thinning-decided` (somebody has decided otherwise), `thinning-unsure` (nothing is said of one's own records),
 * `thinning-kept` (kept without a reason, or deleted with one), `thinning-until` (a day that has been).
 */
export const decideThinning = useCase({
  permission: 'retention.decide',
  mode: 'write',
  input: z.strictObject({
    offers: z.array(z.uuid()).max(200),
    outcome: z.enum(THINNING_OUTCOMES),
    /** Nothing later is noted in one's own records, and no exception holds. */
    sure: z.boolean().default(false),
    because: z.enum(KEPT_BECAUSE).optional(),
    until: IsoDate.optional(),
  }),
  run: async ({ tx, actor, today, now, input, record }) => {
    const organisation = assignmentOf(actor)?.organisation.id;
    if (!organisation) return refuse('retention-not-found');
    const { outcome, because, until } = input;
    if (outcome === 'delete' && !input.sure) return refuse('thinning-unsure');
    if (outcome === 'keep' ? because === undefined : because !== undefined || until !== undefined) return refuse('thinning-kept');
    if (until !== undefined && Temporal.PlainDate.compare(until, today) <= 0) return refuse('thinning-until');
    const all = new Map((await listOffers(tx)).map((one) => [one.id, one]));
    const found = [...new Set(input.offers)].flatMap((id) => all.get(id) ?? []);
    if (found.length !== new Set(input.offers).size) return refuse('thinning-not-found');
    const by = { account: getLogin(actor).account, organisation };
    const same = (one: OfferRow) =>
      one.decided_by === by.account &&
      one.outcome === outcome &&
      one.because === (because ?? null) &&
      (one.until?.toString() ?? undefined) === until;
    const open = found.filter((one) => one.outcome === null);
    if (found.some((one) => one.outcome !== null && !same(one))) return refuse('thinning-decided');
    for (const { id } of open) {
      if (!(await insertDecision(tx, { offer: id, outcome, because, until }, by, now))) return refuse('thinning-decided');
    }
    if (open.length > 0) {
      await record({
        kind: 'retention.decide',
        subject: { kind: 'retention', id: organisation },
        content: { outcome, because: because ?? null, until: until ?? null, offers: open.map(({ id }) => id) },
      });
    }
    return { decided: found };
  },
  audit: (_, answer) => (answer?.decided ?? []).map((one) => ({ ...look(one), details: { copy: one.copy, written: true } })),
});
