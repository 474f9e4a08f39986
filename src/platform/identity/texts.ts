import type { RefusalTexts } from '../http/problem.ts';

/** Why the provider's answer lets nobody in, and what to do. */
export const identityRefusals: RefusalTexts = {
  'login-failed': {
    status: 403,
    title: 'Inloggningen gick inte att kontrollera',
    detail: () => 'Svaret från inloggningstjänsten stämde inte, eller tog för lång tid. Ingenting har ändrats. Försök logga in igen.',
  },
  'login-cancelled': { status: 403, title: 'Inloggningen avbröts', detail: () => 'Du är inte inloggad. Du kan försöka igen när du vill.' },
  'provider-unreachable': {
    status: 503,
    title: 'Inloggningstjänsten svarar inte',
    detail: () => 'Vänta en stund och försök igen. Det som är öppet för alla går att läsa utan inloggning.',
  },
  'logout-token-invalid': {
    status: 400,
    title: 'Utloggningen går inte att kontrollera',
    detail: () => 'Meddelandet är inte från inloggningstjänsten, gäller inte den här tjänsten, är för gammalt eller har redan använts.',
  },
  'assurance-too-low': {
    status: 403,
    title: 'Inloggningen är inte tillräckligt säker',
    detail: () => 'Här krävs en e-legitimation på tillitsnivå 3. Logga in igen med en sådan.',
  },
};
