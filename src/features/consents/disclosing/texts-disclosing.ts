import type { Condition, Misuse } from '../../../domain/consents/secrecy-rules-file.ts';
import type { RefusalTexts } from '../../../platform/index.ts';
import type { Verdict } from './disclosing.sql.ts';
import type { ShownDecision } from './shown-decision.ts';

/** What may have to hold, as somebody who decides reads it. */
export const conditionTexts: Readonly<Record<Condition, string>> = {
  'under-18': 'Personen är under 18 år',
  'under-21': 'Personen är under 21 år',
  'ongoing-misuse': 'Personen har ett fortgående missbruk som regeln räknar',
  'lpt-lrv-care': 'Personen vårdas enligt LPT eller LRV',
  'unborn-child': 'Det behövs för att skydda ett väntat barn',
  'cannot-consent': 'Personen kan inte samtycka, på grund av sin hälsa eller något annat',
  'needed-for-care': 'Mottagaren behöver uppgiften för att personen ska få nödvändig vård, behandling eller annat stöd',
  'needed-for-own-task': 'Det är nödvändigt för att vår egen verksamhet ska kunna göra sin uppgift',
  'same-huvudman': 'Båda enheterna hör till samma huvudman',
  'duty-by-statute': 'En lag eller förordning säger att uppgiften ska lämnas',
  'risk-of-crime': 'Det finns konkreta tecken på att personen riskerar att begå brott',
  'risk-of-terrorist-crime': 'Det finns konkreta tecken på risk för terroristbrott',
  'risk-of-serious-violence': 'Det finns konkreta tecken på risk för grovt våld mot en närstående',
};

export const misuseTexts: Readonly<Record<Misuse, string>> = {
  alcohol: 'Alkohol',
  narcotics: 'Narkotika',
  'volatile-solvents': 'Flyktiga lösningsmedel',
  medicines: 'Enbart läkemedel',
  doping: 'Dopning',
  gambling: 'Spel om pengar',
};

export const verdictTexts: Readonly<Record<Verdict, string>> = { right: 'Beslutet var rätt', wrong: 'Beslutet var fel' };

export const stateTexts: Readonly<Record<ShownDecision['state'], string>> = {
  open: 'Gäller',
  over: 'Tiden är slut',
  ended: 'Avslutat i förtid',
};

export const disclosingTexts = {
  title: 'Beslut enligt lag, utan samtycke',
  lead: 'Fråga alltid personen först. En regel i lagen kan låta dig berätta ändå, en gång, för en enhet och för en tid. Varje beslut granskas.',
  decide: 'Fatta ett beslut',
  none: { heading: 'Inget beslut är fattat', text: 'Det som delas i planen delas med personens samtycke.' },
  done: 'Beslutet gäller nu. En granskare hos er har fått veta.',
  ended: 'Beslutet är avslutat. Det är stängt nu.',
  receiver: 'Vem får läsa',
  kinds: 'Vad',
  rule: 'Enligt',
  why: 'Varför',
  judged: 'Bedömt',
  until: 'Gäller till',
  decided: 'Beslutat',
  by: (name: string | undefined, at: string) => (name ? `${at}, ${name}` : at),
  state: 'Läge',
  review: 'Granskning',
  notReviewed: 'Väntar på granskning',
  end: 'Avsluta i förtid',
  unusable: 'Regler som inte går att använda',
  unknownRule: 'En regel som inte längre finns i registret',
} as const;

