import { texts } from '../texts.ts';

export type TocItem = { href: string; label: string; number?: string | undefined; items?: readonly TocItem[] | undefined };

/** The contents of a long page, as links. Stays in sight beside the text where there is room. */
export function Toc({ items, label = texts.toc }: { items: readonly TocItem[]; label?: string }) {
  return (
    <nav class="ov-toc" aria-label={label}>
      <p class="ov-toc__label" aria-hidden="true">
        {label}
      </p>
      <TocLevel items={items} />
    </nav>
  );
}

function TocLevel({ items }: { items: readonly TocItem[] }) {
  return (
    <ol class="ov-toc__list">
      {items.map((item) => (
        <li>
          <a href={item.href}>
            {item.number && <span class="ov-toc__number">{item.number}</span>}
            <span>{item.label}</span>
          </a>
          {item.items && item.items.length > 0 && <TocLevel items={item.items} />}
        </li>
      ))}
    </ol>
  );
}
