import { isRefusal } from '../../domain/refusal.ts';
import { readUnacknowledged, saidNotice } from '../notifications/index.ts';
import type { WaitingProvider } from './provider.ts';

/** Unread notices that one must say that one has taken note of. */
export const unacknowledgedNotices: WaitingProvider = async (scope) => {
  const notices = await readUnacknowledged(scope, {});
  if (isRefusal(notices)) return [];
  return notices.map(({ number, kind, told }) => ({
    kind: 'unacknowledged-notice',
    title: saidNotice(kind, told).sentence,
    href: `/notiser#notis-${number}`,
    basis: 'routine' as const,
  }));
};
