import { createHash } from 'node:crypto';
import axe from 'axe-core';
import type { DOMWindow } from 'jsdom';

/**
 * Without the rules that need a layout: contrast is tested on the theme, and in a real browser. Without the one that looks through the page once for each
 * id that something refers to: `idsThatComeAgain` asks the same of every id, in one look. Nothing is noted of what has no fault.
 */
const OPTIONS: axe.RunOptions = {
  rules: { 'color-contrast': { enabled: false }, 'target-size': { enabled: false }, 'duplicate-id-aria': { enabled: false } },
  resultTypes: ['violations'],
  reporter: 'no-passes',
  selectors: false,
};
axe.configure({ noHtml: true });

/** axe looks at one page at a time. */
let turn: Promise<unknown> = Promise.resolve();

/** The pages that axe has found nothing in, by the hash of their shape: the same page again is not tried again, whatever words are in it. */
const faultless = new Set<string>();

/**
 * What of a page axe's answer hangs on: its elements and attributes, and where there is text at all. Ids are told by where they come first, so that one that refers
 * to nothing is seen; what is typed in a field, and where a link leads, says nothing of faults.
 */
function shapeOf(html: string): string {
  const ids = new Map<string, string>();
  const idOf = (id: string) => ids.get(id) ?? ids.set(id, `#${ids.size}`).get(id) ?? '';
  return html
    .replaceAll(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, idOf)
    .replaceAll(/ (value|href|action|datetime)="[^"#][^"]*"/g, ' $1="x"')
    .replaceAll(/>[^<>]*[^<>\s][^<>]*</g, '>x<');
}

/**
 * The faults that axe finds in a page as jsdom has it: which rule, and where first. axe runs beside the page instead of within it, so that it is
 * read and made quick once, not anew for every page.
 */
export function axeFaults(html: string, document: Document): Promise<string[]> {
  const hash = createHash('sha256').update(shapeOf(html)).digest('hex');
  const faults = turn.then(async () => {
    if (faultless.has(hash)) return [];
    withoutCanvas(document);
    const again = idsThatComeAgain(document);
    if (again.length > 0) return again.map((id) => `duplicate-id #${id}`);
    const { violations } = await axe.run(document.documentElement, OPTIONS);
    if (violations.length > 0) return tellFaults(document);
    faultless.add(hash);
    return [];
  });
  turn = faults.catch(() => undefined);
  return faults;
}

/** The faults with the place of the first of each, which takes longer to say than that there are any. */
async function tellFaults(document: Document): Promise<string[]> {
  const { violations } = await axe.run(document.documentElement, { ...OPTIONS, selectors: true });
  return violations.map(({ id, nodes }) => `${id} ${nodes[0]?.target.join(' ')}`);
}

function idsThatComeAgain(document: Document): string[] {
  const ids = [...document.querySelectorAll('[id]')].map(({ id }) => id);
  return [...new Set(ids.filter((id, at) => ids.indexOf(id) !== at))];
}

/** jsdom has no canvas and says so aloud on every page, when axe feels for one. */
function withoutCanvas({ defaultView }: Document): void {
  const { HTMLCanvasElement } = defaultView as unknown as DOMWindow;
  HTMLCanvasElement.prototype.getContext = () => null;
}
