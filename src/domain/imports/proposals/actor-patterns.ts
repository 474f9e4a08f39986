import type { CountyFile } from '../../counties/county-file.ts';
import type { TaxonomyFile } from '../../counties/national-files.ts';
import { ACTOR_WORDS } from './vocabulary/actors.ts';

export type ActorPattern = {
  readonly actor: string;
  readonly authority: 'region' | 'municipality' | 'both' | 'external' | 'unknown';
  readonly performers: readonly string[];
  readonly pattern: RegExp;
};

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** A name whose words may stand in the genitive or have lost it: `Region Jönköpings län`, `Region Jönköping län`. */
function nameWords(name: string): string {
  return name
    .toLowerCase()
    .split(/\s+/)
    .map((word) => `${escaped(word.length > 4 ? word.replace(/s$/, '') : word)}s?`)
    .join('\\s+');
}

/** A county's own name without `län`: the first word of `Dalarnas län kommuner` is left to the pattern of the municipalities. */
function municipalityWords({ county }: { readonly county: CountyFile }): string[] {
  const named = county.municipalities.map(({ name }) => `${nameWords(name)} kommun`);
  const all = `(?:länets|läns|${escaped(county.name.toLowerCase().replace(/s? län$/, ''))}s?(?: läns)?) (?:\\p{L}+ |\\d+ )?kommuner(?:na)?`;
  return [...named, all];
}

const CARE = /^(\p{L}+)- och (\p{L}+?)(hälsovård|sjukvård|vård|omsorg)$/u;

/** Each half of a name for two: `mödra- och barnhälsovård` is also `mödrahälsovård` and `barnhälsovård`. */
function halves(label: string): string[] {
  const match = CARE.exec(label);
  return match ? [label, `${match[1]}${match[3]}`, `${match[2]}${match[3]}`] : [label];
}

/** The patterns that recognise actors, the county's own names and the taxonomy's performers among them. Longest matches are chosen by the finder. */
export function actorPatterns(knowledge: { readonly county: CountyFile; readonly taxonomy: TaxonomyFile }): ActorPattern[] {
  const performers = knowledge.taxonomy.performers.map(({ id, label, authority }) => ({
    actor: ACTOR_WORDS.find((one) => one.performers[0] === id)?.actor ?? id,
    authority,
    performers: [id],
    words: label.split('|').flatMap((part) => halves(part.trim().toLowerCase()).map((one) => `${escaped(one)}(?:en|n|s|ens)?`)),
  }));
  // A profession says nothing of whose it is.
  const roles = knowledge.taxonomy.roles.map(({ id, label }) => ({
    actor: id,
    authority: 'unknown' as const,
    performers: [],
    words: label.split('|').map((part) => `${escaped(part.trim().toLowerCase())}(?:e?n|s|na)?`),
  }));
  const own = [
    { actor: 'region', authority: 'region' as const, performers: [], words: [nameWords(knowledge.county.region.name)] },
    { actor: 'municipality', authority: 'municipality' as const, performers: [], words: municipalityWords(knowledge) },
  ];
  return [...own, ...ACTOR_WORDS, ...performers, ...roles].map(({ actor, authority, performers: of, words }) => ({
    actor,
    authority,
    performers: of,
    pattern: new RegExp(`(?<![\\p{L}-])(?:${words.join('|')})(?![\\p{L}-])`, 'gu'),
  }));
}
