import type { RefusalTexts } from '../../platform/index.ts';
import { receiptLabels, stateLabels } from './texts.ts';

const rowsField = ({ first }: Readonly<Record<string, unknown>>) => `/rows-${String(first)}`;

/** What is said when something about a planned change cannot be done. */
export const refusals: RefusalTexts = {
  'change-not-found': {
    status: 404,
    title: 'Förändringen finns inte',
    detail: () => 'Det finns ingen planerad förändring här, eller så är den inte din att läsa.',
  },
  'not-a-party': {
    status: 403,
    title: 'Bara parter berättar för varandra',
    detail: () => 'Din organisation är inte part i länets avtal. Regionen och kommunerna är det.',
  },
  'not-your-unit': {
    status: 422,
    title: 'Välj din egen enhet',
    detail: () => 'Du leder en enhet och berättar om den. Välj den, och ingen annan.',
    at: () => '/units',
  },
  'own-unit-not-found': {
    status: 422,
    title: 'Enheten är inte er',
    detail: () => 'Välj bland enheterna i din egen organisation, som de är i dag.',
    at: () => '/units',
  },
  'change-in-the-past': {
    status: 422,
    title: 'Dagen har varit',
    detail: () => 'Välj i dag eller en senare dag. Det som redan har hänt är ingen planerad förändring.',
    at: () => '/from',
  },
  'rows-missing': {
    status: 422,
    title: 'Välj minst ett ansvar',
    detail: () => 'Välj minst en rad i något av avtalen. Den avgör vilka parter som får veta.',
    at: rowsField,
  },
  'row-not-in-force': {
    status: 422,
    title: 'Raden finns inte',
    detail: ({ row }) => `Raden ${String(row).split('#').at(-1)} finns inte i något avtal som ni arbetar efter. Välj bland dem som visas.`,
    at: rowsField,
  },
  'change-not-in-state': {
    status: 409,
    title: 'Går inte i det här läget',
    detail: ({ state }) => `Läget är nu: ${stateLabels[String(state) as keyof typeof stateLabels]?.toLowerCase()}. Då går det inte.`,
  },
  'receipt-not-in-state': {
    status: 409,
    title: 'Det är redan gjort',
    detail: ({ receipt }) =>
      `Partens svar är redan: ${receiptLabels[String(receipt) as keyof typeof receiptLabels]?.toLowerCase()}. Någon kan ha hunnit före.`,
  },
  'not-a-receiver': {
    status: 409,
    title: 'Parten är inte berörd',
    detail: () => 'Parten är inte med i de avtal som förändringen gäller, och har inte fått den.',
  },
  'change-reworded': {
    status: 409,
    title: 'Förändringen har skrivits om',
    detail: () => 'Den har ändrats sedan du öppnade sidan. Gå tillbaka, läs den nya formuleringen och försök igen.',
  },
};
