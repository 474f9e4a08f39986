import type { DataKind } from '../../../domain/consents/kinds.ts';
import type { Condition, Misuse } from '../../../domain/consents/secrecy-rules-file.ts';
import { endOf } from '../../../domain/consents/spell-out.ts';
import { insertSeedAct, type KeyRing, stableId, type Tx } from '../../../platform/index.ts';
import { contexts } from '../sealed.ts';
import { insertDecision } from './disclosing.sql.ts';
import type { Judged, JudgedCondition } from './disclosure-facts.ts';

/** A fictional decision to tell a unit without consent. */
export type SeedDisclosure = {
  readonly plan: string;
  readonly rule: string;
  readonly met: readonly Condition[];
  readonly ticked: readonly JudgedCondition[];
  readonly misuse: readonly Misuse[];
  readonly to: { readonly organisation: string; readonly unit: string };
  readonly kinds: readonly DataKind[];
  readonly on: Temporal.PlainDate;
  readonly last: Temporal.PlainDate;
  readonly reason: string;
  readonly by: { readonly account: string; readonly organisation: string };
};

/** Puts a fictional decision into the database, once: it waits for its review. For demo mode, as the owner. */
export async function seedDisclosure(tx: Tx, keys: KeyRing, one: SeedDisclosure): Promise<void> {
  const { plan, rule, to, kinds, by } = one;
  const id = stableId(`${plan}:disclosure`);
  const at = one.on.toZonedDateTime({ timeZone: 'Europe/Stockholm', plainTime: '14:30' }).toInstant();
  const judged: Judged = { met: [...one.met], ticked: [...one.ticked], misuse: [...one.misuse] };
  const made = await insertDecision(
    tx,
    {
      ...{ id, plan, rule, organisation: to.organisation, unit: to.unit, dataKinds: kinds, until: endOf(one.last) },
      reason: keys.encrypt(one.reason, contexts.reason(id)),
      judged: keys.encrypt(JSON.stringify(judged), contexts.judged(id)),
    },
    by,
    at,
  );
  if (!made) return;
  await insertSeedAct(tx, {
    ...{
      id: stableId(`${id}:decided`),
      kind: 'consents.disclose',
      account: by.account,
      subject: { kind: 'plan', id: plan },
      at: at.toString(),
    },
    content: { decision: id, rule, organisation: to.organisation, unit: to.unit, kinds: [...kinds] },
  });
}
