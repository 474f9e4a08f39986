import type { Context } from 'hono';
import type { AppEnv, RefusalTexts } from '../../../platform/index.ts';
import type { FormManner } from '../../forms/index.ts';
import { ExitWords, ownFrame } from './own-page.tsx';
import { mannerOf } from './words/manner.ts';
import type { OwnWords } from './words/own-words.ts';

/** A form of the individual's own, as they read it. `refusals`: in Swedish, of the room; those that can come of what they do have words in each language. */
export function ownForm(c: Context<AppEnv>, refusals: RefusalTexts): FormManner {
  const manner = mannerOf(c);
  return { frame: ownFrame(manner), says: manner.words.form, texts: inWords(refusals, manner.words), after: <ExitWords manner={manner} /> };
}

function inWords(refusals: RefusalTexts, { refusals: said }: OwnWords): RefusalTexts {
  return Object.fromEntries(
    Object.entries(said).map(([code, detail]) => {
      const kept = refusals[code];
      return [code, { status: 422, title: detail, ...kept, detail: () => detail }];
    }),
  );
}
