export { type BackupKeys, backupKeys } from './backup-key.ts';
export { KeyFileError, readOrCreateKeyFile } from './key-file.ts';
export { createKeyRing, type KeyRing, SecretsError, type SecretsErrorCode } from './key-ring.ts';
export { hashedText, numberHasher } from './number-hash.ts';
export { newKey } from './person-keys.ts';
