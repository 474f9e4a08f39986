import type { Context } from 'hono';
import type { Refusal } from '../../domain/refusal.ts';
import type { InputFault } from '../use-case.ts';
import type { AppEnv } from './env.ts';

/** The statuses a refusal may have. */
export type ProblemStatus = 400 | 403 | 404 | 405 | 409 | 413 | 415 | 422 | 429 | 500;

/** RFC 9457. `errors` points at every fault, not only the first. */
export type Problem = {
  type: string;
  title: string;
  status: ProblemStatus;
  detail: string;
  code: string;
  requestId: string;
  errors?: { pointer: string; detail: string }[] | undefined;
};

/** The HTTP status and Swedish sentence of each refusal that any door may meet; features add their own. */
const SHARED: Record<string, { status: ProblemStatus; title: string; detail: string }> = {
  'input-invalid': {
    status: 422,
    title: 'Uppgifterna går inte att använda',
    detail: 'Rätta det som anges i errors och försök igen. Ingenting har ändrats.',
  },
  'not-json': { status: 400, title: 'Innehållet går inte att läsa', detail: 'Skicka giltig JSON i UTF-8.' },
  'media-type': { status: 415, title: 'Fel sorts innehåll', detail: 'Skicka innehållet som application/json i UTF-8.' },
  'too-large': { status: 413, title: 'Innehållet är för stort', detail: 'Skicka högst så mycket som dokumentationen anger.' },
  'too-many': { status: 429, title: 'För många anrop', detail: 'Vänta så länge som Retry-After anger och försök igen.' },
  'not-found': { status: 404, title: 'Finns inte', detail: 'Det finns inget på den här adressen.' },
  'method-not-allowed': {
    status: 405,
    title: 'Går inte att göra här',
    detail: 'Adressen finns, men svarar inte på den metoden. Se Allow.',
  },
  forbidden: { status: 403, title: 'Du får inte göra detta', detail: 'Din behörighet räcker inte.' },
  'address-unreadable': { status: 400, title: 'Adressen går inte att läsa', detail: 'Adressen innehåller tecken som inte är giltiga.' },
  internal: { status: 500, title: 'Något gick fel hos oss', detail: 'Felet är noterat. Ange numret i requestId om du hör av dig.' },
};

export type RefusalText = { status: ProblemStatus; title: string; detail: (params: Readonly<Record<string, unknown>>) => string };
export type RefusalTexts = Record<string, RefusalText>;

/** Answers a refusal as application/problem+json. An unknown code is a bug and throws. */
export function problem(c: Context<AppEnv>, refusal: Refusal, texts: RefusalTexts = {}): Response {
  const own = texts[refusal.code];
  const shared = SHARED[refusal.code];
  const status = own?.status ?? shared?.status;
  const title = own?.title ?? shared?.title;
  const detail = own ? own.detail(refusal.params) : shared?.detail;
  if (!status || !title || !detail) throw new Error(`no text for refusal ${refusal.code}`);
  const faults = refusal.params.faults as InputFault[] | undefined;
  const body: Problem = {
    type: `/api/v1/problem/${refusal.code}`,
    title,
    status,
    detail,
    code: refusal.code,
    requestId: c.var.requestId,
    errors: faults?.map(({ pointer, message }) => ({ pointer, detail: message })),
  };
  return c.json(body, status, { 'content-type': 'application/problem+json; charset=utf-8' });
}
