export type { LiveAnswer, LiveConnection, LiveMember, LiveRooms } from './live-rooms.ts';
export { serveLive } from './serve-live.ts';
export { severalRooms } from './several-rooms.ts';
