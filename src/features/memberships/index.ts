export { membershipsApi } from './memberships.api.ts';
export { refusals as membershipRefusals } from './texts.ts';
export { turnPage } from './turn.page.tsx';
