import { type KeyRing, stableId, type Tx } from '../../platform/index.ts';
import { contexts } from './sealed.ts';
import { insertSeedLive, insertSeedWebhook } from './seed.sql.ts';
import { newWebhookSecret } from './sign.ts';

/**
 * Puts a fictional address that is told no more into the database, once, with what it was told of a plan: one event came through, one did not;
 * and one that is in use. For demo mode, as the owner.
 */
export async function seedWebhook(tx: Tx, keys: KeyRing, county: string, plan: string): Promise<void> {
  const id = stableId(`demo:webhook:${county}`);
  const secret = stableId(`${id}:secret`);
  const cipher = keys.encrypt(newWebhookSecret(), contexts.secret(secret));
  const kinds = ['plans.open', 'plans.summon'];
  await insertSeedWebhook(tx, { id, plan, url: 'https://system.example/overens', kinds, secret, cipher });
  const live = stableId(`demo:webhook:live:${county}`);
  const other = stableId(`${live}:secret`);
  const sealed = keys.encrypt(newWebhookSecret(), contexts.secret(other));
  await insertSeedLive(tx, {
    id: live,
    plan,
    url: 'https://arendesystem.example/overens',
    kinds: ['plans.assess'],
    secret: other,
    cipher: sealed,
  });
}
