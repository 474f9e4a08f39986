import { clearCopies } from './live/copies.ts';

/** On every page, also the one after a logout: what has been stored is not left on the computer. The page that writes holds its own. */
if (!document.querySelector('[data-live]')) {
  try {
    void clearCopies().catch(() => undefined);
  } catch {
    // This browser keeps nothing.
  }
}
