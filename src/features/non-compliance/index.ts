import type { Hono } from 'hono';
import type { AppEnv } from '../../platform/index.ts';
import { lackPage } from './lack.page.tsx';
import { lackFormPages } from './lack-forms.page.ts';
import { lacksPage } from './lacks.page.tsx';
import { orderOfLackPage } from './order.page.tsx';

export { awaitedLacks } from './awaited-lacks.ts';
export { lacksApi } from './non-compliance.api.ts';
export { seedLacks } from './seed-lacks.ts';
export { refusals as lackRefusals } from './texts.ts';

/** Every page about agreements that are not kept; those with fixed addresses first. */
export const lackPages: readonly Hono<AppEnv>[] = [lackFormPages, lacksPage, orderOfLackPage, lackPage];
