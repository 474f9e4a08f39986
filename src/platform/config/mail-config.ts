import { z } from 'zod';
import { Secret } from './secret.ts';
import { configTexts as texts } from './texts.ts';

/** How e-mail leaves: the server with its login, and who it is from. */
export type MailConfig = { readonly url: Secret; readonly from: string };

const isSmtp = (text: string) => ['smtp:', 'smtps:'].includes(URL.parse(text)?.protocol ?? '') && Boolean(URL.parse(text)?.hostname);

/** `notiser@example.se`, or `Överens <notiser@example.se>`; on one line. */
const MAIL_FROM = /^(?:[^<>\r\n"]{0,100}<[^\s<>@]+@[^\s<>@]+>|[^\s<>@]+@[^\s<>@]+)$/;

export const mailVariables = {
  SMTP_URL: z
    .string()
    .refine(isSmtp, texts.smtpUrl)
    .transform((text) => new Secret(text))
    .optional(),
  MAIL_FROM: z.string().max(254, texts.mailFrom).regex(MAIL_FROM, texts.mailFrom).optional(),
} as const;

/** The mail configuration, or undefined when no server is named. */
export function mailConfig({ SMTP_URL: url, MAIL_FROM: from }: z.output<z.ZodObject<typeof mailVariables>>): MailConfig | undefined {
  return url && from ? { url, from } : undefined;
}

/** What is missing beside what is given: the two come together. */
export function mailFaults(given: Readonly<Record<string, unknown>>): { variable: string; message: string }[] {
  const missing = ['SMTP_URL', 'MAIL_FROM'].filter((name) => !(name in given));
  return missing.length === 1 ? missing.map((variable) => ({ variable, message: texts.mailTogether })) : [];
}
