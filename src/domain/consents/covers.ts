import type { Consent, ConsentRows, Scope } from './consent.ts';
import { type DataKind, type Giver, isSameGiver, type Purpose } from './kinds.ts';
import { isSaid, scopeHolds, stands } from './standing.ts';
import { consentStatus } from './status.ts';

/**
 * Who would read what of which plan, and for what. `unit` is absent where the organisation as a whole receives. `formerly`: ids of units and organisations that
 * have gone into the reader's; what was shut to them is shut to it, while what was opened to them must be asked for anew.
 */
export type Ask = {
  readonly plan: string;
  readonly organisation: string;
  readonly unit?: string | undefined;
  readonly formerly?: readonly string[] | undefined;
  readonly dataKind: DataKind;
  readonly purpose: Purpose;
};

/** Whose yes is needed: every voice, each by any of its givers. `voicesOf` tells which they are. */
export type Voice = readonly Giver[];

/** A row that decided, by its ids. */
export type ScopeRef = { readonly consent: string; readonly scope: string };

/** `covered`: a permit of each voice; `excluded`: the exclusions that shut it; `uncovered`: nothing opens it. */
export type Coverage =
  | { readonly verdict: 'covered'; readonly ground: readonly ScopeRef[] }
  | { readonly verdict: 'excluded'; readonly ground: readonly ScopeRef[] }
  | { readonly verdict: 'uncovered' };

/**
 * Does consent open this to this reader at this moment, and by which rows (OSL 10 kap. 1 §, 12 kap. 2 §)? Only consents to lift secrecy for this very plan count,
 * as far as they say. An exclusion by anybody beats every permit whatever their order and age, also when the consent it came with is taken back. Without voices
 * nothing is opened.
 */
export function covers(ask: Ask, rows: ConsentRows, voices: readonly Voice[], at: Temporal.Instant): Coverage {
  const lifting = rows.consents.filter(({ plan, kind }) => plan === ask.plan && kind === 'lift-secrecy');
  const shut = lifting
    .filter((consent) => isSaid(consent, at))
    .flatMap((consent) => refs(consent, (scope) => !scope.permits && isShutTo(scope, ask) && scopeHolds(consent, scope, rows, at)));
  if (shut.length > 0) return { verdict: 'excluded', ground: shut };
  const permits = (consent: Consent) =>
    stands(consent, rows, at)
      ? refs(consent, (scope) => scope.permits && isOpenTo(scope, ask) && scopeHolds(consent, scope, rows, at))
      : [];
  const ground = voices.map(
    (voice) =>
      lifting
        .filter(({ giver }) => voice.some((one) => isSameGiver(one, giver)) && maySpeak(giver, ask.plan, rows, at))
        .flatMap(permits)[0],
  );
  const found = ground.filter((ref) => ref !== undefined);
  return found.length > 0 && found.length === ground.length ? { verdict: 'covered', ground: found } : { verdict: 'uncovered' };
}

/** A representative's yes does not count against the person's own no. */
function maySpeak(giver: Giver, plan: string, rows: ConsentRows, at: Temporal.Instant): boolean {
  if (giver.as !== 'representative') return true;
  const own = consentStatus(rows, { plan, kind: 'lift-secrecy', giver: { as: 'person' } }, at);
  return own !== 'declined' && own !== 'withdrawn';
}

function refs(consent: Consent, fits: (scope: Scope) => boolean): ScopeRef[] {
  return consent.scopes.filter(fits).map((scope) => ({ consent: consent.id, scope: scope.id }));
}

function isOfSubject(scope: Scope, ask: Ask): boolean {
  return scope.dataKind === ask.dataKind && scope.purpose === ask.purpose;
}

function isOpenTo(scope: Scope, ask: Ask): boolean {
  return isOfSubject(scope, ask) && scope.organisation === ask.organisation && (scope.unit === undefined || scope.unit === ask.unit);
}

/** Shut to one unit is shut to whatever that unit went into or over to, and to its organisation as a whole, where that unit would read too. */
function isShutTo(scope: Scope, ask: Ask): boolean {
  const isReader = (id: string | undefined) =>
    id !== undefined && (id === ask.organisation || id === ask.unit || (ask.formerly ?? []).includes(id));
  if (!isOfSubject(scope, ask)) return false;
  return isReader(scope.unit) || ((scope.unit === undefined || ask.unit === undefined) && isReader(scope.organisation));
}
