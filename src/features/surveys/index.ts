export { mixSurveyAnswers } from './mix-survey-answers.ts';
export { seedSurvey } from './seed-survey.ts';
export { surveyPage } from './survey.page.tsx';
export { newSurveyCode } from './survey-code.ts';
export { refusals as surveyRefusals } from './texts.ts';
