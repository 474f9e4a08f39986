import { z } from '@hono/zod-openapi';
import { STATUS_CODES } from '../../domain/agreements/status.ts';
import { orNull } from '../../platform/index.ts';
import { apiTexts } from './texts.ts';
import { MOST_FILE_BYTES } from './verify-document.ts';

/** Base64 is a third longer. */
const MOST_SIGNS = Math.ceil(MOST_FILE_BYTES / 3) * 4;

export const VerifyRequest = z
  .strictObject({
    file: z
      .string()
      .min(4)
      .max(MOST_SIGNS)
      .regex(/^([A-Za-z0-9+/]{4}[A-Za-z0-9+/]*={0,2}|[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)$/)
      .openapi({ description: apiTexts.file }),
  })
  .openapi('VerifyRequest', { example: { file: 'JVBERi0xLjcKJeLjz9MK' } });

const VerifiedDocument = z
  .strictObject({
    agreement: z.string(),
    version: z.string(),
    sealedAt: z.string(),
    status: orNull(z.enum(STATUS_CODES)),
  })
  .openapi('VerifiedDocument', { description: 'Dokumentet i registret, och hur avtalet står i dag.' });

const DocumentSeal = z
  .strictObject({ by: z.string(), certificate: z.string(), demo: z.boolean() })
  .openapi('DocumentSeal', { description: 'Vem som har förseglat. `demo`: ett sigill som programmet har gjort åt sig självt.' });

const LaterVersion = z.strictObject({ version: z.string(), from: z.string() }).openapi('LaterVersion');

export const VerifyBody = z
  .strictObject({
    state: z.enum(['valid', 'superseded', 'plan-copy', 'not-authentic']),
    label: z.string(),
    detail: z.string(),
    why: orNull(z.enum(['not-pdf', 'no-signature', 'added-to', 'not-ours', 'changed', 'not-registered'])),
    sha256: z.string(),
    document: orNull(VerifiedDocument),
    seal: orNull(DocumentSeal),
    later: orNull(LaterVersion),
  })
  .openapi('VerifyBody', { description: '`later`: vad som har kommit efter, eller är beslutat att komma.' });
