import { createHmac, randomBytes } from 'node:crypto';

const PREFIX = 'whsec_';

/** A new secret, as Standard Webhooks writes them: a word, and thirty-two bytes by chance in Base64. */
export function newWebhookSecret(): string {
  return `${PREFIX}${randomBytes(32).toString('base64')}`;
}

/** The headers that say who sends: the id of the event, the second it is sent, and one signature for each secret that holds (standardwebhooks.com). */
export function signedHeaders(id: string, body: string, secrets: readonly string[], now: Temporal.Instant): Record<string, string> {
  const timestamp = String(Math.floor(now.epochMilliseconds / 1000));
  const signatures = secrets.map((secret) => {
    const key = Buffer.from(secret.slice(PREFIX.length), 'base64');
    return `v1,${createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64')}`;
  });
  return { 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': signatures.join(' ') };
}
