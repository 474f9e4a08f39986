/** A piece of text on a page, in points from the lower left. */
export type Item = {
  readonly str: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly size: number;
  readonly bold: boolean;
};

/** Items on one line with no wide gap between: words, or the words of one cell. */
export type Fragment = { text: string; readonly x: number; x2: number; readonly y: number; readonly size: number; bold: boolean };

/** A line of a page: its fragments from left to right. */
export type PageLine = {
  readonly fragments: readonly Fragment[];
  readonly y: number;
  readonly size: number;
  readonly x: number;
  readonly bold: boolean;
};

/** A gap so many times the size of the letters parts two cells; a smaller one is a space. */
const CELL_GAP = 0.8;
const SPACE_GAP = 0.12;

/** Text of a column; what is shorter may stand anywhere. */
const LONG = 15;

/** Puts the items of a page together into fragments, in the order of the file. */
export function fragmentsOf(items: readonly Item[]): Fragment[] {
  const fragments: Fragment[] = [];
  for (const { str, x, y, width, size, bold } of items) {
    const last = fragments.at(-1);
    if (str.trim() === '') continue;
    const gap = last ? x - last.x2 : 0;
    const together = last && Math.abs(last.y - y) < size * 0.3 && gap > -size * 0.5 && gap < Math.max(last.size, size) * CELL_GAP;
    if (together) {
      const spaced = gap > size * SPACE_GAP || /^\s/.test(str) || /\s$/.test(last.text);
      last.text = `${last.text.trimEnd()}${spaced ? ' ' : ''}${str.trimStart()}`;
      last.x2 = x + width;
      last.bold &&= bold;
    } else fragments.push({ text: str.trimStart(), x, x2: x + width, y, size, bold });
  }
  return fragments.map((one) => ({ ...one, text: one.text.trim() }));
}

/** The lines of a page from top to bottom; where it is set in two columns, those of the left before those of the right. */
export function linesOfPage(fragments: readonly Fragment[]): PageLine[] {
  const gutter = gutterOf(fragments);
  if (gutter === undefined) return linesFrom(fragments);
  const long = fragments.filter(({ text }) => text.length > LONG);
  const [lowest, highest] = [Math.min(...long.map(({ y }) => y)), Math.max(...long.map(({ y }) => y))];
  const edge = fragments.filter(({ y, size }) => y < lowest - size * 1.5 || y > highest + size * 1.5);
  const inside = fragments.filter((one) => !edge.includes(one));
  const columns = linesInColumns(inside, gutter);
  return [...linesFrom(edge.filter(({ y }) => y > highest)), ...columns, ...linesFrom(edge.filter(({ y }) => y < lowest))];
}

function linesInColumns(fragments: readonly Fragment[], gutter: number): PageLine[] {
  const across = fragments.filter(({ x, x2 }) => x < gutter && x2 > gutter);
  const left = linesFrom(fragments.filter(({ x2 }) => x2 <= gutter));
  const right = linesFrom(fragments.filter(({ x }) => x >= gutter));
  const top = Math.max(left[0]?.y ?? 0, right[0]?.y ?? 0);
  const above = linesFrom(across.filter(({ y }) => y > top));
  return [...above, ...left, ...right, ...linesFrom(across.filter(({ y }) => y <= top))];
}

function linesFrom(fragments: readonly Fragment[]): PageLine[] {
  const lines: Fragment[][] = [];
  for (const one of [...fragments].sort((a, b) => b.y - a.y || a.x - b.x)) {
    const last = lines.at(-1);
    if (last?.[0] && last[0].y - one.y < Math.max(one.size, last[0].size) * 0.4) last.push(one);
    else lines.push([one]);
  }
  return lines.map((own) => {
    const sorted = merged(own.sort((a, b) => a.x - b.x));
    return {
      fragments: sorted,
      y: Math.max(...own.map(({ y }) => y)),
      size: sizeOf(own),
      x: sorted[0]?.x ?? 0,
      bold: own.every(({ bold }) => bold),
    };
  });
}

/** A bullet or a number and the words after it are one, however wide the gap. */
function merged(fragments: readonly Fragment[]): Fragment[] {
  const [first, second, ...rest] = fragments;
  if (!first || !second) return [...fragments];
  const isMarker = /^([-–—•·▪◦‣*]|\d{1,2}(\.\d{1,2})*[.)]?|[a-zåäö][.)])$/.test(first.text);
  const near = second.x - first.x2 < first.size * 3;
  const close = second.x - first.x2 < first.size * CELL_GAP;
  if (!(isMarker && near) && !close) return [...fragments];
  return [{ ...first, text: `${first.text} ${second.text}`, x2: second.x2 }, ...rest];
}

function sizeOf(fragments: readonly Fragment[]): number {
  return fragments.reduce((most, one) => (one.text.length > most.text.length ? one : most)).size;
}

/**
 * Where the space between two columns of running text runs. The file tells a page in columns from a table: it writes the left one to its end before
 * the right one begins.
 */
function gutterOf(fragments: readonly Fragment[]): number | undefined {
  const long = fragments.filter(({ text }) => text.length > LONG);
  if (long.length < 12) return undefined;
  const least = Math.min(...long.map(({ x }) => x));
  const most = Math.max(...long.map(({ x2 }) => x2));
  const middle = (least + most) / 2;
  const right = long.filter(({ x }) => x > middle - (most - least) * 0.1);
  const gutter = Math.min(...right.map(({ x }) => x)) - 1;
  const left = long.filter(({ x2 }) => x2 <= gutter);
  if (right.length < 5 || left.length < 5 || left.length + right.length < long.length * 0.8) return undefined;
  const order = long.flatMap((one) => (left.includes(one) ? ['left'] : right.includes(one) ? ['right'] : []));
  const returns = order.filter((side, index) => side === 'left' && order[index - 1] === 'right').length;
  return returns === 0 ? gutter : undefined;
}
