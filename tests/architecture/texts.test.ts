import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { apiRefusals } from '../../src/api.ts';
import { sharedRefusals } from '../../src/platform/http/index.ts';
import { type StartFaultCode, startFault } from '../../src/platform/start-fault.ts';
import { read, root, sourceFiles } from './project-files.ts';
import { refusalCodes } from './refusal-codes.ts';

const TEXTS = /(^|[/-])texts(-[a-z]+)*\.tsx?$/;

/** What a sentence speaks of, where it cannot be said without. */
const PARAMS: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  'tag-not-found': { name: 'performer', value: 'primarvard' },
  'round-still-runs': { lastDay: '2026-12-31' },
  'last-day-too-far': { lastDay: '2027-12-31' },
  'not-more-time': { lastDay: '2026-12-31' },
  'came-before-sent': { openedOn: '2026-11-16' },
};

type Refused = { readonly file: string; readonly code: string | undefined };
const refused: Refused[] = sourceFiles.flatMap((file) => refusalCodes(read(file)).map((code) => ({ file, code })));

/** `src/features/law/read-law.ts` → `src/features/law/`; the platform is one room. */
const room = (file: string): string =>
  file
    .split('/')
    .slice(0, file.startsWith('src/features/') ? 3 : 2)
    .join('/');

/** The codes that have a sentence in the texts files of a room. */
async function sentencesOf(folder: string): Promise<Set<string>> {
  const files = sourceFiles.filter((file) => file.startsWith(`${folder}/`) && TEXTS.test(file));
  const modules = await Promise.all(files.map((file) => import(join(root, file)) as Promise<Record<string, unknown>>));
  const objects = modules.flatMap((module) => Object.values(module)).filter((value) => typeof value === 'object' && value !== null);
  return new Set(objects.flatMap((value) => Object.keys(value as object)));
}

/** A room of pages alone answers what is not found with the error page, which has its words in `src/ui/pages/texts.ts`. */
function isErrorPage({ file, code = '' }: Refused): boolean {
  const api = sourceFiles.some((path) => path.startsWith(`${room(file)}/`) && path.endsWith('.api.ts'));
  return !api && code.endsWith('-not-found');
}

function endsAStart(code: string): boolean {
  try {
    return startFault(code as StartFaultCode, {} as never).message.length > 0;
  } catch {
    return false;
  }
}

describe('refusals', () => {
  test('are found where they are made', () => {
    expect(refusalCodes("return refuse('a-b', { c: 'd' })")).toEqual(['a-b']);
    expect(refusalCodes("return refuse('x' in y ? 'a' : 'b', {})")).toEqual(['a', 'b']);
    expect(refusalCodes('return refuse(code)')).toEqual([undefined]);
    expect(refusalCodes("// refuse('comment')\n")).toEqual([]);
    expect(refused.length).toBeGreaterThan(20);
  });

  test('have their code written out, so that it can be looked for', () => {
    expect(refused.filter(({ code }) => code === undefined)).toEqual([]);
  });

  test('have a Swedish sentence in the texts of their own room, or in those that all doors share', async () => {
    const without: Refused[] = [];
    // The domain and the readers of files have no prose: what they refuse is said by the features that ask it.
    const features = [...new Set(sourceFiles.filter((file) => file.startsWith('src/features/')).map(room))];
    for (const one of refused) {
      const code = one.code ?? '';
      const rooms = /^src\/(domain|formats)\//.test(one.file) ? features : [room(one.file)];
      const said = (await Promise.all(rooms.map(sentencesOf))).some((codes) => codes.has(code)) || Object.hasOwn(sharedRefusals, code);
      if (!said && !isErrorPage(one) && !endsAStart(code)) without.push(one);
    }
    expect(without).toEqual([]);
  });
});

describe('the sentences of the API', () => {
  test.each(Object.entries(apiRefusals))('%s says what is wrong and what to do', (code, { title, detail }) => {
    expect(title).toMatch(/^[A-ZÅÄÖ].*[^.]$/);
    expect(detail(PARAMS[code] ?? {})).toMatch(/^[A-ZÅÄÖ].*\.$/);
  });

  test('are all of refusals that are made', () => {
    const made = new Set(refused.map(({ code }) => code));
    expect(Object.keys(apiRefusals).filter((code) => !made.has(code))).toEqual([]);
  });
});
