import type { RefusalTexts } from '../../platform/index.ts';

/** The forms of tables in the text of a section. */
export const tableTexts = {
  heading: 'Tabeller i avsnittet',
  lead: 'Du kan skriva i tabellen direkt i texten nedan, om din webbläsare kan visa den som rutor. Annars är den rader som börjar och slutar med ett lodrätt streck, och då ändrar du den lättast här: en rad i taget.',
  nth: (nth: number) => `Tabell ${nth}`,
  row: {
    title: 'Rad i tabellen',
    head: 'Tabellens rubriker',
    lead: 'Skriv det som ska stå i varje kolumn. En tom ruta är också en ruta.',
    change: (first: string) => `Ändra raden ${first}`,
    changeHead: 'Ändra rubrikerna',
    nameless: (nth: number) => `nummer ${nth}`,
    column: (nth: number) => `Kolumn ${nth}`,
    remove: 'Ta bort raden',
    removeLead: (cells: string) => `Raden tas bort ur tabellen: ${cells}`,
    add: 'Lägg till en rad under den här',
    addTitle: 'Ny rad i tabellen',
  },
  column: {
    add: 'Lägg till en kolumn',
    heading: 'Rubrik',
    lead: 'Kolumnen blir tom i varje rad.',
    place: 'Var?',
    remove: (heading: string) => `Ta bort kolumnen ${heading}`,
    removeLead: (count: number) => (count === 0 ? 'Kolumnen är tom.' : `Det som står i kolumnen tas bort, i ${count} av raderna.`),
  },
  table: {
    add: 'Lägg till en tabell sist i avsnittet',
    lead: 'Tabellen får de rubriker du skriver och en tom rad.',
    headings: 'Rubriker',
    headingsHint: 'En rubrik per rad, från vänster till höger.',
  },
  remove: 'Ta bort',
};

/** What is said when a table cannot be changed. */
export const tableRefusals: RefusalTexts = {
  'table-row-not-found': {
    status: 404,
    title: 'Raden finns inte',
    detail: () => 'Raden finns inte längre i tabellen. Någon kan ha tagit bort den.',
  },
  'table-column-not-found': {
    status: 404,
    title: 'Kolumnen finns inte',
    detail: () => 'Kolumnen finns inte längre. Någon kan ha tagit bort den.',
  },
  'only-table-column': {
    status: 409,
    title: 'Den enda kolumnen',
    detail: () => 'En tabell har minst en kolumn. Ta bort raderna i stället.',
  },
  'table-too-wide': { status: 422, title: 'För många kolumner', detail: ({ most }) => `En tabell har högst ${most} kolumner.` },
  'table-after-table': {
    status: 409,
    title: 'Det står redan en tabell sist',
    detail: () => 'Två tabeller direkt efter varandra blir en. Skriv en mening efter den som finns först.',
  },
};
