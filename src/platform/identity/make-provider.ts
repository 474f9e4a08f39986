import { generateKeyPairSync, randomBytes } from 'node:crypto';
import type { AccountClaims, KoaContextWithOIDC, Provider } from 'oidc-provider';

export const DEMO_ACR = { loa3: 'http://id.elegnamnden.se/loa/1.0/loa3' } as const;
const HOUR = 3600;

export type ProviderSettings = {
  readonly origin: string;
  /** Where the provider answers, under the origin. */
  readonly path: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly redirectPath: string;
  readonly logoutPath: string;
  /** Where the provider tells us of its own accord that a login is over. */
  readonly backChannelPath: string;
  readonly choosePath: string;
  readonly claimsOf: ReadonlyMap<string, Readonly<Record<string, string>>>;
};

/** A provider for one client, our own, with keys that live as long as the process. Its library is read only when somebody logs in. */
export async function makeProvider({
  origin,
  path,
  clientId,
  clientSecret,
  redirectPath,
  logoutPath,
  backChannelPath,
  choosePath,
  claimsOf,
}: ProviderSettings): Promise<{ provider: Provider; handle: ReturnType<Provider['callback']> }> {
  const { Provider } = await import('oidc-provider');
  const provider = new Provider(`${origin}${path}`, {
    clients: [
      {
        client_id: clientId,
        client_secret: clientSecret,
        redirect_uris: [`${origin}${redirectPath}`],
        post_logout_redirect_uris: [`${origin}${logoutPath}`],
        backchannel_logout_uri: `${origin}${backChannelPath}`,
        backchannel_logout_session_required: true,
        response_types: ['code'],
        grant_types: ['authorization_code'],
        require_auth_time: true,
        id_token_signed_response_alg: 'ES256',
      },
    ],
    acrValues: Object.values(DEMO_ACR),
    claims: {
      openid: ['sub', 'acr', 'auth_time', 'sid'],
      profile: ['name'],
      email: ['email', 'email_verified'],
      overens: ['hsa_id', 'personnummer'],
    },
    scopes: ['openid', 'profile', 'email', 'overens'],
    conformIdTokenClaims: false,
    cookies: { keys: [randomBytes(32).toString('base64url')] },
    features: {
      devInteractions: { enabled: false },
      rpInitiatedLogout: { enabled: true, logoutSource, postLogoutSuccessSource },
      backchannelLogout: { enabled: true },
    },
    findAccount: (_context, id) => {
      const claims = claimsOf.get(id);
      return claims && { accountId: id, claims: async (): Promise<AccountClaims> => ({ sub: id, ...claims }) };
    },
    interactions: { url: (_context, interaction) => `${choosePath}?id=${interaction.uid}` },
    // The client is our own: nothing to consent to.
    loadExistingGrant: async (context) => {
      const { client, session, provider: of } = context.oidc;
      if (!client || !session?.accountId) return undefined;
      const grant = new of.Grant({ clientId: client.clientId, accountId: session.accountId });
      grant.addOIDCScope('openid profile email overens');
      await grant.save();
      return grant;
    },
    jwks: {
      keys: [{ ...generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export({ format: 'jwk' }), use: 'sig', alg: 'ES256' }],
    },
    // It calls nobody but us, who may well be at an address that it would not call otherwise.
    fetch: (url, init) => {
      const { dispatcher: _, ...rest }: RequestInit & { dispatcher?: unknown } = init ?? {};
      return globalThis.fetch(url, rest);
    },
    pkce: { required: () => true },
    ttl: { AccessToken: HOUR, AuthorizationCode: 60, Grant: 10 * HOUR, IdToken: HOUR, Interaction: HOUR, Session: 10 * HOUR },
  });
  provider.proxy = true;
  return { provider, handle: provider.callback() };
}

/** The provider's own page for ending its session, with the form it gives us. */
async function logoutSource(context: KoaContextWithOIDC, form: string): Promise<void> {
  context.body = `<!doctype html><html lang="sv"><head><meta charset="utf-8"><title>Logga ut – demo</title></head><body><main>
<h1>Logga ut ur demoinloggningen?</h1>${form}
<button type="submit" form="op.logoutForm" name="logout" value="yes">Logga ut</button></main></body></html>`;
}

/** What the provider says when its session has ended and nobody asked to be sent anywhere. */
async function postLogoutSuccessSource(context: KoaContextWithOIDC): Promise<void> {
  context.body = `<!doctype html><html lang="sv"><head><meta charset="utf-8"><title>Utloggad – demo</title></head><body><main>
<h1>Du är utloggad ur demoinloggningen</h1><p><a href="/">Till startsidan</a></p></main></body></html>`;
}
