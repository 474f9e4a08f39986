import type { AreasFile, LawFile, SynonymsFile, TaxonomyFile } from '../../domain/counties/national-files.ts';
import type { Tx } from '../../platform/index.ts';
import { agreementEntries } from './agreement-entries.ts';
import { IndexWriter } from './index-writer.ts';
import { countyEntries, knowledgeEntry, lawEntries, roleEntries } from './other-entries.ts';
import { emptyIndex, readCountiesToIndex, readKnowledgeToIndex, readNationalToIndex, readVersionsToIndex } from './rebuild.sql.ts';

/** Versions read at a time: some thousand sentences, so that memory does not grow with the register. */
const VERSIONS_AT_A_TIME = 16;

/**
 * Makes the whole search index anew from what is loaded, in the caller's transaction: readers see the old one until it commits.
 * Runs as the owner, after a load that changed something.
 */
export async function rebuildSearch(tx: Tx): Promise<void> {
  const [counties, knowledge, law, areas, synonyms, taxonomy] = await Promise.all([
    readCountiesToIndex(tx),
    readKnowledgeToIndex(tx),
    readNationalToIndex<LawFile>(tx, 'law'),
    readNationalToIndex<AreasFile>(tx, 'areas'),
    readNationalToIndex<SynonymsFile>(tx, 'synonyms'),
    readNationalToIndex<TaxonomyFile>(tx, 'taxonomy'),
  ]);
  // A register without national data, as a test may have, is searched without law, synonyms and compounds.
  const lawOrNone: LawFile = law ?? { note: '', 'as-of': '', statutes: [], other: [], successors: [] };
  const index = new IndexWriter(tx, new Set(synonyms?.compounds.map((part) => part.toLowerCase())));
  await emptyIndex(tx);
  await index.add([
    ...counties.flatMap(countyEntries),
    ...knowledge.map((page) => knowledgeEntry(page, areas ?? { areas: [] })),
    ...roleEntries(taxonomy ?? { performers: [], roles: [] }),
  ]);
  const cited = new Set<string>();
  for (let read = 0; ; read += VERSIONS_AT_A_TIME) {
    const versions = await readVersionsToIndex(tx, read, VERSIONS_AT_A_TIME);
    if (versions.length === 0) break;
    await index.add(
      versions.flatMap(({ content, first, until }) =>
        agreementEntries(
          content,
          { ...(first ? {} : { from: content.version.from }), ...(until ? { until } : {}) },
          { law: lawOrNone, cited },
        ),
      ),
    );
  }
  await index.add(lawEntries(lawOrNone, cited));
  await index.finish(synonyms?.groups.flatMap(({ from }) => from) ?? []);
}
