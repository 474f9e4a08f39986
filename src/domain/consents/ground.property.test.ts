import { describe, expect, it } from 'vitest';
import { verdictByTelling } from './given-oracle.ts';
import { asked, moments, randomFrom, type World, type WorldScope, worldOf } from './given-worlds.ts';
import { type Ground, groundFor } from './ground.ts';

const WORLDS = 70_000;
const CHANGED = 30_000;
const FEW = 10_000;

function groundIn(world: World): Ground {
  const { ask, sharing, at } = asked(world);
  return groundFor(ask, sharing, at);
}

function verdictIn(world: World): string {
  const ground = groundIn(world);
  return ground.verdict === 'none' ? ground.because : ground.verdict;
}

const byConsent = (world: World) => groundIn(world).verdict === 'consent';

/** The seeds of `count` worlds, from `first` on, for which something does not hold: to be looked at one by one. */
function failing(first: number, count: number, holds: (world: World, seed: number) => boolean): number[] {
  return Array.from({ length: count }, (_, index) => first + index).filter((seed) => !holds(worldOf(seed), seed));
}

/** The scopes of a world that the answer rests on. */
function groundsOf(world: World): { id: string; scope: WorldScope }[] {
  const ground = groundIn(world);
  const refs = ground.verdict === 'consent' ? ground.ground : [];
  const all = world.consents.flatMap(({ scopes }) => scopes);
  return refs.flatMap((ref) => all.filter(({ id }) => id === ref.scope).map((scope) => ({ id: scope.id, scope })));
}

describe(`in ${(WORLDS + CHANGED).toLocaleString('en')} random worlds`, () => {
  it('the ground is what telling all that happened from the beginning comes to', () => {
    const found: Record<string, number> = { consent: 0, rule: 0, excluded: 0, uncovered: 0 };
    const astray = failing(1, WORLDS, (world) => {
      const verdict = verdictByTelling(world);
      found[verdict] = (found[verdict] ?? 0) + 1;
      return verdictIn(world) === verdict;
    });
    expect(astray).toEqual([]);
    expect(Object.values(found).filter((count) => count < WORLDS / 200)).toEqual([]);
  });

  it('taking a permit away, shutting something, a no, or taking a whole consent back never opens anything', () => {
    let open = 0;
    const widened = failing(WORLDS + 1, CHANGED, (world, seed) => {
      const random = randomFrom(-seed);
      const narrower = oneOf(narrowings(world, random), random);
      if (!narrower || !byConsent(narrower)) return true;
      open += 1;
      return byConsent(world);
    });
    expect(widened).toEqual([]);
    expect(open).toBeGreaterThan(CHANGED / 100);
  });

  it('a scope is no ground the microsecond before it begins, nor at the moment it ends', () => {
    let tried = 0;
    const outside = failing(1, FEW, (world) =>
      groundsOf(world).every(({ id, scope }) => {
        tried += 1;
        const at = [scope.from - 1, scope.until].filter((index) => index >= 0);
        return at.every((index) => !groundsOf({ ...world, at: index }).some((other) => other.id === id));
      }),
    );
    expect(outside).toEqual([]);
    expect(tried).toBeGreaterThan(FEW / 100);
  });

  it('what is said of another plan, or of another kind of consent, changes nothing', () => {
    const changed = failing(1, FEW, (world) => {
      const consents = world.consents.filter(({ plan, kind }) => plan === world.ask.plan && kind === 'lift-secrecy');
      return verdictIn({ ...world, consents }) === verdictIn(world);
    });
    expect(changed).toEqual([]);
  });

  it('without anybody whose yes is needed no consent opens anything', () => {
    expect(failing(1, FEW, (world) => !byConsent({ ...world, voices: [] }))).toEqual([]);
  });
});

function oneOf<T>(list: readonly T[], random: () => number): T | undefined {
  return list[Math.floor(random() * list.length)];
}

/**
 * The world with less said for it: without a permit, with something shut, with a no, with a consent taken back. Where a representative speaks, what the person says less
 * of may leave more to them; then only what nobody can go around is tried.
 */
function narrowings(world: World, random: () => number): World[] {
  const consent = oneOf(world.consents, random);
  if (!consent) return [];
  const { id } = consent;
  const at = Math.floor(random() * moments.length);
  const isChosen = oneOf(consent.scopes, random);
  const changed = (scopes: WorldScope[]) => ({
    ...world,
    consents: world.consents.map((one) => (one.id === id ? { ...one, scopes } : one)),
  });
  const { dataKind, purpose, organisation } = world.ask;
  const shut = {
    id: 'shut',
    dataKind,
    purpose,
    organisation: oneOf([organisation, 'y'], random) ?? 'y',
    permits: false,
    from: at,
    until: moments.length - 1,
  };
  const always = [
    changed([...consent.scopes, shut]),
    { ...world, withdrawals: [...world.withdrawals, { consent: id, at, recorded: at }] },
    { ...world, consents: [...world.consents, { ...consent, id: 'no', answer: 'declined' as const, taken: at, recorded: at, scopes: [] }] },
  ];
  const isSpokenFor = world.voices.some((voice) => voice.some(({ as }) => as === 'representative'));
  const without = changed(consent.scopes.filter((scope) => scope !== isChosen || !scope.permits));
  return isSpokenFor ? always : [...always, without];
}
