import { z } from 'zod';
import { getLogin } from '../../domain/access/actor.ts';
import { rhythms } from '../../domain/notifications/digest-day.ts';
import { type NoticeKind, noticeKindNames } from '../../domain/notifications/kinds.ts';
import { useCase } from '../../platform/index.ts';
import { listChosen, setRhythm } from './settings.sql.ts';

/** Chooses how often e-mail reminds one of kinds of notices. The inbox has them all whatever is chosen; choosing the same again does nothing. */
export const changeDigest = useCase({
  permission: 'notifications.change-digest',
  mode: 'write',
  input: z.strictObject({ kinds: z.partialRecord(z.enum(noticeKindNames as [NoticeKind, ...NoticeKind[]]), z.enum(rhythms)) }),
  run: async ({ tx, actor, input, record }) => {
    const account = getLogin(actor).account;
    const before = await listChosen(tx);
    const chosen = Object.entries(input.kinds).filter(([kind, rhythm]) => before.get(kind) !== rhythm);
    if (chosen.length === 0) return { changed: 0 };
    for (const [kind, rhythm] of chosen) await setRhythm(tx, account, kind, rhythm);
    await record({ kind: 'notifications.change-digest', subject: { kind: 'account', id: account }, content: Object.fromEntries(chosen) });
    return { changed: chosen.length };
  },
});
