import type { RefusalTexts } from '../../platform/index.ts';

/** Signatures that are made at an outside service. */
export const signingTexts = {
  elsewhere: (name: string) => `Du kan också skriva under med e-legitimation hos ${name}. Då sparas också tjänstens eget bevis.`,
  begin: (name: string) => `Skriv under hos ${name}`,
  title: 'Underskrift hos en annan tjänst',
  service: 'tjänsten',
  go: (name: string) => `Fortsätt till ${name}`,
  again: 'Jag är klar – se hur det gick',
  anew: 'Börja om med underskriften',
  states: {
    waiting: 'Underskriften väntar på dig hos tjänsten. Länken är din: ingen annan kan skriva under med den.',
    signed: 'Du har skrivit under. Underskriften är antecknad med tjänstens bevis.',
    declined: 'Du har valt att inte skriva under. Ingenting har antecknats om texten.',
    'timed-out': 'Tiden för att skriva under har gått ut. Ingenting har antecknats om texten.',
  },
  notTaken: 'Du har skrivit under hos tjänsten, men underskriften gick inte att anteckna. Tjänstens bevis är sparat.',
  refused: 'Det här gick inte',
};

/** What is said when a signature at an outside service cannot be made. */
export const signingRefusals: RefusalTexts = {
  'order-not-found': {
    status: 404,
    title: 'Underskriften finns inte',
    detail: () => 'Det finns ingen sådan begäran om underskrift, eller så är den inte din.',
  },
  'no-hsa-id': {
    status: 409,
    title: 'Ditt konto saknar HSA-id',
    detail: () =>
      'Tjänsten behöver ditt HSA-id för att veta att det är du. Be den som förvaltar konton att lägga till det, eller skriv under här.',
  },
  'signing-service-down': {
    status: 503,
    title: 'Tjänsten svarar inte',
    detail: () =>
      'Tjänsten för underskrift går inte att nå just nu. Försök igen om en stund, eller skriv under här. Ingenting har ändrats.',
  },
  // Of a signature that was made elsewhere only the code is kept, so these speak of it without the days.
  'decided-before-its-turn': {
    status: 422,
    title: 'Underskriften är för tidig',
    detail: () => 'Underskriften är gjord före dagen då steget före var klart.',
  },
  'decided-in-the-future': {
    status: 422,
    title: 'Dagen har inte varit',
    detail: () => 'Underskriftens dag kan inte ligga framåt i tiden.',
  },
};
