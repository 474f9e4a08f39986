import { type Checkpoint, originOf } from '../../domain/audit/checkpoint.ts';
import { eventInstant } from '../../domain/audit/event.ts';
import { type AuditFault, faultOf } from '../../domain/audit/fault.ts';
import { isSignedBy, type TrustedKey } from './note.ts';
import type { CheckpointRow } from './sealing.sql.ts';

/** A checkpoint with its signature and the key it says it was signed with. */
export type SignedCheckpoint = Checkpoint & { readonly rootBytes: Buffer; readonly signature: Buffer; readonly keyId: string };

/** A checkpoint as the database holds it. */
export function checkpointOfRow(row: CheckpointRow & { readonly log: string }): SignedCheckpoint {
  const { size, previous_size: previous, root, signature, key_id: keyId } = row;
  const at = eventInstant(row.at);
  return { origin: originOf(row.log), size, previous, root: root.toString('base64'), at, rootBytes: root, signature, keyId };
}

/** How many signatures are worked out at a time. */
const AT_ONCE = 256;

/** What is wrong with the checkpoints themselves (by rising size): the signature of each, and that none is missing between. */
export async function checkpointFaults(checkpoints: readonly SignedCheckpoint[], keys: readonly TrustedKey[]): Promise<AuditFault[]> {
  const faults: AuditFault[] = [];
  checkpoints.forEach((checkpoint, i) => {
    if (checkpoint.previous !== (checkpoints[i - 1]?.size ?? 0)) faults.push(faultOf('checkpoint-removed', checkpoint, true));
  });
  for (let from = 0; from < checkpoints.length; from += AT_ONCE) {
    const found = await Promise.all(checkpoints.slice(from, from + AT_ONCE).map((checkpoint) => signatureFault(checkpoint, keys)));
    faults.push(...found.filter((fault) => fault !== undefined));
  }
  return faults;
}

async function signatureFault(checkpoint: SignedCheckpoint, keys: readonly TrustedKey[]): Promise<AuditFault | undefined> {
  const key = keys.find(({ id }) => id === checkpoint.keyId);
  if (!key) return faultOf('unknown-key', checkpoint);
  return (await isSignedBy(checkpoint, checkpoint.signature, key)) ? undefined : faultOf('signature', checkpoint);
}
