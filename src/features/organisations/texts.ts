import type { CountyFile } from '../../domain/counties/county-file.ts';
import type { Certainty } from '../../domain/counties/ids.ts';
import { formatCount } from '../../ui/formats.ts';

/** How sure we are, said beside the fact. Facts read in the law or the agreement need no reservation. */
export const certaintyLabels: Record<Certainty, string> = {
  statute: '',
  source: '',
  web: 'Enligt en offentlig webbsida.',
  general: 'Allmän kunskap, ska bekräftas.',
  derived: 'Vår läsning av källan.',
  unknown: 'Okänt – vi har letat utan att hitta.',
};

/** The words of the pages of a county and of a municipality. */
export const placeTexts = {
  start: 'Start',
  state: (day: string) => `Läget ${day}`,
  municipality: 'Kommun',
  countyLead: (region: string, municipalities: number) =>
    `${region} och ${formatCount(municipalities, 'kommun', 'kommuner')} samverkar här.`,
  municipalityLead: (name: string, region: string, district: string | undefined) =>
    `${name} samverkar med ${region}${district ? ` i länsdelen ${district}` : ''}.`,
  navigator: 'Vem gör vad?',
  navigatorText: (place: string) => `Få svar för en situation i ${place}.`,
  agreements: 'Avtal',
  agreementsOf: (name: string) => `Avtal som rör ${name}`,
  parties: 'Alla parter',
  followUps: 'Uppföljning av avtalen',
  allFollowUps: 'Allt som ska följas upp i länet',
  municipalities: 'Kommuner',
  districts: 'Länsdelar',
  version: (label: string) => `version ${label}`,
  responsibilities: 'Ansvar',
  bodies: 'Gemensamma organ',
  bodyColumns: ['Organ', 'Uppgift', 'Platser'],
  bodiesUndated: 'Registret har inga datum för organen. Listan visar dem som är kända i dag.',
  contacts: 'Kontakter',
  contactColumns: ['Enhet', 'Kontakt', 'Bekräftad'],
  stale: 'inte bekräftad på över sex månader',
  noAgreements: {
    heading: 'Inga avtal i registret',
    text: 'Registret har inget avtal som gäller här. Det betyder inte att det saknas ett.',
  },
  noContacts: {
    heading: 'Inga kontaktuppgifter',
    text: 'Registret har inga bekräftade kontaktuppgifter här ännu. Ring 1177 för vård. Kontakta kommunens växel för socialtjänsten.',
  },
};

/** Where there is no local agreement to show. */
export const localTexts = {
  coverage: 'Lokala överenskommelser (LÖK) i kommunerna',
  caption: 'Lokala överenskommelser (LÖK)',
  columns: ['Till länets avtal', 'Lokal överenskommelse', 'Läge'],
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
