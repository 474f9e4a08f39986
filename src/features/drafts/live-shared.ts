import type { Actor } from '../../domain/access/actor.ts';
import type { LiveClose, LivePerson } from '../../domain/drafts/live-form.ts';
import type { Side } from '../../domain/drafts/process.ts';
import type { Refusal } from '../../domain/refusal.ts';
import type { Scope } from '../../platform/index.ts';

/** The whole of a shared text as one update, and a number that rises when what it belongs to is saved. */
export type LiveWhole = { readonly state: Uint8Array; readonly number: number };

type Told = { readonly process: string; readonly people: readonly (LivePerson & { readonly account: string })[] };

/**
 * A text that several write at the same time, as a room sees it: where it is kept, and who may. Each function asks the policy on behalf of its scope, every time. A section of
 * a working copy is one, the notes of a meeting another.
 */
export type SharedText = {
  /** Lets somebody in, and brings what is typed into what it belongs to. Answers the whole, or why they may not. */
  save(scope: Scope): Promise<LiveWhole | Refusal>;
  /** Keeps an update: what is answered is stored. */
  keep(scope: Scope, update: { readonly id: string; readonly bytes: Uint8Array }): Promise<object | Refusal>;
  /** An update that another process has kept; undefined when it is in the whole already, or is not for them. */
  read(scope: Scope, id: string): Promise<{ readonly bytes: Uint8Array; readonly account: string } | Refusal | undefined>;
  /** Tells the other processes who is here. */
  tellHere(scope: Scope, told: Told): Promise<unknown>;
  sideOf(actor: Actor): Side | undefined;
  /** Why the connection is closed of somebody who may not. */
  whyNot(refusal: Refusal): LiveClose;
  /** Is it itself what is kept, so that there is nothing to save what is typed into? */
  readonly isWhole?: true;
  /** So long what somebody types is gathered before it is kept, in milliseconds. */
  readonly gather?: number;
};
