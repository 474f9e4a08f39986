import { z } from 'zod';
import { assignmentOf } from '../../domain/access/actor.ts';
import { refuse } from '../../domain/refusal.ts';
import { useCase } from '../../platform/index.ts';
import { findImport, listImports } from './imports.sql.ts';

/** The files that have been read in the county of the assignment, the latest first. */
export const readImports = useCase({
  permission: 'imports.read',
  mode: 'read',
  input: z.strictObject({}),
  run: async ({ tx, actor }) => {
    const assignment = assignmentOf(actor);
    return assignment ? listImports(tx, assignment.county) : refuse('forbidden', { permission: 'imports.read' });
  },
});

/** A file that has been read, with its text and tree. Refuses `import-not-found`, also for one of another county. */
export const readImport = useCase({
  permission: 'imports.read',
  mode: 'read',
  input: z.strictObject({ id: z.uuid() }),
  run: async ({ tx, actor, input: { id } }) => {
    const found = await findImport(tx, id);
    return found && found.county === assignmentOf(actor)?.county ? found : refuse('import-not-found', { id });
  },
});
