import type { RefusalTexts } from '../../platform/index.ts';

export const refusals: RefusalTexts = {
  'county-not-found': {
    status: 404,
    title: 'Länet finns inte här',
    detail: () => 'Registret har inget län med den koden. Länskoden har två siffror, till exempel 06.',
  },
  'municipality-not-found': {
    status: 404,
    title: 'Kommunen finns inte här',
    detail: () => 'Registret har ingen kommun med den koden. Kommunkoden har fyra siffror, till exempel 0686.',
  },
};
