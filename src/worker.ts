import { allOutsideLinks } from './features/agreements/index.ts';
import { followSignatures } from './features/drafts/index.ts';
import { watchAgreements } from './features/follow-ups/index.ts';
import { checkLinks } from './features/link-checks/index.ts';
import { deliverNotices, sendDigests } from './features/notifications/index.ts';
import { remindParties } from './features/planned-changes/index.ts';
import { deliverCopies, remindSummonses } from './features/plans/index.ts';
import { offerThinning, thinCopies } from './features/retention/index.ts';
import { indexPublished } from './features/search/index.ts';
import { mixSurveyAnswers } from './features/surveys/index.ts';
import { sendWebhooks } from './features/webhooks/index.ts';
import type { MailConfig } from './platform/config/index.ts';
import type { Runtime, SigningService, Tx } from './platform/index.ts';
import { type Jobs, measureBacklog, startJobs } from './platform/jobs/index.ts';
import type { Log } from './platform/log/index.ts';
import { smtpSender } from './platform/mail/index.ts';
import type { Metrics } from './platform/metrics.ts';

export type WorkerOptions = {
  readonly runtime: Runtime;
  readonly log: Log;
  /** Where what is stuck, and what nobody was told of, is counted. */
  readonly metrics: Metrics;
  /** How e-mail leaves; without it nothing is prepared or sent. */
  readonly mail: MailConfig | undefined;
  /** How people reach the service: the links of e-mails. */
  readonly baseUrl: string;
  /** Where people sign outside; without it no order is followed. */
  readonly signing?: SigningService | undefined;
  /** Are outside links tried? */
  readonly linkChecks?: boolean;
  /** Milliseconds between looks for what waits. */
  readonly every?: number;
};

/** Starts all work that no request waits for. Any number of processes may do it at once. */
export function startWorker({ runtime, log, metrics, mail, baseUrl, signing, linkChecks = false, every }: WorkerOptions): Promise<Jobs> {
  measureBacklog(metrics.registry, runtime);
  const onNobody = (outbox: string) => {
    metrics.untold.inc();
    log.warn({ outbox }, 'nobody to tell');
  };
  const { database } = runtime;
  const index = indexPublished(runtime, (run) => database.asOwner(run));
  const addresses = async (tx: Tx) => (await allOutsideLinks(tx)).map(({ url }) => url);
  const kinds = [
    deliverNotices(runtime, onNobody),
    index,
    watchAgreements(runtime),
    remindParties(runtime),
    remindSummonses(runtime),
    mixSurveyAnswers(runtime),
    deliverCopies(runtime),
    offerThinning(runtime),
    thinCopies(runtime),
    ...(runtime.keys ? [sendWebhooks(runtime, { inside: false })] : []),
    ...(signing ? [followSignatures(runtime, { service: signing, asOwner: (run) => database.asOwner(run) })] : []),
    ...(linkChecks ? [checkLinks(runtime, { addresses })] : []),
    ...(mail ? [sendDigests(runtime, { send: smtpSender(mail), baseUrl })] : []),
  ];
  return startJobs({ database, log, kinds, ...(every ? { every } : {}) });
}
