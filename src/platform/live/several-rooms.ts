import type { LiveRooms } from './live-rooms.ts';

/** Several kinds of rooms as one, each at addresses of its own. */
export function severalRooms(...all: readonly LiveRooms[]): LiveRooms {
  const kinds = all.map((rooms) => ({ rooms, names: new RegExp(`${rooms.path.source}|`).exec('')?.length ?? 1 }));
  return {
    path: new RegExp(all.map(({ path }) => path.source).join('|')),
    ask: async (scope, names) => {
      let at = 0;
      for (const { rooms, names: groups } of kinds) {
        const own = names.slice(at, at + groups - 1);
        at += groups - 1;
        if (own[0] !== undefined) return rooms.ask(scope, own);
      }
      return { refused: 404 };
    },
    told: (payload) => {
      for (const rooms of all) rooms.told(payload);
    },
    again: () => {
      for (const rooms of all) rooms.again();
    },
    stop: async () => {
      await Promise.all(all.map((rooms) => rooms.stop()));
    },
  };
}
