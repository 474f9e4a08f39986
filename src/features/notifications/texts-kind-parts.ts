import { formatDate, formatDates } from '../../ui/index.ts';
import type { Told } from './name-params.ts';

/** The words of one kind of notice. */
export type KindText = {
  /** What it is about, in the settings. */
  readonly label: string;
  /** What the receiver reads. A name that is not known any more is left out, never guessed. */
  readonly sentence: (told: Told) => string;
  /** Where it can be seen or done; absent when the sentence says it all. */
  readonly href?: (told: Told) => string | undefined;
  /** One and many of it, in an e-mail. Nothing of what they say. */
  readonly counted: readonly [one: string, many: string];
};

/** The days that it is about. */
export const period = ({ params }: Told) => formatDates(String(params.from), String(params.to));

/** A day in words; none is said to be none. */
export const dayOf = (value: unknown) => (typeof value === 'string' ? formatDate(value) : 'sin sista dag');

/** The agreement that it is about. */
export const agreementHref = ({ params }: Told) => (params.agreement ? `/avtal/${String(params.agreement)}` : undefined);

/** What has happened with a change that another party plans. */
export const plannedSentences: Record<'announced' | 'amended' | 'left' | 'withdrawn' | 'reminded', (from: string) => string> &
  Partial<Record<string, (from: string) => string>> = {
  announced: (from) => `En annan part planerar en förändring från ${from}. Läs den och svara.`,
  amended: (from) => `En planerad förändring har skrivits om och gäller från ${from}. Läs den och svara på nytt.`,
  left: () => 'En planerad förändring har skrivits om och berör er inte längre. Ni behöver inte svara på den.',
  withdrawn: () => 'En planerad förändring är återkallad och blir inte av.',
  reminded: (from) => `Ni har inte svarat på en planerad förändring från ${from}.`,
};

/** What has happened with a lack that was pointed out in writing. */
export const lackSentences: Record<'pointed-out' | 'received' | 'answered' | 'withdrawn', string> & Partial<Record<string, string>> = {
  'pointed-out': 'En part har påtalat skriftligt att ett avtal inte följs.',
  received: 'Det ni har påtalat är mottaget.',
  answered: 'Det som har påtalats är besvarat.',
  withdrawn: 'Det som hade påtalats är återtaget.',
};

/** What came of a signature at an outside service. */
export const signatureSentences: Record<'signed' | 'declined' | 'timed-out' | 'refused', string> & Partial<Record<string, string>> = {
  signed: 'Din underskrift hos underskriftstjänsten är mottagen och antecknad.',
  declined: 'Du har avböjt att skriva under hos underskriftstjänsten. Ingenting är undertecknat.',
  'timed-out': 'Tiden för att skriva under hos underskriftstjänsten gick ut. Ingenting är undertecknat. Du kan börja om.',
  refused: 'Din underskrift hos underskriftstjänsten kunde inte tas emot. Läs varför.',
};

/** ` av Aneby kommun`, or nothing when the name is not known. */
export function by({ nameOf }: Told, param: string): string {
  const name = nameOf(param);
  return name ? ` av ${name}` : '';
}
