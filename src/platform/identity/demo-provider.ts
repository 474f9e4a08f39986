import { randomBytes } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { type Response as Injected, inject } from 'light-my-request';
import type { IdentitySettings } from './identity.ts';
import { DEMO_ACR, makeProvider } from './make-provider.ts';

/** Where the provider answers, under the program's own address. */
export const DEMO_PROVIDER_PATH = '/demo/oidc';

/** A fictional person who can log in at the demo provider. `id` is what the provider calls them. */
export type DemoIdentity = { readonly id: string; readonly claims: Readonly<Record<string, string>> };

export type DemoProvider = {
  /** Answers a request to an address under `DEMO_PROVIDER_PATH`. Also how our own client reaches it: nothing travels over the network. */
  fetch(request: Request): Promise<Response>;
  /** Answers the login that the cookies belong to with one of the identities: a redirect onwards. Undefined when there is no such login or identity. */
  choose(cookies: string, id: string): Promise<Response | undefined>;
  /** The settings of a client that knows this provider. */
  readonly settings: IdentitySettings;
};

/**
 * A whole OpenID Connect provider in the process, for demonstration and tests: anyone may log in as any of the fictional `identities`. It keeps
 * all in memory. `origin` is where people reach the program; `choosePath` is our page where the identity is chosen, with `?id=` of the login.
 */
export function createDemoProvider({
  origin,
  redirectPath,
  choosePath,
  logoutPath,
  backChannelPath,
  identities,
}: {
  origin: string;
  redirectPath: string;
  choosePath: string;
  logoutPath: string;
  backChannelPath: string;
  identities: readonly DemoIdentity[];
}): DemoProvider {
  const clientId = 'overens';
  const clientSecret = randomBytes(24).toString('base64url');
  const claimsOf = new Map(identities.map(({ id, claims }) => [id, claims]));
  const made = once(() =>
    makeProvider({
      origin,
      path: DEMO_PROVIDER_PATH,
      clientId,
      clientSecret,
      redirectPath,
      logoutPath,
      backChannelPath,
      choosePath,
      claimsOf,
    }),
  );

  const send = async (request: Request): Promise<Response> => {
    const { pathname, search } = new URL(request.url);
    const dispatch = (incoming: IncomingMessage, response: ServerResponse) => {
      Object.assign(incoming, { originalUrl: incoming.url, url: incoming.url?.slice(DEMO_PROVIDER_PATH.length) || '/' });
      void made().then(({ handle }) => handle(incoming, response));
    };
    const { host, protocol } = new URL(origin);
    return answerOf(
      await inject(dispatch, {
        method: request.method,
        url: `${pathname}${search}`,
        headers: { ...Object.fromEntries(request.headers), host, 'x-forwarded-proto': protocol.slice(0, -1) },
        payload: Buffer.from(await request.arrayBuffer()),
      }),
      origin,
    );
  };

  const choose = async (cookies: string, id: string): Promise<Response | undefined> => {
    if (!claimsOf.has(id)) return undefined;
    let found = true;
    const dispatch = (incoming: IncomingMessage, response: ServerResponse) => {
      const login = { accountId: id, acr: DEMO_ACR.loa3, amr: ['demo'], remember: false };
      made()
        .then(({ provider }) => provider.interactionFinished(incoming, response, { login }))
        .catch(() => {
          found = false;
          response.end();
        });
    };
    const answer = await inject(dispatch, { method: 'POST', url: choosePath, headers: { cookie: cookies, host: new URL(origin).host } });
    return found ? answerOf(answer, origin) : undefined;
  };

  return {
    fetch: send,
    choose,
    settings: {
      name: 'demo',
      issuer: `${origin}${DEMO_PROVIDER_PATH}`,
      clientId,
      clientSecret,
      redirectUri: `${origin}${redirectPath}`,
      scope: 'openid profile email overens',
      acr: DEMO_ACR,
      claims: { hsaId: 'hsa_id', number: 'personnummer', name: 'name', email: 'email' },
      fetch: send,
    },
  };
}

/** The answer as `fetch` has it. Redirects to our own origin lose it, so that the reader stays at the address they came by. */
function answerOf(answer: Injected, origin: string): Response {
  const headers = new Headers();
  for (const [name, value] of Object.entries(answer.headers)) {
    for (const one of [value ?? []].flat()) {
      const text = String(one);
      headers.append(name, name === 'location' && text.startsWith(`${origin}/`) ? text.slice(origin.length) : text);
    }
  }
  return new Response(answer.rawPayload.length > 0 ? new Uint8Array(answer.rawPayload) : null, { status: answer.statusCode, headers });
}

/** Does something at the first call, and answers the same ever after. */
function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () => {
    made ??= make();
    return made;
  };
}
