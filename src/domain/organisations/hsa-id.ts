import { z } from 'zod';

/** As the catalogue of HSA writes them: country, organisation number, a hyphen and the own part. In capitals, however it is typed: one id, one unit or person. */
export const HsaId = z
  .string()
  .trim()
  .toUpperCase()
  .regex(/^SE\d{10}-[A-Z0-9]{1,20}$/);
