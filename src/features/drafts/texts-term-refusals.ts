import type { RefusalTexts } from '../../platform/index.ts';
import { matrixRefusals } from './texts-matrix.ts';
import { tableRefusals } from './texts-tables.ts';

/** What is said when a term or a row cannot be written as it was typed. */
export const termRefusals: RefusalTexts = {
  ...matrixRefusals,
  ...tableRefusals,
  'term-not-found': { status: 404, title: 'Villkoret finns inte', detail: () => 'Det finns inte längre. Någon kan ha tagit bort det.' },
  'target-missing': {
    status: 409,
    title: 'Målgruppen saknas',
    detail: () => 'Skriv först målgruppen i ord, och sedan vilka situationer det handlar om.',
  },
  'minor-keeps-parties': {
    status: 409,
    title: 'En mindre ändring rör inte parterna',
    detail: () => 'Vilka som är parter ändras bara i en ny version.',
  },
  'no-party': { status: 422, title: 'Ingen kommun är vald', detail: () => 'Välj minst en kommun.', at: () => '/municipalities' },
  'local-names-parties': {
    status: 422,
    title: 'Parterna ska namnges',
    detail: () => 'En lokal överenskommelse har de kommuner som du väljer. Välj minst en.',
    at: () => '/municipalities',
  },
  'part-not-found': { status: 404, title: 'Delen finns inte', detail: () => 'Delen finns inte längre. Någon kan ha tagit bort den.' },
  'only-step': {
    status: 409,
    title: 'Det enda steget',
    detail: () => 'Det är det enda steget. Lägg till ett annat innan du tar bort det.',
  },
  'ladder-not-found': { status: 404, title: 'Trappan finns inte', detail: () => 'Trappan finns inte längre. Någon kan ha tagit bort den.' },
  'ladder-rule-not-found': {
    status: 404,
    title: 'Regeln finns inte',
    detail: () => 'Regeln finns inte längre. Någon kan ha tagit bort den.',
  },
  'no-actor': { status: 422, title: 'Ingen gör det', detail: () => 'Välj minst en aktör och vad den gör.' },
  'condition-both-ways': {
    status: 422,
    title: 'Både ja och nej',
    detail: () => 'Du har valt både ja och nej på samma sak. Välj ett av dem, eller inget om det inte spelar någon roll.',
    at: ({ field }) => `/${field}`,
  },
  'condition-not-a-number': {
    status: 422,
    title: 'Inte ett helt tal',
    detail: () => 'Skriv ett helt tal med siffror, eller lämna tomt.',
    at: ({ field, fact, edge }) => `/${field}-${fact}-${edge}`,
  },
  'period-invalid': {
    status: 422,
    title: 'Inte hur ofta',
    detail: ({ most }) => `Skriv ett helt tal med siffror, från 1 till ${most}. Till exempel 12 månader.`,
    at: () => '/every',
  },
  'number-out-of-range': {
    status: 422,
    title: 'Talet går inte att använda',
    detail: ({ min, max }) => `Skriv ett helt tal med siffror, från ${min} till ${max}.`,
    at: ({ field }) => `/${field}`,
  },
  'role-not-found': {
    status: 422,
    title: 'Okänt ansvar',
    detail: () => 'Välj vad aktören gör bland det som går att välja.',
    at: ({ actor }) => `/actor-${actor}`,
  },
  'row-name-invalid': {
    status: 422,
    title: 'Beteckningen går inte att använda',
    detail: () => 'Skriv länets förkortning med stora bokstäver, bindestreck och nummer, till exempel DAL-15.',
    at: () => '/row',
  },
  'limit-incomplete': {
    status: 422,
    title: 'Tidsgränsen är inte hel',
    detail: ({ field }) =>
      field === 'basis'
        ? 'Välj vad tidsgränsen vilar på. Läsaren ska se om den är lag eller överenskommen.'
        : 'Skriv tidsgränsen som den står i texten, eller töm de andra fälten.',
    at: ({ field }) => `/deadline/${field}`,
  },
};
