/** Copies of what is written, kept by this browser until it is stored. What is known of each stands in localStorage: `<prefix><name> <window>` is there while a window has something that is not stored. */
const PREFIX = 'overens-live ';

const WAITING = 'waiting';
const STORED = 'stored';

/** The name of the copy of somebody's section. */
export function copyName(account: string, address: string): string {
  return `overens:${account}:${address}`;
}

/** Notes whether a window has something of a copy that is not stored. */
export function noteCopy(name: string, tab: string, isStored: boolean): void {
  try {
    localStorage.setItem(`${PREFIX}${name} ${tab}`, isStored ? STORED : WAITING);
  } catch {
    // No room, or not allowed: then there is no copy either.
  }
}

/** Everything that this browser had of a copy is stored: what other windows said of it before is forgotten. */
export function settleCopy(name: string, tab: string): void {
  for (const key of Object.keys(localStorage)) if (key.startsWith(`${PREFIX}${name} `)) localStorage.removeItem(key);
  noteCopy(name, tab, true);
}

/** Holds a copy for as long as the page is open, so that no other page clears it. */
export function holdCopy(name: string): void {
  void navigator.locks?.request(name, { mode: 'shared' }, () => new Promise(() => undefined));
}

/** Takes away every copy that is stored and that no window has open: what somebody wrote is not left on the computer for the next one. */
export async function clearCopies(): Promise<void> {
  const keys = Object.keys(localStorage).filter((key) => key.startsWith(PREFIX));
  for (const [name = '', own = []] of Map.groupBy(keys, (key) => key.slice(PREFIX.length).split(' ')[0])) {
    if (own.some((key) => localStorage.getItem(key) !== STORED)) continue;
    await navigator.locks?.request(name, { ifAvailable: true }, async (lock) => {
      if (!lock) return;
      indexedDB.deleteDatabase(name);
      for (const key of own) localStorage.removeItem(key);
    });
  }
}
