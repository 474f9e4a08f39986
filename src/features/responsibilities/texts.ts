import type { StatusCode } from '../../domain/agreements/status.ts';
import type { Fact } from '../../domain/counties/national-files.ts';
import type { ResponsibilityRow } from '../../domain/counties/responsibility.ts';
import { NONE } from '../../domain/responsibilities/fact-value.ts';
import type { SituationFault } from '../../domain/responsibilities/situation.ts';
import type { Group } from '../../domain/responsibilities/who.ts';
import type { RefusalTexts } from '../../platform/index.ts';

/** The Swedish words of responsibilities: refusals, groups, faults in a situation. */
export const refusals: RefusalTexts = {
  'situation-invalid': {
    status: 422,
    title: 'Situationen går inte att läsa',
    detail: () => 'Rätta det som anges i errors och försök igen.',
  },
  'county-not-found': {
    status: 404,
    title: 'Länet finns inte här',
    detail: () => 'Registret har inget län med den koden.',
    at: () => '#/county',
  },
  'municipality-not-found': {
    status: 404,
    title: 'Kommunen finns inte här',
    detail: () => 'Länet har ingen kommun med den koden i registret.',
    at: () => '#/municipality',
  },
  'agreement-not-found': {
    status: 404,
    title: 'Avtalet finns inte här',
    detail: () => 'Det finns ingen överenskommelse med det namnet i registret.',
    at: () => 'path:/slug',
  },
  'version-not-found': {
    status: 404,
    title: 'Versionen finns inte här',
    detail: () => 'Överenskommelsen finns, men inte den versionen.',
    at: () => 'query:/version',
  },
};

export const responsibilityTexts = {
  seeAlso: 'Se också:',
  ourReading: 'Raden är vår läsning av avtalet.',
};

export const noticeTexts = {
  twoContradict: 'Två svar går inte ihop',
  moreContradict: 'Några svar går inte ihop',
  countedAll: 'Vi har räknat med svaren som de är.',
  elsewhere: 'Avtal i länet som vi inte har texten till',
  namedBy: (short: string) => `Nämns i ${short}`,
};

const AGREED = 'Så här kom parterna överens senast.';

/** What an answer rests on, by the agreement's status: a heading before its name, and what the duties are worth when they do not certainly apply. */
export const standingTexts: Record<StatusCode, { heading: string; worth: string }> = {
  'in-force': { heading: 'Svaret bygger på ett avtal som gäller', worth: '' },
  extended: { heading: 'Svaret bygger på ett avtal som gäller', worth: '' },
  expired: { heading: 'Svaret bygger på ett avtal som har gått ut', worth: AGREED },
  unknown: { heading: 'Svaret bygger på ett avtal som kanske inte gäller', worth: AGREED },
  'not-yet': { heading: 'Svaret bygger på ett avtal som inte gäller än', worth: 'Så här blir det när avtalet börjar gälla.' },
  proposal: { heading: 'Svaret bygger på ett förslag', worth: 'Parterna har inte kommit överens om det, så vitt vi vet.' },
  replaced: { heading: 'Svaret bygger på ett avtal som något annat har ersatt', worth: 'Så här var det innan.' },
  withdrawn: { heading: 'Svaret bygger på ett avtal som har upphört', worth: 'Så här var det innan.' },
};

/** What a reader should know of how a row was read; nothing when it says what the agreement says. */
export function readingText({ note, certainty }: Pick<ResponsibilityRow, 'note' | 'certainty'>): string | undefined {
  return note ?? (certainty === 'derived' ? responsibilityTexts.ourReading : undefined);
}

/** Where to turn, when a duty may concern several units. */
export const contactsTexts = {
  heading: 'Kontakter',
  several: (units: number) => `Kontakter till ${units} enheter`,
};

export const groupTexts: Record<Group, { heading: string; role: string }> = {
  main: { heading: 'Huvudansvar', role: 'Huvudansvar' },
  joint: { heading: 'Gemensamt ansvar', role: 'Gemensamt' },
  contributes: { heading: 'Deltar', role: 'Deltar' },
  'may-offer': { heading: 'Kan erbjuda', role: 'Kan erbjuda' },
};

const faultTexts: Record<SituationFault['code'], string> = {
  'not-an-object': 'Skicka situationen som ett objekt med fakta.',
  missing: 'Välj ett län eller en kommun.',
  'unknown-field': 'Det finns inget faktum med det namnet.',
  'wrong-type': 'Värdet har fel form.',
  'unknown-option': 'Värdet finns inte bland dem som går att välja.',
  'out-of-range': 'Talet ligger utanför det som är möjligt.',
  'ends-reversed': 'Det lägsta talet är större än det högsta.',
  empty: 'Ange minst ett värde, eller låt bli att ange faktumet.',
  'too-many': 'För många värden.',
  'excludes-others': 'Ett av värdena utesluter de andra. Ange det ensamt.',
  'not-a-date': 'Skriv datumet som år-månad-dag, till exempel 2026-11-22.',
  'not-a-county': 'Länskoden har två siffror, till exempel 06.',
  'not-a-municipality': 'Kommunkoden har fyra siffror, till exempel 0686.',
  'municipality-outside-county': 'Kommunen ligger inte i det länet.',
};

/** The sentence of a fault, with what would have been right when it is short enough to say. */
export function faultText({ code, expected }: SituationFault): string {
  const choices = expected && expected.length > 0 && expected.length <= 12 ? ` Välj bland: ${expected.join(', ')}.` : '';
  return `${faultTexts[code]}${choices}`;
}

/** What a person should do whose answer to a question cannot be read. */
export function againText(fact: Fact): string {
  if (fact.type === 'number') return `Välj ett av svaren, eller skriv ett helt tal mellan ${fact.min} och ${fact.max}. Inte båda.`;
  if (fact.type !== 'set') return 'Välj ett av svaren.';
  const none = fact.options.find(({ id }) => id === NONE);
  return none
    ? `Välj bland svaren. ”${none.label}” och ”Vet inte” går bara att välja ensamma.`
    : 'Välj bland svaren. ”Vet inte” går bara att välja ensamt.';
}

export const authorityTexts: Record<string, string> = {
  region: 'Regionen',
  municipality: 'Kommunen',
  both: 'Regionen och kommunen',
  external: 'Annan aktör',
};

export const urgencyTexts: Record<string, string> = { immediately: 'Genast', 'without-delay': 'Utan dröjsmål', 'when-needed': 'Vid behov' };
export const consentTexts: Record<string, string> = { 'not-required': 'Kräver inte samtycke', required: 'Kräver samtycke' };

/** The heading of a matrix column: the source's own words, or the authority. */
export function columnName(name: string): string {
  return authorityTexts[name] ?? name;
}

/** How it is done in a municipality, beside what the county has agreed. */
export const localWayTexts = {
  here: (place: string) => `Så här gör ni i ${place}:`,
  source: 'Ur den lokala överenskommelsen:',
};
