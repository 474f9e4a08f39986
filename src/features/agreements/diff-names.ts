import type { AgreementFile } from '../../domain/counties/agreement-file.ts';
import type { CountyFile } from '../../domain/counties/county-file.ts';
import type { DeadlinesFile, SituationFile, TaxonomyFile } from '../../domain/counties/national-files.ts';
import type { Tx } from '../../platform/index.ts';
import { nationalFile } from '../counties/index.ts';

/** What telling a change needs besides it: the files that name facts, professions, time limits, bodies, municipalities and agreements. */
export type DiffNames = {
  readonly situation: SituationFile;
  readonly taxonomy: TaxonomyFile;
  readonly deadlines: DeadlinesFile;
  readonly county: Pick<CountyFile, 'bodies' | 'municipalities'>;
  /** Titles of the county's agreements, and of those they know of, by slug. */
  readonly titles: ReadonlyMap<string, string>;
};

/** The names for the changes of an agreement of a county. */
export async function namesFor(tx: Tx, county: CountyFile | undefined, agreements: readonly AgreementFile[]): Promise<DiffNames> {
  const known = agreements.flatMap(({ slug, short, related }) => [
    ...related.map((one) => [one.slug, one.title] as const),
    [slug, short] as const,
  ]);
  return {
    situation: await nationalFile(tx, 'situation'),
    taxonomy: await nationalFile(tx, 'taxonomy'),
    deadlines: await nationalFile(tx, 'deadlines'),
    county: { bodies: county?.bodies ?? [], municipalities: county?.municipalities ?? [] },
    titles: new Map(known),
  };
}

/** A body or seat by what the county calls it: `Välfärdsrådet`, `ordföranden i Välfärdsrådet`. */
export function deciderName({ county }: DiffNames, decides: string): string {
  if (decides === 'each-party') return 'varje part';
  const [id = decides, seat] = decides.split('.');
  const body = county.bodies.find((one) => one.id === id);
  const title = body?.seats.find((one) => one.id === seat)?.title;
  return title ? `${title}, ${body?.name ?? id}` : (body?.name ?? id);
}

/** A tag of the national vocabulary by its label. */
export function tagLabel(tags: readonly { id: string; label: string }[], id: string): string {
  return tags.find((tag) => tag.id === id)?.label ?? id;
}

/** A municipality by name. */
export function municipalityName({ county }: DiffNames, code: string): string {
  return county.municipalities.find((one) => one.code === code)?.name ?? code;
}
