import type { LawFile } from '../../domain/counties/national-files.ts';
import type { ResolutionStatus } from '../../domain/law/resolve-citation.ts';
import type { RefusalTexts } from '../../platform/index.ts';
import { formatCount, formatDate } from '../../ui/formats.ts';

export const refusals: RefusalTexts = {
  'statute-not-found': {
    status: 404,
    title: 'Lagen finns inte här',
    detail: () => 'Ingen lag med det numret är läst här. Skriv SFS-numret med bindestreck, till exempel 2025-400.',
    at: () => 'path:/sfs',
  },
};

/** How a citation or a law stands, in a word or two. */
export const resolutionLabels: Record<ResolutionStatus, string> = {
  'in-force': 'Gäller',
  repealed: 'Upphävd',
  'not-found': 'Hittas inte',
  'not-covered': 'Inte kontrollerad',
  'not-yet': 'Gäller inte än',
};

/** The words of the page of law. */
export const pageTexts = {
  title: 'Lagrum',
  source: 'Lagrum i avtalen',
  state: (day: string) => `Läget ${day}`,
  lead: (stale: number, all: number, asked: string | undefined) => {
    const count = `${formatCount(stale, 'hänvisning', 'hänvisningar', 'Inga')} av ${all} i avtalen gäller lag som inte längre finns`;
    return asked === undefined ? `${count}.` : `${count} ${formatDate(asked)}.`;
  },
  readOn: (day: string) => `Lagen är läst ${formatDate(day)}. Senare ändringar syns inte här. Kontrollera alltid mot lagtexten.`,
  county: { label: 'Län', all: 'Alla län' },
  show: { label: 'Visa', all: 'Alla hänvisningar', stale: 'Bara inaktuella' },
  empty: { heading: 'Inga hänvisningar att visa', text: 'Ta bort något av valen.' },
  otherReasons: 'Inaktuellt av andra skäl',
  since: (day: string) => `Sedan ${formatDate(day)}.`,
  unclear: 'Går inte att avgöra vilken lag',
  readSentence: 'Läs meningen',
  today: 'i dag',
  derived: 'Vår egen parning efter ämne.',
  general: 'Allmän kunskap, ska bekräftas.',
};

/** What the API's document says about law. */
export const apiTexts = {
  on: 'Dagen som svaret gäller. I dag om den utelämnas.',
  statutes: 'Lagarna som är lästa, med datum',
  statutesAnswer: 'En sida lagar, äldst först',
  statute: 'En lag med sina bestämmelser och vad de blev',
  statuteAnswer: 'Lagen',
  sfs: 'SFS-numret med bindestreck.',
  citations: 'Hänvisningar till lag i överenskommelserna',
  citationsAnswer: 'En sida hänvisningar, i textens ordning',
  statuteFilter: 'Numret på lagen, eller på en annan källa.',
  parse: 'Hitta och pröva hänvisningar till lag i en text',
  parseAnswer: 'Hänvisningarna, i textens ordning',
  text: 'Löpande text på svenska. Skicka aldrig personuppgifter.',
  writtenOn: 'Dagen texten skrevs. En lag utan nummer är den som gällde då. Samma dag som `on` om den utelämnas.',
};

/** One sentence on where a source stands: in force, repealed by what, or not covered. */
export function statuteState(law: LawFile, sfs: string): string {
  const statute = law.statutes.find((candidate) => candidate.sfs === sfs);
  if (!statute) return 'Källan finns, men dess innehåll är inte läst här. Hänvisningarna är inte kontrollerade.';
  const repealed = statute['repealed-from'];
  if (repealed) {
    const by = law.statutes.find((candidate) => candidate.sfs === statute['replaced-by']);
    return `Upphävd från ${formatDate(repealed)}${by ? `, ersatt av ${by.title}` : ''}.`;
  }
  const from = statute['in-force-from'];
  return from ? `I kraft sedan ${formatDate(from)}.` : 'I kraft. Dagen den började gälla är inte fastställd här.';
}
