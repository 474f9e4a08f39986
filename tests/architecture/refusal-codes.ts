import { withoutComments } from './project-files.ts';

/**
 * The codes of every `refuse(…)` in a piece of TypeScript; undefined stands for one whose code is not written out.
 * A string that is only tested (`'county' in input ? …`) is no code.
 */
export function refusalCodes(typescript: string): (string | undefined)[] {
  const code = withoutComments(typescript);
  return [...code.matchAll(/(?<!function )\brefuse\(/g)].flatMap(({ index }) => {
    const first = firstArgument(code, index + 'refuse('.length);
    const codes = [...first.matchAll(/'([a-z0-9-]+)'(?!\s+in\b)/g)].map(([, found]) => found);
    return codes.length > 0 ? codes : [undefined];
  });
}

/** The text from `start` to the comma or parenthesis that ends the argument there. */
function firstArgument(code: string, start: number): string {
  let depth = 0;
  for (let at = start; at < code.length; at++) {
    const sign = code.charAt(at);
    if (depth === 0 && (sign === ',' || sign === ')')) return code.slice(start, at);
    if ('([{'.includes(sign)) depth += 1;
    if (')]}'.includes(sign)) depth -= 1;
  }
  return code.slice(start);
}
