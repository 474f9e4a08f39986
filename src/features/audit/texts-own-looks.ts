import type { RefusalTexts } from '../../platform/index.ts';

/** Why the individual cannot see who has looked at a plan. */
export const ownLooksRefusals: RefusalTexts = {
  'plan-not-found': { status: 404, title: 'Planen finns inte', detail: () => 'Det finns ingen sådan plan, eller så är den inte din.' },
};
