import { createRemoteJWKSet, customFetch, type JWTPayload, jwtVerify } from 'jose';
import { z } from 'zod';
import { type Refusal, refuse } from '../../domain/refusal.ts';

/** What a provider says is over: its own session (`sid`), everything of somebody (`sub`), or a session of theirs. At least one is there. */
export type ProviderLogout = {
  /** What the provider is called in our accounts. */
  readonly issuer: string;
  readonly providerSession: string | undefined;
  readonly subject: string | undefined;
  /** The token's own id: it is used once. */
  readonly token: string;
  /** Seconds until the token is too old anyway. */
  readonly lasts: number;
};

/** What it takes to know a token as the provider's, and as meant for us. */
export type LogoutVerifier = {
  readonly name: string;
  readonly issuer: string;
  readonly clientId: string;
  readonly jwksUri: string;
  readonly fetch?: ((request: Request) => Promise<Response>) | undefined;
};

const EVENT = 'http://schemas.openid.net/event/backchannel-logout';
/** Seconds that clocks may differ. */
const TOLERANCE = 60;
/** How old a token may be, in seconds, though it says that it lasts longer. */
const MOST_SECONDS = 600;
/** Signed with a key that the provider alone has: never `none`, and never with what we share. */
const ALGORITHMS = ['ES256', 'ES384', 'ES512', 'PS256', 'PS384', 'PS512', 'RS256', 'RS384', 'RS512', 'EdDSA', 'Ed25519'];

const Text = z.string().min(1).max(255);
const Claims = z
  .looseObject({
    jti: Text,
    iat: z.number(),
    exp: z.number(),
    sid: Text.optional(),
    sub: Text.optional(),
    events: z.looseObject({ [EVENT]: z.looseObject({}) }),
    nonce: z.never().optional(),
  })
  .refine(({ sid, sub }) => sid !== undefined || sub !== undefined);

/**
 * Makes what reads the logout tokens of a provider: signature, issuer, audience, age, the event, somebody or some session that it is about, and no
 * nonce, so that nobody passes a login's token off as one (OpenID Connect Back-Channel Logout 1.0 §2.6). Whether it was used before is for whoever
 * keeps them. Refuses `logout-token-invalid`.
 */
export function logoutReader({ name, issuer, clientId, jwksUri, fetch }: LogoutVerifier) {
  const keys = createRemoteJWKSet(
    new URL(jwksUri),
    fetch ? { [customFetch]: (url, init) => fetch(new Request(url, { method: init.method, headers: init.headers })) } : {},
  );
  return async (token: string): Promise<ProviderLogout | Refusal<'logout-token-invalid'>> => {
    const payload: JWTPayload | undefined = await jwtVerify(token, keys, {
      issuer,
      audience: clientId,
      algorithms: ALGORITHMS,
      clockTolerance: TOLERANCE,
      maxTokenAge: MOST_SECONDS,
    }).then(
      (verified) => verified.payload,
      () => undefined,
    );
    const claims = Claims.safeParse(payload).data;
    if (!claims) return refuse('logout-token-invalid');
    const { jti, sid, sub, exp } = claims;
    const lasts = Math.ceil(exp + TOLERANCE - Date.now() / 1000);
    return { issuer: name, providerSession: sid, subject: sub, token: jti, lasts };
  };
}
