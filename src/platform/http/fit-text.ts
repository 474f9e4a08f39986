import type { InputFault } from '../use-case.ts';

const MOST_FAULTS = 50;
const DEEPEST = 32;

/** Control characters other than tabs and line breaks (U+0009–U+000D). */
const CONTROL = /[^\P{Cc}\t\n\v\f\r]/u;

const TEXTS = {
  unfit: 'Innehåller styrtecken eller ofullständiga tecken. Ta bort dem.',
  key: 'Ett fält har ett namn som inte tas emot.',
  deep: `Är nästlat djupare än ${DEEPEST} nivåer.`,
};

/**
 * Is this text that a person could have written: whole characters, no control characters? PostgreSQL cannot hold NUL, and half
 * a surrogate pair is not text in any encoding, so both are turned away at the door.
 */
export function isFitText(text: string): boolean {
  return text.isWellFormed() && !CONTROL.test(text);
}

/** Where an address holds unfit text: `query:/q` for a parameter, `path:` for the path. */
export function addressFaults(path: string, query: URLSearchParams): InputFault[] {
  const faults: InputFault[] = isFitText(path) ? [] : [{ pointer: 'path:', message: TEXTS.unfit }];
  for (const [name, value] of query) {
    if (!isFitText(name)) faults.push({ pointer: 'query:', message: TEXTS.key });
    else if (!isFitText(value)) faults.push({ pointer: `query:/${escaped(name)}`, message: TEXTS.unfit });
  }
  return faults.slice(0, MOST_FAULTS);
}

/** Where a JSON value holds unfit text, a field named `__proto__`, or more levels than any answer of ours has. Pointers begin with `#`. */
export function jsonFaults(root: unknown): InputFault[] {
  const faults: InputFault[] = [];
  const waiting: { value: unknown; pointer: string; depth: number }[] = [{ value: root, pointer: '#', depth: 0 }];
  for (let next = waiting.pop(); next && faults.length < MOST_FAULTS; next = waiting.pop()) {
    const { value, pointer, depth } = next;
    if (typeof value === 'string' && !isFitText(value)) faults.push({ pointer, message: TEXTS.unfit });
    if (typeof value !== 'object' || value === null) continue;
    if (depth === DEEPEST) {
      faults.push({ pointer, message: TEXTS.deep });
      continue;
    }
    for (const [key, inner] of Object.entries(value)) {
      if (key === '__proto__' || !isFitText(key)) faults.push({ pointer, message: TEXTS.key });
      else waiting.push({ value: inner, pointer: `${pointer}/${escaped(key)}`, depth: depth + 1 });
    }
  }
  return faults.slice(0, MOST_FAULTS);
}

function escaped(key: string): string {
  return key.replaceAll('~', '~0').replaceAll('/', '~1');
}
