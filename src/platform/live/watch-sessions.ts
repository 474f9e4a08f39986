import { hashOfSecret } from '../identity/index.ts';
import { findOpenSessions } from '../identity/sessions.sql.ts';
import type { Runtime } from '../use-case.ts';

/** How often it is tried that those who are connected are still let in, in milliseconds. */
const EVERY = 1_000;

/** Somebody who is connected: the secret of their session, what they act as, and what to do when it is over. */
export type Watched = { readonly secret: string; readonly assignment: string | undefined; over(): void };

/** Sees to it that a connection does not outlive its session, its account or its assignment by more than a second, also when it only listens. One question for all. */
export function watchSessions({ database, clock }: Runtime): { add(one: Watched): () => void; stop(): void } {
  const watched = new Set<Watched>();
  let asking = false;
  const look = async () => {
    if (asking || watched.size === 0) return;
    asking = true;
    try {
      const hashes = new Map([...watched].map(({ secret }) => [secret, hashOfSecret(secret)]));
      const asked = [...hashes.values()].filter((hash) => hash !== undefined);
      const rows = await database.identify('read', (tx) => findOpenSessions(tx, asked, clock.now(), clock.today()));
      const open = new Map(rows.map((row) => [row.token_hash.toString('hex'), row.assignment_id ?? undefined]));
      for (const one of watched) {
        const hash = hashes.get(one.secret)?.toString('hex');
        // Whoever came while it was asked is asked about next time.
        if (hash !== undefined && (!open.has(hash) || open.get(hash) !== one.assignment)) one.over();
      }
    } catch {
      // The database is away: nothing can be stored meanwhile, and it is asked again.
    } finally {
      asking = false;
    }
  };
  const timer = setInterval(() => void look(), EVERY);
  timer.unref();
  const add = (one: Watched) => {
    watched.add(one);
    return () => void watched.delete(one);
  };
  return { add, stop: () => clearInterval(timer) };
}
