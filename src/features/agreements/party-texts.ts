import type { PartyStatus, PartyStatusCode } from '../../domain/agreements/status-for-party.ts';
import { capitalise, formatCount, formatDate } from '../../ui/formats.ts';

/** How an agreement stands to a party, in a word or two. */
export const partyStatusLabels: Record<PartyStatusCode, string> = {
  'in-force': 'Gäller',
  'not-yet': 'Gäller inte än',
  'not-adopted': 'Inget beslut',
  left: 'Har lämnat',
  ended: 'Gäller inte längre',
  unknown: 'Okänt',
};

type Params = Readonly<Record<string, string>>;

/** The sentences of the reasons that are about a party. */
export const partyReasons: Readonly<Record<string, (params: Params) => string>> = {
  'is-party': ({ name }) => `${name} är part i överenskommelsen.`,
  'decided-for-all': () => 'Gemensamma organ beslutar för alla parter.',
  'party-adopted': ({ name, on = '', from = '' }) => `${name} beslutade ${formatDate(on)}. Avtalet binder parten från ${formatDate(from)}.`,
  'parties-adopted': ({ on = '' }) => `Varje part har beslutat, den sista ${formatDate(on)}. Vilken dag som är vems står inte.`,
  'took-effect-for-party': ({ name, on = '' }) => `Källan säger att avtalet började gälla för ${name} ${formatDate(on)}.`,
  'own-day-unknown': ({ name }) => `Varje part beslutar för sig. Vi vet inte vilken dag ${name} beslutade.`,
  'own-decision-unknown': ({ name }) => `Varje part beslutar för sig. Det står inte om ${name} har gjort det.`,
  'party-not-adopted': ({ name }) => `Andra parters beslut är kända. Inget beslut av ${name} är det.`,
  'minor-decided': () => 'Versionen är en enklare ändring. Den binder dem som versionen före binder.',
  'party-joined': ({ name, on = '' }) => `${name} gick med ${formatDate(on)}.`,
  'party-left': ({ name, on = '' }) => `${name} är inte längre part från ${formatDate(on)}.`,
  'party-leaves': ({ name, on = '' }) => `${name} lämnar ${formatDate(on)}.`,
};

/** One sentence on how an agreement stands to a party. */
export function partyStatusSentence({ code, since, until }: PartyStatus, name: string): string {
  switch (code) {
    case 'in-force':
      return `Gäller för ${name}${since ? ` från ${formatDate(since)}` : ''}${until ? ` till och med ${formatDate(until)}` : ''}.`;
    case 'not-yet':
      return since ? `Gäller inte för ${name} än, utan från ${formatDate(since)}.` : `Gäller inte för ${name} än.`;
    case 'not-adopted':
      return `Gäller inte för ${name}: inget beslut därifrån är känt.`;
    case 'left':
      return `Gäller inte för ${name}, som har lämnat avtalet${since ? ` från ${formatDate(since)}` : ''}.`;
    case 'ended':
      return `Gäller inte längre för ${name}.`;
    case 'unknown':
      return `Vi vet inte om avtalet gäller för ${name}.`;
  }
}

/** The parties of an agreement: those that stand alike together, and each by itself where they differ. */
export const partyMatrixTexts = {
  heading: 'Parterna och deras beslut',
  eachDecides: 'Varje part beslutar för sig.',
  jointly: 'Gemensamma organ beslutar för alla parter.',
  count: (inForce: number, all: number) => `Avtalet gäller för ${inForce} av ${all} parter.`,
  /** Some of the parties in a few words. */
  together: ({ region, municipalities }: { region: boolean; municipalities: number }) =>
    [region ? ['regionen'] : [], municipalities > 0 ? [formatCount(municipalities, 'kommun', 'kommuner')] : []].flat().join(' och '),
  /** Who they are and since when, after the word of how it stands to them. */
  state: (who: string, { since, until }: { since?: string; until?: string }) =>
    `${[capitalise(who), ...(since ? [`från ${formatDate(since)}`] : [])].join(', ')}${until ? ` till och med ${formatDate(until)}` : ''}.`,
  all: 'parterna',
  who: 'Visa vilka de är',
  show: 'Visa dem en för en',
  caption: 'Parterna, vad de har beslutat och varför det står till så',
  columns: { party: 'Part', decision: 'Eget beslut', why: 'Varför' },
  own: (text: string) => `Eget beslut: ${text}.`,
  turn: 'Lämna avtalet eller gå med',
  noDecision: 'Inte känt',
  reservation: (text: string) => `Reservation: ${text}`,
};
