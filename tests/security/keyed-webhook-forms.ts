import { done, type givenDrafts } from '../../src/features/drafts/given-drafts.ts';
import { renewSecret } from '../../src/features/webhooks/change-webhook.ts';
import { registerWebhook } from '../../src/features/webhooks/register-webhook.ts';
import { newId, type Scope } from '../../src/platform/index.ts';
import { givenKeyRing } from '../given/key-ring.ts';
import { keyed, type Sent } from './keyed-form.ts';

/** The forms by which a huvudman's own systems are told of its plans. */
export async function keyedWebhookForms(given: Awaited<ReturnType<typeof givenDrafts>>): Promise<Sent[]> {
  const runtime = { ...given.runtime, keys: givenKeyRing() };
  const scope: Scope = { ...(await given.scopeOf('forvaltare-aneby-06')), runtime };
  const address = { url: 'https://system.example/overens', kinds: ['plans.open' as const] };
  const webhook = async () => done(await registerWebhook(scope, { key: newId(), ...address })).id;
  return [
    keyed(['webhooks/register-webhook.ts', 'an address for events'], registerWebhook, scope, address, {
      url: 'https://system.example/annat',
      kinds: ['plans.open', 'plans.summon'],
    }),
    keyed(['webhooks/change-webhook.ts', 'a secret'], renewSecret, scope, { webhook: await webhook() }, { webhook: await webhook() }),
  ];
}
