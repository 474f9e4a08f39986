import type { RefusalTexts } from '../../platform/index.ts';

/** The forms of the matrix of responsibilities: its headings and its actors. */
export const matrixTexts = {
  title: 'Aktörer och rubriker',
  lead: 'Hur tabellen över vem som gör vad är uppställd: under vilka rubriker ansvaren står, och vilka som kan ha dem.',
  link: 'Ändra aktörer och rubriker',
  layout: 'Vad är kolumner?',
  layouts: { columns: 'Aktörerna, i den ordning du väljer', groups: 'Kommunen, regionen och andra' },
  groups: 'Rubriker',
  group: {
    title: 'Rubrik i tabellen',
    add: 'Lägg till en rubrik',
    lead: 'Ansvaren under rubriken följer med när den byter namn eller plats. Till vilken rubrik ett ansvar hör ändrar du i ansvaret.',
    heading: 'Rubrik',
    place: 'Var bland rubrikerna?',
    remove: 'Ta bort rubriken',
  },
  actors: 'Aktörer',
  actor: {
    title: 'Aktör',
    add: 'Lägg till en aktör',
    lead: 'Någon som kan ha ansvar enligt texten. Ansvaren följer med när den byter namn.',
    name: 'Namn, som det står i texten',
    short: 'Kort namn',
    authority: 'Vems är den?',
    authorities: { region: 'Regionens', municipality: 'Kommunens', both: 'Bådas', external: 'Någon annans' },
    performers: 'Verksamheter som den motsvarar',
    roles: 'Yrken som den motsvarar',
    tagsHint: 'Den som söker efter sitt yrke eller sin verksamhet hittar ansvaret genom det du väljer här.',
    includes: 'Andra aktörer som den är en samling av',
    column: 'Kolumn i tabellen',
    columnHint: 'Behövs när kolumnerna är aktörer. Utan val är den ingen kolumn.',
    remove: 'Ta bort aktören',
  },
  remove: 'Ta bort',
};

const list = (value: unknown): string => (Array.isArray(value) ? value.map(String).join(', ') : '');

/** What is said when the matrix cannot be written as it was asked. */
export const matrixRefusals: RefusalTexts = {
  'group-used': {
    status: 409,
    title: 'Rubriken används',
    detail: ({ rows }) => `De här ansvaren står under rubriken: ${list(rows)}. Flytta dem till en annan rubrik först.`,
  },
  'only-group': { status: 409, title: 'Den enda rubriken', detail: () => 'Varje ansvar står under en rubrik. Lägg till en annan först.' },
  'actor-used': {
    status: 409,
    title: 'Aktören används',
    detail: ({ rows, groups }) =>
      [
        list(rows) && `Aktören är med i de här ansvaren: ${list(rows)}.`,
        list(groups) && `Den ingår i: ${list(groups)}.`,
        'Ta bort den där först.',
      ]
        .filter(Boolean)
        .join(' '),
  },
  'only-column': {
    status: 409,
    title: 'Tabellen behöver en kolumn',
    detail: () => 'Tabellen har aktörer som kolumner och behöver minst en. Välj en kolumn för någon aktör först.',
    at: () => '/after',
  },
};
