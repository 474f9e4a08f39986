import { z } from 'zod';
import { liveClose } from '../../../domain/drafts/live-form.ts';
import { isRefusal } from '../../../domain/refusal.ts';
import { type LiveAnswer, type LiveRooms, newId, type Runtime } from '../../../platform/index.ts';
import { HereInput, LiveRoom, type SharedText, writerOf } from '../../drafts/index.ts';
import { keepNotes, readNotes, readNoteUpdate, tellNotesHere } from './notes.ts';

/** So long what somebody types is gathered, in milliseconds: each keeping is a row of the log. */
const GATHER = 200;

/** How often it is asked whether those who are there still may be, in milliseconds: that a consent has run out is told by nobody. */
const ASK_ANEW = 60_000;

/** What the database tells of meetings (`tell_live_of_plan` in the migrations). */
const Told = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('note'), plan: z.string(), meeting: z.string(), id: z.string() }),
  z.object({ kind: z.literal('consent'), plan: z.string() }),
  z.object({ kind: z.literal('at-meeting'), plan: z.string(), meeting: z.string(), process: z.string(), people: z.array(HereInput) }),
]);

type Place = { readonly plan: string; readonly meeting: string };

/** The notes of a meeting as a text that several write: nothing is told of them but to those who may read the plan's needs and its meeting now. */
function notesText({ plan, meeting }: Place, gather: number): SharedText {
  return {
    isWhole: true,
    gather,
    save: (scope) => readNotes(scope, { plan, meeting }),
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
  const rooms = new Map<string, { readonly place: Place; readonly room: LiveRoom }>();
  const process = newId(runtime.clock.now());
  const everyRoom = () => [...rooms.values()].map(({ room }) => room);
  const timer = setInterval(() => everyRoom().forEach((room) => void room.recheck()), askAnew).unref();

  const roomOf = (place: Place): LiveRoom => {
    const key = `${place.plan} ${place.meeting}`;
    const known = rooms.get(key);
    if (known) return known.room;
    const options = { process, pause: 1_000, ended: () => void rooms.delete(key) };
    const room = new LiveRoom(notesText(place, gather), runtime, options);
    rooms.set(key, { place, room });
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
      await Promise.all(everyRoom().map((room) => room.stop()));
    },
  };
}
