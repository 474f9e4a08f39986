import type { LivePerson } from '../../domain/drafts/live-form.ts';
import { writeMessage } from './live-messages.ts';

type Cursor = { readonly clock: number; readonly state: string };

/** Somebody's place among those who are there, and the cursors of their window. */
export type Present = {
  readonly account: string;
  readonly person: LivePerson;
  readonly cursors: Map<number, Cursor>;
  send(message: Uint8Array): void;
};

const COLOURS = 6;

/** Those who are here, by account. */
export function peopleOf(present: ReadonlySet<Present>): Map<string, LivePerson> {
  return new Map([...present].map(({ account, person }) => [account, person]));
}

/** The first colour that nobody has; the same for all windows of one account. */
export function freeColour(present: Iterable<Present>, account: string): number {
  const taken = new Set<number>();
  for (const one of present) {
    if (one.account === account) return one.person.colour;
    taken.add(one.person.colour);
  }
  const free = Array.from({ length: COLOURS }, (_, nth) => nth).find((nth) => !taken.has(nth));
  return free ?? taken.size % COLOURS;
}

/** Tells everyone who else is there, in this process and in others: each account once, never oneself. */
export function tellWhoIsHere(present: ReadonlySet<Present>, elsewhere: ReadonlyMap<string, LivePerson>): void {
  const people = new Map([...elsewhere, ...peopleOf(present)]);
  for (const one of present) {
    one.send(writeMessage.here([...people].filter(([account]) => account !== one.account).map(([, person]) => person)));
  }
}

/** Passes on where somebody is. Who it is, is what their session says, whatever they say themselves. */
export function passCursor(present: ReadonlySet<Present>, by: Present, { client, clock, state }: Cursor & { client: number }): void {
  if (!by.cursors.has(client) && by.cursors.size >= 2) return;
  const said: unknown = JSON.parse(state);
  const cursor = typeof said === 'object' && said !== null && 'cursor' in said ? said.cursor : null;
  const { name, side, colour } = by.person;
  const told = said === null ? 'null' : JSON.stringify({ cursor, user: { name, side, colour, color: '#14513f' } });
  by.cursors.set(client, { clock, state: told });
  for (const one of present) if (one !== by) one.send(writeMessage.cursor(client, clock, told));
}

/** Gives somebody who comes the cursors of the others. */
export function giveCursors(present: ReadonlySet<Present>, to: Present): void {
  for (const one of present) {
    if (one === to) continue;
    for (const [client, { clock, state }] of one.cursors) to.send(writeMessage.cursor(client, clock, state));
  }
}

/** Takes the cursors of somebody who has left away from the others. */
export function takeCursors(present: ReadonlySet<Present>, from: Present): void {
  for (const [client, { clock }] of from.cursors) for (const one of present) one.send(writeMessage.cursor(client, clock + 1, 'null'));
}
