import { DEFAULT_RHYTHM, digestDue } from '../../domain/notifications/digest-day.ts';
import type { JobKind, Runtime } from '../../platform/index.ts';
import { digestText } from './digest-text.ts';
import { listUnsentDigests, prepareDigests, settleDigest, takeDigest } from './digests.sql.ts';

/**
 * Hands a text over to the mail server. Answers `sent` or `refused` (the server surely did not take it, and it may be tried again); throws when that is
 * not known.
 */
export type SendMail = (mail: {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly id: string;
}) => Promise<'sent' | 'refused'>;

/** Not sent this time. A code and no more: what the mail server said may hold an address. */
class NotSent extends Error {
  readonly code: string;
  constructor(code: string) {
    super(code);
    this.code = code;
  }
}

const MOST = 500;

/**
 * The work of reminding by e-mail: on working mornings one text to each who has unread notices and wants it. It is taken before it is handed over and never
 * handed over again unless the server surely refused it: a reminder that is lost costs nothing, since the inbox has it all; one that comes twice is noise.
 */
export function sendDigests({ database, clock }: Runtime, { send, baseUrl }: { send: SendMail; baseUrl: string }): JobKind {
  let prepared: string | undefined;
  const prepare = async () => {
    const due = digestDue(clock.now());
    if (!due || prepared === due.day.toString()) return;
    await database.transaction('write', (tx) => prepareDigests(tx, { ...due, staff: DEFAULT_RHYTHM.staff }, clock.now()));
    prepared = due.day.toString();
  };
  return {
    queue: 'send-digest',
    waiting: async () => {
      await prepare();
      return database.transaction('read', (tx) => listUnsentDigests(tx, MOST));
    },
    run: async (id, { last }) => {
      const taken = await database.transaction('write', (tx) => takeDigest(tx, id, clock.now()));
      if (!taken) return;
      const outcome = await send({ to: taken.email, ...digestText(taken.counts, baseUrl), id }).catch(() => 'unsure' as const);
      if (outcome === 'unsure') throw new NotSent('mail-unsure');
      const ended = outcome === 'refused' && last ? 'failed' : outcome;
      await database.transaction('write', (tx) => settleDigest(tx, id, ended, clock.now()));
      if (outcome === 'refused') throw new NotSent('mail-refused');
    },
  };
}
