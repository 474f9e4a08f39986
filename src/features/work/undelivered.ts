import { may } from '../../domain/access/permissions.ts';
import { isRefusal } from '../../domain/refusal.ts';
import { readUndelivered } from '../notifications/index.ts';
import type { WaitingProvider } from './provider.ts';
import { workTexts as texts } from './texts.ts';

/** Notices and reminders that reached nobody, for those who administer: one line for all of them. */
export const undelivered: WaitingProvider = async (scope) => {
  if (!may(scope.actor, 'notifications.read-undelivered')) return [];
  const found = await readUndelivered(scope, {});
  if (isRefusal(found) || found.count === 0) return [];
  return [{ kind: 'undelivered', title: texts.undelivered(found.count), href: '/notiser/ej-levererade', basis: 'routine' }];
};
