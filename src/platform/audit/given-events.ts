import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { type AuditEvent, eventId, eventInstant } from '../../domain/audit/event.ts';
import { parseSigningKey, type SigningKey } from './signing-key.ts';

/** An allowed look at a person, with what a test wants to be otherwise. */
export function givenEvent(but: Partial<AuditEvent> & { at?: string } = {}): AuditEvent {
  const at = Temporal.Instant.from(but.at ?? eventInstant(Temporal.Now.instant()));
  return {
    id: eventId(at, randomBytes(10)),
    account: '0199d0a4-0000-4000-8000-000000000001',
    actorKind: 'staff',
    assignment: '0199d0a4-0000-4000-8000-000000000002',
    organisation: '0199d0a4-0000-4000-8000-000000000003',
    unit: '0199d0a4-0000-4000-8000-000000000004',
    ownerOrganisation: '0199d0a4-0000-4000-8000-000000000003',
    person: '0199d0a4-0000-4000-8000-000000000005',
    record: { kind: 'person', id: '0199d0a4-0000-4000-8000-000000000005' },
    act: 'persons.read',
    outcome: 'allowed',
    code: null,
    purpose: { kind: 'coordination', share: null },
    via: 'page',
    request: 'r-1',
    from: '192.0.2.7',
    policyVersion: 'a1b2c3',
    details: {},
    ...but,
    at: eventInstant(at),
  };
}

/** A key of the test's own. */
export function givenKey(): SigningKey {
  const pem = generateKeyPairSync('ed25519').privateKey.export({ format: 'pem', type: 'pkcs8' }).toString();
  const key = parseSigningKey(pem);
  if (!key) throw new Error('no key');
  return key;
}
