import type { Child } from 'hono/jsx';
import { BlockHeading } from './block-heading.tsx';

export type ResultItem = {
  href: string;
  title: Child;
  /** A StatusTag, a BasisChip or nothing, after the title. */
  tag?: Child;
  /** Short facts on one quiet line: `Jönköpings län`, `Missbruk och beroende`, `version 10.0`. */
  meta?: readonly Child[] | undefined;
  /** A snippet or a sentence; hits may be marked with <mark>. */
  text?: Child;
};

/** Things to choose among: agreements in the register, hits of a search. */
export function ResultList({ items, level = 2 }: { items: readonly ResultItem[]; level?: 2 | 3 }) {
  return (
    <ul class="ov-results">
      {items.map((item) => (
        <li class="ov-result">
          <div class="ov-result__top">
            <BlockHeading level={level} class="ov-result__title">
              <a class="govuk-link" href={item.href}>
                {item.title}
              </a>
            </BlockHeading>
            {item.tag}
          </div>
          {item.meta && item.meta.length > 0 && (
            <ul class="ov-meta">
              {item.meta.map((fact) => (
                <li>{fact}</li>
              ))}
            </ul>
          )}
          {item.text && <p class="ov-result__text">{item.text}</p>}
        </li>
      ))}
    </ul>
  );
}

/** Ways onward from a page, each with a sentence on what is there. */
export function LinkCards({ cards, level = 2 }: { cards: readonly { href: string; title: string; text: Child }[]; level?: 2 | 3 }) {
  return (
    <ul class="ov-cards">
      {cards.map((card) => (
        <li class="ov-card">
          <BlockHeading level={level} class="ov-card__title">
            <a class="govuk-link" href={card.href}>
              {card.title}
            </a>
          </BlockHeading>
          <p>{card.text}</p>
        </li>
      ))}
    </ul>
  );
}
