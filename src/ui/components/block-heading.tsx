import type { Child } from 'hono/jsx';

export type HeadingLevel = 1 | 2 | 3 | 4 | 5;

type HeadingProps = { level: HeadingLevel; id?: string | undefined; class?: string | undefined; children?: Child };

/** A heading whose level the page decides, so that the order of headings holds wherever a block is put. */
export function BlockHeading({ level, id, class: name, children }: HeadingProps) {
  if (level === 1) return <h1 id={id} class={name} children={children} />;
  if (level === 2) return <h2 id={id} class={name} children={children} />;
  if (level === 3) return <h3 id={id} class={name} children={children} />;
  if (level === 4) return <h4 id={id} class={name} children={children} />;
  return <h5 id={id} class={name} children={children} />;
}
