import { z } from 'zod';
import { Slug } from '../../domain/counties/ids.ts';
import { liveClose } from '../../domain/drafts/live-form.ts';
import { type LiveAnswer, type LiveRooms, newId, type Runtime } from '../../platform/index.ts';
import { LiveRoom } from './live-room.ts';
import type { SharedText } from './live-shared.ts';
import { HereInput, keepLiveUpdate, type LivePlace, readLiveUpdate, saveLive, tellLiveHere } from './live-text.ts';
import { writerOf } from './live-writer.ts';

/** A pause in the typing, in milliseconds. */
const PAUSE = 5_000;

/** What the database tells of drafts (`tell_live` in the migrations). */
const Told = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('update'), draft: z.string(), section: z.string(), id: z.string() }),
  z.object({ kind: z.literal('draft'), draft: z.string(), number: z.int() }),
  z.object({ kind: z.literal('act'), draft: z.string() }),
  z.object({ kind: z.literal('here'), draft: z.string(), section: z.string(), process: z.string(), people: z.array(HereInput) }),
]);

const Place = z.strictObject({ draft: z.uuid(), section: Slug });

/** A section of a working copy as a text that several write. */
function sectionText(place: LivePlace): SharedText {
  return {
    save: (scope) => saveLive(scope, place),
    keep: (scope, update) => keepLiveUpdate(scope, { ...place, ...update }),
    read: (scope, id) => readLiveUpdate(scope, { id }),
    tellHere: (scope, { process, people }) => tellLiveHere(scope, { ...place, process, people: [...people] }),
    sideOf: (actor) => writerOf(actor)?.side,
    // To somebody whose session is over there is no draft at all.
    whyNot: ({ code }) => {
      if (code === 'draft-not-in-state') return 'shut';
      if (code === 'input-invalid') return 'refused';
      return code === 'forbidden' ? 'forbidden' : 'loggedOut';
    },
  };
}

/** The sections that are written in by several at the same time, in this process; other processes have their own, of the same text. */
export function liveSections(
  runtime: Runtime,
  { pause = PAUSE }: { readonly pause?: number } = {},
): LiveRooms & { /** How many are held in memory. */ count(): number } {
  const rooms = new Map<string, { readonly place: LivePlace; readonly room: LiveRoom }>();
  const process = newId(runtime.clock.now());

  const roomOf = (place: LivePlace): LiveRoom => {
    const key = `${place.draft} ${place.section}`;
    const known = rooms.get(key);
    if (known) return known.room;
    const room = new LiveRoom(sectionText(place), runtime, { process, pause, ended: () => void rooms.delete(key) });
    rooms.set(key, { place, room });
    return room;
  };

  const ask = async (scope: Parameters<LiveRooms['ask']>[0], [draft, section]: readonly string[]): Promise<LiveAnswer> => {
    const place = Place.safeParse({ draft, section });
    if (!place.success) return { refused: 404 };
    const room = roomOf(place.data);
    const refusal = await room.expect(scope);
    if (!refusal) return { join: (connection) => room.join(connection), giveUp: () => room.giveUp() };
    if (refusal.code === 'draft-not-in-state') return { refused: liveClose.shut };
    return { refused: refusal.code === 'forbidden' ? 403 : 404 };
  };

  const told = (payload: string) => {
    const read = Told.safeParse(JSON.parse(payload));
    if (!read.success) return;
    const heard = read.data;
    for (const { place, room } of rooms.values()) {
      if (place.draft !== heard.draft) continue;
      if (heard.kind === 'draft') room.toldDraft(heard.number);
      else if (heard.kind === 'act') room.toldDraft(undefined);
      else if (heard.section !== place.section) continue;
      else if (heard.kind === 'update') void room.toldUpdate(heard.id);
      else room.toldHere(heard.process, new Map(heard.people.map(({ account, ...person }) => [account, person])));
    }
  };

  return {
    path: /^\/arbetsversioner\/([^/?]+)\/avsnitt\/([^/?]+)\/live$/,
    ask,
    told,
    count: () => rooms.size,
    again: () => {
      for (const { room } of rooms.values()) room.toldDraft(undefined);
    },
    stop: async () => {
      await Promise.all([...rooms.values()].map(({ room }) => room.stop()));
    },
  };
}
