import { isDue } from '../../domain/link-checks/results.ts';
import { type JobKind, newId, type Runtime, stableId, type Tx } from '../../platform/index.ts';
import { type Asked, askAddress } from './ask-address.ts';
import { keepLinkCheck, latestLinkChecks, withoutJob } from './link-checks.sql.ts';

export type LinkWork = {
  /** Every outside address that the data of the counties names. No other is ever asked. */
  readonly addresses: (tx: Tx) => Promise<readonly string[]>;
  readonly ask?: (url: string) => Promise<Asked>;
};

/** So many addresses at a time get a job. */
const MOST = 100;

/** The work of trying the addresses of the data, each once a week. What is found is kept beside what the data says, and never instead of it. */
export function checkLinks({ database, clock }: Runtime, { addresses, ask = askAddress }: LinkWork): JobKind {
  const idOf = (url: string) => stableId(`link:${url}`);
  const dueOf = async (tx: Tx): Promise<Map<string, string>> => {
    const today = clock.today();
    const [named, latest] = await Promise.all([addresses(tx), latestLinkChecks(tx, today)]);
    const due = [...new Set(named)].filter((url) => {
      const last = latest.get(url);
      return isDue(last && Temporal.PlainDate.from(last.on), today);
    });
    return new Map(due.map((url) => [idOf(url), url]));
  };
  return {
    queue: 'check-link',
    waiting: () => database.transaction('read', async (tx) => (await withoutJob(tx, [...(await dueOf(tx)).keys()])).slice(0, MOST)),
    run: async (id) => {
      const url = await database.transaction('read', async (tx) => (await dueOf(tx)).get(id));
      if (url === undefined) return;
      const { result, status = null, movedTo = null } = await ask(url);
      const check = { url, on: clock.today().toString(), result, status, movedTo };
      await database.transaction('write', (tx) => keepLinkCheck(tx, newId(clock.now()), check, clock.now()));
    },
  };
}
