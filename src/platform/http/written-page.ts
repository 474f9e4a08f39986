import type { Context } from 'hono';
import type { AppEnv } from './env.ts';

/**
 * Watches what a handler writes with `c.html`. The function that comes back answers the text of a response that was written so, and nothing
 * of another: to read it back from the response itself takes as long as to write a long page.
 */
export function watchWritten(c: Context<AppEnv>): (response: Response) => string | undefined {
  let last: { readonly response: Response; readonly text: string } | undefined;
  const html = c.html;
  const watched = async (content: string | Promise<string>, ...rest: [status?: undefined]) => {
    const text = String(await (await content).toString());
    const response = html(text, ...rest);
    last = { response, text };
    return response;
  };
  c.html = watched as typeof c.html;
  return (response) => (last?.response === response ? last.text : undefined);
}
