import { resolve } from 'node:path';
import { z } from 'zod';
import { backupKeyVariables } from '../secrets/backup-key.ts';
import { type PersonKeys, personKeyVariables } from '../secrets/person-keys.ts';
import { identityConfig, identityFaults, identityVariables, type OidcConfig } from './identity-config.ts';
import { type MailConfig, mailConfig, mailFaults, mailVariables } from './mail-config.ts';
import { type SealConfig, sealConfig, sealFaults, sealVariables } from './seal-config.ts';
import { Secret } from './secret.ts';
import { type SigningConfig, signingConfig, signingFaults, signingVariables } from './signing-config.ts';
import { configTexts } from './texts.ts';

/** What the process was told by its environment. Parsed once, at start; nothing reads `process.env` after that. */
export type Config = {
  /** Port of the pages and the API; 0 lets the system choose. */
  readonly port: number;
  /** Address to listen on; undefined means all. */
  readonly host: string | undefined;
  /** How people reach the service, without a trailing slash: `https://overens.example.se`. */
  readonly baseUrl: string;
  /** Port of `/metrics`, or undefined when it is off (the default, so that two copies never meet there). */
  readonly metricsPort: number | undefined;
  /** Absolute path of everything that is kept on disk. */
  readonly dataFolder: string;
  readonly database: DatabaseConfig;
  /** Fictional accounts and a banner. On by default with the embedded database. */
  readonly demo: boolean;
  readonly logLevel: LogLevel;
  /** API calls a minute from one address; 0 is no limit. */
  readonly ratePerMinute: number;
  /** Pages a minute to one address; 0 is no limit. */
  readonly pagesPerMinute: number;
  /** Logins begun a minute from one address; 0 is no limit. */
  readonly loginsPerMinute: number;
  /** Searches a minute from one address; 0 is no limit. */
  readonly searchesPerMinute: number;
  /** How many proxies of our own stand in front, and are believed about who called. */
  readonly trustedProxies: number;
  /** How people log in; undefined in demo mode without a provider of its own, and where nobody does. */
  readonly oidc: OidcConfig | undefined;
  /** The keys of personal data; undefined is a file in the data folder. */
  readonly personKeys: PersonKeys | undefined;
  /** What backups are encrypted and signed with; without it none are made or read. */
  readonly backupKey: Secret | undefined;
  /** What checkpoints of the log are signed with; undefined is a file in the data folder. */
  readonly auditSigningKey: Secret | undefined;
  /** What documents are sealed with; undefined is a seal that the program makes for itself in demo mode, and none otherwise. */
  readonly seal: SealConfig | undefined;
  /** Where signatures can be made outside; undefined where they are made here alone. */
  readonly signing: SigningConfig | undefined;
  /** How e-mail leaves; undefined where none does. */
  readonly mail: MailConfig | undefined;
  /** Are the outside links of agreements tried, once a week? */
  readonly linkChecks: boolean;
  /** Where readers report faults in accessibility; undefined is said on the page. */
  readonly contactEmail: string | undefined;
};

/** The PostgreSQL of this program, or one that is given. `ownerUrl` is for migrations, `url` for everything else. */
export type DatabaseConfig =
  | { readonly kind: 'embedded' }
  | { readonly kind: 'external'; readonly url: Secret; readonly ownerUrl: Secret | undefined };

/** One thing wrong with the environment: the variable, and a Swedish sentence that never repeats a secret. */
export type ConfigFault = { readonly variable: string; readonly message: string };

const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

const texts = configTexts;

const Port = z
  .string()
  .regex(/^\d{1,5}$/, texts.port)
  .transform(Number)
  .refine((port) => port <= 65535, texts.port);

const BaseUrl = z
  .string()
  .refine((text) => hasProtocol(text, ['http:', 'https:']), texts.baseUrl)
  .transform((text) => text.replace(/\/+$/, ''));

const DatabaseUrl = z
  .string()
  .refine((text) => hasProtocol(text, ['postgres:', 'postgresql:']), texts.databaseUrl)
  .transform((text) => new Secret(text));

const Rate = z
  .string()
  .regex(/^\d{1,7}$/, texts.rate)
  .transform(Number);

/** Whole offices and hospitals read from one address. */
const PAGES_PER_CALL = 5;
/** A hospital begins its shift behind one address. */
const CALLS_PER_LOGIN = 12;
const CALLS_PER_SEARCH = 4;

