import { z } from 'zod';
import { assignmentOf, getLogin } from '../../domain/access/actor.ts';
import { DEFAULT_RHYTHM } from '../../domain/notifications/digest-day.ts';
import { kindsTo } from '../../domain/notifications/kinds.ts';
import { useCase } from '../../platform/index.ts';
import { findEmail, listAbsences, listChosen, listColleagues } from './settings.sql.ts';

/**
 * One's own settings: how often e-mail reminds of each kind, to which address, when one is away, and who could be deputy (nobody for individuals, nor
 * before an assignment is chosen).
 */
export const readSettings = useCase({
  permission: 'notifications.read-own',
  mode: 'read',
  input: z.strictObject({}),
  run: async ({ tx, actor, today }) => {
    const account = getLogin(actor).account;
    const organisation = assignmentOf(actor)?.organisation.id;
    const [chosen, email, absences, colleagues] = await Promise.all([
      listChosen(tx),
      findEmail(tx, account),
      listAbsences(tx, today),
      organisation ? listColleagues(tx, { account, organisation }, today) : [],
    ]);
    const whom = actor.kind === 'individual' ? 'individual' : 'staff';
    const usual = DEFAULT_RHYTHM[whom];
    return { kinds: kindsTo(whom).map((kind) => ({ kind, rhythm: chosen.get(kind) ?? usual })), email, absences, colleagues };
  },
});
