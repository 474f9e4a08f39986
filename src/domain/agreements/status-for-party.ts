import { isRefusal, type Refusal, refuse } from '../refusal.ts';
import type { StatusReason } from './ground.ts';
import { type Party, partiesOf } from './parties.ts';
import { amendedFrom, type Binding, type BindingGround, bindingOf, isOfParty, type PartyDecision } from './party-binding.ts';
import type { Status, StatusCode } from './status.ts';

/**
 * How an agreement stands to one of its parties on a day. `not-adopted`: the data tells that others have decided, and not that this one has. `left`: it is a party no
 * more. `ended`: the agreement applies to nobody. `unknown`: the data does not say.
 */
export const PARTY_STATUS_CODES = ['in-force', 'not-yet', 'not-adopted', 'left', 'ended', 'unknown'] as const;
export type PartyStatusCode = (typeof PARTY_STATUS_CODES)[number];

export type PartyStatus = {
  readonly party: Party;
  readonly code: PartyStatusCode;
  /** ISO days: the one that was asked about, and the first and last of the present state where they are known. */
  readonly on: string;
  readonly since?: string;
  readonly until?: string;
  readonly decision?: PartyDecision;
  readonly reasons: readonly StatusReason[];
};

/** A version that is asked about, and all that are held of its agreement. */
export type PartyGround<V extends BindingGround & Dated> = {
  readonly agreement: V;
  readonly versions: readonly V[];
  readonly status: Status;
};
type Dated = { readonly version: { readonly from: string } };

const ENDED: ReadonlySet<StatusCode> = new Set(['expired', 'replaced', 'withdrawn']);

/**
 * How the agreement stands to a party on the day of `status`: it is in force for a party only from what the data says. `name`: what the party is
 * called, for the words of the reasons. `municipalities`: the codes of the county's. Refuses `not-a-party` for whoever its terms do not name.
 */
export function statusForParty<V extends BindingGround & Dated>(
  { agreement, versions, status }: PartyGround<V>,
  { party, name, municipalities }: { party: Party; name: string; municipalities: readonly string[] },
): PartyStatus | Refusal<'not-a-party'> {
  const { parties } = agreement.terms;
  if (!partiesOf(parties, municipalities).includes(party)) return refuse('not-a-party', { party });
  const before = versions
    .filter(({ version }) => version.from < agreement.version.from)
    .toSorted((a, b) => b.version.from.localeCompare(a.version.from));
  const amended = amendedFrom(agreement, before);
  const membership = membershipOn([agreement, ...amended], party, status.on);
  const binding = membership.joined ?? bindingOf(agreement, party, amended);
  const isParty = { code: 'is-party', params: {}, cites: parties.cites };
  const found = standing({ status, isParty, membership, binding });
  const named = (reason: StatusReason) => (status.reasons.includes(reason) ? reason : { ...reason, params: { ...reason.params, name } });
  return { ...found, party, reasons: found.reasons.map(named) };
}

/**
 * The same for several, in their order: worked out once for those whom no act tells apart, as most are, and said of each by its name. Refuses `not-a-party` when
 * one of them is none.
 */
export function statusForParties<V extends BindingGround & Dated>(
  ground: PartyGround<V>,
  parties: readonly { party: Party; name: string }[],
  municipalities: readonly string[],
): PartyStatus[] | Refusal<'not-a-party'> {
  const named = new Set(
    [ground.agreement, ...ground.versions].flatMap(({ acts }) => acts.flatMap((act) => (Array.isArray(act.parties) ? [act] : []))),
  );
  const all = partiesOf(ground.agreement.terms.parties, municipalities);
  const known = new Map<string, PartyStatus>();
  const found: PartyStatus[] = [];
  for (const { party, name } of parties) {
    const key = `${all.includes(party)} ${[...named].map((act) => isOfParty(act, party)).join(' ')}`;
    const alike = known.get(key);
    const status = alike ? ofAnother(alike, ground.status, { party, name }) : statusForParty(ground, { party, name, municipalities });
    if (isRefusal(status)) return status;
    known.set(key, status);
    found.push(status);
  }
  return found;
}

