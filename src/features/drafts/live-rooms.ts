import { z } from 'zod';
import { Slug } from '../../domain/counties/ids.ts';
import { liveClose } from '../../domain/drafts/live-form.ts';
import type { LiveAnswer, LiveRooms, Runtime } from '../../platform/index.ts';
import { LiveRoom } from './live-room.ts';
import type { LivePlace } from './live-text.ts';

/** A pause in the typing, in milliseconds. */
const PAUSE = 5_000;

/** What the database tells of drafts (`tell_live` in the migrations). */
const Told = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('update'), draft: z.string(), section: z.string(), id: z.string() }),
  z.object({ kind: z.literal('draft'), draft: z.string(), number: z.int() }),
  z.object({ kind: z.literal('act'), draft: z.string() }),
]);

const Place = z.strictObject({ draft: z.uuid(), section: Slug });

/** The sections that are written in by several at the same time, in this process; other processes have their own, of the same text. */
export function liveSections(runtime: Runtime, { pause = PAUSE }: { readonly pause?: number } = {}): LiveRooms {
  const rooms = new Map<string, LiveRoom>();

  const roomOf = (place: LivePlace): LiveRoom => {
    const key = `${place.draft} ${place.section}`;
    const room = rooms.get(key) ?? new LiveRoom(place, runtime, { pause, ended: () => void rooms.delete(key) });
    rooms.set(key, room);
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
    for (const room of rooms.values()) {
      if (room.place.draft !== read.data.draft) continue;
      if (read.data.kind !== 'update') room.toldDraft(read.data.kind === 'draft' ? read.data.number : undefined);
      else if (read.data.section === room.place.section) void room.toldUpdate(read.data.id);
    }
  };

  return {
    path: /^\/arbetsversioner\/([^/?]+)\/avsnitt\/([^/?]+)\/live$/,
    ask,
    told,
    again: () => {
      for (const room of rooms.values()) room.toldDraft(undefined);
    },
    stop: async () => {
      await Promise.all([...rooms.values()].map((room) => room.stop()));
    },
  };
}
