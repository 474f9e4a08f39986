export { strictJson } from './api.ts';
export { assetRoutes } from './assets.ts';
export type { AppEnv } from './env.ts';
export { problem } from './problem.ts';
export { publicCache } from './public-cache.ts';
export { rateLimit } from './rate-limit.ts';
export { requestId } from './request-id.ts';
export { securityHeaders } from './security-headers.ts';
