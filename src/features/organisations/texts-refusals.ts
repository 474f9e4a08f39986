import type { RefusalTexts } from '../../platform/index.ts';
import { countyRefusals } from '../counties/index.ts';
import { readRefusals } from './unit-texts.ts';

/** What a place may be refused for. */
export const refusals: RefusalTexts = {
  ...countyRefusals,
  ...readRefusals,
  'municipality-not-found': {
    status: 404,
    title: 'Kommunen finns inte här',
    detail: () => 'Registret har ingen kommun med den koden. Kommunkoden har fyra siffror, till exempel 0686.',
    at: () => 'path:/code',
  },
};
