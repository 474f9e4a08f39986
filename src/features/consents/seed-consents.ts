import type { ConsentAnswer } from '../../domain/consents/kinds.ts';
import { endOf, type ScopeLine } from '../../domain/consents/spell-out.ts';
import { insertSeedAct, type KeyRing, stableId, type Tx } from '../../platform/index.ts';
import { insertConsent } from './consents.sql.ts';
import { contexts } from './sealed.ts';
import type { AskedKind } from './take-consent.ts';

/** A fictional answer: to which question in which plan, who of the staff wrote it down, and what it opens and shuts. */
export type SeedConsent = {
  readonly id: string;
  readonly plan: string;
  readonly kind: AskedKind;
  readonly answer: ConsentAnswer;
  readonly on: Temporal.PlainDate;
  readonly evidence: string;
  readonly by: { readonly account: string; readonly organisation: string; readonly unit: string };
  readonly scopes: readonly ScopeLine[];
};

/** Puts a fictional answer into the database, once. For demo mode, as the owner. */
export async function seedConsent(tx: Tx, keys: KeyRing, consent: SeedConsent): Promise<void> {
  const { id, plan, kind, answer, on, by } = consent;
  const givenAt = on.toZonedDateTime({ timeZone: 'Europe/Stockholm', plainTime: '10:00' }).toInstant();
  const scopes = consent.scopes.map(({ until, unit, ...line }, nth) => ({
    ...line,
    unit,
    id: stableId(`${id}:${nth}`),
    from: givenAt,
    until: endOf(Temporal.PlainDate.from(until)),
  }));
  const evidence = keys.encrypt(consent.evidence, contexts.evidence(id));
  const row = { id, plan, kind, answer, method: 'oral' as const, evidence, givenAt, scopes };
  if (!(await insertConsent(tx, row, by, givenAt))) return;
  await insertSeedAct(tx, {
    id: stableId(`${id}:taken`),
    kind: 'consents.take',
    account: by.account,
    subject: { kind: 'plan', id: plan },
    at: givenAt.toString(),
    content: { consent: id, kind, answer, scopes: scopes.length },
  });
}
