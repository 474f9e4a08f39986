import fc from 'fast-check';
import { expect, it } from 'vitest';
import { apiDocument } from '../../src/api.ts';
import { municipalityId } from '../../src/features/organisations/index.ts';
import { operationsOf, stableId } from '../../src/platform/index.ts';
import { givenApp } from '../given/app.ts';
import { judge } from './judge.ts';
import { type Real, requests } from './requests.ts';
import { givenLogins } from './sessions.ts';

const SEED = Number(process.env.FUZZ_SEED ?? 20261122);
const RUNS = Number(process.env.FUZZ_RUNS ?? 10_000);

type App = Awaited<ReturnType<typeof givenApp>>;

async function ask<T>(app: App, path: string): Promise<T> {
  return (await (await app.request(`/api/v1${path}`)).json()) as T;
}

const SEARCHES = [
  { by: 'number', number: '19800417-9803' },
  { by: 'number', number: '19850417R123' },
  { by: 'name', name: 'an' },
  { by: 'case-number', caseNumber: 'DEMO-06-1a' },
];

/** What exists, so that many of the requests find something. */
async function realValues(app: App): Promise<Real> {
  const of = async (path: string, key: string) =>
    (await ask<{ items: Record<string, unknown>[] }>(app, path)).items.map((item) => item[key]);
  const slugs = await of('/agreements', 'slug');
  const municipalities = (await of('/municipalities', 'code')).slice(0, 8);
  return {
    slug: slugs,
    agreement: slugs,
    code: [...(await of('/counties', 'code')), ...municipalities],
    county: await of('/counties', 'code'),
    municipality: municipalities,
    sfs: await of('/law/statutes', 'id'),
    version: ['10.0', '2021', '2025-09-30'],
    id: [stableId(`demo:person:06:enskild-1:${municipalityId('0604')}`), stableId(`demo:person:06:enskild-2:${municipalityId('0604')}`)],
  };
}

type Facts = { facts: { id: string; type: string; options: { id: string }[]; min: number | null; max: number | null }[] };

/** Situations made of the facts there are: the document says that facts go by id, and the API lists the ids. */
async function realSituations(app: App): Promise<unknown[]> {
  const { facts } = await ask<Facts>(app, '/situation');
  const values = facts.map(({ id, type, options, min, max }) => {
    const chosen = options.map((option) => option.id);
    const value =
      type === 'yes-no'
        ? fc.boolean()
        : type === 'number'
          ? fc.integer({ min: min ?? 0, max: max ?? 0 })
          : type === 'set'
            ? fc.constantFrom(...chosen).map((one) => [one])
            : fc.constantFrom(...chosen);
    return [id, fc.oneof({ weight: 4, arbitrary: value as fc.Arbitrary<unknown> }, { weight: 1, arbitrary: fc.constant('unknown') })];
  });
  const county = fc.record({ county: fc.constantFrom('06', '20') });
  const some = fc.record(Object.fromEntries(values) as Record<string, fc.Arbitrary<unknown>>, { requiredKeys: [] });
  return fc.sample(
    fc.tuple(county, some).map(([place, chosen]) => ({ ...place, ...chosen })),
    { numRuns: 200, seed: SEED },
  );
}

it(`answers ${RUNS} requests as the document promises, however they are bent (FUZZ_SEED=${SEED})`, async () => {
  const app = await givenApp({ login: true });
  const logins = await givenLogins(app);
  const document = apiDocument();
  const real = await realValues(app);
  const arbitrary = requests(
    document,
    operationsOf(document),
    real,
    { '/navigator': await realSituations(app), '/persons/search': SEARCHES },
    logins,
  );
  const seen = new Map<number, number>();
  await fc.assert(
    fc.asyncProperty(arbitrary, async (one) => {
      const { method, address, headers, body } = one;
      const takesBody = method !== 'GET' && method !== 'HEAD';
      const answer = await app.request(address, { method, headers, ...(takesBody && body ? { body } : {}) });
      seen.set(answer.status, (seen.get(answer.status) ?? 0) + 1);
      await judge(document, one, answer);
    }),
    { seed: SEED, numRuns: RUNS, endOnFailure: true },
  );
  // It must have met all kinds of answers, or it proves less than it says.
  for (const status of [200, 204, 304, 400, 401, 404, 405, 413, 415, 422])
    expect(seen.get(status) ?? 0, `answers of ${status}`).toBeGreaterThan(2);
  expect(seen.get(200)).toBeGreaterThan(RUNS / 6);
});
