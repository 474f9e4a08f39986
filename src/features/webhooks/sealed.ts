/** What the secrets of webhooks are bound to. */
export const contexts = { secret: (id: string) => `webhook.secret:${id}` };
