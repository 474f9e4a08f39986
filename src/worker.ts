import { deliverNotices, sendDigests } from './features/notifications/index.ts';
import type { MailConfig } from './platform/config/index.ts';
import type { Runtime } from './platform/index.ts';
import { type Jobs, startJobs } from './platform/jobs/index.ts';
import type { Log } from './platform/log/index.ts';
import { smtpSender } from './platform/mail/index.ts';

export type WorkerOptions = {
  readonly runtime: Runtime;
  readonly log: Log;
  /** How e-mail leaves; without it nothing is prepared or sent. */
  readonly mail: MailConfig | undefined;
  /** How people reach the service: the links of e-mails. */
  readonly baseUrl: string;
  /** Milliseconds between looks for what waits. */
  readonly every?: number;
};

/** Starts all work that no request waits for. Any number of processes may do it at once. */
export function startWorker({ runtime, log, mail, baseUrl, every }: WorkerOptions): Promise<Jobs> {
  const kinds = [deliverNotices(runtime), ...(mail ? [sendDigests(runtime, { send: smtpSender(mail), baseUrl })] : [])];
  return startJobs({ database: runtime.database, log, kinds, ...(every ? { every } : {}) });
}
