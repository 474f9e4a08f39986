/** Writes docs/permissions.md. Run as `node --import ./scripts/tsx-hooks.mjs scripts/generate-permissions.ts`. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { observeDoors } from '../tests/architecture/observe-doors.ts';
import { permissionsDocument, permissionsFile } from '../tests/architecture/permissions-document.ts';

const doors = await observeDoors();
await writeFile(join(import.meta.dirname, '..', permissionsFile), permissionsDocument(doors));
process.stdout.write(`${doors.length} doors in ${permissionsFile}\n`);
