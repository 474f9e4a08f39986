import { cities, situationAsks, words } from './asks.ts';
import type { Ask } from './measure.ts';

/** What is in the register, for asks that go through all of it. */
export type Held = {
  readonly slugs: readonly string[];
  readonly places: readonly { readonly code: string; readonly county: string }[];
};

/** `warm`: the same address every time, which the program may have kept. `in turn`: every agreement's, over and over. `cold`: an address that nobody has asked for. */
export type State = 'warm' | 'in turn' | 'cold' | 'new day';

export type Row = {
  readonly id: string;
  readonly name: string;
  readonly kind: 'api' | 'page';
  readonly state: State;
  readonly encoding: 'br' | 'plain';
  /** Highest p95 in ms with few agreements and with 500, where there is an aim. */
  readonly p95?: { readonly few: number; readonly many: number };
  /** Measured at every size. */
  readonly growth?: true;
  /** The request of number `n`, counted over all runs. */
  readonly ask: (n: number, held: Held) => Ask;
};

const QUICK_ANSWER = { few: 20, many: 50 };

/** The days that cold asks go through: a day not asked about before, in every request for as long as any bench goes on. */
const DAYS = 45_000;
const FIRST = Temporal.PlainDate.from('2025-02-01');
/** Today is passed over: an address that says it leads to the one without. */
const TODAY = FIRST.until(Temporal.Now.plainDateISO('Europe/Stockholm')).days;
/** The day of cold ask number `n`. */
export const day = (n: number) => {
  const days = n % DAYS;
  return FIRST.add({ days: days === TODAY ? DAYS : days }).toString();
};
const nth = <T>(items: readonly T[], n: number): T => {
  const item = items[n % items.length];
  if (item === undefined) throw new Error('the register is empty');
  return item;
};
const slug = (n: number, { slugs }: Held) => nth(slugs, n);

type Pages = {
  readonly id: string;
  readonly name: string;
  readonly cold: Row['ask'];
  readonly inTurn?: Row['ask'];
  readonly p95?: Row['p95'];
  readonly growth?: true;
};

/** A page is asked for as a browser does and uncompressed; the same again and again, and a new one every time. */
export function pageRows({ id, name, cold, inTurn, p95, growth }: Pages): Row[] {
  const turns: Row[] = inTurn
    ? [
        {
          id: `${id}-in-turn`,
          name,
          kind: 'page',
          state: 'in turn',
          encoding: 'br',
          ask: (n, held) => ({ ...inTurn(n, held), encoding: 'br' }),
        },
      ]
    : [];
  const rows = (['warm', 'cold'] as const).flatMap((state) =>
    (['br', 'plain'] as const).map((encoding): Row => {
      const ask = (n: number, held: Held): Ask => ({ ...cold(state === 'warm' ? 0 : n, held), ...(encoding === 'br' ? { encoding } : {}) });
      const grows = growth && state === 'cold' && encoding === 'plain' ? { growth } : {};
      return { id: `${id}-${state}-${encoding}`, name, kind: 'page', state, encoding, ...(p95 ? { p95 } : {}), ...grows, ask };
    }),
  );
  return [...turns, ...rows];
}

/** An answer by API, the same again and again and a new one every time. */
function apiRows({ id, name, cold, p95, growth }: Pages): Row[] {
  return (['warm', 'cold'] as const).map((state): Row => {
    const grows = growth && state === 'cold' ? { growth } : {};
    const ask: Row['ask'] = (n, held) => cold(state === 'warm' ? 0 : n, held);
    return { id: `${id}-${state}`, name, kind: 'api', state, encoding: 'plain', ...(p95 ? { p95 } : {}), ...grows, ask };
  });
}

const navigatorRow = (id: string, name: string, state: State, ask: Row['ask'], growth?: true): Row => ({
  id,
  name,
  kind: 'api',
  state,
  encoding: 'plain',
  p95: QUICK_ANSWER,
  ...(growth ? { growth } : {}),
  ask: (n, held) => ask(n, held),
});

const navigatorBody = (n: number, held: Held, extra: object, whole = false) => {
  const { code, county } = nth(held.places, n);
  return {
    path: '/api/v1/navigator',
    body: JSON.stringify({ ...(whole ? { county } : { municipality: code }), ...situationAsks(n).json, ...extra }),
  };
};

const searchWords = (n: number) =>
  `${nth(words, n)} ${nth(words, Math.floor(n / words.length) + n + 1)}${n < words.length ** 2 ? '' : ` ${nth(cities, n)}`}`;

export const ROWS: readonly Row[] = [
  navigatorRow('navigator-api', 'Navigator', 'cold', (n, held) => navigatorBody(n, held, {}), true),
  navigatorRow('navigator-api-county', 'Navigator, whole county', 'cold', (n, held) => navigatorBody(n, held, {}, true)),
  navigatorRow('navigator-api-new-day', 'Navigator', 'new day', (n, held) => navigatorBody(n, held, { date: day(n) })),
  ...apiRows({
    id: 'agreement-api',
    name: 'Agreement',
    cold: (n, held) => ({ path: `/api/v1/agreements/${slug(n, held)}?on=${day(n)}` }),
    growth: true,
  }),
  ...apiRows({
    id: 'matrix-api',
    name: 'Matrix',
    cold: (n, held) => ({ path: `/api/v1/agreements/${slug(n, held)}/matrix?on=${day(n)}` }),
  }),
  ...apiRows({
    id: 'search-api',
    name: 'Search',
    cold: (n) => ({ path: `/api/v1/search?q=${encodeURIComponent(searchWords(n))}` }),
    p95: QUICK_ANSWER,
    growth: true,
  }),
  ...pageRows({
    id: 'reading-page',
    name: 'Reading page',
    cold: (n, held) => ({ path: `/avtal/${slug(n, held)}?datum=${day(n)}` }),
    inTurn: (n, held) => ({ path: `/avtal/${slug(n, held)}` }),
    growth: true,
  }),
  ...pageRows({
    id: 'matrix-page',
    name: 'Matrix page',
    cold: (n, held) => ({ path: `/avtal/${slug(n, held)}/ansvar?datum=${day(n)}` }),
    inTurn: (n, held) => ({ path: `/avtal/${slug(n, held)}/ansvar` }),
  }),
  ...pageRows({
    id: 'navigator-page',
    name: 'Navigator page',
    cold: (n, held) => ({ path: `/vem-gor-vad?kommun=${nth(held.places, n).code}&${situationAsks(n).query}&visa=svar` }),
    p95: QUICK_ANSWER,
  }),
  ...pageRows({
    id: 'search-page',
    name: 'Search page',
    cold: (n) => ({ path: `/sok?q=${encodeURIComponent(searchWords(n))}` }),
    p95: QUICK_ANSWER,
  }),
];
