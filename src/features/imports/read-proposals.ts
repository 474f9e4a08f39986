import { z } from 'zod';
import { assignmentOf } from '../../domain/access/actor.ts';
import { passagesOf } from '../../domain/imports/proposals/passages.ts';
import { termsOf } from '../../domain/imports/proposals/terms-of.ts';
import { refuse } from '../../domain/refusal.ts';
import { useCase } from '../../platform/index.ts';
import { loadProposals } from './load-proposals.ts';

const ofImport = z.strictObject({ id: z.uuid() });

/** What is proposed for an import, each with what has been said of it. Refuses `import-not-found`, also for one of another county. */
export const readProposals = useCase({
  permission: 'imports.read',
  mode: 'read',
  input: ofImport,
  run: async ({ tx, actor, today, input: { id } }) => {
    const county = assignmentOf(actor)?.county;
    const found = county === undefined ? undefined : await loadProposals(tx, id, county, today);
    return found ?? refuse('import-not-found', { id });
  },
});

/** The terms that people have accepted for an import, for a draft to begin with. Refuses `import-not-found`. */
export const readTermsOfImport = useCase({
  permission: 'imports.read',
  mode: 'read',
  input: ofImport,
  run: async ({ tx, actor, today, input: { id } }) => {
    const county = assignmentOf(actor)?.county;
    const found = county === undefined ? undefined : await loadProposals(tx, id, county, today);
    if (!found) return refuse('import-not-found', { id });
    const texts = new Map(passagesOf(found.row.text).map(({ address, text }) => [address, text]));
    return termsOf(found.items, { textOf: (address) => texts.get(address) ?? '', county: found.county });
  },
});
