import type { Respondent, SurveySex, SurveyWord } from '../../domain/surveys/survey.ts';
import type { RefusalTexts } from '../../platform/index.ts';

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
  'survey-incomplete': { status: 422, title: 'Svar saknas', detail: () => 'Svara på alla frågor.', at: () => '/said' },
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
  resultsLead: (organisation: string, half: string) => `Svar på enkäten efter möten som ${organisation} har hållit. Svar från ${half}.`,
  half: (year: number, second: boolean) => `${second ? 'juli till december' : 'januari till juni'} ${year}`,
  hidden: 'Döljs',
  fewGroup: (fewest: number) => `Färre än ${fewest} har svarat. Därför visas inget.`,
  answered: (count: number) => `${count} svar`,
  none: 'Inga svar från den tiden.',
  earlier: (half: string) => `Visa ${half}`,
  later: (half: string) => `Visa ${half}`,
  protectedText: (fewest: number) =>
    `Har färre än ${fewest} sagt samma sak visas det inte. Då döljs också svaren bredvid, så att det inte går att räkna ut. Svaren visas när halvåret är slut.`,
  question: 'Fråga',
  rests: 'Vad enkäten bygger på',
  leastLabel: 'Minsta antal som visas',
  questionsLabel: 'Frågorna',
} as const;
