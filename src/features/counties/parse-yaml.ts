import { isAlias, isMap, isScalar, isSeq, LineCounter, parseDocument, visit, type YAMLError } from 'yaml';
import { type Fault, fault, type Path } from '../../domain/counties/check-fault.ts';

/** A fault with the line of its file, counted from 1. */
type LocatedFault = { readonly fault: Fault; readonly line: number };

/** A YAML file as read: its value (undefined = unreadable), the faults of its form, and where each path stands. */
export type SourceFile = {
  readonly file: string;
  readonly value: unknown;
  readonly faults: readonly LocatedFault[];
  readonly lineOf: (path: Path) => number;
};

const MAX_ALIASES = 100;

/** What the YAML reader stumbled over, and where in the text. */
type Stumble = { readonly code: YAMLError['code']; readonly pos: readonly [number, number] };

/**
 * Reads a YAML text. Duplicate keys, tabs, several documents in one file and unknown tags are faults like any other, each
 * with its line; a text with other faults than duplicate keys has no value.
 */
export function parseYaml(file: string, text: string): SourceFile {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, stringKeys: true, version: '1.2' });
  const lineAt = (offset: number) => Math.max(1, lines.linePos(offset).line);
  const errors: Stumble[] = [...document.errors, ...document.warnings, ...unresolved(document)];
  const faults = oneALine(errors.map((error) => ({ line: lineAt(error.pos[0]), fault: faultOf(file, text, error) })));
  const lineOf = (path: Path) => lineAt(offsetOf(document, path));
  if (errors.some(({ code }) => code !== 'DUPLICATE_KEY')) return { file, value: undefined, faults, lineOf };
  try {
    return { file, value: document.toJS({ maxAliasCount: MAX_ALIASES }), faults, lineOf };
  } catch (error) {
    if (!(error instanceof ReferenceError)) throw error;
    const aliases = { line: 1, fault: fault(file, [], 'unreadable-file', { reason: 'too-many-aliases' }) };
    return { file, value: undefined, faults: [...faults, aliases], lineOf };
  }
}

function faultOf(file: string, text: string, { code, pos }: Stumble): Fault {
  if (code === 'TAB_AS_INDENT') return fault(file, [], 'yaml-tab', {});
  if (code !== 'DUPLICATE_KEY') return fault(file, [], 'yaml-syntax', { reason: code });
  const key = /^[^\s:{},[\]]+/.exec(text.slice(pos[0], pos[0] + 200))?.[0] ?? '';
  return fault(file, [], 'duplicate-key', { key });
}

/** Aliases of anchors that are not there; the reader itself would only notice when asked for the value. */
function unresolved(document: ReturnType<typeof parseDocument>): Stumble[] {
  const found: Stumble[] = [];
  visit(document, {
    Alias(_, node) {
      if (!node.resolve(document)) found.push({ code: 'BAD_ALIAS', pos: [node.range?.[0] ?? 0, node.range?.[1] ?? 0] });
    },
  });
  return found;
}

/** A slip often makes the reader stumble several times on the same line; the first stumble says it. */
function oneALine(faults: readonly LocatedFault[]): LocatedFault[] {
  return faults.filter(({ line }, index) => faults.findIndex((other) => other.line === line) === index);
}

/** Where a path starts in the text: its key, or its item; of a path that is not there, the nearest part that is. */
function offsetOf(document: ReturnType<typeof parseDocument>, path: Path): number {
  let node: unknown = document.contents;
  let offset = document.contents?.range?.[0] ?? 0;
  for (const part of path) {
    if (isAlias(node)) node = node.resolve(document);
    if (isMap(node)) {
      const pair = node.items.find(({ key }) => isScalar(key) && String(key.value) === part);
      if (!pair || !isScalar(pair.key)) break;
      offset = pair.key.range?.[0] ?? offset;
      node = pair.value;
    } else if (isSeq(node) && typeof part === 'number') {
      const item: unknown = node.items[part];
      if (!isAlias(item) && !isScalar(item) && !isMap(item) && !isSeq(item)) break;
      offset = item.range?.[0] ?? offset;
      node = item;
    } else break;
  }
  return offset;
}
