import type { Child } from 'hono/jsx';
import type { ImportedBlock, ImportedSection, ImportedSentence, ImportedText, Place } from '../../domain/imports/imported-text.ts';
import { everyMarker, everySection, everySentence } from '../../domain/imports/walk.ts';
import { furnitureTexts, importTexts as texts } from './texts.ts';

/** A stretch of the document: a section's own text without those under it, and where it stands in the file. */
type Stretch = {
  readonly section: ImportedSection | undefined;
  readonly depth: number;
  readonly blocks: readonly ImportedBlock[];
  readonly place: Place;
};

/** The tree beside the characters it was read from, section by section. */
export function ImportTree({ text }: { text: ImportedText }) {
  const pieces = piecesOf(text);
  return (
    <div class="ov-import">
      {stretchesOf(text).map(({ section, depth, blocks, place }) => (
        <section class="ov-import__row" aria-label={section?.heading.text ?? texts.opening}>
          <div class="ov-document ov-import__tree">
            {section && <Heading section={section} depth={depth} />}
            {blocks.map((block) => (
              <Block block={block} />
            ))}
          </div>
          <div class="ov-import__file">
            <span class="govuk-visually-hidden">{texts.original}: </span>
            {original(text, place, pieces)}
          </div>
        </section>
      ))}
    </div>
  );
}

function Heading({ section: { id, number, heading }, depth }: { section: ImportedSection; depth: number }) {
  const inside = (
    <>
      {number && <span class="ov-section__number">{number}</span>}
      {heading.text} <Address id={id} />
    </>
  );
  if (depth === 1) return <h2 id={id}>{inside}</h2>;
  return depth === 2 ? <h3 id={id}>{inside}</h3> : <h4 id={id}>{inside}</h4>;
}

function Block({ block }: { block: ImportedBlock }) {
  if (block.kind === 'paragraph') return <p>{sentences(block.sentences)}</p>;
  if (block.kind === 'list') {
    const items = block.items.map(({ depth, sentences: own }) => (
      <li class={depth > 0 ? 'ov-import__deeper' : undefined}>{sentences(own)}</li>
    ));
    return block.ordered ? <ol class="govuk-list govuk-list--number">{items}</ol> : <ul class="govuk-list govuk-list--bullet">{items}</ul>;
  }
  return (
    <section class="ov-scroll" aria-label={texts.table} tabindex={0}>
      <table class="govuk-table">
        <tbody class="govuk-table__body">
          {block.rows.map(({ cells }, row) => (
            <tr class="govuk-table__row">
              {cells.map((cell, column) =>
                cell.length > 0 && (row < block.head || column === 0) ? (
                  <th scope={row < block.head ? 'col' : 'row'} class="govuk-table__header">
                    {sentences(cell)}
                  </th>
                ) : (
                  <td class="govuk-table__cell">{sentences(cell)}</td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function sentences(all: readonly ImportedSentence[]): Child {
  return all.map(({ id, text }) => (
    <>
      <span id={id}>{text}</span> <Address id={id} />{' '}
    </>
  ));
}

/** The address of a sentence, which leads to where it stands in the file. */
function Address({ id }: { id: string }) {
  return (
    <a class="ov-import__address" href={`#fil-${id}`} aria-label={texts.addressOf(id)}>
      {id.slice(id.lastIndexOf('.') + 1)}
    </a>
  );
}

type Piece = { readonly place: Place; readonly id?: string; readonly furniture?: string };

/** Everything of the file that has its place in the tree, in order. */
function piecesOf(text: ImportedText): Piece[] {
  const words = everySentence(text).flatMap(({ id, places }) => places.map((place, nth): Piece => (nth === 0 ? { place, id } : { place })));
  const furniture = text.furniture.map(({ kind, place }): Piece => ({ place, furniture: furnitureTexts[kind] }));
  return [...words, ...furniture, ...everyMarker(text).map((place): Piece => ({ place }))].sort((a, b) => a.place.from - b.place.from);
}

function original({ raw }: ImportedText, { from, to }: Place, pieces: readonly Piece[]): Child {
  const shown: Child[] = [];
  let at = from;
  for (const { place, id, furniture } of pieces) {
    if (place.from < from || place.from >= to) continue;
    shown.push(raw.slice(at, place.from).replaceAll(/\n{3,}/g, '\n\n'));
    const words = raw.slice(place.from, place.to);
    if (furniture) {
      shown.push(
        <span class="ov-import__furniture" title={furniture}>
          {words}
        </span>,
      );
    } else shown.push(id === undefined ? words : <span id={`fil-${id}`}>{words}</span>);
    at = place.to;
  }
  return shown;
}

function stretchesOf(text: ImportedText): Stretch[] {
  const sections = everySection(text);
  const startOf = (section: ImportedSection | undefined) => section?.heading.places[0]?.from ?? text.raw.length;
  const opening: Stretch = { section: undefined, depth: 0, blocks: text.opening, place: { from: 0, to: startOf(sections[0]?.section) } };
  const rest = sections.map(({ section, depth }, index) => {
    const place = { from: startOf(section), to: startOf(sections[index + 1]?.section) };
    return { section, depth, blocks: section.blocks, place };
  });
  return [opening, ...rest];
}
