import type { FurnitureKind } from '../../domain/imports/imported-text.ts';
import type { RefusalTexts } from '../../platform/index.ts';

const nothingKept = 'Ingenting har sparats.';

/** The Swedish words of reading existing agreements from files. */
export const importRefusals: RefusalTexts = {
  'import-not-found': {
    status: 404,
    title: 'Inläsningen finns inte',
    detail: () => 'Det finns ingen inläst fil med det numret i ditt län.',
  },
  'file-missing': { status: 422, title: 'Ingen fil', detail: () => 'Välj en fil först.', at: () => '#/file' },
  'file-empty': { status: 422, title: 'Filen är tom', detail: () => `Det finns ingen text i filen. ${nothingKept}`, at: () => '#/file' },
  'file-too-large': {
    status: 413,
    title: 'Filen är för stor',
    detail: ({ megabytes }) => `En fil får vara högst ${String(megabytes)} MB. ${nothingKept} Dela filen, eller spara den utan bilder.`,
    at: () => '#/file',
  },
  'file-too-many-pages': {
    status: 422,
    title: 'Filen har för många sidor',
    detail: ({ pages, most }) => `Filen har ${String(pages)} sidor. Vi läser högst ${String(most)}. ${nothingKept} Dela filen.`,
    at: () => '#/file',
  },
  'file-kind-unknown': {
    status: 415,
    title: 'Den sortens fil kan vi inte läsa',
    detail: () => `Vi läser .txt, .md, .docx och .pdf. ${nothingKept} Spara dokumentet som en av dem.`,
    at: () => '#/name',
  },
  'file-not-what-it-says': {
    status: 422,
    title: 'Filen är inte det som namnet säger',
    detail: ({ kind }) => `Innehållet är ingen ${String(kind)}-fil. ${nothingKept} Öppna filen, spara den på nytt och försök igen.`,
    at: () => '#/file',
  },
  'file-encrypted': {
    status: 422,
    title: 'Filen har lösenord',
    detail: () => `Vi kan inte läsa en fil med lösenord. ${nothingKept} Spara en kopia utan lösenord.`,
    at: () => '#/file',
  },
  'file-broken': {
    status: 422,
    title: 'Filen är trasig',
    detail: () => `Filen går inte att läsa till slutet. ${nothingKept} Hämta den på nytt, eller spara den på nytt.`,
    at: () => '#/file',
  },
  'file-without-text': {
    status: 422,
    title: 'Filen har ingen text',
    detail: () => `Sidorna är bilder, som från en skanner. ${nothingKept} Be om originalet, eller låt ett program tolka texten först.`,
    at: () => '#/file',
  },
  'file-unpacks-too-large': {
    status: 422,
    title: 'Filen är för stor när den packas upp',
    detail: () => `Filen växer till mycket mer än ett dokument. ${nothingKept} Spara den på nytt utan bilder.`,
    at: () => '#/file',
  },
  'file-too-heavy': {
    status: 422,
    title: 'Filen tar för lång tid att läsa',
    detail: () => `Vi gav upp efter en minut. ${nothingKept} Dela filen, eller spara den som text.`,
    at: () => '#/file',
  },
};

export const importTexts = {
  title: 'Läs in avtal',
  lead: 'Läs in ett avtal som redan finns. Du får texten som rubriker, stycken, listor och tabeller, med en adress till varje mening.',
  file: 'Fil',
  hint: 'Text (.txt, .md), Word (.docx) eller PDF. Högst 20 MB och 400 sidor.',
  submit: 'Läs in',
  list: 'Inlästa avtal',
  none: { heading: 'Inget är inläst än', text: 'Välj en fil här ovanför.' },
  columns: { title: 'Avtal', file: 'Fil', pages: 'Sidor', read: 'Inläst' },
  facts: {
    file: 'Fil',
    read: 'Inläst',
    pages: 'Sidor',
    sections: 'Avsnitt',
    sentences: 'Meningar',
    furniture: 'Hör till sidan',
    sha256: 'Kontrollsumma (SHA-256)',
  },
  beside:
    'Varje avsnitt står två gånger: som vi har läst det, och som det står i filen. Det som är grått hör till sidan och inte till avtalet.',
  opening: 'Före första rubriken',
  original: 'I filen',
  addressOf: (id: string) => `Var ${id} står i filen`,
  table: 'Tabell',
};

/** What a piece of the page is. */
export const furnitureTexts: Record<FurnitureKind, string> = {
  header: 'sidhuvud',
  footer: 'sidfot',
  'page-number': 'sidnummer',
  contents: 'innehållsförteckning',
  metadata: 'uppgift om dokumentet',
  navigation: 'navigering på webbsida',
  mark: 'tecken för utseendet',
};

export const importCliTexts = {
  usage: 'Skriv så här: overens import <fil> --county 06',
  fileMissing: (file: string) => `Filen ${file} går inte att öppna.`,
  countyMissing: (county: string) => `Länet ${county} finns inte.`,
  done: (id: string, sections: number, sentences: number) => `Inläst: ${sections} avsnitt, ${sentences} meningar. /import/${id}`,
  already: (id: string) => `Filen är redan inläst. /import/${id}`,
};

export const importApiTexts = {
  list: 'Inlästa avtal i ditt län',
  read: 'Ett inläst avtal: tecken och träd',
  upload: 'Läs in ett avtal från en fil',
  uploadNote:
    'Text, Markdown, Word eller PDF. Samma fil en gång till ger samma svar och ändrar ingenting. En fil som inte går att läsa sparas inte.',
  uploaded: 'Filen är inläst',
  name: 'Filens namn. Det ska sluta på .txt, .md, .docx eller .pdf, och innehållet ska stämma med det.',
  file: 'Filens alla byte som Base64, högst 20 MB.',
  key: 'Det nummer som inläsningen ska få. Skickas den om med samma nummer läses filen inte in två gånger.',
};
