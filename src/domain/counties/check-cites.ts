import type { AgreementIndex } from './check-county-index.ts';
import { type Fault, fault, unknownReference } from './check-fault.ts';
import { itemsOfKey } from './check-select.ts';
import { Cite } from './ids.ts';

/** Citations of sections and sentences that the agreement does not have. Every `cites` of the file is looked at, wherever it stands. */
export function checkCites(file: string, agreement: unknown, index: AgreementIndex): Fault[] {
  const sections = index.sections;
  if (!sections) return [];
  return itemsOfKey(agreement, 'cites').flatMap(({ path, value }) => {
    const cite = Cite.safeParse(value);
    if (!cite.success) return [];
    const [section = '', sentence] = cite.data.split('.');
    const sentences = sections.get(section);
    if (!sentences) return unknownReference(file, path, 'section', section, [...sections.keys()]);
    if (sentence === undefined || sentences.includes(sentence)) return [];
    return [fault(file, path, 'unknown-sentence', { value: cite.data, known: sentences, within: section })];
  });
}
