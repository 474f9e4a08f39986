import type { RefusalTexts } from '../../../platform/index.ts';

export const surveyRefusals: RefusalTexts = {
  'survey-no-meeting': { status: 409, title: 'Inget möte har hållits', detail: () => 'Enkäten handlar om ett möte som har hållits.' },
  'survey-handed-out': {
    status: 409,
    title: 'Koderna är utdelade',
    detail: ({ most }) => `Högst ${String(most)} koder delas ut efter ett möte.`,
    at: () => '/codes',
  },
};

export const handOutTexts = {
  title: 'Enkät efter mötet',
  lead: 'Ge en kod var till personen och de närstående som var med. Koderna sparas inte och visas bara en gång. Svaren går inte att koppla till planen.',
  codes: 'Hur många koder?',
  submit: 'Gör koder',
  done: 'Skriv ut eller skriv av koderna',
  how: 'Svara på sidan Hur var mötet, på adressen /enkat. Koden gäller i tre månader.',
  link: 'Enkät efter mötet',
} as const;
