import type { National, NationalName } from '../../domain/counties/check-kinds.ts';
import type { CountyFile } from '../../domain/counties/county-file.ts';
import type { KnowledgeFile } from '../../domain/counties/national-files.ts';
import type { OutlineFile } from '../../domain/counties/outline-file.ts';
import { perRevision, type Tx } from '../../platform/index.ts';
import { findLoadedDay, findNationalFile, listCounties, listKnowledgePages } from './counties.sql.ts';

/** Every county, by code. */
export const allCounties: (tx: Tx) => Promise<CountyFile[]> = perRevision(listCounties);

/** The county of this code; undefined when it is not loaded. */
export async function countyOf(tx: Tx, code: string): Promise<CountyFile | undefined> {
  return (await allCounties(tx)).find((county) => county.code === code);
}

/** The day when data was last loaded with a change. */
export const loadedDay: (tx: Tx) => Promise<string> = perRevision(findLoadedDay);

/** Every page of national knowledge support, by id. */
export const allKnowledge: (tx: Tx) => Promise<KnowledgeFile[]> = perRevision(listKnowledgePages);

/** Every outline that an agreement can be written under, by id; empty when none is loaded. */
export const allOutlines: (tx: Tx) => Promise<OutlineFile[]> = perRevision(
  async (tx) => (await findNationalFile<OutlineFile[]>(tx, 'outlines')) ?? [],
);

const national = perRevision((tx, name) => findNationalFile<unknown>(tx, name), 10);

/** A national file by name. Throws when it has not been loaded: the program is never without it. */
export async function nationalFile<Name extends NationalName>(tx: Tx, name: Name): Promise<National[Name]> {
  const content = await national(tx, name);
  if (content === undefined) throw new Error(`national file ${name} is not loaded`);
  return content as National[Name];
}
