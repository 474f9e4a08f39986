import { type Refusal, refuse } from '../../domain/refusal.ts';
import type { Tx } from '../../platform/index.ts';
import type { SoundFolder } from './check-folder.ts';
import {
  type Effect,
  findTakenAgreement,
  lockFolderHashes,
  putAgreementVersion,
  putCounty,
  putFolderHashes,
  putKnowledgePages,
  putNationalFile,
  raiseRevision,
  removeVersionsNotIn,
} from './counties.sql.ts';
import type { ReadCountyFolder, ReadNationalFolder } from './read-folder.ts';

export type Change = { what: 'county' | 'agreement' | 'national' | 'knowledge'; name: string; effect: Exclude<Effect, 'same'> | 'removed' };

/**
 * Loads checked folders in the caller's transaction: all or nothing. Repeatable: the same files change nothing, and what a folder is
 * called does not matter, only which county it holds.
 * Answers what changed, in the order it was loaded; empty when nothing did. `afterChange` makes anew, in the same transaction,
 * what is derived from loaded data (search). Refuses `agreement-taken` (params: slug, county) when another county has an agreement
 * of the same name: a load never takes anything from a county it does not hold.
 * `origin`: folders that are `given` are loaded; those that are `shipped` with the program only when they have changed since the last start
 * that looked, so that a restart never undoes what was loaded from elsewhere, and a new release still brings its own.
 */
export async function loadFolders(
  tx: Tx,
  folders: readonly SoundFolder[],
  afterChange: (tx: Tx) => Promise<void>,
  origin: 'given' | 'shipped' = 'given',
): Promise<Change[] | Refusal<'agreement-taken'>> {
  const changes: Change[] = [];
  for (const folder of folders) {
    const holds = folder.kind === 'county' ? folder.read.county.code : 'national';
    const known = await lockFolderHashes(tx, holds);
    const hashes = { loaded: folder.hash, shipped: origin === 'shipped' ? folder.hash : (known?.shipped ?? null) };
    if (known?.shipped === hashes.shipped && (origin === 'shipped' || known.loaded === hashes.loaded)) continue;
    const taken = folder.kind === 'county' && (await findTakenAgreement(tx, folder.read.county.code, folder.read.agreements));
    if (taken) return refuse('agreement-taken', taken);
    changes.push(...(folder.kind === 'county' ? await loadCounty(tx, folder.read) : await loadNational(tx, folder.read)));
    await putFolderHashes(tx, holds, hashes);
  }
  if (changes.length > 0) {
    await raiseRevision(tx);
    await afterChange(tx);
  }
  return changes;
}

async function loadCounty(tx: Tx, { county, agreements }: ReadCountyFolder): Promise<Change[]> {
  const found: { what: Change['what']; name: string; effect: Effect | 'removed' }[] = [
    { what: 'county', name: county.code, effect: await putCounty(tx, county) },
  ];
  for (const name of await removeVersionsNotIn(
    tx,
    county.code,
    agreements.map(({ slug, version }) => ({ slug, label: version.label })),
  )) {
    found.push({ what: 'agreement', name, effect: 'removed' });
  }
  for (const agreement of agreements) {
    found.push({
      what: 'agreement',
      name: `${agreement.slug} ${agreement.version.label}`,
      effect: await putAgreementVersion(tx, agreement),
    });
  }
  return found.filter(isChange);
}

async function loadNational(tx: Tx, { files, knowledge, outlines }: ReadNationalFolder): Promise<Change[]> {
  const found: { what: Change['what']; name: string; effect: Effect | 'removed' }[] = [];
  for (const [name, content] of Object.entries(files))
    found.push({ what: 'national', name, effect: await putNationalFile(tx, name, content) });
  found.push({ what: 'national', name: 'outlines', effect: await putNationalFile(tx, 'outlines', outlines) });
  for (const { id, effect } of await putKnowledgePages(tx, knowledge)) found.push({ what: 'knowledge', name: id, effect });
  return found.filter(isChange);
}

function isChange(change: { what: Change['what']; name: string; effect: Effect | 'removed' }): change is Change {
  return change.effect !== 'same';
}
