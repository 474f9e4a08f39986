import type { CountyFile } from '../../counties/county-file.ts';
import type { LawFile, TaxonomyFile } from '../../counties/national-files.ts';
import { type KnownStatutes, knownStatutes } from '../../law/known-statutes.ts';
import { type ActorPattern, actorPatterns } from './actor-patterns.ts';
import { type BodyName, bodyNames } from './body-names.ts';

/** What the rules may know beside the text: the county's parties and bodies, the national vocabulary, the law, and the day of reading. */
export type Knowledge = {
  readonly county: CountyFile;
  readonly taxonomy: TaxonomyFile;
  readonly law: LawFile;
  readonly day: Temporal.PlainDate;
};

/** Knowledge made ready: patterns compiled once for a whole text. */
export type Ready = Knowledge & {
  readonly known: KnownStatutes;
  readonly bodies: readonly BodyName[];
  readonly actors: readonly ActorPattern[];
};

/** Compiles what the rules look things up by. */
export function readyKnowledge(knowledge: Knowledge): Ready {
  return {
    ...knowledge,
    known: knownStatutes(knowledge.law),
    bodies: bodyNames(knowledge.county.bodies),
    actors: actorPatterns(knowledge),
  };
}
