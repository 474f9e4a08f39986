import type { LineFault, LinkResult } from '../../domain/link-checks/results.ts';
import { formatDate } from '../../ui/index.ts';

/** What became of trying an address, as a word in a list. The same words are read back. */
export const resultLabels: Record<LinkResult, string> = {
  reachable: 'svarar',
  moved: 'flyttad',
  gone: 'borta',
  unanswered: 'svarar inte',
  'not-allowed': 'prövas inte',
};

/** The words that a filled list may have. */
export const resultWords: ReadonlyMap<string, LinkResult> = new Map(
  (Object.entries(resultLabels) as [LinkResult, string][]).map(([result, word]) => [word, result]),
);

/** The columns of the list of links. */
export const columnTexts = {
  agreement: 'avtal',
  version: 'version',
  title: 'titel',
  section: 'avsnitt',
  url: 'adress',
  recorded: 'antecknat i registret',
  on: 'kontrollerad',
  result: 'resultat',
  status: 'statuskod',
  movedTo: 'flyttad till',
};

export const checkedTexts = {
  last: (on: string, result: LinkResult) => `Senast kontrollerad ${formatDate(on)}: ${resultLabels[result]}.`,
  movedTo: 'Ny adress',
  list: 'Hämta alla länkar som CSV',
};

/** What the commands about links say. */
export const linkCliTexts = {
  usage: 'Användning: overens links check --file <fil>, eller overens links list',
  fileMissing: (file: string) => `Filen ${file} finns inte eller går inte att läsa.`,
  noList: 'Filen är ingen länklista. Första raden ska ha kolumnerna adress, kontrollerad och resultat.',
  fault: ({ line, code }: LineFault) => `Rad ${line}: ${faultTexts[code]}`,
  nothingKept: 'Listan har fel. Ingenting är sparat.',
  kept: (count: number, all: number) => `${count} av ${all} resultat är nya och sparade.`,
};

const faultTexts: Record<LineFault['code'], string> = {
  'unknown-address': 'adressen finns inte i något avtal.',
  'wrong-day': 'dagen ska vara ÅÅÅÅ-MM-DD och inte ligga framåt.',
  'wrong-result': 'resultatet ska vara svarar, flyttad, borta, svarar inte eller prövas inte.',
  'two-results': 'adressen har ett annat resultat samma dag på en tidigare rad.',
  'wrong-target': 'den nya adressen ska börja med http:// eller https://.',
};
