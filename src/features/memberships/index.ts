export { correctTurnPage } from './correct-turn.page.tsx';
export { membershipsApi } from './memberships.api.ts';
export { seedTurns } from './seed-turns.ts';
export { refusals as membershipRefusals } from './texts.ts';
export { turnPage } from './turn.page.tsx';
