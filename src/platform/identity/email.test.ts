import { expect, test } from 'vitest';
import { isRefusal } from '../../domain/refusal.ts';
import { createDemoProvider } from './demo-provider.ts';
import { createIdentity } from './identity.ts';

/** What our client knows of somebody about whom the provider says this. */
async function known(claims: Readonly<Record<string, string>>) {
  const origin = 'http://localhost';
  const paths = { redirectPath: '/klar', choosePath: '/valj', logoutPath: '/ut', backChannelPath: '/bak' };
  const provider = createDemoProvider({ origin, ...paths, identities: [{ id: 'nagon', claims }] });
  const identity = createIdentity(provider.settings);
  const begun = await identity.begin({ least: 'loa3' });
  if (isRefusal(begun)) throw new Error(begun.code);
  const jar = new Map<string, string>();
  let address = new URL(begun.address, origin);
  while (address.pathname !== paths.redirectPath) {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
    const answer =
      address.pathname === paths.choosePath
        ? await provider.choose(cookie, 'nagon')
        : await provider.fetch(new Request(address, { headers: { cookie } }));
    for (const given of answer?.headers.getSetCookie() ?? []) {
      const [name = '', value = ''] = given.split(';', 1)[0]?.split(/=(.*)/s) ?? [];
      jar.set(name, value);
    }
    address = new URL(answer?.headers.get('location') ?? '/', origin);
  }
  const who = await identity.finish(address, begun.attempt, { least: 'loa3' });
  if (isRefusal(who)) throw new Error(who.code);
  return who;
}

test('an address that the provider says is not verified is not taken, and the login has the provider’s own session', async () => {
  const sure = await known({ name: 'N', email: 'n@example.se' });
  expect(sure.email).toBe('n@example.se');
  expect(sure.providerSession).toMatch(/./);
  const unsure = await known({ name: 'N', email: 'n@example.se', email_verified: 'false' });
  expect(unsure.email).toBeUndefined();
});
