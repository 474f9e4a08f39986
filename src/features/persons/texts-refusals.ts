import type { NumberFault } from '../../domain/persons/personal-number.ts';
import type { RefusalTexts } from '../../platform/index.ts';
import { joinRefusals } from './texts-join.ts';

/** What is wrong with a number. None repeats the number. */
export const numberFaults: Readonly<Record<NumberFault, string>> = {
  'number-malformed': 'Skriv personnumret eller samordningsnumret med tio eller tolv siffror, eller reservnumret med tolv tecken.',
  'number-date-impossible': 'Numret har ett datum som inte finns. Se efter siffrorna.',
  'number-date-future': 'Numret har ett datum som inte har varit än. Se efter siffrorna.',
  'number-sign-wrong': 'Plustecken hör till den som är hundra år eller äldre. Skriv alla tolv siffror.',
  'number-check-digit': 'Kontrollsiffran stämmer inte. Se efter siffrorna.',
  'number-serial-impossible': 'Numret kan inte finnas. Se efter siffrorna.',
};

/** What to do at each field when what was sent does not fit it. None repeats what was sent, nor names the codes of the program. */
export const fieldFaults: Readonly<Record<string, string>> = {
  name: 'Skriv namnet, med minst en bokstav eller siffra och högst 200 tecken.',
  number: 'Skriv numret med högst 40 tecken, eller lämna fältet tomt om personen saknar nummer.',
  caseNumber: 'Skriv ärendenumret utan mellanslag, med minst en bokstav eller siffra och högst 40 tecken.',
  interpreter: 'Välj ett språk i listan, eller att tolk inte behövs.',
  blocked: 'Välj om uppgifterna är spärrade för nödöppning eller inte.',
  address: 'Skriv adressen med högst 500 tecken, eller lämna fältet tomt.',
  whereabouts: 'Skriv var personen vistas med högst 500 tecken, eller lämna fältet tomt.',
  unit: 'Välj en enhet i listan.',
  protection: 'Välj vilket skydd personen har, eller inget.',
  reason: 'Välj varför personen inte kan svara.',
  verdict: 'Välj om öppningen var befogad eller inte.',
  seen: 'Det som skickades var inte hela formuläret. Ladda om sidan och skriv igen. Ingenting har ändrats.',
};

/** What the API about persons may refuse with. A record out of reach and one that does not exist are the same. */
export const apiRefusals: RefusalTexts = {
  'person-not-found': {
    status: 404,
    title: 'Personen finns inte här',
    detail: () => 'Det finns ingen person på den här adressen som din enhet arbetar med.',
  },
  'number-invalid': {
    status: 422,
    title: 'Numret går inte att använda',
    detail: ({ fault }) => numberFaults[fault as NumberFault] ?? numberFaults['number-malformed'],
    at: () => '#/number',
  },
  'case-number-taken': {
    status: 409,
    title: 'Ärendenumret är upptaget',
    detail: () => 'Ett annat ärende hos er huvudman har redan det numret. Välj ett annat. Ingenting har ändrats.',
    at: () => '#/caseNumber',
  },
  'number-not-joined': {
    status: 409,
    title: 'Det gick inte att lägga upp personen',
    detail: () =>
      'Namnet och numret går inte att använda ihop. Se efter båda. Stämmer de, be någon hos er som har behörighet för skyddade personuppgifter. Ingenting har ändrats.',
    at: () => '#/number',
  },
  'name-too-short': {
    status: 422,
    title: 'Namnet är för kort',
    detail: () => 'Skriv minst två bokstäver av namnet.',
    at: () => '#/name',
  },
};

/** Why something about a person could not be done, and what to do. */
export const refusals: RefusalTexts = {
  ...apiRefusals,
  ...joinRefusals,
  'change-forbidden': {
    status: 403,
    title: 'Du får läsa men inte ändra',
    detail: () => 'Bara en enhet med ett pågående ärende hos samma huvudman får ändra. Ingenting har ändrats.',
  },
  'changed-meanwhile': {
    status: 409,
    title: 'Någon hann före',
    detail: () =>
      'Uppgifterna har ändrats sedan du öppnade sidan. Det du skrev finns kvar men är inte sparat. Se vad som är nytt, och spara igen om det fortfarande stämmer.',
  },
  'place-protected': {
    status: 403,
    title: 'Adressen är skyddad',
    detail: () =>
      'Personen har skyddade personuppgifter. Bara den som har särskild behörighet får se och ändra adressen. Ingenting har ändrats.',
  },
  'protection-held': {
    status: 403,
    title: 'Du får inte ändra skyddet',
    detail: () =>
      'Personen har skyddade personuppgifter. Bara den som har särskild behörighet får ändra eller ta bort skyddet. Be en kollega som har den, eller er kvalitetsansvarige. Ingenting har ändrats.',
  },
  'number-taken': {
    status: 409,
    title: 'Numret går inte att spara här',
    detail: () =>
      'Numret går inte att spara på den här personen. Se efter siffrorna. Stämmer de, kontakta enhetens registrator. Ingenting har ändrats.',
    at: () => '#/number',
  },
  'number-known': {
    status: 409,
    title: 'Numret hör till en annan person',
    detail: () =>
      'Din enhet arbetar redan med en person som har det numret. Se efter siffrorna. Är det samma person, för ihop posterna. Ingenting har ändrats.',
    at: () => '#/number',
  },
  'case-contact-not-found': {
    status: 404,
    title: 'Ärendet finns inte',
    detail: () => 'Ärendet är redan avslutat, eller hör till en annan enhet.',
  },
  'unit-not-found': {
    status: 404,
    title: 'Enheten finns inte',
    detail: () => 'Välj en enhet hos er huvudman som finns i dag.',
    at: () => '#/unit',
  },
  'account-not-found': {
    status: 404,
    title: 'Kontot finns inte här',
    detail: () => 'Bara den som arbetar med personer hos er i dag kan få behörigheten.',
  },
  'authorise-self': {
    status: 403,
    title: 'Du kan inte ge dig själv behörighet',
    detail: () => 'Be någon annan med samma uppdrag. Ingenting har ändrats.',
  },
  'access-overlaps': {
    status: 409,
    title: 'Behörigheten finns redan',
    detail: () => 'Personalen har redan behörighet under den tiden. Ladda om sidan.',
  },
  'access-not-found': { status: 404, title: 'Behörigheten finns inte', detail: () => 'Den är redan tillbakatagen. Ladda om sidan.' },
  'period-past': { status: 422, title: 'Dagen har varit', detail: () => 'Sista dagen kan vara i dag eller senare.', at: () => '#/until' },
  'emergency-not-for-service': {
    status: 403,
    title: 'Nödöppning finns inte i din verksamhet',
    detail: () =>
      'Lagen om sammanhållen vård- och omsorgsdokumentation gäller hälso- och sjukvård och omsorg om äldre eller personer med funktionsnedsättning. Din enhet är inte registrerad som en sådan.',
  },
  'emergency-nothing-found': {
    status: 404,
    title: 'Det finns inget att öppna',
    detail: () => 'Ingen annan huvudman har uppgifter om personen som får öppnas så här. Ingenting har öppnats.',
  },
  'opening-not-found': {
    status: 404,
    title: 'Nödöppningen finns inte här',
    detail: () => 'Den hör inte till er huvudman, eller finns inte.',
  },
  'opening-reviewed': { status: 409, title: 'Någon hann före', detail: () => 'Nödöppningen är redan granskad. Ladda om sidan.' },
  'review-own': { status: 403, title: 'Du kan inte granska din egen nödöppning', detail: () => 'Någon annan granskare hos er gör det.' },
};
