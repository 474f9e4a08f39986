import type { MailConfig } from '../config/index.ts';

/** A plain text mail. `id` makes its Message-ID, so that a server that gets it twice can know. */
export type Mail = { readonly to: string; readonly subject: string; readonly text: string; readonly id: string };

const PATIENCE = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 30_000 };

/**
 * Hands mail over to the server. Answers `sent`, or `refused` when the server surely did not take it (not reached, or it said no); throws when that is not
 * known. The library is loaded with the first mail: most processes send none.
 */
export function smtpSender({ url, from }: MailConfig): (mail: Mail) => Promise<'sent' | 'refused'> {
  return async ({ to, subject, text, id }) => {
    const { createTransport } = await import('nodemailer');
    const transport = createTransport({ url: url.reveal(), ...PATIENCE });
    const domain = /@([^>\s]+)/.exec(from)?.[1] ?? 'localhost';
    try {
      // Whether a server that breaks off had got the text cannot be told from the error, so it is first asked whether it is there and lets us in.
      if (!(await transport.verify().catch(() => false))) return 'refused';
      await transport.sendMail({
        from,
        to,
        subject,
        text,
        messageId: `<${id}@${domain}>`,
        headers: { 'Auto-Submitted': 'auto-generated' },
        disableFileAccess: true,
        disableUrlAccess: true,
      });
      return 'sent';
    } catch (error) {
      if (isRefused(error)) return 'refused';
      throw new Error('it is not known whether the mail was taken');
    } finally {
      transport.close();
    }
  };
}

/** Did the server itself say no? */
function isRefused(error: unknown): boolean {
  return error instanceof Error && 'responseCode' in error && typeof error.responseCode === 'number' && error.responseCode >= 400;
}
