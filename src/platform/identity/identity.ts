import * as oidc from 'openid-client';
import { z } from 'zod';
import { type Assurance, assuranceLevels } from '../../domain/access/actor.ts';
import { type Refusal, refuse } from '../../domain/refusal.ts';
import { logoutReader, type ProviderLogout } from './logout-token.ts';

/** How to reach a provider, and what its words mean. Everything that differs between providers is here. */
export type IdentitySettings = {
  /** What the provider is called in our accounts; a provider that changes its address stays the same. */
  readonly name: string;
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly redirectUri: string;
  readonly scope: string;
  /** The provider's `acr` for each level of assurance. */
  readonly acr: Readonly<Partial<Record<Assurance, string>>>;
  /** Names of the claims that we read. */
  readonly claims: { readonly hsaId: string; readonly number: string; readonly name: string; readonly email: string };
  /** How requests to the provider travel; the network when absent. */
  readonly fetch?: ((request: Request) => Promise<Response>) | undefined;
};

/** What we keep while someone is at the provider. */
export type Attempt = { readonly state: string; readonly nonce: string; readonly verifier: string };

/** Who came back from the provider, and how surely it knew. */
export type Authenticated = {
  readonly issuer: string;
  readonly subject: string;
  readonly assurance: Assurance;
  readonly authenticatedAt: Temporal.Instant;
  readonly hsaId: string | undefined;
  readonly number: string | undefined;
  readonly name: string | undefined;
  readonly email: string | undefined;
  /** What the provider calls its own session (`sid`), when it says: it may end ours by it. */
  readonly providerSession: string | undefined;
};

type LoginRefusal = Refusal<'login-failed' | 'login-cancelled' | 'assurance-too-low' | 'provider-unreachable'>;

export type Identity = {
  /** What the provider is called in our accounts. */
  readonly name: string;
  /** Where to send someone who wants to log in, and what to keep until they come back. `again` asks the provider to make sure anew. */
  begin(options: { least: Assurance; again?: boolean }): Promise<{ address: string; attempt: Attempt } | LoginRefusal>;
  /** Takes the answer that the provider sent back through the browser. Refuses what does not belong to the attempt, and too low assurance (params.subject, params.hsaId: whose). */
  finish(callback: URL, attempt: Attempt, options: { least: Assurance; again?: boolean }): Promise<Authenticated | LoginRefusal>;
  /** Where to end the session at the provider too, or undefined when it offers no such address. */
  logoutAddress(returnTo: string): Promise<string | undefined>;
  /** What a logout token of the provider says is over. Refuses what is not the provider's, not for us, or too old. */
  readLogout(token: string): Promise<ProviderLogout | LogoutRefusal>;
};

type LogoutRefusal = Refusal<'logout-token-invalid' | 'provider-unreachable'>;

const Claims = z.object({
  sub: z.string().min(1).max(255),
  acr: z.string().optional(),
  auth_time: z.number().optional(),
});

/** OpenID Connect against one provider: code flow with PKCE, state and nonce (OpenID Connect Core 1.0 §3.1; RFC 7636; RFC 9700). */
export function createIdentity(settings: IdentitySettings): Identity {
  let discovered: Promise<oidc.Configuration> | undefined;
  let reader: ReturnType<typeof logoutReader> | undefined;
  const configuration = () => {
    discovered ??= discover(settings).catch((error: unknown) => {
      discovered = undefined;
      throw error;
    });
    return discovered;
  };

  return {
    name: settings.name,

    async begin({ least, again = false }) {
      const config = await configuration().catch(() => undefined);
      if (!config) return refuse('provider-unreachable');
      const attempt = { state: oidc.randomState(), nonce: oidc.randomNonce(), verifier: oidc.randomPKCECodeVerifier() };
      const address = oidc.buildAuthorizationUrl(config, {
        redirect_uri: settings.redirectUri,
        scope: settings.scope,
        state: attempt.state,
        nonce: attempt.nonce,
        code_challenge: await oidc.calculatePKCECodeChallenge(attempt.verifier),
        code_challenge_method: 'S256',
        acr_values: acceptable(settings, least).join(' '),
        ...(again ? { prompt: 'login', max_age: '0' } : {}),
      });
      return { address: address.href, attempt };
    },

    async finish(callback, attempt, { least, again = false }) {
      if (callback.searchParams.get('error') === 'access_denied') return refuse('login-cancelled');
      const config = await configuration().catch(() => undefined);
      if (!config) return refuse('provider-unreachable');
      const checks = {
        expectedState: attempt.state,
        expectedNonce: attempt.nonce,
        pkceCodeVerifier: attempt.verifier,
        idTokenExpected: true,
      };
      const tokens = await oidc.authorizationCodeGrant(config, callback, again ? { ...checks, maxAge: 60 } : checks).catch(() => undefined);
      const claims = tokens?.claims();
      const known = Claims.safeParse(claims);
      if (!tokens || !claims || !known.success) return refuse('login-failed');
      const text = (name: string) => z.string().min(1).max(254).safeParse(claims[name]).data;
      const hsaId = text(settings.claims.hsaId)?.toUpperCase();
      const assurance = assuranceLevels.find((level) => settings.acr[level] === known.data.acr);
      if (!assurance || !acceptable(settings, least).includes(known.data.acr ?? '')) {
        return refuse('assurance-too-low', { least, subject: known.data.sub, hsaId });
      }
      return {
        issuer: settings.name,
        subject: known.data.sub,
        assurance,
        authenticatedAt: Temporal.Instant.fromEpochMilliseconds((known.data.auth_time ?? claims.iat) * 1000),
        hsaId,
        number: text(settings.claims.number),
        name: text(settings.claims.name),
        // Some providers send the word.
        email: String(claims.email_verified) === 'false' ? undefined : text(settings.claims.email),
        providerSession: text('sid'),
      };
    },

    async readLogout(token) {
      const config = await configuration().catch(() => undefined);
      const { issuer, jwks_uri: jwksUri } = config?.serverMetadata() ?? {};
      if (!issuer || !jwksUri) return refuse('provider-unreachable');
      const { name, clientId, fetch } = settings;
      reader ??= logoutReader({ name, issuer, clientId, jwksUri, fetch });
      return reader(token);
    },

    async logoutAddress(returnTo) {
      const config = await configuration().catch(() => undefined);
      if (!config?.serverMetadata().end_session_endpoint) return undefined;
      return oidc.buildEndSessionUrl(config, { post_logout_redirect_uri: returnTo }).href;
    },
  };
}

/** The `acr` values that are enough: of the level asked for and those above it. */
function acceptable({ acr }: IdentitySettings, least: Assurance): string[] {
  return assuranceLevels.slice(assuranceLevels.indexOf(least)).flatMap((level) => acr[level] ?? []);
}

async function discover({ issuer, clientId, clientSecret, fetch }: IdentitySettings): Promise<oidc.Configuration> {
  const options: oidc.DiscoveryRequestOptions = {};
  if (new URL(issuer).protocol === 'http:') options.execute = [oidc.allowInsecureRequests];
  if (fetch) options[oidc.customFetch] = (url, init) => fetch(new Request(url, init as RequestInit));
  return oidc.discovery(new URL(issuer), clientId, clientSecret, oidc.ClientSecretBasic(clientSecret), options);
}
