import { createRoute, z } from '@hono/zod-openapi';
import { Basis } from '../../domain/counties/ids.ts';
import { isRefusal, type Refusal } from '../../domain/refusal.ts';
import { APPLIES_TO, COUNTS_FROM, KEEPS } from '../../domain/retention/rule.ts';
import { KEPT_BECAUSE, THINNING_OUTCOMES } from '../../domain/retention/thinning.ts';
import { apiRouter, jsonAnswer, jsonBody, LOGIN, newId, problem, problemAnswers, scopeOf } from '../../platform/index.ts';
import { decideThinning, readOffers } from './decide-thinning.ts';
import { readRules, type StatedRule } from './read-rules.ts';
import { stateRule } from './state-rule.ts';
import { refusals } from './texts.ts';

const tags = ['retention'];
const security = LOGIN;
const basis = z.enum(Basis.options);
const rule = {
  appliesTo: z.enum(APPLIES_TO),
  from: z.iso.date(),
  keep: z.enum(KEEPS),
};

const Rule = z.strictObject({
  ...{ id: z.uuid(), ...rule, years: z.int().nullable(), countsFrom: z.enum(COUNTS_FROM).nullable() },
  ...{ byEndOfNextYear: z.boolean(), birthDays: z.array(z.int()), basis: basis.nullable(), citation: z.string() },
});
const RetentionRules = z
  .strictObject({ rules: z.array(Rule.extend({ statedAt: z.string() }).strict()), current: z.array(z.uuid()) })
  .openapi('RetentionRules', {
    description:
      'Det som den egna organisationen har angett om hur länge kopior av planer sparas, det senaste först. `current`: de som gäller i dag. En regel för en verksamhet går före den för alla. Finns ingen gallras ingenting.',
  });

const NewRule = z
  .strictObject({
    key: z.uuid().optional().openapi({ description: 'Id som regeln får. Skickas samma sak två gånger blir det en.' }),
    ...rule,
    years: z.int().min(1).max(150).optional(),
    countsFrom: z.enum(COUNTS_FROM).optional(),
    byEndOfNextYear: z.boolean().optional(),
    birthDays: z.array(z.int().min(1).max(31)).max(31).optional(),
    basis: basis.optional(),
    citation: z.string().max(300).optional(),
  })
  .openapi('NewRetentionRule', {
    description:
      '`years` och `countsFrom` hör till `keep: years`. Utom vid `unstated` ska `basis` och `citation` finnas. `from` är i dag eller senare. `birthDays`: dagar i månaden, vars födda sparas.',
    example: {
      ...{ key: '3f0b6a52-7d0c-4b0e-9a37-5a1f7d2c9e11', appliesTo: 'social-services', from: '2027-01-01', keep: 'years', years: 5 },
      ...{ countsFrom: 'last-note', byEndOfNextYear: true, basis: 'proposal', citation: 'Förslag till dokumenthanteringsplan, § 4' },
    },
  });

const Offer = z
  .strictObject({
    ...{ id: z.uuid(), copy: z.uuid(), unit: z.uuid(), version: z.int(), receivedOn: z.string(), rule: z.uuid().nullable() },
    ...{ due: z.string(), atLatest: z.string().nullable(), birthDayKnown: z.boolean(), outcome: z.enum(THINNING_OUTCOMES).nullable() },
    ...{ because: z.enum(KEPT_BECAUSE).nullable(), until: z.string().nullable(), decidedAt: z.string().nullable() },
    ...{ thinnedAt: z.string().nullable(), stoppedAt: z.string().nullable() },
  })
  .openapi('ThinningOffer', {
    description:
      'En kopia vars tid har gått ut. `outcome` är null tills någon har beslutat. `stoppedAt`: den gallrades inte, eftersom regeln inte gällde längre eller något hade antecknats.',
  });
const Offers = z.strictObject({ offers: z.array(Offer) }).openapi('ThinningOffers', { description: 'De som väntar först. Högst 200.' });

const NewDecision = z
  .strictObject({
    offers: z.array(z.uuid()).max(200).openapi({ description: 'Ids ur `GET /thinning-offers`. En tom lista ändrar inget.' }),
    outcome: z.enum(THINNING_OUTCOMES),
    sure: z
      .boolean()
      .optional()
      .openapi({ description: 'Krävs vid `delete`: inget senare är antecknat hos er, och inget undantag gäller.' }),
    because: z.enum(KEPT_BECAUSE).optional(),
    until: z.iso.date().optional(),
  })
  .openapi('NewThinningDecision', {
    example: { offers: [], outcome: 'keep', because: 'in-use', until: '2027-12-31' },
  });

