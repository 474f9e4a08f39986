import type { Config } from './platform/config/index.ts';
import {
  BACK_CHANNEL_LOGOUT_PATH,
  createDemoProvider,
  createIdentity,
  DEMO_LOGIN_PATH,
  type DemoAccount,
  LOGGED_OUT_PATH,
  LOGIN_CALLBACK_PATH,
  type LoginSetup,
} from './platform/identity/index.ts';

type Asked = Pick<Config, 'oidc' | 'demo' | 'baseUrl'> & {
  readonly numberHash: LoginSetup['numberHash'];
  readonly accounts: readonly DemoAccount[];
};

/** How people log in to this installation: at the configured provider, else in demo mode at the fictional one, else not at all. */
export function loginSetup({ oidc, demo, baseUrl, numberHash, accounts }: Asked): LoginSetup | undefined {
  const { origin } = new URL(baseUrl);
  if (oidc) {
    const { issuer, clientId, clientSecret, scope, acr, claims, least } = oidc;
    const redirectUri = `${origin}${LOGIN_CALLBACK_PATH}`;
    const settings = { name: issuer, issuer, clientId, clientSecret: clientSecret.reveal(), redirectUri, scope, acr, claims };
    return { identity: createIdentity(settings), least, numberHash, origin };
  }
  if (!demo) return undefined;
  const provider = createDemoProvider({
    origin,
    redirectPath: LOGIN_CALLBACK_PATH,
    logoutPath: LOGGED_OUT_PATH,
    backChannelPath: BACK_CHANNEL_LOGOUT_PATH,
    choosePath: DEMO_LOGIN_PATH,
    identities: accounts.map(({ identity }) => identity),
  });
  const least = { staff: 'loa3', individual: 'loa3' } as const;
  return { identity: createIdentity(provider.settings), least, numberHash, origin, demo: { provider, accounts } };
}
