import type { Hono } from 'hono';
import type { AppEnv } from '../../src/platform/http/index.ts';
import type { DescribedOperation } from '../../src/platform/index.ts';
import { givenLoggedIn } from '../given/logged-in.ts';

/** Who calls the operations of each tag that take a login: somebody who may do all that is there. */
const CALLERS: Readonly<Record<string, string>> = {
  access: 'samordnare-aneby-06',
  work: 'forvaltare-aneby-06',
  notices: 'handlaggare-aneby-06',
  undelivered: 'forvaltare-aneby-06',
  persons: 'handlaggare-aneby-06',
  plans: 'handlaggare-aneby-06',
  events: 'forvaltare-aneby-06',
  retention: 'registrator-aneby-06',
  audit: 'loggranskare-aneby-06',
  consultations: 'brukarorganisation-06',
  drafts: 'tjansteledning-06',
  'follow-ups': 'strategigrupp-06',
  'planned-changes': 'registrator-aneby-06',
  'non-compliance': 'registrator-avesta-20',
  imports: 'strategigrupp-06',
  'own-log': 'enskild-1',
};

/** Where somebody else calls than for the others of the tag. */
const OTHER_CALLERS: Readonly<Record<string, string>> = {
  'post /consultations/{id}/extensions': 'strategigrupp-06',
  'post /agreements/{slug}/turns': 'registrator-region-06',
  'post /agreements/{slug}/turns/{act}/correction': 'registrator-eksjo-06',
  'post /plans/{id}/summonses/{summons}/answer': 'behandlare-psykiatri-06',
  'post /plans/{id}/meetings/attendance': 'behandlare-psykiatri-06',
  'post /plans/{id}/versions': 'behandlare-psykiatri-06',
  'post /plans/{id}/follow-ups': 'behandlare-psykiatri-06',
  'post /plans/{id}/closing': 'behandlare-psykiatri-06',
  'post /plans/{id}/hand-overs': 'behandlare-psykiatri-06',
  'post /plans/{id}/hand-overs/{handOver}/answer': 'behandlare-psykiatri-06',
  'get /plans/{id}/kind': 'behandlare-psykiatri-06',
  'post /plans/{id}/kind/discharge': 'behandlare-psykiatri-06',
  'post /plans/{id}/kind/attitude': 'behandlare-psykiatri-06',
  'get /plans/{id}/copies': 'behandlare-psykiatri-06',
  'get /plans/{id}/copies/{copy}': 'behandlare-psykiatri-06',
  'post /plans/{id}/copies/{copy}/annulment': 'behandlare-psykiatri-06',
  'get /plans/{id}/tasks': 'behandlare-psykiatri-06',
  'get /plans/{id}/tasks/{task}': 'behandlare-psykiatri-06',
  'post /plans/{id}/tasks': 'behandlare-psykiatri-06',
  'post /plans/{id}/tasks/{task}/moves': 'boendestod-aneby-06',
  'get /spoken': 'vardnadshavare-1',
  'get /spoken/{speaker}/plans/{id}': 'vardnadshavare-1',
  'post /spoken/{speaker}/plans/{id}/said': 'vardnadshavare-1',
  'get /spoken/{speaker}/plans/{id}/consents': 'vardnadshavare-1',
  'post /spoken/{speaker}/plans/{id}/consents': 'vardnadshavare-1',
  'post /spoken/{speaker}/plans/{id}/consents/{consent}/withdrawals': 'vardnadshavare-1',
  'post /undelivered/{id}/retry': 'forvaltare-lanet-06',
  'post /planned-changes/{id}/answer': 'registrator-region-06',
  'post /non-compliance/{id}/receipt': 'politiker-20',
  'post /non-compliance/{id}/answer': 'politiker-20',
};

/** The cookie of each account that calls. */
export type Logins = ReadonlyMap<string, string>;

/** Logs in everybody who calls. The app is given with a way to log in. */
export async function givenLogins(app: Hono<AppEnv>): Promise<Logins> {
  const logins = new Map<string, string>();
  for (const account of new Set([...Object.values(CALLERS), ...Object.values(OTHER_CALLERS)]))
    logins.set(account, await givenLoggedIn(app, account));
  return logins;
}

/** Does the document say that the operation is for those who have logged in? */
export function takesLogin({ operation }: DescribedOperation): boolean {
  return (operation.security ?? []).length > 0;
}

/** The cookie header to call an operation with; none where the public may. */
export function cookieFor(logins: Logins, found: DescribedOperation): { cookie?: string } {
  if (!takesLogin(found)) return {};
  const account = OTHER_CALLERS[`${found.method} ${found.path}`] ?? CALLERS[found.operation.tags?.[0] ?? ''] ?? '';
  const cookie = logins.get(account);
  if (!cookie) throw new Error(`nobody calls ${found.method} ${found.path}`);
  return { cookie };
}
