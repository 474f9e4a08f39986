import type { RefusalTexts } from '../../platform/index.ts';

export const refusals: RefusalTexts = {
  'county-not-found': {
    status: 404,
    title: 'Länet finns inte här',
    detail: () => 'Registret har inget län med den koden. Länskoden har två siffror, till exempel 06.',
    at: () => 'path:/code',
  },
};
