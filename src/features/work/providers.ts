import { awaitedDecisions } from '../drafts/index.ts';
import { endingAssignments } from './ending-assignments.ts';
import type { WaitingProvider } from './provider.ts';
import { unacknowledgedNotices } from './unacknowledged-notices.ts';
import { unconfirmedContacts } from './unconfirmed-contacts.ts';
import { undelivered } from './undelivered.ts';
import { unreviewedOpenings } from './unreviewed-openings.ts';

/** All that can wait for someone. */
export const providers: readonly WaitingProvider[] = [
  unreviewedOpenings,
  unacknowledgedNotices,
  awaitedDecisions,
  unconfirmedContacts,
  endingAssignments,
  undelivered,
];
