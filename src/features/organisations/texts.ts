import type { CountyFile } from '../../domain/counties/county-file.ts';
import type { Certainty } from '../../domain/counties/ids.ts';

/** How sure we are, said beside the fact. Facts read in the law or the agreement need no reservation. */
export const certaintyLabels: Record<Certainty, string> = {
  statute: '',
  source: '',
  web: 'Enligt en offentlig webbsida.',
  general: 'Allmän kunskap, ska bekräftas.',
  derived: 'Vår läsning av källan.',
  unknown: 'Okänt – vi har letat utan att hitta.',
};

/** Where there is no local agreement to show. */
export const localTexts = {
  coverage: 'Lokala överenskommelser (LÖK) i kommunerna',
  missing: 'Saknas i registret',
  expected: 'Länets avtal säger att det ska finnas en lokal överenskommelse. Att den saknas här betyder inte att ni inte har någon.',
  notAsked: 'Ingen efterfrågas',
};

export const localNoteLabels: Record<CountyFile['local-agreements'][number]['status'], string> = {
  'in-force': 'Gäller enligt uppgift. Texten finns inte här.',
  expired: 'Har gått ut enligt uppgift.',
  draft: 'Arbetas fram.',
  unknown: 'Okänt om den finns.',
};
