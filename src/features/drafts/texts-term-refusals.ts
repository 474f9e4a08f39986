import type { RefusalTexts } from '../../platform/index.ts';

/** What is said when a term or a row cannot be written as it was typed. */
export const termRefusals: RefusalTexts = {
  'term-not-found': { status: 404, title: 'Villkoret finns inte', detail: () => 'Det finns inte längre. Någon kan ha tagit bort det.' },
  'target-missing': {
    status: 409,
    title: 'Målgruppen saknas',
    detail: () => 'Skriv först målgruppen i ord, och sedan vilka situationer det handlar om.',
  },
  'step-gone': { status: 404, title: 'Steget finns inte', detail: () => 'Steget finns inte längre. Någon kan ha tagit bort det.' },
  'only-step': {
    status: 409,
    title: 'Det enda steget',
    detail: () => 'Det är det enda steget. Lägg till ett annat innan du tar bort det.',
  },
  'ladder-not-found': { status: 404, title: 'Trappan finns inte', detail: () => 'Trappan finns inte längre. Någon kan ha tagit bort den.' },
  'rule-gone': { status: 404, title: 'Regeln finns inte', detail: () => 'Regeln finns inte längre. Någon kan ha tagit bort den.' },
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
  'months-invalid': {
    status: 422,
    title: 'Inte ett antal månader',
    detail: () => 'Skriv antalet månader med siffror, till exempel 12.',
    at: () => '/every',
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
