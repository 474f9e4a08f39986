import type { Standing } from '../../domain/agreements/standing.ts';
import type { ResponsibilityRow } from '../../domain/counties/responsibility.ts';
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
  'county-not-found': { status: 404, title: 'Länet finns inte här', detail: () => 'Registret har inget län med den koden.' },
  'municipality-not-found': {
    status: 404,
    title: 'Kommunen finns inte här',
    detail: () => 'Länet har ingen kommun med den koden i registret.',
  },
  'agreement-not-found': {
    status: 404,
    title: 'Avtalet finns inte här',
    detail: () => 'Det finns ingen överenskommelse med det namnet i registret.',
  },
  'version-not-found': { status: 404, title: 'Versionen finns inte här', detail: () => 'Överenskommelsen finns, men inte den versionen.' },
};

export const responsibilityTexts = {
  seeAlso: 'Se också:',
  ourReading: 'Raden är vår läsning av avtalet.',
};

/** What an answer rests on when it is not certain that it holds. */
export const standingTexts: Record<Standing, string> = {
  holds: 'Svaret bygger på ett avtal som gäller',
  reserved: 'Svaret bygger på ett avtal som kanske inte gäller',
  superseded: 'Svaret bygger på ett avtal som något annat har ersatt',
};

/** What a reader should know of how a row was read; nothing when it says what the agreement says. */
export function readingText({ note, certainty }: Pick<ResponsibilityRow, 'note' | 'certainty'>): string | undefined {
  return note ?? (certainty === 'derived' ? responsibilityTexts.ourReading : undefined);
}

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
