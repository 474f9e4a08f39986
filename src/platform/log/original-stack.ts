import { readFileSync } from 'node:fs';
import { SourceMap } from 'node:module';
import { fileURLToPath } from 'node:url';

const PLACE = /(file:\/\/\/[^\s()]+\.js):(\d+):(\d+)/g;

/**
 * A stack with the places in our sources instead of in the bundle they were built into. Places without a map stay as they are.
 * The map is read when there is an error to show and then forgotten: Node's own `--enable-source-maps` keeps every map, some 15 MB.
 */
export function originalStack(stack: string): string {
  const maps = new Map<string, SourceMap | undefined>();
  return stack.replaceAll(PLACE, (place, file: string, line: string, column: string) => {
    if (!maps.has(file)) maps.set(file, mapOf(file));
    const origin = maps.get(file)?.findOrigin(Number(line), Number(column));
    return origin && 'fileName' in origin ? `${new URL(origin.fileName, file)}:${origin.lineNumber}:${origin.columnNumber}` : place;
  });
}

function mapOf(file: string): SourceMap | undefined {
  try {
    return new SourceMap(JSON.parse(readFileSync(`${fileURLToPath(file)}.map`, 'utf8')));
  } catch {
    return undefined;
  }
}
