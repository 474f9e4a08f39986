import { createContext, useContext } from 'hono/jsx';
import { texts } from './texts.ts';

/** What the layout and the forms themselves say, in the language of the page. */
export type Face = Readonly<Record<'skip' | 'errorPrefix' | 'error' | 'summary' | 'optional' | 'done' | 'back', string>> & {
  readonly lang: string;
  readonly dir: 'ltr' | 'rtl';
};

/** Swedish, as nearly all pages are. */
export const swedishFace: Face = {
  lang: 'sv',
  dir: 'ltr',
  skip: texts.skip,
  errorPrefix: texts.errorPrefix,
  error: texts.form.error,
  summary: texts.form.summary,
  optional: texts.form.optional,
  done: texts.success,
  back: texts.nav.back,
};

export const FaceContext = createContext<Face>(swedishFace);

/** The words of the page that is being written. */
export function useFace(): Face {
  return useContext(FaceContext);
}
