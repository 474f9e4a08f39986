/** What the shared text of a section is made of: the names that the program and the browser both use. */
export const LIVE_HEADING = 'heading';
export const LIVE_TEXT = 'text';
/** One sentence, or one item of a list when it has the attribute. */
export const LIVE_LINE = 'line';
export const LIVE_ITEM = 'item';
/** A table, of rows, of cells: the first row is the heading. A row without cells is nothing. */
export const LIVE_TABLE = 'table';
export const LIVE_ROW = 'row';
export const LIVE_CELL = 'cell';

/** Longer is no section; the form has the same limits. Lines: each is compared with each that was there before. */
export const MOST_LIVE_TEXT = 40_000;
export const MOST_LIVE_HEADING = 300;
export const MOST_LIVE_LINES = 1_000;
/** More columns than this are no table that anybody can read. */
export const MOST_COLUMNS = 20;

/**
 * Kinds of messages, each the first number of one. `sync`: as y-protocols has it. `cursor`: where somebody is. `stored` (program to browser): how many of the
 * browser's updates of this connection are kept. `save` (browser to program): the draft is to have it now. `here`: who else is there, as JSON.
 */
export const liveMessage = { sync: 0, cursor: 1, stored: 2, save: 3, here: 4 } as const;

/** Why a connection was closed: numbers of our own among those that WebSocket leaves to applications (RFC 6455 §7.4.2). */
export const liveClose = {
  /** The session is over: log in, in another window, and it goes on. */
  loggedOut: 4401,
  /** The assignment may not write here any more. */
  forbidden: 4403,
  /** The section, or the draft, is not there. */
  gone: 4404,
  /** The draft is given over for decision, or ended. */
  shut: 4409,
  /** What was sent is not the text of a section. */
  refused: 4422,
  /** More was sent in a minute than anybody types. */
  tooMuch: 4429,
  /** The database cannot be asked: try again. */
  unavailable: 4503,
} as const;
export type LiveClose = keyof typeof liveClose;

/** Somebody who is there. `colour`: one of six, by number from 0. */
export type LivePerson = { readonly name: string; readonly side: 'region' | 'municipality'; readonly colour: number };
