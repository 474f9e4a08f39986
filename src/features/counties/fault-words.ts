import { closest } from '../../domain/counties/check-closest.ts';
import type { Format, JsonType, ReferenceKind, UniqueKind, UnknownReference } from '../../domain/counties/check-fault.ts';

/** What is wrong, and what was expected: the two halves of the sentence about a fault. */
export type Said = { readonly wrong: string; readonly expected: string };

const SHOWN = 12;

export const quoted = (text: string | number) => `"${text}"`;
export const list = (items: readonly (string | number)[]) =>
  items.length > SHOWN ? `${items.slice(0, SHOWN).join(', ')} … och ${items.length - SHOWN} till` : items.join(', ');

/** The choices in words, the likeliest first when a slip of the keyboard is near. */
export function choices(value: string, known: readonly string[]): string {
  if (known.length === 0) return 'det finns inga';
  const near = closest(value, known);
  return near === undefined ? list(known) : `menade du ${quoted(near)}? Det finns: ${list(known)}`;
}

const reference: Record<ReferenceKind, { the: string; a: string }> = {
  activity: { the: 'aktiviteten', a: 'en aktivitet i activities.yaml' },
  actor: { the: 'aktören', a: 'en aktör under "actors"' },
  'age-group': { the: 'åldersgruppen', a: 'en åldersgrupp i taxonomy.yaml' },
  agreement: { the: 'överenskommelsen', a: 'en överenskommelse i mappen eller under "related"' },
  area: { the: 'området', a: 'ett område i areas.yaml' },
  body: { the: 'organet', a: 'ett organ i county.yaml' },
  deadline: { the: 'tidsgränsen', a: 'en tidsgräns i deadlines.yaml' },
  diagnosis: { the: 'tillståndet', a: 'ett tillstånd i taxonomy.yaml' },
  district: { the: 'länsdelen', a: 'en länsdel i county.yaml' },
  fact: { the: 'faktumet', a: 'ett faktum i situation.yaml' },
  group: { the: 'gruppen', a: 'en grupp under "matrix.groups"' },
  knowledge: { the: 'kunskapsstödet', a: 'en sida i mappen knowledge' },
  municipality: { the: 'kommunen', a: 'en kommun i county.yaml' },
  option: { the: 'svaret', a: 'ett av svaren på' },
  performer: { the: 'utföraren', a: 'en utförare i taxonomy.yaml' },
  role: { the: 'yrkesrollen', a: 'en yrkesroll i taxonomy.yaml' },
  row: { the: 'raden', a: 'en rad' },
  seat: { the: 'platsen', a: 'en plats i organet' },
  section: { the: 'avsnittet', a: 'ett avsnitt i överenskommelsen' },
  sentence: { the: 'meningen', a: 'en mening i avsnittet' },
  severity: { the: 'svårighetsgraden', a: 'en svårighetsgrad i taxonomy.yaml' },
  statute: { the: 'författningen', a: 'en författning i law.yaml' },
  support: { the: 'stödformen', a: 'en stödform i taxonomy.yaml' },
};

export function unknown(kind: ReferenceKind): (params: UnknownReference) => Said {
  const { the, a } = reference[kind];
  return ({ value, known, within }) => ({
    wrong: kind === 'sentence' ? `hänvisar till ${quoted(value)} som inte finns` : `hänvisar till ${the} ${quoted(value)} som inte finns`,
    expected: `väntade ${a}${within === undefined ? '' : ` ${quoted(within)}`}: ${choices(value.split('.').at(-1) ?? value, known)}`,
  });
}

