import type { LawFile } from '../../domain/counties/national-files.ts';
import { formatDate } from '../../ui/formats.ts';

/** One sentence on where a source stands: in force, repealed by what, or not covered. */
export function statuteState(law: LawFile, sfs: string): string {
  const statute = law.statutes.find((candidate) => candidate.sfs === sfs);
  if (!statute) return 'Källan finns, men dess innehåll är inte läst här. Hänvisningarna är inte kontrollerade.';
  const repealed = statute['repealed-from'];
  if (repealed) {
    const by = law.statutes.find((candidate) => candidate.sfs === statute['replaced-by']);
    return `Upphävd från ${formatDate(repealed)}${by ? `, ersatt av ${by.title}` : ''}.`;
  }
  const from = statute['in-force-from'];
  return from ? `I kraft sedan ${formatDate(from)}.` : 'I kraft. Dagen den började gälla är inte fastställd här.';
}
