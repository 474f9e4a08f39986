import type { RefusalTexts } from '../../platform/index.ts';

/** What forms share. */
export const formTexts = {
  dayHint: 'Skriv ÅÅÅÅ-MM-DD. Dagen får ligga framåt i tiden.',
  cancel: 'Avbryt',
  yes: 'Ja',
  /** Over fields that are folded, with how many they are. */
  folded: (words: string, count: number) => `${words} (${count})`,
  fillIn: 'Fyll i det här.',
  chooseOne: 'Välj ett alternativ.',
  chooseSome: 'Välj minst ett alternativ.',
  noSuchChoice: 'Välj bland de alternativ som visas.',
};

/** What is said when somebody has been logged out in the middle of a form, or what it was about is gone. */
export const keptTexts = {
  title: 'Du behöver logga in igen',
  lead: 'Ingenting är sparat ännu, men det du skrev finns kvar på den här sidan. Logga in i en ny flik, kom tillbaka hit och fortsätt.',
  logIn: 'Logga in i en ny flik',
  chooseAssignment: 'Välj uppdrag i en ny flik',
  goOn: 'Jag är inloggad, fortsätt',
  typed: 'Det du skrev',
  back: 'Du är inloggad igen. Det du skrev finns kvar men är inte sparat ännu.',
  lost: 'Det gick inte att spara',
  gone: 'Det som formuläret gällde finns inte längre.',
  copy: 'Det du skrev finns kvar här, så att du kan kopiera det.',
};

/** Why a form is not acted on, whichever it is. */
export const formRefusals: RefusalTexts = {
  'form-key-missing': {
    status: 422,
    title: 'Formuläret var inte helt',
    detail: () => 'Formuläret var inte helt. Skicka det igen härifrån. Det du skrev finns kvar, och ingenting har ändrats.',
  },
};
