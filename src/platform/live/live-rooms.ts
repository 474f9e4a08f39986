import type { Scope } from '../use-case.ts';

/** One browser at the other end of a WebSocket, as a feature sees it. */
export type LiveConnection = {
  /** On whose behalf, as it was when the connection was made: whether it still is, row-level security finds out each time. */
  readonly scope: Scope;
  send(message: Uint8Array): void;
  /** Ends it with a reason (4000–4999). */
  close(code: number): void;
  /** Somebody is at work: the session is in use. */
  active(): void;
  /** No more is read from it until `resume`: what was sent waits in the network. */
  pause(): void;
  resume(): void;
};

/** What hears a connection. `left` is called once, however it ended. */
export type LiveMember = { receive(message: Uint8Array): void; left(): void };

/** What a feature answers somebody who wants in: how to join, or why not, as a status of HTTP (or, of 4000 and above, as the reason of a closed connection). */
export type LiveAnswer =
  | { readonly join: (connection: LiveConnection) => LiveMember; readonly giveUp: () => void }
  | { readonly refused: number };

/** What several do together over WebSockets, at one kind of address. */
export type LiveRooms = {
  /** The path, with groups for what it names. */
  readonly path: RegExp;
  /** Asks the policy, before anything is opened. */
  ask(scope: Scope, names: readonly string[]): Promise<LiveAnswer>;
  /** What some process of the program has told on the channel `live`. */
  told(payload: string): void;
  /** What was told for a while was perhaps not heard. */
  again(): void;
  /** Stores what is not stored. No connection is made any more. */
  stop(): Promise<void>;
};
