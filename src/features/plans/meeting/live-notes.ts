import { z } from 'zod';
import { liveClose } from '../../../domain/drafts/live-form.ts';
import { isRefusal } from '../../../domain/refusal.ts';
import { type LiveAnswer, type LiveRooms, newId, type Runtime } from '../../../platform/index.ts';
import { HereInput, LiveRoom, type SharedText, writerOf } from '../../drafts/index.ts';
import { keepNotes, readNotes, readNoteUpdate, tellNotesHere } from './notes.ts';

/** So long what somebody types is gathered, in milliseconds: each keeping is a row of the log. */
const GATHER = 200;

/** How often it is looked at the clock, in milliseconds: that a consent has run out is told by nobody. */
const LOOK = 250;

/** How often it is asked whether those who are there still may be, whatever is known of when that changes, in milliseconds. */
const ASK_ANEW = 60_000;

/** What the database tells of meetings (`tell_live_of_plan` in the migrations). */
const Told = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('note'), plan: z.string(), meeting: z.string(), id: z.string() }),
  z.object({ kind: z.literal('consent'), plan: z.string() }),
  z.object({ kind: z.literal('at-meeting'), plan: z.string(), meeting: z.string(), process: z.string(), people: z.array(HereInput) }),
]);

type Place = { readonly plan: string; readonly meeting: string };
/** `turns`: when to ask anew whether those who are there still may be. */
type Open = { readonly place: Place; readonly room: LiveRoom; turns: Temporal.Instant | undefined };

/** The notes of a meeting as a text that several write: nothing is told of them but to those who may read the plan's needs and its meeting now. */
function notesText({ plan, meeting }: Place, gather: number, turns: (at: Temporal.Instant | undefined) => void): SharedText {
  return {
    isWhole: true,
    gather,
    save: async (scope) => {
      const found = await readNotes(scope, { plan, meeting });
      if (!isRefusal(found)) turns(found.turns);
      return found;
    },
    keep: (scope, update) => keepNotes(scope, { plan, meeting, ...update }),
    read: (scope, id) => readNoteUpdate(scope, { plan, id }),
    tellHere: (scope, { process, people }) => tellNotesHere(scope, { plan, meeting, process, people: [...people] }),
    sideOf: (actor) => writerOf(actor)?.side,
    whyNot: ({ code }) =>
      code === 'no-meeting' || code === 'plan-closed'
        ? 'shut'
        : code === 'input-invalid'
          ? 'refused'
          : code === 'forbidden'
            ? 'forbidden'
            : 'gone',
  };
}

/** The meetings whose notes are written by several at the same time, in this process. */
export function liveNotes(
  runtime: Runtime,
  { gather = GATHER, askAnew = ASK_ANEW }: { readonly gather?: number; readonly askAnew?: number } = {},
): LiveRooms & { count(): number } {
  const rooms = new Map<string, Open>();
  const process = newId(runtime.clock.now());
  const everyRoom = () => [...rooms.values()].map(({ room }) => room);
  // What runs out by the clock: whoever it let in is let go within a second.
  const watch = setInterval(() => {
    const now = runtime.clock.now();
    for (const open of rooms.values()) {
      if (!open.turns || Temporal.Instant.compare(now, open.turns) < 0) continue;
      open.turns = undefined;
      void open.room.recheck();
    }
  }, LOOK).unref();
  const timer = setInterval(() => everyRoom().forEach((room) => void room.recheck()), askAnew).unref();

  const roomOf = (place: Place): LiveRoom => {
    const key = `${place.plan} ${place.meeting}`;
    const known = rooms.get(key);
    if (known) return known.room;
    const options = { process, pause: 1_000, ended: () => void rooms.delete(key) };
    const turns = (at: Temporal.Instant | undefined) => {
      const open = rooms.get(key);
      // The sooner of several answers: one that was asked for before something was opened may come last.
      if (open && at && (!open.turns || Temporal.Instant.compare(at, open.turns) < 0)) open.turns = at;
    };
    const room = new LiveRoom(notesText(place, gather, turns), runtime, options);
    rooms.set(key, { place, room, turns: undefined });
    return room;
  };

  const ask = async (scope: Parameters<LiveRooms['ask']>[0], [plan]: readonly string[]): Promise<LiveAnswer> => {
    if (!z.uuid().safeParse(plan).success || plan === undefined) return { refused: 404 };
    const found = await readNotes(scope, { plan });
    if (isRefusal(found)) return { refused: found.code === 'no-meeting' ? liveClose.shut : found.code === 'forbidden' ? 403 : 404 };
    const room = roomOf({ plan, meeting: found.meeting });
    const refusal = await room.expect(scope);
    return refusal ? { refused: 404 } : { join: (connection) => room.join(connection), giveUp: () => room.giveUp() };
  };

  const told = (payload: string) => {
    const read = Told.safeParse(JSON.parse(payload));
    if (!read.success) return;
    const heard = read.data;
    for (const { place, room } of rooms.values()) {
      if (place.plan !== heard.plan) continue;
      if (heard.kind === 'consent') void room.recheck();
      else if (heard.meeting !== place.meeting) continue;
      else if (heard.kind === 'note') void room.toldUpdate(heard.id);
      else room.toldHere(heard.process, new Map(heard.people.map(({ account, ...person }) => [account, person])));
    }
  };

  return {
    path: /^\/planer\/([^/?]+)\/mote\/arbetsyta\/live$/,
    ask,
    told,
    count: () => rooms.size,
    again: () => {
      for (const room of everyRoom()) void room.recheck();
    },
    stop: async () => {
      clearInterval(timer);
      clearInterval(watch);
      await Promise.all(everyRoom().map((room) => room.stop()));
    },
  };
}
