import type { LawFile } from '../../domain/counties/national-files.ts';
import { LONGEST_QUERY } from '../../domain/search/clean-query.ts';
import type { Note } from '../../domain/search/query-plan.ts';
import { formatAlternatives, formatCount, formatDate, formatList } from '../../ui/formats.ts';
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
  role: 'Yrke och verksamhet',
  related: 'Annat avtal',
  way: 'Lokalt arbetssätt',
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
  role: 'yrke verksamhet',
  related: 'avtal',
  way: 'lokalt arbetssätt handlingsplan',
};

/** Sentences that are made for the index, where the data has facts but no sentence. */
export const entryTexts = {
  municipality: (name: string) => `${name} kommun`,
  inMunicipality: (name: string, region: string) => `Avtal, kontakter och vem som gör vad i ${name}. ${name} samverkar med ${region}.`,
  county: (region: string, municipalities: readonly string[]) => `${region} och kommunerna ${formatList(municipalities)}.`,
  district: (name: string, also: readonly string[], municipalities: readonly string[]) =>
    `Länsdelen ${name}${also.length > 0 ? ` (${also.join(', ')})` : ''}: ${formatList(municipalities)}.`,
  role: 'Se vad avtalen kräver av dig där du arbetar.',
  lawPlace: 'Lagrum som avtalen hänvisar till',
  otherSource: 'Se vilka avtal som hänvisar hit.',
  law: ({ abbreviation, 'repealed-from': repealed }: LawFile['statutes'][number]) =>
    `${abbreviation ? `Förkortas ${abbreviation}. ` : ''}Se vilka avtal som hänvisar hit.${repealed ? ` Upphävd från ${formatDate(repealed)}.` : ''}`,
};

/** What was done with the query, in one sentence. Codes and words go in the API as well. */
export function noteText(note: Note): string {
  switch (note.kind) {
    case 'synonyms':
      return `Visar också träffar för ${formatAlternatives(note.also)}.`;
    case 'corrected':
      return `Ordet ”${note.typed}” finns inte i registret. Visar träffar för ”${note.to}”.`;
    case 'unknown':
      return `Inget i registret passar ”${note.typed}”. Det är inte med i sökningen.`;
    case 'place':
      return `”${capitalised(note.typed)}” är en plats. Det som gäller där är också med.`;
    case 'law':
      return `${note.typed} heter i dag ${formatList(note.also)}. Det är också med.`;
    case 'widened':
      return 'Få träffar passar helt. Sist kommer sådana som passar delvis.';
    case 'only-common-words':
      return 'Orden är så vanliga att de inte går att söka på. Lägg till ett ord om saken.';
  }
}

function capitalised(words: string): string {
  return words.replace(/(^|[\s-])\p{L}/gu, (start) => start.toUpperCase());
}

export const pageTexts = {
  title: 'Sök',
  lead: 'Sök i överenskommelser, ansvar, kunskapsstöd, lagrum och platser. Du kan skriva med egna ord.',
  label: 'Vad söker du?',
  narrow: 'Begränsa sökningen',
  county: 'Län',
  anyCounty: 'Alla län',
  area: 'Område',
  anyArea: 'Alla områden',
  kind: 'Sort',
  anyKind: 'Alla sorter',
  tooLong: `Skriv högst ${LONGEST_QUERY} tecken. Sökningen gjordes på början av texten.`,
  examplesLead: 'Så kan du söka:',
  examples: ['avgiftning', 'barn som anhöriga', 'SIP', 'vem ansvarar för abstinensvård', 'SoL 14:1'],
  didYouMean: 'Menade du',
  or: 'eller',
  results: (total: number, query: string) => `${formatCount(total, 'träff', 'träffar', 'Inga')} på ”${query}”`,
  /** The title of the window never repeats what was searched for: it may be somebody's name. */
  found: (total: number) => `Sök: ${formatCount(total, 'träff', 'träffar', 'inga')}`,
  page: (page: number) => `Sida ${page}`,
  nothing: (query: string) => `Inga träffar på ”${query}”`,
  advice: ['Se efter om orden är rätt stavade.', 'Skriv färre ord, eller ett annat ord för samma sak.'],
  withoutFilter: 'Sök i hela registret',
  navigator: 'Fråga i stället Vem gör vad?',
};
