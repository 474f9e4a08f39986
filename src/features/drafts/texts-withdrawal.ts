import { formatDate, formatParagraph } from '../../ui/formats.ts';

type Decided = { readonly name: string; readonly on: string; readonly body: string; readonly paragraph: string; readonly registry: string };

/** The longest that the note of what has happened to a version may be; the decisions are all kept whole beside it. */
const MOST_NOTE = 4000;

/** The longest that the number of what has happened to a version may be. */
const MOST_REGISTRY = 60;

/** The numbers of all the decisions that withdrew a version; how many they are where there is no room for them, since they stand in the note. */
export function withdrawalRegistry(decisions: readonly Pick<Decided, 'registry'>[]): string {
  const numbers = [...new Set(decisions.map(({ registry }) => registry))];
  const all = numbers.join(', ');
  return all.length <= MOST_REGISTRY ? all : `${numbers.length} diarienummer`;
}

/** Why a version was withdrawn, and by whose decisions; as many of them as there is room for. */
export function withdrawalNote(decisions: readonly Decided[], why: string): string {
  const said = decisions.map(({ name, on, body, paragraph, registry }) =>
    [name, body, paragraph && formatParagraph(paragraph), registry, on && formatDate(on)].filter(Boolean).join(', '),
  );
  const note = [why, withdrawalTexts.decidedBy(said.join('; '))].filter(Boolean).join(' ');
  return note.length <= MOST_NOTE ? note : `${note.slice(0, MOST_NOTE - 1)}…`;
}

export const withdrawalTexts = {
  title: 'Upphäva versionen',
  lead: 'En version som är publicerad ändras aldrig. Den upphävs genom nya beslut.',
  decidedBy: (who: string) => `Beslutat av: ${who}.`,
  known:
    'Överenskommelsen säger hur den antas. Den som har antagit den beslutar också om att den ska upphöra. Det här är utläst ur beslutsgången nedan.',
  unknown: {
    heading: 'Det är okänt vem som beslutar',
    text: 'Överenskommelsen säger inte vem som antar den, och inte heller vem som upphäver den. Anteckna vilket organ som har beslutat, när och under vilket diarienummer.',
  },
  termination: 'Det här säger överenskommelsen om uppsägning',
  caption: 'Beslut om att versionen ska upphöra',
  columns: ['Vem', 'Beslut', 'Upphör från', 'Paragraf och diarienummer'],
  awaited: 'Inget beslut ännu',
  decided: (on: string) => `Ja, beslutat ${on}`,
  rejected: (on: string) => `Nej, beslutat ${on}`,
  refused: {
    heading: 'Versionen upphävs inte',
    text: (names: string) => `${names} har beslutat nej. Versionen gäller vidare. Den kan upphävas först om ett nytt beslut där säger ja.`,
  },
  anew: (name: string) => `Anteckna nytt beslut för ${name}`,
  note: (name: string) => `Anteckna beslut för ${name}`,
  all: (from: string) => `Alla har beslutat. Versionen upphör att gälla ${from}.`,
  finish: 'Upphäv versionen',
  link: 'Upphäva versionen',
  decision: {
    title: (name: string) => `Beslut om att upphäva, för ${name}`,
    outcome: 'Vad beslutades?',
    outcomes: { approved: 'Versionen ska upphöra', rejected: 'Nej, versionen ska gälla vidare' },
    fromHint: 'Bara om beslutet är ja. År-månad-dag, till exempel 2026-11-22.',
    lead: 'Skriv det som står i protokollet. En anteckning går inte att ändra efteråt.',
    submit: 'Anteckna beslutet',
    on: 'Beslutsdag',
    from: 'Versionen upphör från',
    body: 'Beslutande organ',
    paragraph: 'Paragraf',
    registry: 'Diarienummer',
  },
  form: {
    lead: 'Texten finns kvar att läsa, och anteckningen ändras aldrig.',
    on: 'Upphör från',
    decided: 'Beslutsdag',
    body: 'Organ som har beslutat',
    registry: 'Beslutets diarienummer',
    note: 'Skäl',
  },
};
