import type { Context } from 'hono';
import type { Refusal } from '../../domain/refusal.ts';
import type { InputFault } from '../use-case.ts';
import type { AppEnv } from './env.ts';

/** The statuses a refusal may have. */
export type ProblemStatus = 400 | 401 | 403 | 404 | 405 | 409 | 413 | 415 | 422 | 429 | 500 | 503;

/** How to be let in, as RFC 9110 wants it said with 401: by the cookie of a login. */
const CHALLENGE = 'Cookie realm="overens", cookie-name="__Host-session"';

/** So many faults are told; with more the request is something else than a slip, and the answer should not grow with it. */
const MOST_FAULTS = 100;

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

type Params = Readonly<Record<string, unknown>>;

/** `at`: where in an API call the fault is (`query:/right`), for a refusal of one value; said in `errors` unless the refusal has faults of its own. */
export type RefusalText = { status: ProblemStatus; title: string; detail: (params: Params) => string; at?: (params: Params) => string };
export type RefusalTexts = Record<string, RefusalText>;

/** The HTTP status and Swedish sentence of each refusal that any door may meet; features add their own. */
export const sharedRefusals: RefusalTexts = {
  'plan-closed': {
    status: 409,
    title: 'Planen är avslutad',
    detail: () => 'Inget mer skrivs i en plan som är avslutad. Den finns kvar att läsa. Behövs mer, öppna en ny plan.',
  },
  'input-invalid': {
    status: 422,
    title: 'Uppgifterna går inte att använda',
    detail: () => 'Rätta det som anges i errors och försök igen. Ingenting har ändrats.',
  },
  'not-json': { status: 400, title: 'Innehållet går inte att läsa', detail: () => 'Skicka giltig JSON i UTF-8.', at: () => '#' },
  'media-type': {
    status: 415,
    title: 'Fel sorts innehåll',
    detail: () => 'Skicka innehållet okomprimerat, som application/json i UTF-8.',
    at: () => '#',
  },
  'too-large': {
    status: 413,
    title: 'Innehållet är för stort',
    detail: () => 'Skicka högst så mycket som dokumentationen anger.',
    at: () => '#',
  },
  'too-many': { status: 429, title: 'För många anrop', detail: () => 'Vänta så länge som Retry-After anger och försök igen.' },
  'not-found': { status: 404, title: 'Finns inte', detail: () => 'Det finns inget på den här adressen.' },
  'method-not-allowed': {
    status: 405,
    title: 'Går inte att göra här',
    detail: () => 'Adressen finns, men svarar inte på den metoden. Se Allow.',
  },
  'step-up-needed': {
    status: 403,
    title: 'Bekräfta vem du är',
    detail: () => 'Det här kräver att du nyss har loggat in. Logga in igen, så kan du fortsätta. Ingenting har ändrats.',
  },
  'not-logged-in': {
    status: 401,
    title: 'Logga in först',
    detail: () => 'Det här är bara för den som har loggat in. Logga in på webbplatsen och skicka med kakan. Ingenting har ändrats.',
  },
  'cross-site': {
    status: 403,
    title: 'Anropet kommer från en annan webbplats',
    detail: () => 'Det som kräver inloggning svarar bara den egna webbplatsen. Ingenting har ändrats.',
  },
  'key-taken': {
    status: 409,
    title: 'Formuläret har redan använts',
    detail: () => 'Det har redan skickats med något annat i. Skicka det igen härifrån, eller med en ny nyckel. Ingenting har ändrats.',
    at: () => '/key',
  },
  forbidden: { status: 403, title: 'Du får inte göra detta', detail: () => 'Din behörighet räcker inte.' },
  'address-unreadable': {
    status: 400,
    title: 'Adressen går inte att läsa',
    detail: () => 'Adressen innehåller tecken som inte är giltiga. Använd UTF-8 och procentkodning.',
  },
  'database-unavailable': {
    status: 503,
    title: 'Databasen svarar inte',
    detail: () => 'Vänta så länge som Retry-After anger och försök igen. Var det en ändring, se först efter om den kom med.',
  },
  internal: { status: 500, title: 'Något gick fel hos oss', detail: () => 'Felet är noterat. Ange numret i requestId om du hör av dig.' },
};

/** Where a person can read about a code. */
export function problemType(code: string): string {
  return `/api/v1/docs#fel-${code}`;
}

/** The status, heading and Swedish sentence of a refusal. An unknown code is a bug and throws. */
export function sentenceOf({ code, params }: Refusal, texts: RefusalTexts): { status: ProblemStatus; title: string; detail: string } {
  const { status, title, detail } = textOf(code, texts);
  return { status, title, detail: detail(params) };
}

function textOf(code: string, texts: RefusalTexts): RefusalText {
  const text = Object.hasOwn(texts, code) ? texts[code] : sharedRefusals[code];
  if (!text) throw new Error(`no text for refusal ${code}`);
  return text;
}

/** Answers a refusal as application/problem+json. An unknown code is a bug and throws. */
export function problem(c: Context<AppEnv>, refusal: Refusal, texts: RefusalTexts = {}): Response {
  const { code, params } = refusal;
  const text = textOf(code, texts);
  const detail = text.detail(params);
  const own = text.at ? [{ pointer: text.at(params), message: detail }] : undefined;
  const faults = (params.faults as InputFault[] | undefined) ?? own;
  const body: Problem = {
    type: problemType(code),
    title: text.title,
    status: text.status,
    detail,
    code,
    requestId: c.var.requestId,
    errors: faults?.slice(0, MOST_FAULTS).map(({ pointer, message }) => ({ pointer: located(c, pointer), detail: message })),
  };
  const headers = { 'content-type': 'application/problem+json; charset=utf-8' };
  return c.json(body, text.status, text.status === 401 ? { ...headers, 'www-authenticate': CHALLENGE } : headers);
}

/** A pointer into the input of a use-case, as a place in the request: a part of the path, a parameter, or the body. */
function located(c: Context<AppEnv>, pointer: string): string {
  if (!/^(\/|$)/.test(pointer)) return pointer;
  const [, name = ''] = pointer.split('/');
  if (c.req.param(name) !== undefined) return `path:${pointer}`;
  return c.req.method === 'GET' || c.req.method === 'HEAD' ? `query:${pointer}` : `#${pointer}`;
}
