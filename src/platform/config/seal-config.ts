import { z } from 'zod';
import { Secret } from './secret.ts';
import { configTexts as texts } from './texts.ts';

/** What documents are sealed with: a key and its certificate, each as PEM or as the name of a file with one. */
export type SealConfig = { readonly key: Secret; readonly certificate: string };

export const sealVariables = {
  OVERENS_SEAL_KEY: z
    .string()
    .transform((text) => new Secret(text))
    .optional(),
  OVERENS_SEAL_CERTIFICATE: z.string().max(20_000, texts.sealCertificate).optional(),
} as const;

/** The seal, or undefined when none is named. */
export function sealConfig(read: z.output<z.ZodObject<typeof sealVariables>>): SealConfig | undefined {
  const { OVERENS_SEAL_KEY: key, OVERENS_SEAL_CERTIFICATE: certificate } = read;
  return key && certificate ? { key, certificate } : undefined;
}

/** What is missing beside what is given: the two come together. */
export function sealFaults(given: Readonly<Record<string, unknown>>): { variable: string; message: string }[] {
  const missing = ['OVERENS_SEAL_KEY', 'OVERENS_SEAL_CERTIFICATE'].filter((name) => !(name in given));
  return missing.length === 1 ? missing.map((variable) => ({ variable, message: texts.sealTogether })) : [];
}
