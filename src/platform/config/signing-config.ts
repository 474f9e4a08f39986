import { z } from 'zod';
import { Secret } from './secret.ts';
import { configTexts as texts } from './texts.ts';

/** An outside service for electronic signatures: its address, the key that both sides sign what they send with, and what it is called. */
export type SigningConfig = { readonly url: string; readonly key: Secret; readonly name: string };

/** Shorter is no key. */
const LEAST_KEY = 32;

const isHttps = (text: string) => {
  const { protocol, hostname } = URL.parse(text) ?? {};
  return protocol === 'https:' || (protocol === 'http:' && hostname === 'localhost');
};

export const signingVariables = {
  SIGNING_URL: z
    .string()
    .refine(isHttps, texts.signingUrl)
    .transform((text) => text.replace(/\/+$/, ''))
    .optional(),
  SIGNING_KEY: z
    .string()
    .min(LEAST_KEY, texts.signingKey)
    .transform((text) => new Secret(text))
    .optional(),
  SIGNING_NAME: z.string().max(80, texts.signingName).default('underskriftstjänsten'),
} as const;

/** The service, or undefined when none is named. */
export function signingConfig(read: z.output<z.ZodObject<typeof signingVariables>>): SigningConfig | undefined {
  const { SIGNING_URL: url, SIGNING_KEY: key, SIGNING_NAME: name } = read;
  return url && key ? { url, key, name } : undefined;
}

/** What is missing beside what is given: the address and the key come together. */
export function signingFaults(given: Readonly<Record<string, unknown>>): { variable: string; message: string }[] {
  const missing = ['SIGNING_URL', 'SIGNING_KEY'].filter((name) => !(name in given));
  return missing.length === 1 ? missing.map((variable) => ({ variable, message: texts.signingTogether })) : [];
}
