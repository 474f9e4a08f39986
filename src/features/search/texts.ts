import type { LawFile } from '../../domain/counties/national-files.ts';
import { formatDate, formatList } from '../../ui/formats.ts';
import type { EntryKind } from './entry.ts';

/** The Swedish words of search. */
export const kindLabels: Record<EntryKind, string> = {
  agreement: 'Överenskommelse',
  duty: 'Ansvar',
  section: 'Avsnitt',
  knowledge: 'Kunskapsstöd',
  law: 'Lagrum',
  county: 'Län',
  municipality: 'Kommun',
  body: 'Gemensamt organ',
  related: 'Annat avtal',
};

/** What each kind of entry is also found by: "ansvar avgiftning", "avtal Eksjö". */
export const kindWords: Record<EntryKind, string> = {
  agreement: 'överenskommelse avtal',
  duty: 'ansvar',
  section: '',
  knowledge: 'kunskapsstöd',
  law: 'lag lagrum',
  county: 'län',
  municipality: 'kommun',
  body: 'organ',
  related: 'avtal',
};

/** Sentences that are made for the index, where the data has facts but no sentence. */
export const entryTexts = {
  municipality: (name: string) => `${name} kommun`,
  inMunicipality: (name: string, region: string) => `Avtal, kontakter och vem som gör vad i ${name}. ${name} samverkar med ${region}.`,
  county: (region: string, municipalities: readonly string[]) => `${region} och kommunerna ${formatList(municipalities)}.`,
  district: (name: string, also: readonly string[], municipalities: readonly string[]) =>
    `Länsdelen ${name}${also.length > 0 ? ` (${also.join(', ')})` : ''}: ${formatList(municipalities)}.`,
  lawPlace: 'Lagrum som avtalen hänvisar till',
  otherSource: 'Se vilka avtal som hänvisar hit.',
  law: ({ abbreviation, 'repealed-from': repealed }: LawFile['statutes'][number]) =>
    `${abbreviation ? `Förkortas ${abbreviation}. ` : ''}Se vilka avtal som hänvisar hit.${repealed ? ` Upphävd från ${formatDate(repealed)}.` : ''}`,
};
