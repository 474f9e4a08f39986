import type { AgreementFile, Section } from '../../counties/agreement-file.ts';
import type { CountyFile } from '../../counties/county-file.ts';
import type { Terms } from '../../counties/terms.ts';
import type { ProposalKind, ValueOf } from './proposal.ts';
import type { Reviewed } from './review.ts';

type Cited<Value> = Value & { readonly cites: string[] };

/** What a person has accepted, as near the parts of an agreement as it goes. What an agreement needs beyond it, a person writes in the draft. */
export type CollectedTerms = {
  readonly terms: Partial<Terms>;
  readonly responsibilities: readonly Cited<ValueOf<'responsibility'>>[];
  readonly related: readonly Cited<ValueOf<'reference'>>[];
  /** By the section they stand in. */
  readonly deepening: ReadonlyMap<string, Section['deepening']>;
  readonly stale: readonly Cited<Pick<AgreementFile['stale'][number], 'since'>>[];
  readonly citations: readonly Cited<ValueOf<'citation'>>[];
  /** Proposals that were accepted although an agreement has only one of them, and they differ: the first counts. */
  readonly conflicts: readonly { readonly kind: ProposalKind; readonly proposals: readonly string[] }[];
};

type Accepted<Kind extends ProposalKind> = { readonly id: string; readonly value: Cited<ValueOf<Kind>> };

/** What the terms are made with beside the proposals: the sentences by their addresses, and the bodies of the county. */
export type Surroundings = { readonly textOf: (address: string) => string; readonly county: CountyFile };

function accepted<Kind extends ProposalKind>(all: readonly Reviewed[], kind: Kind): Accepted<Kind>[] {
  return all
    .filter(({ proposal, state }) => proposal.kind === kind && (state === 'accepted' || state === 'changed'))
    .map(({ proposal, value }) => {
      const cites = [...new Set(proposal.spans.map(({ sentence }) => sentence))];
      return { id: proposal.id, value: { ...(value as ValueOf<Kind>), cites } };
    });
}

const withoutCites = ({ cites: _, ...value }: { cites: string[] }) => JSON.stringify(value);

/** The one term of a kind: equal ones are one with all their citations; of different ones the first, and a conflict. */
function single<Kind extends ProposalKind>(all: readonly Reviewed[], kind: Kind, conflicts: CollectedTerms['conflicts'][number][]) {
  const found = accepted(all, kind);
  const [first] = found;
  if (!first) return undefined;
  const same = found.filter(({ value }) => withoutCites(value) === withoutCites(first.value));
  if (same.length < found.length) conflicts.push({ kind, proposals: found.map(({ id }) => id) });
  return { ...first.value, cites: [...new Set(same.flatMap(({ value }) => value.cites))] };
}

function targetOf(all: readonly Reviewed[]): Terms['target'] | undefined {
  const found = accepted(all, 'target').map(({ value }) => value);
  if (found.length === 0) return undefined;
  return {
    description: found.map(({ description }) => description).join(' '),
    conditions: Object.assign({}, ...found.map(({ conditions }) => conditions ?? {})),
    'applies-instead': [],
    vulnerable: found.flatMap(({ vulnerable }) => vulnerable),
    certainty: 'source',
    cites: [...new Set(found.flatMap(({ cites }) => cites))],
  };
}

/** A recurrence needs a first day: that of the validity. Without one there is none to count from, and it waits. */
function cadencesOf(all: readonly Reviewed[], from: string | undefined, { textOf }: Surroundings): Terms['cadences'] {
  if (from === undefined) return [];
  return accepted(all, 'cadence').map(({ value }, at) => ({
    ...value,
    id: `${value.of}-${value.kind}-${at + 1}`,
    starts: from,
    description: textOf(value.cites[0] ?? '') || value.kind,
  }));
}

function adoptionOf(all: readonly Reviewed[], { textOf }: Surroundings): Terms['adoption'] {
  return accepted(all, 'adoption').map(({ value: { step, by, cites } }, at) => ({
    id: `${step}-${at + 1}`,
    step,
    by,
    description: textOf(cites[0] ?? '') || step,
    cites,
  }));
}

/** Ladders with their steps in order; of two steps at the same level the first. It ends in court when its last step is one. */
function laddersOf(all: readonly Reviewed[], { county, textOf }: Surroundings): Terms['ladders'] {
  const byKind = Map.groupBy(accepted(all, 'ladder-step'), ({ value }) => value.ladder);
  return [...byKind].map(([kind, found]) => {
    const sorted = found.map(({ value: { ladder: _, ...step } }) => step).toSorted((a, b) => a.level - b.level);
    const steps = sorted.filter(({ level }, at) => sorted[at - 1]?.level !== level);
    const last = county.bodies.find(({ id }) => id === steps.at(-1)?.body);
    const section = steps[0]?.cites[0]?.split('.')[0] ?? '';
    return { id: kind, kind, title: textOf(section) || kind, steps, ends: last?.kind === 'court' ? 'court' : 'body', rules: [] };
  });
}

function deepeningOf(all: readonly Reviewed[]): CollectedTerms['deepening'] {
  const links = accepted(all, 'link').map(({ value: { cites, ...link } }) => ({ section: cites[0]?.split('.')[0] ?? '', link }));
  const grouped = Map.groupBy(links, ({ section }) => section);
  return new Map([...grouped].map(([section, found]) => [section, found.map(({ link }) => link)]));
}

/** Collects what a person accepted or changed. A proposal that waits or was rejected gives nothing. */
export function termsOf(all: readonly Reviewed[], surroundings: Surroundings): CollectedTerms {
  const conflicts: CollectedTerms['conflicts'][number][] = [];
  const one = <Kind extends ProposalKind>(kind: Kind) => single(all, kind, conflicts);
  const validity = one('validity');
  const local = one('local-agreements');
  const held = {
    parties: one('parties'),
    target: targetOf(all),
    validity,
    extension: one('extension'),
    termination: one('termination'),
    'duty-to-inform': one('duty-to-inform'),
    'minor-amendment': one('minor-amendment'),
    'local-agreements':
      local?.per && local.responsible ? { ...local, per: local.per, responsible: local.responsible, parts: [] } : undefined,
    adoption: adoptionOf(all, surroundings),
    cadences: cadencesOf(all, validity?.from, surroundings),
    ladders: laddersOf(all, surroundings),
  };
  const present = Object.entries(held).filter(([, value]) => value !== undefined && !(Array.isArray(value) && value.length === 0));
  const values = <Kind extends ProposalKind>(kind: Kind) => accepted(all, kind).map(({ value }) => value);
  return {
    terms: Object.fromEntries(present),
    responsibilities: values('responsibility'),
    related: values('reference'),
    deepening: deepeningOf(all),
    stale: values('passed-date').map(({ since, cites }) => ({ since, cites })),
    citations: values('citation'),
    conflicts,
  };
}
