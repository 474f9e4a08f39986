export { aboutPage } from './about.page.tsx';
export { errorAnswer } from './error-answer.tsx';
export { homePage } from './home.page.tsx';
