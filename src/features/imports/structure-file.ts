import { coverageFaults } from '../../domain/imports/coverage.ts';
import type { ImportedText } from '../../domain/imports/imported-text.ts';
import { structureText } from '../../domain/imports/structure-text.ts';
import { isRefusal } from '../../domain/refusal.ts';
import { type FileKind, MEDIA_TYPES } from '../../formats/read/file-kind.ts';
import { type FileRefusal, readFile } from '../../formats/read/read-file.ts';

export type StructuredFile = { readonly mediaType: (typeof MEDIA_TYPES)[FileKind]; readonly text: ImportedText };

/** Reads a file and lays the tree over it. Refuses as `readFile` does. Throws when a sign is lost or invented, which is a fault of ours. */
export async function structureFile(name: string, bytes: Uint8Array): Promise<StructuredFile | FileRefusal> {
  const read = await readFile(name, bytes);
  if (isRefusal(read)) return read;
  const text = structureText(read.source);
  const [fault] = coverageFaults(text);
  if (fault) throw new Error(`reading ${read.kind} left a sign ${fault.kind} at ${fault.place.from}`);
  return { mediaType: MEDIA_TYPES[read.kind], text };
}
