import { raw } from 'hono/html';
import type { Child } from 'hono/jsx';
import { texts } from '../texts.ts';
import { BlockHeading, type HeadingLevel } from './block-heading.tsx';

/** A term beside the sentence it encodes: `Giltighet` – `1 juli 2021–30 juni 2024`. */
export type MarginTerm = { readonly label: string; readonly value: Child; readonly href?: string | undefined };

export type AgreementSentence = {
  /** The permalink of the sentence: `section.sentence`. */
  id: string;
  /** Text with citations as children, for example `['…', <Citation … />, '…']`. */
  text: Child;
  /** An item of a list rather than running text. */
  item?: boolean | undefined;
  terms?: readonly MarginTerm[] | undefined;
};

export type AgreementSection = {
  id: string;
  number?: string | undefined;
  heading: string;
  sentences: readonly AgreementSentence[];
  /** After the text: a note, deepening links. */
  after?: Child;
  sections?: readonly AgreementSection[] | undefined;
};

/** The text of an agreement, set as a document, with the terms in the margin beside their sentences. */
export function AgreementText({ sections, level = 2 }: { sections: readonly AgreementSection[]; level?: 2 | 3 }) {
  return (
    <div class="ov-document">
      {sections.map((section) => (
        <Section section={section} level={level} />
      ))}
    </div>
  );
}

function Section({ section, level }: { section: AgreementSection; level: HeadingLevel }) {
  const below = Math.min(level + 1, 5) as HeadingLevel;
  return (
    <section class="ov-section">
      <BlockHeading level={level} id={section.id} class="ov-section__heading">
        {section.number && <span class="ov-section__number">{section.number}</span>}
        {section.heading}
        <a class="ov-permalink" href={`#${section.id}`} aria-label={`${texts.sectionLink}: ${section.heading}`}>
          ¶
        </a>
      </BlockHeading>
      {blocks(section.sentences).map((block) => (
        <Block block={block} />
      ))}
      {section.after && <div class="ov-section__after">{section.after}</div>}
      {section.sections?.map((child) => (
        <Section section={child} level={below} />
      ))}
    </section>
  );
}

function Block({ block }: { block: readonly AgreementSentence[] }) {
  const terms = block.flatMap((sentence) => sentence.terms ?? []);
  return (
    <div class="ov-block">
      {block[0]?.item ? (
        <ul class="ov-block__text">
          {block.map((sentence) => (
            <li id={sentence.id}>{withPermalink(sentence)}</li>
          ))}
        </ul>
      ) : (
        <p class="ov-block__text">
          {block.map((sentence) => (
            <span id={sentence.id} class="ov-sentence">
              {withPermalink(sentence)}
            </span>
          ))}
        </p>
      )}
      {terms.length > 0 && (
        <dl class="ov-terms">
          {terms.map((term) => (
            <div>
              <dt>{term.href ? <a href={term.href}>{term.label}</a> : term.label}</dt>
              <dd>{term.value}</dd>
            </div>
          ))}
        </dl>
      )}
    </div>
  );
}

/** The text with its permalink, which is put together as a string: an agreement has hundreds of them. An id has nothing to escape. */
function withPermalink({ id, text }: AgreementSentence): Child[] {
  const place = id.replaceAll(/[^\w.-]/g, '');
  return [text, raw(`<a class="ov-permalink" href="#${place}" aria-label="${texts.permalink} ${place}">¶</a> `)];
}

/** Running sentences together, list items together; a sentence with terms starts its own block so that they stand beside it. */
function blocks(sentences: readonly AgreementSentence[]): AgreementSentence[][] {
  const result: AgreementSentence[][] = [];
  for (const sentence of sentences) {
    const last = result.at(-1);
    const joins = last && (last[0]?.item ?? false) === (sentence.item ?? false) && !sentence.terms?.length;
    if (joins) last.push(sentence);
    else result.push([sentence]);
  }
  return result;
}
