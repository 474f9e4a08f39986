import { blocksIn } from '../../domain/agreements/table-text.ts';
import type { Section } from '../../domain/counties/agreement-file.ts';
import { Table } from '../../ui/index.ts';

/** The text of one section as it is now, to read: a sentence a paragraph, the items of lists with a dash, and tables. */
export function SectionText({ section }: { section: Section }) {
  return (
    <>
      {blocksIn(section).map((block) => {
        if (block.kind !== 'table') return block.sentences.map(({ text, item }) => <p>{item ? `– ${text}` : text}</p>);
        const [head, ...rows] = block.rows.map(({ cells }) => cells);
        return <Table caption={section.heading} captionHidden columns={(head ?? []).map((label) => ({ label }))} rows={rows} />;
      })}
    </>
  );
}
