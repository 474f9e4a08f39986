export { type AuditLog, createAuditLog, writeAudit } from './audit-log.ts';
export { EXPORT_FILES, exportLog } from './export-log.ts';
export type { Verification } from './gather-faults.ts';
export { type TrustedKey, writeNote } from './note.ts';
export { proveConsistency, proveInclusion } from './prove.ts';
export { startSealer } from './sealer.ts';
export { loadSigningKey, parsePublicKey, type SigningKey } from './signing-key.ts';
export { verifyExport } from './verify-export.ts';
export { verifyLog } from './verify-log.ts';
