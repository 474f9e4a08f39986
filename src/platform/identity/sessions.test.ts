import { expect, test } from 'vitest';
import { givenClock } from '../../../tests/given/app.ts';
import type { Database } from '../db/index.ts';
import { hashOfSecret, newSecret } from './secret-token.ts';
import { sessionReader } from './sessions.ts';

test('each of those who ask at the same time is who their own secret says, in whatever order the database answers', async () => {
  const clock = givenClock();
  const secrets = Array.from({ length: 5 }, newSecret);
  const at = clock.now();
  const times = { authenticated_at: at, created_at: at, last_seen_at: at };
  // The last opens nothing.
  const rows = secrets.slice(0, -1).map((secret, nth) => {
    return {
      ...times,
      token_hash: hashOfSecret(secret),
      id: `s${nth}`,
      account_id: `a${nth}`,
      account_kind: 'individual',
      account_name: '',
      assurance: 'loa3',
    };
  });
  let questions = 0;
  const identify = async () => {
    questions += 1;
    return rows.toReversed();
  };
  const read = sessionReader({ database: { identify } as unknown as Database, clock });
  const actors = await Promise.all(secrets.map(read));
  expect(actors.map((actor) => actor && 'login' in actor && actor.login.account)).toEqual(['a0', 'a1', 'a2', 'a3', undefined]);
  expect(actors.map((actor) => actor && 'login' in actor && actor.login.secret)).toEqual([...secrets.slice(0, -1), undefined]);
  expect(questions).toBe(1);
});
