export { demoAccounts, seedDemo } from './seed-demo.ts';
export { demoSigningPage } from './signing.page.tsx';
