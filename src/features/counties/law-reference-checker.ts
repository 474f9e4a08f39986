import type { CheckLawReference } from '../../domain/counties/check-law.ts';
import type { LawFile } from '../../domain/counties/national-files.ts';
import { parseLawReference } from '../../domain/law/parse-law-reference.ts';
import { resolveCitation } from '../../domain/law/resolve-citation.ts';

/**
 * Checks law references against law.yaml as it was read: `unknown` when the text is not exactly one citation, or names a
 * provision that the act does not have. Repealed provisions are known, and sources that were not read are let through.
 */
export function lawReferenceChecker(law: LawFile): CheckLawReference {
  const readOn = Temporal.PlainDate.from(law['as-of']);
  return (text) => {
    const citation = parseLawReference(text, law);
    return !citation || resolveCitation(citation, law, readOn).status === 'not-found' ? 'unknown' : 'ok';
  };
}
