/** Copies of what is written, kept by this browser until it is stored. What each window has said of one stands in localStorage: `<prefix><name> <window>` is `stored`, or tells that the window has something that is not. */
const PREFIX = 'overens-live ';

const STORED = 'stored';

/** What windows have said of a copy, by window. Whoever types says something new each time. */
export type Marks = ReadonlyMap<string, string>;

/** So many times this window has said that something is not stored. */
let count = 0;

/** The name of the copy of somebody's section. */
export function copyName(account: string, address: string): string {
  return `overens:${account}:${address}`;
}

/** Notes whether a window has something of a copy that is not stored. */
export function noteCopy(name: string, tab: string, isStored: boolean): void {
  try {
    count += 1;
    localStorage.setItem(`${PREFIX}${name} ${tab}`, isStored ? STORED : `waiting ${count}`);
  } catch {
    // No room, or not allowed: then there is no copy either.
  }
}

/** What has been said of a copy. A window that loads it asks before it does: what was said then, the loaded copy has. */
export function marksOf(name: string): Marks {
  try {
    const keys = Object.keys(localStorage).filter((key) => key.startsWith(`${PREFIX}${name} `));
    return new Map(keys.map((key) => [key, localStorage.getItem(key) ?? '']));
  } catch {
    return new Map();
  }
}

/** Everything that a window loaded and typed is stored. What was said when it loaded is forgotten; what another has said since then stands, for that it does not have. */
export function settleCopy(name: string, tab: string, loaded: Marks): void {
  const now = marksOf(name);
  for (const [key, mark] of loaded) if (now.get(key) === mark) localStorage.removeItem(key);
  noteCopy(name, tab, true);
}

/** Holds a copy for as long as the page is open, so that no other page clears it. */
export function holdCopy(name: string): void {
  void navigator.locks?.request(name, { mode: 'shared' }, () => new Promise(() => undefined));
}

/** Takes away every copy that is stored and that no window has open: what somebody wrote is not left on the computer for the next one. */
export async function clearCopies(): Promise<void> {
  const keys = Object.keys(localStorage).filter((key) => key.startsWith(PREFIX));
  for (const name of new Set(keys.map((key) => key.slice(PREFIX.length).split(' ')[0] ?? ''))) await clearCopy(name);
}

/** The same for one copy. */
export async function clearCopy(name: string): Promise<void> {
  await navigator.locks?.request(name, { ifAvailable: true }, async (lock) => {
    const marks = marksOf(name);
    if (!lock || marks.size === 0 || [...marks.values()].some((mark) => mark !== STORED)) return;
    indexedDB.deleteDatabase(name);
    for (const key of marks.keys()) localStorage.removeItem(key);
  });
}
