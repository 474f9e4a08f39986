import type { AgreementFile } from '../counties/agreement-file.ts';
import type { StatusReason } from './ground.ts';
import type { Party } from './parties.ts';

/** What says whether a version binds a party: its terms, its acts and what is not known. */
export type BindingGround = Pick<AgreementFile, 'terms' | 'acts' | 'unknown'>;
type Act = AgreementFile['acts'][number];

/** A party's own decision, as far as it is known: the day, the body as it calls it, the paragraph, the number in its own register, its reservation. */
export type PartyDecision = Pick<Act, 'on' | 'body' | 'paragraph' | 'registry' | 'reservation'>;

/**
 * How the data says that an agreement binds a party. `bound`: from a day; its own decision where it is known. `decided-by`: it has decided at the latest on that
 * day, and which day before it is not known. `not-adopted`: the data tells of the parties' decisions one by one, and of none of this one. `unknown`: it says nothing of it.
 */
export type Binding = {
  readonly kind: 'bound' | 'decided-by' | 'not-adopted' | 'unknown';
  /** ISO day; the first day that it binds the party, or the latest that it may be. */
  readonly from?: string;
  readonly decision?: PartyDecision;
  readonly reasons: readonly StatusReason[];
};

/** Does the act say that it is this party's, or all parties'? */
export function isOfParty({ parties }: Act, party: Party): boolean {
  return parties === 'all' || (parties?.includes(party) ?? false);
}

/**
 * From which day a version binds a party, by the way to a decision that its own terms have: a joint body decides for all, or each party for itself. What is decided as a
 * minor amendment binds those whom the version before it binds (`before`, as `amendedFrom` has them). Never from the absence of a fact where the data says that it is not known.
 */
export function bindingOf(version: BindingGround, party: Party, before: readonly BindingGround[] = []): Binding {
  const { terms, acts } = version;
  const { from } = terms.validity;
  const deciding = terms.adoption.filter(({ step }) => step === 'adopt' || step === 'establish');
  const cites = deciding.flatMap((step) => step.cites);
  const each = deciding.some(({ by }) => by.includes('each-party'));
  if (deciding.length > 0 && !each) return { kind: 'bound', from, reasons: [{ code: 'decided-for-all', params: {}, cites }] };
  const own = latest(acts.filter((act) => isAdoption(act) && isOfParty(act, party)));
  const effect = latest(acts.filter((act) => act.kind === 'took-effect' && isOfParty(act, party)));
  if (own) return adopted({ own, effect, from, cites });
  const [previous, ...rest] = before;
  if (previous) {
    const carried = bindingOf(previous, party, rest);
    return {
      ...carried,
      reasons: [...carried.reasons, { code: 'minor-decided', params: {}, cites: terms['minor-amendment']?.cites ?? [] }],
    };
  }
  if (effect) return tookEffect(effect, from, cites);
  return undecided(version, { party, from, cites });
}

function adopted({ own, effect, from, cites }: { own: Act; effect: Act | undefined; from: string; cites: string[] }): Binding {
  const { on, body, paragraph, registry, reservation } = own;
  const said = {
    ...(body && { body }),
    ...(paragraph && { paragraph }),
    ...(registry && { registry }),
    ...(reservation && { reservation }),
  };
  const first = latestDay(latestDay(from, on), effect?.on ?? on);
  return {
    kind: 'bound',
    from: first,
    decision: { on, ...said },
    reasons: [{ code: 'party-adopted', params: { on, from: first }, cites }],
  };
}

/** The source says that it took effect for the party; which day the party itself decided, it does not say. */
function tookEffect({ on }: Act, from: string, cites: string[]): Binding {
  const reasons = [
    { code: 'took-effect-for-party', params: { on }, cites: [] },
    { code: 'own-day-unknown', params: {}, cites },
  ];
  return { kind: 'bound', from: latestDay(from, on), reasons };
}

function undecided({ acts, unknown }: BindingGround, { party, from, cites }: { party: Party; from: string; cites: string[] }): Binding {
  const adoptions = acts.filter(isAdoption);
  const unnamed = adoptions.filter(({ by, parties }) => by === 'each-party' && parties === undefined).map(({ on }) => on);
  const last = unnamed.toSorted().at(-1);
  if (last !== undefined) {
    return { kind: 'decided-by', from: latestDay(from, last), reasons: [{ code: 'parties-adopted', params: { on: last }, cites }] };
  }
  const isTold = adoptions.some(({ parties }) => parties !== undefined) && !unknown.some(({ fact }) => fact === 'adopted');
  if (isTold) return { kind: 'not-adopted', reasons: [{ code: 'party-not-adopted', params: { party }, cites }] };
  return { kind: 'unknown', reasons: [{ code: 'own-decision-unknown', params: {}, cites }] };
}

/** What a version that was decided as a minor amendment amends, the nearest first; nothing for one that the parties or a joint body adopted. `before`: in that order too. */
export function amendedFrom<V extends BindingGround>(version: V, before: readonly V[]): V[] {
  const [previous, ...rest] = before;
  return previous && isMinor(version) ? [previous, ...amendedFrom(previous, rest)] : [];
}

/** Was the version decided by those who may decide minor amendments, and not by the parties? */
function isMinor({ terms, acts }: BindingGround): boolean {
  const by: readonly string[] = terms['minor-amendment']?.by ?? [];
  return acts.some((act) => act.kind === 'established' && act.by !== undefined && by.includes(act.by));
}

function isAdoption({ kind }: Act): boolean {
  return kind === 'adopted' || kind === 'established';
}

function latest(acts: readonly Act[]): Act | undefined {
  return acts.toSorted((a, b) => a.on.localeCompare(b.on)).at(-1);
}

function latestDay(a: string, b: string): string {
  return a < b ? b : a;
}
