import type { RefusalTexts } from '../../../platform/index.ts';
import { annulmentTexts } from './texts-copies.ts';

/** Why something about a copy could not be done. */
export const copiesRefusals: RefusalTexts = {
  'copy-not-found': {
    status: 404,
    title: 'Kopian finns inte',
    detail: () => 'Den finns inte, eller är inte er. Se listan över kopior.',
  },
  'copy-annulled': {
    status: 403,
    title: 'Kopian är återkallad',
    detail: ({ reason }) =>
      `${annulmentTexts[reason === 'wrong-receiver' ? reason : 'wrong-content']}. Den går inte att öppna längre. Har ni skrivit ut den, förstör utskriften.`,
  },
  'copy-thinned': {
    status: 403,
    title: 'Kopian är gallrad',
    detail: ({ on }) => `Innehållet togs bort ${String(on)}, så som er organisation har bestämt. Att den har funnits står kvar i listan.`,
  },
  'copy-is-sent': {
    status: 409,
    title: 'Kopian är redan skickad',
    detail: () => 'En ny skickas bara när den förra inte kunde skickas eller är återkallad.',
  },
};
