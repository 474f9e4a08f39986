import { done, type givenDrafts } from '../../src/features/drafts/given-drafts.ts';
import { stateRule } from '../../src/features/retention/state-rule.ts';
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
  const registrar: Scope = { ...(await given.scopeOf('registrator-aneby-06')), runtime };
  const kept = {
    ...{ appliesTo: 'all' as const, from: '2027-01-01', keep: 'years' as const, years: 5, countsFrom: 'last-note' as const },
    ...{ byEndOfNextYear: false, birthDays: [], basis: 'proposal' as const, citation: 'Förslag' },
  };
  return [
    keyed(
      ['retention/state-rule.ts', 'how long copies are kept'],
      stateRule,
      registrar,
      kept,
      {
        ...{ appliesTo: 'health-care', from: '2027-02-01', keep: 'always', years: 6, countsFrom: 'received', byEndOfNextYear: true },
        ...{ birthDays: [5], basis: 'routine', citation: 'Beslut' },
      },
      { keep: 'retention-years' },
    ),
    keyed(['webhooks/register-webhook.ts', 'an address for events'], registerWebhook, scope, address, {
      url: 'https://system.example/annat',
      kinds: ['plans.open', 'plans.summon'],
    }),
    keyed(['webhooks/change-webhook.ts', 'a secret'], renewSecret, scope, { webhook: await webhook() }, { webhook: await webhook() }),
  ];
}
