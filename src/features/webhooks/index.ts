export { registeringApi } from './registering.api.ts';
export { seedWebhook } from './seed-webhooks.ts';
export { sendWebhooks } from './send-webhooks.ts';
export { refusals as webhookRefusals } from './texts.ts';
export { webhooksApi } from './webhooks.api.ts';
export { webhooksPage } from './webhooks.page.tsx';
