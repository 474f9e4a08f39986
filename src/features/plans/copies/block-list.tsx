import type { PdfBlock } from '../../../formats/pdf/pdf-document.ts';
import { Table } from '../../../ui/index.ts';

/** A document on a page: the same headings, paragraphs and tables as in its file. A table is called what the heading over it says. */
export function BlockList({ blocks }: { blocks: readonly PdfBlock[] }) {
  let heading = '';
  return (
    <>
      {blocks.map((block) => {
        if (block.kind === 'paragraph') return <p class="ov-lines">{block.text}</p>;
        if (block.kind === 'table') {
          return (
            <Table
              caption={heading}
              captionHidden
              columns={block.columns.map((label) => ({ label }))}
              rows={block.rows.map((row) => [...row])}
            />
          );
        }
        if (block.kind === 'blank') return null;
        heading = block.text;
        return <h2>{block.text}</h2>;
      })}
    </>
  );
}
