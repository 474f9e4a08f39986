import { formatDate } from '../../ui/formats.ts';

/** The Swedish words of the page of a matrix. */
export const matrixTexts = {
  announce: 'Berätta om en planerad förändring som rör avtalet',
  title: (short: string) => `Ansvar: ${short}`,
  heading: 'Vem gör vad enligt avtalet',
  register: 'Avtal',
  place: 'Visa hur det görs i',
  noPlace: 'Ingen kommun vald',
  lead: (shown: number, all: number) =>
    shown === all ? `${all} rader, i källans ordning.` : `${shown} av ${all} rader passar valen. Det som alltid gäller visas alltid.`,
  notOnly: 'Ett märke betyder att aktören har ansvaret. Det betyder inte att andra saknar det.',
  csv: 'Hämta som CSV',
  otherVersion: {
    heading: (label: string) => `Du läser version ${label}`,
    text: (day: string) => `Det är inte den version som hör till ${formatDate(day)}.`,
    link: (label: string) => `Visa version ${label}`,
  },
  empty: { heading: 'Ingen rad passar valen', text: 'Ta bort något av valen.' },
  caption: (short: string) => `Ansvarsfördelning, ${short}`,
  corner: 'Aktivitet',
  all: 'Alla',
  filters: { utforare: 'Verksamhet', yrke: 'Yrke', alder: 'Ålder', svarighetsgrad: 'Svårighetsgrad' },
  condition: 'Villkor:',
  requires: 'Kräver:',
  deadline: 'Tidsgräns:',
  warning: 'Observera:',
  conflict: 'Avtalen säger olika:',
  conflictRow: 'Läs vad det avtalet säger',
};