export const decideTexts = {
  title: 'Besluta att berätta utan samtycke',
  lead: (days: number) =>
    `Välj en regel och skriv varför just det här behövs. Det öppnar bara det du kryssar, för en enhet, i högst ${days} dagar. Personen kan läsa beslutet i sin plan, och en granskare hos er bedömer det.`,
  noRules:
    'Vi vet inte vilken sekretess din enhet har. Då kan ingen regel användas här. Rådgör med en jurist hos huvudmannen, och fråga personen.',
  unit: 'Vem ska få veta?',
  unitHint: 'En enhet som är med i planen.',
  rule: 'Med stöd av vilken regel?',
  ways: (ways: readonly string[]) => `Kräver att ${ways.join(', eller att ')}.`,
  anyOf: (first: string, rest: readonly string[]) => `${first}, och något av: ${rest.join('; ')}`,
  met: 'Vad har du bedömt?',
  metHint: 'Kryssa bara det som du har bedömt och dokumenterat. Det som inte är känt räknas inte som uppfyllt.',
  misuse: 'Om regeln räknar missbruk: av vad?',
  misuseHint: 'Spel, dopning och enbart läkemedel räknas inte av reglerna.',
  kinds: 'Vad ska de få läsa?',
  until: 'Till och med vilken dag?',
  untilHint: (days: number) => `Skriv ÅÅÅÅ-MM-DD. Högst ${days} dagar.`,
  reason: 'Varför behövs det, och varför går det inte att vänta på ett samtycke?',
  reasonHint: 'Personen och granskaren läser det du skriver.',
  submit: 'Fatta beslutet',
} as const;

export const endTexts = {
  title: 'Avsluta beslutet',
  lead: 'Det stängs genast. Det som redan har lästs går inte att ta tillbaka.',
  reason: 'Varför avslutas det?',
  submit: 'Avsluta beslutet',
} as const;

export const reviewTexts = {
  title: 'Granska beslut om att berätta utan samtycke',
  lead: 'Pröva om regeln fick användas, om skälet håller och om det som öppnades var mer än vad som behövdes. Ett beslut som är fel stängs genast.',
  none: { heading: 'Inget att granska', text: 'Här visas besluten hos din huvudman, de som väntar på granskning först.' },
  plan: 'Planens id',
  verdict: 'Vad kommer du fram till?',
  reason: 'Varför?',
  submit: 'Spara granskningen',
  own: 'Du har själv fattat beslutet. En annan granskare bedömer det.',
  waits: (decided: string) => `Granska ett beslut om att berätta utan samtycke, ${decided}`,
  done: 'Granskningen är sparad.',
} as const;

/** Why something cannot be disclosed, or a decision not be judged, for people. */
export const disclosingRefusals: RefusalTexts = {
  'plan-not-found': {
    status: 404,
    title: 'Planen finns inte',
    detail: () => 'Det finns ingen sådan plan, eller så är den inte din att se.',
  },
  'disclosure-receiver': {
    status: 422,
    title: 'Enheten är inte med i planen',
    detail: () => 'Välj en annan enhet än din egen som är med i planen. Be först enheten delta om den saknas.',
    at: () => '/unit',
  },
  'regime-not-known': {
    status: 422,
    title: 'Sekretessen är inte känd',
    detail: ({ whose }) =>
      whose === 'ours'
        ? 'Vi vet inte vilken sekretess din enhet har. Då kan ingen regel användas här. Rådgör med en jurist hos huvudmannen.'
        : 'Vi vet inte vilken sekretess den enheten har. Då kan ingen regel användas för den. Rådgör med en jurist hos huvudmannen.',
    at: () => '/unit',
  },
  'disclosure-not-found': { status: 404, title: 'Beslutet finns inte', detail: () => 'Det finns inget sådant beslut här.' },
  'disclosure-over': {
    status: 409,
    title: 'Tiden är redan slut',
    detail: () => 'Beslutet gäller inte längre. Det finns inget att avsluta.',
  },
  'disclosure-reviewed': {
    status: 409,
    title: 'Beslutet är redan granskat',
    detail: () => 'Någon annan har granskat beslutet. Ladda om sidan för att se vad hen kom fram till.',
  },
  'review-own': {
    status: 403,
    title: 'Du har själv fattat beslutet',
    detail: () => 'Ingen granskar det man själv har gjort. En annan granskare bedömer det.',
  },
};
