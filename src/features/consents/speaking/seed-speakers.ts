import type { Decider } from '../../../domain/consents/maturity.ts';
import { insertSeedAct, type KeyRing, stableId, type Tx } from '../../../platform/index.ts';
import { noteBorn } from '../../plans/index.ts';
import { contexts } from './sealed.ts';
import {
  insertGuardian,
  insertLogin,
  insertMaturity,
  insertRepresentative,
  insertTurn,
  listGuardians,
  listRepresentatives,
  type RepresentativeRow,
  type WrittenBy,
} from './speakers.sql.ts';

type Named = { readonly id: string; readonly name: string; readonly number: string };

/** Who speaks for a fictional person: the guardians of a child, or a representative, each with a login of their own. */
export type SeedSpeakers = {
  readonly plan: string;
  readonly person: string;
  readonly by: WrittenBy;
  readonly evidence: string;
  readonly child?: { readonly born: Temporal.PlainDate; readonly decides: Decider; readonly guardians: readonly Named[] };
  readonly representative?: Named & Pick<RepresentativeRow, 'kind' | 'matters' | 'kinds' | 'from' | 'until'>;
};

/** Writes down who speaks for a fictional person, once. For demo mode, as the owner. */
export async function seedSpeakers(
  tx: Tx,
  keys: KeyRing,
  { plan, person, by, evidence, child, representative }: SeedSpeakers,
  { at, numberHash }: { readonly at: Temporal.Instant; readonly numberHash: (number: string) => Buffer | undefined },
): Promise<void> {
  if ((await listGuardians(tx, person)).length > 0 || (await listRepresentatives(tx, person)).length > 0) return;
  const letIn = async (as: 'guardian' | 'representative', { id, number }: Named) => {
    const hash = numberHash(number) ?? null;
    await insertLogin(tx, { id: stableId(`${id}:login`), person, speaker: id, as, hash }, by, at);
    await insertSeedAct(tx, {
      ...{ id: stableId(`${id}:named`), kind: 'consents.name-speaker', account: by.account, subject: { kind: 'plan', id: plan } },
      ...{ at: at.toString(), content: { speaker: id, as } },
    });
  };
  if (child) {
    await noteBorn(tx, person, child.born, by.account, at);
    const maturity = stableId(`${person}:maturity`);
    const reasons = keys.encrypt(evidence, contexts.maturity(maturity));
    await insertMaturity(tx, { id: maturity, person, decides: child.decides, at, evidence: reasons }, by, at);
    for (const one of child.guardians) {
      const { id } = one;
      const named = {
        name: keys.encrypt(one.name, contexts.guardian(id)),
        evidence: keys.encrypt(evidence, contexts.guardianEvidence(id)),
      };
      await insertGuardian(tx, { id, person, ...named }, by, at);
      const turn = stableId(`${id}:custody`);
      const custody = { id: turn, guardian: id, of: 'custody' as const, begins: true, at: at.subtract({ hours: 24 * 365 }) };
      await insertTurn(tx, { ...custody, evidence: keys.encrypt(evidence, contexts.turn(turn)) }, by, at);
      await letIn('guardian', one);
    }
  }
  if (representative) {
    const { id, name, number, ...held } = representative;
    const sealed = {
      name: keys.encrypt(name, contexts.representative(id)),
      evidence: keys.encrypt(evidence, contexts.representativeEvidence(id)),
    };
    await insertRepresentative(tx, { id, person, ...held, ...sealed }, by, at);
    await letIn('representative', { id, name, number });
  }
}
