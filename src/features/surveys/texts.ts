import type { Respondent, SurveyQuestion, SurveySex, SurveyWord } from '../../domain/surveys/survey.ts';
import type { RefusalTexts } from '../../platform/index.ts';

export const questionTexts: Readonly<Record<SurveyQuestion, string>> = {
  'took-part': 'Fick du vara med och bestämma vad mötet skulle handla om?',
  listened: 'Lyssnade de andra på dig?',
  'right-people': 'Var rätt personer med?',
  'who-does-what': 'Vet du vem som gör vad nu?',
  'whom-to-ask': 'Vet du vem du ska fråga om något inte fungerar?',
  'will-help': 'Tror du att planen kommer att hjälpa?',
};
export const wordTexts: Readonly<Record<SurveyWord, string>> = { yes: 'Ja', partly: 'Till en del', no: 'Nej', unsure: 'Vet inte' };
export const sexTexts: Readonly<Record<SurveySex, string>> = {
  woman: 'Kvinna',
  man: 'Man',
  other: 'Annat',
  unsaid: 'Vill inte säga',
};
export const respondentTexts: Readonly<Record<Respondent, string>> = {
  individual: 'Den som mötet handlade om',
  relative: 'Närstående',
};

export const refusals: RefusalTexts = {
  'survey-code-unknown': {
    status: 422,
    title: 'Koden stämmer inte',
    detail: () => 'Läs koden en gång till. Den har sex grupper med fyra tecken.',
    at: () => '/code',
  },
  'survey-code-ended': {
    status: 422,
    title: 'Koden gäller inte längre',
    detail: () => 'En kod går att svara med i tre månader.',
    at: () => '/code',
  },
  'survey-code-spent': {
    status: 409,
    title: 'Koden är använd',
    detail: () => 'Någon har redan svarat med koden. Varje kod går att använda en gång.',
    at: () => '/code',
  },
};

export const surveyTexts = {
  title: 'Hur var mötet?',
  lead: 'Svaren är anonyma. De sparas utan namn och utan tid, och kan inte kopplas till dig eller till planen.',
  code: 'Koden du fick',
  codeHint: 'Sex grupper med fyra tecken.',
  who: 'Vem är du?',
  sex: 'Kön på den som mötet handlade om',
  submit: 'Skicka svaren',
  thanks: 'Tack för dina svar',
  thanksText: 'De är sparade utan namn. De visas först när minst fem har svarat.',
  results: 'Vad de som var med på möten säger',
  resultsLead: (organisation: string, year: number) => `Svar på enkäten efter möten som ${organisation} har hållit, ${year}.`,
  few: 'Färre än 5',
  answered: 'Svar',
  none: 'Inga svar visas än. Svar visas när minst fem har svarat.',
  earlier: (year: number) => `Visa ${year}`,
  protectedText: 'Antal under fem visas inte. Ibland döljs ett antal till, så att det inte går att räkna ut.',
  question: 'Fråga',
} as const;
