/** Edit distance with swaps of neighbours, the slips of a keyboard. */
function distance(a: string, b: string): number {
  const rows: number[][] = [Array.from({ length: b.length + 1 }, (_, j) => j)];
  const at = (i: number, j: number) => rows[i]?.[j] ?? 0;
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    rows.push(row);
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] ? at(i - 2, j - 2) + 1 : Number.POSITIVE_INFINITY;
      row.push(Math.min(at(i - 1, j) + 1, at(i, j - 1) + 1, at(i - 1, j - 1) + same, swapped));
    }
  }
  return at(a.length, b.length);
}

/** The candidate a person most likely meant, or undefined when none is near (at most a third of the letters may differ). */
export function closest(word: string, candidates: readonly string[]): string | undefined {
  if (word.length < 3 || word.length > 80) return undefined;
  const limit = Math.floor(word.length / 3);
  let best: { candidate: string; far: number } | undefined;
  for (const candidate of candidates) {
    if (Math.abs(candidate.length - word.length) > limit) continue;
    const far = distance(word.toLowerCase(), candidate.toLowerCase());
    if (far <= limit && far < (best?.far ?? Number.POSITIVE_INFINITY)) best = { candidate, far };
  }
  return best?.candidate;
}
