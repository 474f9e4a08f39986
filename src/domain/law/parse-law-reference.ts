import type { LawFile } from '../counties/national-files.ts';
import type { Citation } from './citation.ts';
import { knownStatutes } from './known-statutes.ts';
import { scanCitations } from './parse-citations.ts';

/**
 * The citation a reference in a data file stands for (`SoL 2025:400 10:8-9`, `LSS 9 § 1`, `LVM 15`, `1976:511`).
 * Undefined unless the whole string is exactly one citation of a source.
 */
export function parseLawReference(text: string, law: LawFile): Citation | undefined {
  const { citations } = scanCitations(text, knownStatutes(law), true);
  const [only] = citations;
  return citations.length === 1 && only?.text === text.trim() ? only : undefined;
}