/** How long a huvudman keeps its copies of plans, and what becomes of those whose time has gone. */
export const retentionApi = apiRouter();

retentionApi.openapi(
  createRoute({
    ...{ method: 'get', path: '/retention-rules', tags, security },
    summary: 'Hur länge er organisation sparar kopior av planer',
    responses: { ...jsonAnswer(RetentionRules, 'Reglerna'), ...problemAnswers(401, 403, 404) },
  }),
  async (c) => {
    const found = await readRules(scopeOf(c), {});
    return isRefusal(found) ? problem(c, found, refusals) : c.json(rulesBody(found), 200);
  },
);

retentionApi.openapi(
  createRoute({
    ...{ method: 'post', path: '/retention-rules', tags, security },
    summary: 'Ange hur länge er organisation sparar kopior av planer',
    request: { body: jsonBody(NewRule) },
    responses: { ...jsonAnswer(RetentionRules, 'Reglerna'), ...problemAnswers(401, 403, 404, 409, 413, 415) },
  }),
  async (c) => {
    const { key, ...said } = c.req.valid('json');
    const done = await stateRule(scopeOf(c), { key: key ?? newId(c.var.runtime.clock.now()), ...said });
    if (isRefusal(done)) return problem(c, done, refusals);
    const found = await readRules(scopeOf(c), {});
    return isRefusal(found) ? problem(c, found, refusals) : c.json(rulesBody(found), 200);
  },
);

retentionApi.openapi(
  createRoute({
    ...{ method: 'get', path: '/thinning-offers', tags, security },
    summary: 'Kopior av planer vars tid har gått ut',
    description: 'För registratorn. Vem en kopia gäller står inte här.',
    responses: { ...jsonAnswer(Offers, 'Kopiorna'), ...problemAnswers(401, 403, 404) },
  }),
  async (c) => {
    const found = await readOffers(scopeOf(c), {});
    return isRefusal(found) ? problem(c, found, refusals) : c.json(offersBody(found), 200);
  },
);

retentionApi.openapi(
  createRoute({
    ...{ method: 'post', path: '/thinning-decisions', tags, security },
    summary: 'Besluta om kopior vars tid har gått ut',
    description: 'Kräver att du nyligen har loggat in. Det som ska gallras gallras inom någon minut, och kan inte fås tillbaka.',
    request: { body: jsonBody(NewDecision) },
    responses: { ...jsonAnswer(Offers, 'Kopiorna'), ...problemAnswers(401, 403, 404, 409, 413, 415) },
  }),
  async (c) => {
    const done = await decideThinning(scopeOf(c), c.req.valid('json'));
    if (isRefusal(done)) return problem(c, done, refusals);
    const found = await readOffers(scopeOf(c), {});
    return isRefusal(found) ? problem(c, found, refusals) : c.json(offersBody(found), 200);
  },
);

type Found<Read extends (...args: never[]) => Promise<unknown>> = Exclude<Awaited<ReturnType<Read>>, Refusal>;

function rulesBody({ rules, current }: Found<typeof readRules>): z.infer<typeof RetentionRules> {
  return { rules: rules.map(ruleBody), current: current.map(({ id }) => id) };
}

function ruleBody({ nth: _, from, statedAt, birthDays, ...said }: StatedRule) {
  return { ...said, from: from.toString(), birthDays: [...birthDays], statedAt: statedAt.toString() };
}

function offersBody({ waiting, decided }: Found<typeof readOffers>): z.infer<typeof Offers> {
  return {
    offers: [...waiting, ...decided].map((one) => ({
      ...{
        id: one.id,
        copy: one.copy,
        unit: one.unit,
        version: one.number,
        receivedOn: one.received_on.toString(),
        rule: one.rule?.id ?? null,
      },
      ...{ due: one.due_on.toString(), atLatest: one.at_latest?.toString() ?? null, birthDayKnown: one.birth_day_known },
      ...{ outcome: one.outcome, because: one.because, until: one.until?.toString() ?? null },
      ...{ decidedAt: one.decided_at?.toString() ?? null, thinnedAt: one.thinned_at?.toString() ?? null },
      stoppedAt: one.stopped_at?.toString() ?? null,
    })),
  };
}
