import { z } from 'zod';
import { needsAcknowledgement, noticeKindNames } from '../../domain/notifications/kinds.ts';
import { missingNumbers } from '../../domain/notifications/missing-numbers.ts';
import { useCase } from '../../platform/index.ts';
import { countNotices, countUnread, listNotices, listNumbers, listUnreadOf, type NoticeRow } from './inbox.sql.ts';
import { nameParams, type Told } from './name-params.ts';

/** So many notices a page. */
const PAGE = 50;

/** A notice to show: `standsInFor` is the name of the absent colleague; `acknowledge` says that it waits for whoever got it to take note. */
export type ShownNotice = Omit<NoticeRow, 'params' | 'stands_in_for'> & {
  readonly told: Told;
  readonly standsIn: boolean;
  readonly standsInFor: string | undefined;
  readonly acknowledge: boolean;
};

/**
 * One's own inbox, the latest first, a page at a time (`before`: a number). `gaps` are numbers that were given and are not there: always empty unless
 * something has been lost. `older`: the number to go on from.
 */
export const readInbox = useCase({
  permission: 'notifications.read-own',
  mode: 'read',
  input: z.strictObject({ before: z.int().positive().optional() }),
  run: async ({ tx, today, input }) => {
    const [rows, counts] = await Promise.all([listNotices(tx, { before: input.before, most: PAGE + 1 }), countNotices(tx)]);
    const gaps = counts.has === counts.last ? [] : missingNumbers(await listNumbers(tx), counts.last);
    const shown = await show(rows.slice(0, PAGE), (notices) => nameParams(tx, notices, today));
    return { notices: shown, unread: counts.unread, last: counts.last, gaps, older: rows.length > PAGE ? shown.at(-1)?.number : undefined };
  },
});

/** One's own unread notices that must be taken note of, the oldest first. */
export const readUnacknowledged = useCase({
  permission: 'notifications.read-own',
  mode: 'read',
  input: z.strictObject({}),
  run: async ({ tx, today }) =>
    show(await listUnreadOf(tx, noticeKindNames.filter(needsAcknowledgement)), (notices) => nameParams(tx, notices, today)),
});

/** How many of one's own notices are unread. */
export const readUnread = useCase({
  permission: 'notifications.read-own',
  mode: 'read',
  input: z.strictObject({}),
  run: ({ tx }) => countUnread(tx),
});

async function show(
  rows: readonly NoticeRow[],
  named: (rows: readonly NoticeRow[]) => ReturnType<typeof nameParams>,
): Promise<ShownNotice[]> {
  const { told, name } = await named(rows);
  return rows.map(({ params, stands_in_for, ...row }) => ({
    ...row,
    told: told(params),
    standsIn: stands_in_for !== null,
    standsInFor: name(stands_in_for),
    acknowledge: needsAcknowledgement(row.kind),
  }));
}