export const Environment = z.object({
  PORT: Port.default(3000),
  HOST: z.string().max(255, texts.host).optional(),
  BASE_URL: BaseUrl.optional(),
  METRICS_PORT: Port.default(0),
  OVERENS_DATA: z.string().default('./var'),
  DATABASE_URL: DatabaseUrl.optional(),
  DATABASE_OWNER_URL: DatabaseUrl.optional(),
  OVERENS_DEMO: z.enum(['0', '1', 'force'], texts.demo).optional(),
  CONTACT_EMAIL: z.email(texts.email).optional(),
  LINK_CHECKS: z.enum(['on', 'off'], texts.linkChecks).default('off'),
  ...mailVariables,
  RATE_PER_MINUTE: Rate.default(1200),
  PAGES_PER_MINUTE: Rate.optional(),
  LOGIN_PER_MINUTE: Rate.optional(),
  SEARCH_PER_MINUTE: Rate.optional(),
  TRUST_PROXY: z.string().regex(/^\d$/, texts.proxies).transform(Number).default(0),
  ...identityVariables,
  ...personKeyVariables,
  ...backupKeyVariables,
  AUDIT_SIGNING_KEY: z
    .string()
    .transform((text) => new Secret(text))
    .optional(),
  ...sealVariables,
  ...signingVariables,
  LOG_LEVEL: z.enum(LOG_LEVELS, texts.logLevel(LOG_LEVELS)).default('info'),
});

/**
 * Reads the configuration from environment variables (an empty value counts as not given).
 * Answers the configuration, or every fault at once. `OVERENS_DATA` is resolved against `folder`, the working folder by default.
 */
export function readConfig(env: Readonly<Record<string, string | undefined>>, folder: string = process.cwd()): Config | ConfigFault[] {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value !== ''));
  const parsed = Environment.safeParse(given);
  const faults = parsed.error?.issues.map((issue) => ({ variable: String(issue.path[0]), message: issue.message })) ?? [];
  faults.push(...crossFaults(given));
  if (!parsed.success || faults.length > 0) return faults;
  const read = parsed.data;
  const { PERSON_KEYS: keys, PERSON_HASH_KEY: hashKey } = read;
  const database: DatabaseConfig = read.DATABASE_URL
    ? { kind: 'external', url: read.DATABASE_URL, ownerUrl: read.DATABASE_OWNER_URL }
    : { kind: 'embedded' };
  return {
    port: read.PORT,
    host: read.HOST,
    baseUrl: read.BASE_URL ?? `http://localhost:${read.PORT}`,
    metricsPort: read.METRICS_PORT === 0 ? undefined : read.METRICS_PORT,
    dataFolder: resolve(folder, read.OVERENS_DATA),
    database,
    demo: read.OVERENS_DEMO === undefined ? database.kind === 'embedded' : read.OVERENS_DEMO !== '0',
    logLevel: read.LOG_LEVEL,
    ratePerMinute: read.RATE_PER_MINUTE,
    pagesPerMinute: read.PAGES_PER_MINUTE ?? read.RATE_PER_MINUTE * PAGES_PER_CALL,
    loginsPerMinute: read.LOGIN_PER_MINUTE ?? Math.ceil(read.RATE_PER_MINUTE / CALLS_PER_LOGIN),
    searchesPerMinute: read.SEARCH_PER_MINUTE ?? Math.ceil(read.RATE_PER_MINUTE / CALLS_PER_SEARCH),
    trustedProxies: read.TRUST_PROXY,
    oidc: identityConfig(read),
    personKeys: keys && hashKey ? { keys, hashKey } : undefined,
    backupKey: read.BACKUP_KEY,
    auditSigningKey: read.AUDIT_SIGNING_KEY,
    seal: sealConfig(read),
    signing: signingConfig(read),
    mail: mailConfig(read),
    contactEmail: read.CONTACT_EMAIL,
    linkChecks: read.LINK_CHECKS === 'on',
  };
}

function crossFaults(given: Readonly<Record<string, unknown>>): ConfigFault[] {
  const faults: ConfigFault[] = [];
  const external = 'DATABASE_URL' in given;
  if ('DATABASE_OWNER_URL' in given && !external) faults.push({ variable: 'DATABASE_OWNER_URL', message: texts.ownerWithoutUrl });
  if (external && given.OVERENS_DEMO === '1') faults.push({ variable: 'OVERENS_DEMO', message: texts.demoOnExternal });
  if (given.PORT !== '0' && given.PORT !== undefined && given.PORT === given.METRICS_PORT)
    faults.push({ variable: 'METRICS_PORT', message: texts.samePorts });
  return [...faults, ...identityFaults(given), ...mailFaults(given), ...sealFaults(given), ...signingFaults(given)];
}

function hasProtocol(text: string, protocols: readonly string[]): boolean {
  const url = URL.parse(text);
  return url !== null && protocols.includes(url.protocol);
}