/** What is said of a party, said of another that no act tells from it. */
function ofAnother(one: PartyStatus, { reasons: ofAll }: Status, { party, name }: { party: Party; name: string }): PartyStatus {
  const reasons = one.reasons.map((reason) => {
    if (ofAll.includes(reason)) return reason;
    return { ...reason, params: { ...reason.params, ...('party' in reason.params ? { party } : {}), name } };
  });
  return { ...one, party, reasons };
}

/** The parties of an agreement on the day of `status` but those that have left it, the region first. `municipalities`: the codes of the county's. */
export function presentParties<V extends BindingGround & Dated>(ground: PartyGround<V>, municipalities: readonly string[]): Party[] {
  const all = partiesOf(ground.agreement.terms.parties, municipalities);
  const found = statusForParties(
    ground,
    all.map((party) => ({ party, name: party })),
    municipalities,
  );
  return isRefusal(found) ? [] : found.filter(({ code }) => code !== 'left').map(({ party }) => party);
}

/** When the party left, when it leaves, and from when it is bound by having joined: on the day. */
type Membership = { readonly left?: string; readonly leaves?: string; readonly joined?: Binding };

function membershipOn(versions: readonly BindingGround[], party: Party, day: string): Membership {
  const turns = versions
    .flatMap(({ acts }) => acts)
    .flatMap((act) => ((act.kind === 'joined' || act.kind === 'left') && isOfParty(act, party) ? [{ kind: act.kind, on: act.on }] : []))
    .toSorted((a, b) => a.on.localeCompare(b.on));
  const last = turns.filter(({ on }) => on <= day).at(-1);
  if (last?.kind === 'left') return { left: last.on };
  const leaves = turns.find(({ on, kind }) => on > day && kind === 'left')?.on;
  // Who is to join, and has done nothing before, is not bound by what the others decided.
  const joins = last ?? (turns[0]?.kind === 'joined' ? turns[0] : undefined);
  const from = [joins?.on ?? '', versions[0]?.terms.validity.from ?? ''].toSorted().at(-1) ?? '';
  const joined: Binding | undefined = joins && {
    kind: 'bound',
    from,
    reasons: [{ code: 'party-joined', params: { on: joins.on }, cites: [] }],
  };
  return { ...(leaves ? { leaves } : {}), ...(joined ? { joined } : {}) };
}

type Given = {
  readonly status: Status;
  readonly isParty: StatusReason;
  readonly membership: Membership;
  readonly binding: Binding;
};

function standing({ status, isParty, membership: { left, leaves }, binding }: Given): Omit<PartyStatus, 'party'> {
  const { on } = status;
  if (left !== undefined) return { on, code: 'left', since: left, reasons: [{ code: 'party-left', params: { on: left }, cites: [] }] };
  if (status.code === 'proposal') return { on, code: 'unknown', reasons: [isParty, ...status.reasons] };
  const { kind, from = '', decision } = binding;
  const told = { on, ...(decision ? { decision } : {}) };
  const own = [isParty, ...binding.reasons];
  const all = [...own, ...status.reasons];
  if (ENDED.has(status.code)) return { ...told, code: 'ended', ...(status.since ? { since: status.since } : {}), reasons: all };
  if (kind === 'not-adopted' || kind === 'unknown') return { ...told, code: kind, reasons: own };
  const since = kind === 'bound' ? { since: from } : {};
  if (status.code === 'not-yet') return { ...told, code: 'not-yet', ...since, reasons: all };
  if (on < from) return { ...told, code: kind === 'bound' ? 'not-yet' : 'unknown', ...since, reasons: own };
  if (status.code === 'unknown') return { ...told, code: 'unknown', reasons: all };
  const leaving = leaves === undefined ? [] : [{ code: 'party-leaves', params: { on: leaves }, cites: [] }];
  const until = [status.until, leaves && dayBefore(leaves)].filter((day) => day !== undefined && day !== '').toSorted()[0];
  return { ...told, code: 'in-force', ...since, ...(until ? { until } : {}), reasons: [...own, ...leaving, ...status.reasons] };
}

function dayBefore(day: string): string {
  return Temporal.PlainDate.from(day).subtract({ days: 1 }).toString();
}
