import { z } from 'zod';
import { assuranceLevels } from '../../domain/access/actor.ts';
import { sessionExpiry } from '../../domain/access/session-life.ts';
import { type Refusal, refuse } from '../../domain/refusal.ts';
import { type Authenticated, hashOfSecret, newId, newSecret, type Tx, useCase } from '../../platform/index.ts';
import { type AccountRow, bindAccount, findAccount, noteEmail, openIndividualAccount } from './accounts.sql.ts';
import { listAssignmentsForLogin } from './assignments.sql.ts';
import { endSessionOf, insertSession } from './sessions.sql.ts';

const Input = z.strictObject({
  who: z.custom<Omit<Authenticated, 'number'>>((value) => typeof value === 'object' && value !== null),
  /** Keyed hash of the personal identity number that the provider vouches for. */
  numberHash: z.instanceof(Buffer).optional(),
  device: z.string().max(200),
  /** Network address that the login came from. */
  from: z.string().max(100).default(''),
  /** The secret that the browser had before: it opens nothing any more. */
  earlier: z.string().optional(),
  least: z.strictObject({ staff: z.enum(assuranceLevels), individual: z.enum(assuranceLevels) }),
});

type LoginRefusal = Refusal<'no-account' | 'account-deactivated' | 'account-bound-elsewhere' | 'assurance-too-low'>;

/**
 * Opens a session for someone whom the provider vouches for, and answers its secret. Staff are known by an account that an administrator has opened
 * under their HSA-id, individuals by their number; the first login binds the account to what the provider calls them.
 * With exactly one assignment today, that is what they act as; whoever proves again who they are goes on as what they acted as; otherwise they choose.
 */
export const openSession = useCase({
  permission: 'access.log-in',
  mode: 'write',
  input: Input,
  run: async ({ tx, now, today, input }): Promise<{ secret: string; kind: 'staff' | 'individual'; chosen: boolean } | LoginRefusal> => {
    const { who, least, earlier } = input;
    const account = await accountOf(tx, who, input.numberHash, now);
    if ('refused' in account) return account;
    if (account.deactivated_at) return refuse('account-deactivated');
    if (assuranceLevels.indexOf(who.assurance) < assuranceLevels.indexOf(least[account.kind])) {
      return refuse('assurance-too-low', { least: least[account.kind] });
    }
    const email = z.email().safeParse(who.email).data;
    if (email) await noteEmail(tx, who, email);
    const assignments = account.kind === 'staff' ? await listAssignmentsForLogin(tx, account.id, today) : [];
    const secret = newSecret();
    const tokenHash = hashOfSecret(secret);
    if (!tokenHash) throw new Error('a new secret must be well formed');
    const before = earlier === undefined ? undefined : hashOfSecret(earlier);
    const left = before && (await endSessionOf(tx, before, now));
    const kept = left?.account === account.id ? assignments.find((id) => id === left.assignment) : undefined;
    const chosen = kept ?? (assignments.length === 1 ? assignments[0] : undefined);
    const { assurance, authenticatedAt } = who;
    const session = {
      assurance,
      authenticatedAt,
      tokenHash,
      id: newId(now),
      account: account.id,
      assignment: chosen,
    };
    const from = { device: input.device, from: input.from, issuer: who.issuer, providerSession: who.providerSession };
    await insertSession(tx, { ...session, ...from, expiresAt: sessionExpiry(now, now) }, now);
    return { secret, kind: account.kind, chosen: account.kind === 'individual' || chosen !== undefined };
  },
});

async function accountOf(
  tx: Tx,
  { issuer, subject, hsaId, name }: Omit<Authenticated, 'number'>,
  numberHash: Buffer | undefined,
  now: Temporal.Instant,
): Promise<AccountRow | LoginRefusal> {
  const bound = await findAccount(tx, { issuer, subject });
  if (bound) return bound;
  const waiting = hsaId ? await findAccount(tx, { hsaId }) : numberHash && (await findAccount(tx, { numberHash }));
  if (waiting) return (await bindAccount(tx, waiting.id, issuer, subject)) ? waiting : refuse('account-bound-elsewhere');
  if (!numberHash || hsaId) return refuse('no-account');
  await openIndividualAccount(tx, { id: newId(now), issuer, subject, name: name ?? '–', numberHash }, now);
  return (await findAccount(tx, { issuer, subject })) ?? refuse('account-bound-elsewhere');
}
