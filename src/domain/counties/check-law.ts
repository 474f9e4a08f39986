import { type Fault, fault } from './check-fault.ts';
import { itemsOfKey, texts } from './check-select.ts';

/** Answers whether a law reference as people write it (`SoL 19:1`) can be read and names something known. */
export type CheckLawReference = (text: string) => 'ok' | 'unknown';

/** Law references that cannot be understood, wherever the file has them (`law`). Nothing is said without a checker. */
export function checkLawReferences(file: string, value: unknown, check: CheckLawReference | undefined): Fault[] {
  if (!check) return [];
  const single = ['stale.*.law', 'deadlines.*.law'].flatMap((place) => texts(value, place));
  return [...itemsOfKey(value, 'law'), ...single].flatMap(({ path, value: text }) =>
    typeof text === 'string' && check(text) === 'unknown' ? [fault(file, path, 'law-reference-unknown', { text })] : [],
  );
}
