import { z } from 'zod';
import { assignmentOf } from '../../domain/access/actor.ts';
import { may } from '../../domain/access/permissions.ts';
import { isRefusal, refuse } from '../../domain/refusal.ts';
import { MOST_BYTES } from '../../formats/read/limits.ts';
import { type Scope, useCase } from '../../platform/index.ts';
import { type FileToKeep, keepImport } from './keep-import.ts';
import { readAside } from './read-aside.ts';

const PERMISSION = 'imports.upload';

const keepUpload = useCase({
  permission: PERMISSION,
  mode: 'write',
  input: z.strictObject({ file: z.custom<FileToKeep>((value) => typeof value === 'object' && value !== null) }),
  run: async ({ tx, now, actor, record, input }) => {
    const assignment = assignmentOf(actor);
    if (!assignment) return refuse('forbidden', { permission: PERMISSION });
    return keepImport({ tx, now, record }, input.file, { county: assignment.county, organisation: assignment.organisation.id });
  },
});

/**
 * Reads a file into the county of the assignment. Answers the id of the import; the same file again answers the same id. The file is read before the
 * transaction begins, and by nobody who may not. Refuses `forbidden`, `key-taken`, `file-too-heavy`, and as `readFile` does; then nothing is kept.
 */
export async function uploadImport(scope: Scope, { name, bytes, key }: { name: string; bytes: Uint8Array; key?: string | undefined }) {
  if (!may(scope.actor, PERMISSION)) return refuse('forbidden', { permission: PERMISSION });
  if (bytes.length > MOST_BYTES) return refuse('file-too-large', { megabytes: MOST_BYTES / 1024 / 1024 });
  const read = await readAside(name, bytes);
  return isRefusal(read) ? read : keepUpload(scope, { file: { ...read, name, bytes, key } });
}
