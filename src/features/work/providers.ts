import { awaitedReviews } from '../consents/index.ts';
import { awaitedConsultations } from '../consultations/index.ts';
import { awaitedDecisions, awaitedSuggestions } from '../drafts/index.ts';
import { dueFollowUps } from '../follow-ups/index.ts';
import { awaitedLacks } from '../non-compliance/index.ts';
import { awaitedReceipts } from '../planned-changes/index.ts';
import { waitingPlans } from '../plans/index.ts';
import { awaitedThinning } from '../retention/index.ts';
import { endingAssignments } from './ending-assignments.ts';
import type { WaitingProvider } from './provider.ts';
import { unacknowledgedNotices } from './unacknowledged-notices.ts';
import { unconfirmedContacts } from './unconfirmed-contacts.ts';
import { undelivered } from './undelivered.ts';
import { unreviewedOpenings } from './unreviewed-openings.ts';

/** All that can wait for someone. */
export const providers: readonly WaitingProvider[] = [
  unreviewedOpenings,
  awaitedReviews,
  unacknowledgedNotices,
  awaitedDecisions,
  dueFollowUps,
  awaitedConsultations,
  awaitedSuggestions,
  awaitedReceipts,
  awaitedLacks,
  waitingPlans,
  awaitedThinning,
  unconfirmedContacts,
  endingAssignments,
  undelivered,
];
