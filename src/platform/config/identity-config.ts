import { z } from 'zod';
import { type Assurance, assuranceLevels } from '../../domain/access/actor.ts';
import { Secret } from './secret.ts';
import { configTexts as texts } from './texts.ts';

/** How people log in, when a provider is configured. */
export type OidcConfig = {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: Secret;
  readonly scope: string;
  readonly acr: Readonly<Partial<Record<Assurance, string>>>;
  readonly least: { readonly staff: Assurance; readonly individual: Assurance };
  readonly claims: { readonly hsaId: string; readonly number: string; readonly name: string; readonly email: string };
};

const Level = z.enum(assuranceLevels, texts.assurance);
const ClaimName = z.string().max(100);

/** `loa3=http://…,loa4=http://…` */
const Acr = z
  .string()
  .prefault(
    'loa2=http://id.elegnamnden.se/loa/1.0/loa2,loa3=http://id.elegnamnden.se/loa/1.0/loa3,loa4=http://id.elegnamnden.se/loa/1.0/loa4',
  )
  .transform((text, context) => {
    const pairs = text.split(',').map((pair) => pair.trim().split(/=(.*)/s));
    const read = z
      .partialRecord(z.enum(assuranceLevels), z.string().min(1))
      .safeParse(Object.fromEntries(pairs.map(([level, value]) => [level, value])));
    if (read.success) return read.data;
    context.addIssue({ code: 'custom', message: texts.acr });
    return z.NEVER;
  });

/** The variables about logging in. The levels of assurance are those of the Swedish framework, as its identity federation writes them. */
export const identityVariables = {
  OIDC_ISSUER: z.url(texts.baseUrl).optional(),
  OIDC_CLIENT_ID: z.string().min(1).optional(),
  OIDC_CLIENT_SECRET: z
    .string()
    .min(1)
    .transform((text) => new Secret(text))
    .optional(),
  OIDC_SCOPE: z.string().default('openid profile'),
  OIDC_ACR: Acr,
  OIDC_LEAST_STAFF: Level.default('loa3'),
  OIDC_LEAST_INDIVIDUAL: Level.default('loa3'),
  OIDC_CLAIM_HSA_ID: ClaimName.default('employeeHsaId'),
  OIDC_CLAIM_NUMBER: ClaimName.default('personalIdentityNumber'),
  OIDC_CLAIM_NAME: ClaimName.default('name'),
  OIDC_CLAIM_EMAIL: ClaimName.default('email'),
} as const;

type Read = z.output<z.ZodObject<typeof identityVariables>>;

/** The login configuration, or undefined when no provider is named. The three that name it come together (`identityFaults`). */
export function identityConfig(read: Read): OidcConfig | undefined {
  const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: clientSecret } = read;
  if (!issuer || !clientId || !clientSecret) return undefined;
  return {
    issuer,
    clientId,
    clientSecret,
    scope: read.OIDC_SCOPE,
    acr: read.OIDC_ACR,
    least: { staff: read.OIDC_LEAST_STAFF, individual: read.OIDC_LEAST_INDIVIDUAL },
    claims: {
      hsaId: read.OIDC_CLAIM_HSA_ID,
      number: read.OIDC_CLAIM_NUMBER,
      name: read.OIDC_CLAIM_NAME,
      email: read.OIDC_CLAIM_EMAIL,
    },
  };
}

const TOGETHER = ['OIDC_ISSUER', 'OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET'] as const;

/** What is missing beside what is given: the provider's three together, and with a provider and a given database the keys of personal data. */
export function identityFaults(given: Readonly<Record<string, unknown>>): { variable: string; message: string }[] {
  const missing = TOGETHER.filter((name) => !(name in given));
  const faults =
    missing.length > 0 && missing.length < TOGETHER.length ? missing.map((variable) => ({ variable, message: texts.oidcTogether })) : [];
  const needed = 'OIDC_ISSUER' in given && 'DATABASE_URL' in given ? ['PERSON_KEYS', 'PERSON_HASH_KEY', 'AUDIT_SIGNING_KEY'] : [];
  const keys = ['PERSON_KEYS', 'PERSON_HASH_KEY'].filter((name) => name in given);
  const unpaired = keys.length === 1 ? ['PERSON_KEYS', 'PERSON_HASH_KEY'] : [];
  const lacking = [...new Set([...needed, ...unpaired])].filter((name) => !(name in given));
  return [...faults, ...lacking.map((variable) => ({ variable, message: texts.keysNeeded }))];
}
