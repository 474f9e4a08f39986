import { raw } from 'hono/html';

/** Shapes on a 24-unit grid in the manner of Lucide: one stroke, round ends. Always beside a word, never alone. */
const SHAPES = {
  check: '<circle cx="12" cy="12" r="10"/><path d="m8 12 3 3 5-6"/>',
  extend: '<circle cx="12" cy="12" r="10"/><path d="M8 12h8m-3-3 3 3-3 3"/>',
  end: '<circle cx="12" cy="12" r="10"/><path d="m9 9 6 6m0-6-6 6"/>',
  question: '<circle cx="12" cy="12" r="10"/><path d="M9.2 9a2.9 2.9 0 0 1 5.6 1c0 2-2.8 2.4-2.8 4M12 17.5h0"/>',
  draft: '<path d="m4 20 1-5L16.5 3.5a2.1 2.1 0 0 1 3 0l1 1a2.1 2.1 0 0 1 0 3L9 19zM14 6l4 4"/>',
  later: '<circle cx="12" cy="12" r="10"/><path d="M12 6.5V12l3.5 2"/>',
  warning: '<path d="M10.3 4 2.5 17.5a2 2 0 0 0 1.7 3h15.6a2 2 0 0 0 1.7-3L13.7 4a2 2 0 0 0-3.4 0zM12 9.5v4M12 17h0"/>',
  info: '<circle cx="12" cy="12" r="10"/><path d="M12 16v-5M12 7.5h0"/>',
  phone: '<path d="M5 3h3.5l2 5-2.5 1.7a13 13 0 0 0 6.3 6.3L16 13.5l5 2V19a2 2 0 0 1-2 2A16 16 0 0 1 3 5a2 2 0 0 1 2-2z"/>',
  next: '<path d="M5 12h14m-6-6 6 6-6 6"/>',
  previous: '<path d="M19 12H5m6-6-6 6 6 6"/>',
  place: '<path d="M19 10c0 5-7 11-7 11s-7-6-7-11a7 7 0 0 1 14 0z"/><circle cx="12" cy="10" r="2.5"/>',
  person: '<circle cx="12" cy="8" r="4"/><path d="M4.5 20.5a7.5 7.5 0 0 1 15 0"/>',
  link: '<path d="M10 14a4 4 0 0 0 6 .5l3-3a4.2 4.2 0 0 0-6-6L11.5 7M14 10a4 4 0 0 0-6-.5l-3 3a4.2 4.2 0 0 0 6 6L12.5 17"/>',
  search: '<circle cx="11" cy="11" r="7"/><path d="m20.5 20.5-4.5-4.5"/>',
  print: '<path d="M7 9V3h10v6M7 18H5a2 2 0 0 1-2-2v-5a2 2 0 0 1 2-2h14a2 2 0 0 1 2 2v5a2 2 0 0 1-2 2h-2M7 14h10v7H7z"/>',
  download: '<path d="M12 3v12m-5-5 5 5 5-5M4 20h16"/>',
} as const;

export type IconName = keyof typeof SHAPES;

const DRAWN = Object.fromEntries(
  Object.entries(SHAPES).map(([name, shape]) => [
    name,
    raw(`<svg class="ov-icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">${shape}</svg>`),
  ]),
) as Record<IconName, ReturnType<typeof raw>>;

/** A small drawing that repeats the word beside it; hidden from screen readers. */
export function Icon({ name }: { name: IconName }) {
  return DRAWN[name];
}
