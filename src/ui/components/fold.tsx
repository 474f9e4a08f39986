import type { Child } from 'hono/jsx';

/**
 * A part of a long page, folded under its heading: what it holds in a few words (`says`), and on demand all of it, without script. An address with its `id`, or with that of
 * something in it, unfolds it.
 */
export function Fold(props: { id: string; heading: string; says?: Child; level?: 2 | 3; open?: boolean; children?: Child }) {
  const { id, heading, says, level = 2, open = false, children } = props;
  const Heading = `h${level}` as const;
  return (
    <details class="ov-fold" open={open}>
      <summary class="ov-fold__summary">
        <Heading class="ov-fold__heading">{heading}</Heading>
        {says && <span class="ov-muted">{says}</span>}
      </summary>
      <div class="ov-fold__content" id={id}>
        {children}
      </div>
    </details>
  );
}
