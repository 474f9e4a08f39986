import { type Fault, fault } from './check-fault.ts';
import { pieces } from './check-select.ts';
import { endsBeforeStart } from './check-versions.ts';
import { LawFile, SituationFile, TaxonomyFile } from './national-files.ts';

/** What the facts of situation.yaml must mean: numbers that run upwards, bands inside the fact and beside one another. */
export function checkFacts(file: string, situation: unknown): Fault[] {
  return pieces(situation, 'facts.*', SituationFile.shape.facts.element).flatMap(({ path, value: fact }) => {
    if (fact.type !== 'number') return [];
    const bands = fact.bands.flatMap((band, index): Fault[] => {
      const at = [...path, 'bands', index];
      const other = fact.bands.slice(0, index).find((before) => before.min <= band.max && band.min <= before.max);
      return [
        ...(band.min > band.max ? [fault(file, at, 'min-over-max', { min: band.min, max: band.max })] : []),
        ...(band.min < fact.min || band.max > fact.max
          ? [fault(file, at, 'band-outside', { min: band.min, max: band.max, factMin: fact.min, factMax: fact.max })]
          : []),
        ...(other ? [fault(file, at, 'bands-overlap', { band: band.id, other: other.id })] : []),
      ];
    });
    return [...(fact.min > fact.max ? [fault(file, path, 'min-over-max', { min: fact.min, max: fact.max })] : []), ...bands];
  });
}

/** Age groups of the taxonomy that end before they begin. */
export function checkAgeGroups(file: string, taxonomy: unknown): Fault[] {
  return pieces(taxonomy, 'age-groups.*', TaxonomyFile.shape['age-groups'].element).flatMap(({ path, value: { min, max } }) =>
    max !== undefined && min > max ? [fault(file, path, 'min-over-max', { min, max })] : [],
  );
}

/** Statutes that were repealed before they came into force. */
export function checkStatutes(file: string, law: unknown): Fault[] {
  return pieces(law, 'statutes.*', LawFile.shape.statutes.element).flatMap(({ path, value }) =>
    endsBeforeStart(file, path, { from: value['in-force-from'], to: value['repealed-from'] }).map((found) => ({
      ...found,
      path: [...path, 'repealed-from'],
    })),
  );
}
