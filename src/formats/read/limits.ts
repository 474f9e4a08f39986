/** What a file may be at most. A larger one is refused before anything of it is kept. */
export const MOST_BYTES = 20 * 1024 * 1024;
export const MOST_PAGES = 400;

/** What a Word file may unpack to, and so many times its own size. */
export const MOST_UNPACKED = 120 * 1024 * 1024;
export const MOST_RATIO = 200;

/** A text of more signs than this is no agreement. */
export const MOST_SIGNS = 4_000_000;
