import type { CountyIndex } from './check-county-index.ts';
import { type Fault, fault, type Path } from './check-fault.ts';
import { pieces } from './check-select.ts';
import { Ladder, type LadderStep } from './terms.ts';

type Step = ReturnType<typeof LadderStep.parse>;

/** Ladders that cannot be climbed from level 1 to their end: gaps, two steps on a level, an end that is no decision and no court. */
export function checkLadders(file: string, agreement: unknown, county: CountyIndex): Fault[] {
  return pieces(agreement, 'terms.ladders.*', Ladder).flatMap(({ path, value: ladder }) => [
    ...levels(file, path, ladder.steps),
    ...end(file, path, ladder, county),
  ]);
}

/** Levels must be 1, 2, 3 … : every step above a missing level is out of reach. */
function levels(file: string, path: Path, steps: readonly Step[]): Fault[] {
  const seen = new Set<number>();
  return steps.flatMap((step, index): Fault[] => {
    const at = [...path, 'steps', index, 'level'];
    if (seen.has(step.level)) return [fault(file, at, 'ladder-duplicate-level', { level: step.level })];
    seen.add(step.level);
    const below = step.level - 1;
    if (below < 1 || steps.some((other) => other.level === below)) return [];
    return [fault(file, at, 'ladder-gap', { level: step.level, missing: below })];
  });
}

function end(file: string, path: Path, ladder: ReturnType<typeof Ladder.parse>, county: CountyIndex): Fault[] {
  const top = Math.max(...ladder.steps.map(({ level }) => level));
  const index = ladder.steps.findIndex(({ level }) => level === top);
  const last = ladder.steps[index];
  if (!last) return [];
  if (ladder.ends === 'body') return last.body ? [] : [fault(file, [...path, 'steps', index], 'ladder-ends-nowhere', { level: top })];
  return isCourt(last, county) ? [] : [fault(file, [...path, 'steps', index], 'ladder-without-court', { level: top })];
}

/** A court is a body of that kind, or a step that stands outside the bodies and names a court. */
function isCourt(step: Step, { bodies }: CountyIndex): boolean {
  if (step.body !== undefined) return !bodies || bodies.get(step.body)?.kind === 'court' || !bodies.has(step.body);
  return /domstol|rätt(en)?\b/i.test(step.who);
}
