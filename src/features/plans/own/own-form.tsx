import type { Context } from 'hono';
import type { AppEnv, RefusalTexts } from '../../../platform/index.ts';
import type { FormManner } from '../../forms/index.ts';
import { ExitWords, ownFrame } from './own-page.tsx';
import { type Manner, mannerOf } from './words/manner.ts';

/** A form of the individual's own, as they read it. `refusals`: in Swedish, of the room. */
export function ownForm(c: Context<AppEnv>, refusals: RefusalTexts): FormManner {
  const manner = mannerOf(c);
  const { form, kept } = manner.words;
  return { frame: ownFrame(manner), says: form, kept, texts: inWords(refusals, manner), after: <ExitWords manner={manner} /> };
}

/** Each refusal in the words of these pages. What they have no words for is said as the room says it in Swedish, and in other languages in general words: never in Swedish. */
export function inWords(refusals: RefusalTexts, { language, words }: Manner): RefusalTexts {
  const said: Readonly<Record<string, string>> = words.refusals;
  const title = words.errors.refused;
  const spoken = [...new Set([...Object.keys(refusals), ...Object.keys(said)])].map((code) => {
    const kept = refusals[code];
    const detail = said[code] ?? (language === 'sv' ? undefined : said.other);
    const text = { status: 422, detail: () => said.other ?? '', ...kept, title };
    return [code, detail === undefined ? text : { ...text, detail: () => detail }] as const;
  });
  return { ...Object.fromEntries(spoken), forbidden: { status: 403, title, detail: () => words.errors.forbidden.text } };
}
