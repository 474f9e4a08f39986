import type { Child } from 'hono/jsx';

/** A short word set apart, without meaning in its colour. For status and basis there are StatusTag and BasisChip. */
export function Tag({ children }: { children?: Child }) {
  return <strong class="ov-tag">{children}</strong>;
}
