import type { Certainty } from '../counties/ids.ts';
import type { LawFile } from '../counties/national-files.ts';
import { type Provision, provisionKey } from './citation.ts';
import { type IndexedStatute, lawIndex, type Successor } from './law-index.ts';

/** What a repealed provision became: where, how sure the pairing is, on what subject, and what changed. */
export type Counterpart = { sfs: string; provisions: readonly string[]; certainty: Certainty; topic: string; difference?: string };

function concerns({ old }: Successor, provision: Provision | undefined): boolean {
  if (old.provisions.length === 0) return true;
  if (!provision) return false;
  if (provision.section !== undefined) return old.provisions.includes(provisionKey(provision));
  return old.provisions.some((key) => key.startsWith(`${provision.chapter}:`));
}

function fromSuccessor({ new: parts, certainty, topic, difference }: Successor): Counterpart[] {
  return parts.map(({ sfs, provisions }) => ({ sfs, provisions, certainty, topic, ...(difference === undefined ? {} : { difference }) }));
}

/**
 * The present counterparts of a repealed provision, or of the whole act when none is given. Where the provision has none
 * on record, the act that replaced it, without provisions: certain for the act as a whole, `unknown` for the provision.
 */
export function counterpartsOf(entry: IndexedStatute, provision: Provision | undefined, law: LawFile): Counterpart[] {
  const found = entry.successors.filter((successor) => concerns(successor, provision)).flatMap(fromSuccessor);
  const replacedBy = entry.statute['replaced-by'];
  if (found.length > 0 || replacedBy === undefined) return found;
  const topic = lawIndex(law).get(replacedBy)?.statute.title ?? replacedBy;
  return [{ sfs: replacedBy, provisions: [], certainty: provision ? 'unknown' : 'statute', topic }];
}
