/** What one party decided about a version, in its own deciding body, as it stands on the last page of the document. Words are Swedish, as registered. */
export type PartyDecision = {
  /** The authority: `Region Dalarna`. */
  readonly party: string;
  readonly body: string;
  /** ISO day. */
  readonly on: string;
  readonly paragraph?: string | undefined;
  readonly diaryNumber?: string | undefined;
  readonly reservation?: string | undefined;
};

/** Who signed, in which seat, and when. A seat in a public body: its holder's name is no secret. */
export type SeatSignature = { readonly name: string; readonly seat: string; readonly at: Temporal.Instant };

/** What made a version valid: decisions of the parties and joint bodies in order, and the signatures. */
export type Decisions = { readonly decisions: readonly PartyDecision[]; readonly signatures: readonly SeatSignature[] };