export const unique: Record<UniqueKind, string> = {
  activity: 'aktiviteten',
  'actor-in-row': 'aktören',
  area: 'området',
  band: 'intervallet',
  body: 'organet',
  cadence: 'uppföljningen',
  column: 'kolumnen',
  deadline: 'tidsgränsen',
  district: 'länsdelen',
  'duty-to-tell': 'skyldigheten',
  fact: 'faktumet',
  group: 'gruppen',
  knowledge: 'kunskapsstödet',
  ladder: 'trappan',
  municipality: 'kommunen',
  'next-step': 'nästa steg',
  option: 'svaret',
  param: 'adressnamnet',
  part: 'delen',
  performer: 'utföraren',
  prompt: 'påminnelsen',
  question: 'frågan',
  related: 'den närliggande överenskommelsen',
  row: 'raden',
  seat: 'platsen',
  'secrecy-rule': 'regeln',
  section: 'avsnittet',
  stale: 'den inaktuella uppgiften',
  statute: 'författningen',
  step: 'steget',
  tag: 'märkordet',
};

export const types: Record<JsonType | 'value', string> = {
  string: 'text',
  number: 'ett tal',
  int: 'ett heltal',
  boolean: 'true eller false',
  array: 'en lista',
  object: 'nycklar med värden',
  null: 'inget värde',
  value: 'ett värde',
};

const formats: Record<Format, string> = {
  'actor-id': 'små bokstäver a–z, siffror, bindestreck och understreck, till exempel "pv"',
  cite: 'ett avsnitt eller avsnitt.mening, till exempel "ansvar.a1"',
  'county-code': 'länskod med två siffror inom citattecken, till exempel "20"',
  date: 'ett datum som finns, skrivet ÅÅÅÅ-MM-DD',
  'deadline-id': 'bokstaven D och två siffror, till exempel "D09"',
  'decided-by': '"each-party", ett organ eller organ.plats',
  email: 'en e-postadress',
  'municipality-code': 'kommunkod med fyra siffror inom citattecken, till exempel "2080"',
  'organisation-number': 'organisationsnummer NNNNNN-NNNN',
  other: 'ett annat skrivsätt',
  period: 'en tidsperiod som P12M eller P14D',
  'row-id': 'stora bokstäver, bindestreck och nummer, till exempel "DAL-01"',
  'sentence-id': 'en liten bokstav följd av små bokstäver och siffror, till exempel "a1"',
  sfs: 'SFS-nummer som 2025:400',
  slug: 'små bokstäver a–z, siffror och bindestreck, till exempel "missbruk-beroende"',
  url: 'en webbadress som börjar med https://',
};

export const format = (kind: Format, pattern: string) =>
  `väntade ${formats[kind]}${kind === 'other' && pattern ? ` som följer ${pattern}` : ''}`;

export const span = (min: number | undefined, max: number | undefined) =>
  [min === undefined ? '' : `minst ${min}`, max === undefined ? '' : `högst ${max}`].filter(Boolean).join(' och ');

export const yamlFaults: Record<string, string> = {
  BAD_INDENT: 'har ett indrag som inte stämmer med raderna omkring',
  BAD_DQ_ESCAPE: 'har ett omvänt snedstreck som inte går att tolka inom citattecken',
  BAD_ALIAS: 'hänvisar till ett ankare som inte finns',
  BAD_SCALAR_START: 'har ett värde som börjar med ett tecken som YAML har reserverat',
  BLOCK_AS_IMPLICIT_KEY: 'har ett kolon för mycket, eller text med kolon utan citattecken',
  MISSING_CHAR: 'saknar ett tecken: kolon, komma, citattecken eller slutparentes',
  MULTILINE_IMPLICIT_KEY: 'har en nyckel som går över flera rader, eller saknar kolon',
  MULTIPLE_DOCS: 'innehåller flera dokument åtskilda av ---',
  NON_STRING_KEY: 'har en nyckel som inte är text',
  RESOURCE_EXHAUSTION: 'är nästlad för djupt',
  TAG_RESOLVE_FAILED: 'har en märkning med ! som inte känns igen',
  UNEXPECTED_TOKEN: 'har ett tecken som inte hör hemma här',
};

export const fitting = {
  choice: '"any" med svar ur listan',
  set: '"any" med svar ur listan',
  'yes-no': '"is" med true eller false',
  number: '"min" eller "max" med tal',
};
