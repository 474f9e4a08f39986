export { aboutPage } from './about.page.tsx';
export { errorAnswer, errorShell } from './error-answer.tsx';
export { homePage } from './home.page.tsx';
