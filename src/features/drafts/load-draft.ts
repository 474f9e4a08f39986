import type { Actor } from '../../domain/access/actor.ts';
import type { AgreementFile } from '../../domain/counties/agreement-file.ts';
import type { OutlineFile } from '../../domain/counties/outline-file.ts';
import type { DraftFile } from '../../domain/drafts/draft-file.ts';
import { partiesWritten } from '../../domain/drafts/draft-parties.ts';
import { changedPlaces, placesOf } from '../../domain/drafts/places.ts';
import { draftAbilities, mayDoToDraft, mayReadDraft } from '../../domain/drafts/policies.ts';
import {
  approvalsOf,
  type DraftAct,
  type DraftEvent,
  type Process,
  processOf,
  type Side,
  stateFault,
} from '../../domain/drafts/process.ts';
import { type Step, stepsOf } from '../../domain/drafts/steps.ts';
import { isRefusal, type Refusal, refuse } from '../../domain/refusal.ts';
import type { Tx } from '../../platform/index.ts';
import { versionOn } from '../agreements/index.ts';
import { allOutlines } from '../counties/index.ts';
import { listDraftActs } from './draft-acts.sql.ts';
import { type DraftRow, findDraft, findRevision } from './drafts.sql.ts';
import { hashOf } from './hash.ts';
import { eventsOf } from './read-acts.ts';
import { type DraftRound, listRoundsOf } from './rounds.sql.ts';

/** A working copy as whoever asks sees it: what it says, where it is, what both sides have approved of what is changed, and what they may do. */
export type DraftView = {
  readonly row: DraftRow;
  readonly draft: DraftFile;
  /** The number of the save that it says this after. */
  readonly number: number;
  readonly base: AgreementFile | undefined;
  /** Every version of the agreement that is held. */
  readonly versions: readonly AgreementFile[];
  readonly outline: OutlineFile | undefined;
  readonly events: readonly DraftEvent[];
  readonly process: Process;
  /** The hash of each place as it stands, and of those that are gone since the base. */
  readonly hashes: ReadonlyMap<string, string>;
  /** The places that differ from the base, with who has approved each as it stands. */
  readonly approvals: ReadonlyMap<string, ReadonlySet<Side>>;
  /** The consultations on it, oldest first, in numbers. */
  readonly rounds: readonly DraftRound[];
  readonly abilities: ReadonlySet<DraftAct>;
};

type NotFound = Refusal<'draft-not-found'>;

/** A working copy by id. Refuses `draft-not-found`, also to those who may not read it: that it exists is theirs alone to know. */
export async function loadDraft(tx: Tx, actor: Actor, id: string, today: Temporal.PlainDate): Promise<DraftView | NotFound> {
  const row = await findDraft(tx, id);
  const revision = row && mayReadDraft(actor, row) ? await findRevision(tx, id) : undefined;
  if (!row || !revision) return refuse('draft-not-found', { id });
  const [acts, outlines, held, rounds] = await Promise.all([
    listDraftActs(tx, id),
    allOutlines(tx),
    versionOn(tx, { slug: row.slug }, today),
    listRoundsOf(tx, id),
  ]);
  const versions = isRefusal(held) ? [] : held.versions;
  const base = row.base === null ? undefined : versions.find(({ version }) => version.label === row.base);
  const events = eventsOf(acts);
  const { content: draft, number } = revision;
  const process = processOf(events, stepsFor(row, draft, base));
  const places = placesOf(draft.text);
  const changed = changedPlaces(draft.text, base);
  const hashes = new Map([...new Set([...places.keys(), ...changed])].map((place) => [place, hashOf(places.get(place))]));
  return {
    row,
    draft,
    number,
    base,
    versions,
    outline: outlines.find((one) => one.id === row.outline),
    events,
    process,
    hashes,
    approvals: new Map(changed.map((place) => [place, approvalsOf(events, place, hashes.get(place) ?? '')])),
    rounds,
    abilities: draftAbilities(actor, row, process),
  };
}

/**
 * How the draft is decided: as the version it began from says, since nobody changes the rules of a decision that they take by them; else as it says itself. By
 * the parties that its own text names: whom it binds.
 */
export function stepsFor(row: DraftRow, draft: DraftFile, base: AgreementFile | undefined): Step[] {
  return stepsOf({
    terms: base?.terms ?? draft.text.terms,
    class: row.class,
    municipalities: partiesWritten(draft.text.terms, row.municipalities),
  });
}

/**
 * As `loadDraft`, for somebody who wants to do this to it. Refuses also `forbidden`, and what `stateFault` says when it cannot be done where the draft is.
 * The draft should be locked first.
 */
export async function loadDraftFor(
  { tx, actor, today }: { tx: Tx; actor: Actor; today: Temporal.PlainDate },
  id: string,
  act: DraftAct,
): Promise<DraftView | Refusal<'draft-not-found' | 'forbidden' | 'draft-not-in-state' | 'decision-begun'>> {
  const view = await loadDraft(tx, actor, id, today);
  if (isRefusal(view)) return view;
  if (!mayDoToDraft(actor, act, view.row)) return refuse('forbidden', { permission: act });
  return stateFault(view.process, act) ?? view;
}
