import { z } from 'zod';

/** What mammoth tells of a Word file, as far as we read it. Parsed, since it comes without types. */
type Inline = {
  readonly type: string;
  readonly value?: string | undefined;
  readonly isBold?: boolean | undefined;
  readonly children?: readonly Inline[] | undefined;
};
const Inline: z.ZodType<Inline> = z.lazy(() =>
  z.object({
    type: z.string(),
    value: z.string().optional().catch(undefined),
    isBold: z.boolean().optional(),
    children: z.array(Inline).optional(),
  }),
);

const Numbering = z.object({ isOrdered: z.boolean().default(false), level: z.coerce.number().int().min(0).max(20).catch(0) });
const Paragraph = z.object({
  type: z.literal('paragraph'),
  styleId: z.string().nullish(),
  styleName: z.string().nullish(),
  numbering: Numbering.nullish().catch(null),
  children: z.array(Inline).default([]),
});
export type WordParagraph = z.infer<typeof Paragraph>;

const Span = z.coerce.number().int().min(1).max(200).catch(1);
type Cell = { readonly type: 'tableCell'; readonly colSpan: number; readonly rowSpan: number; readonly children: readonly WordBlock[] };
type Row = { readonly type: 'tableRow'; readonly isHeader: boolean; readonly children: readonly (Cell | { readonly type: 'other' })[] };
export type WordTable = { readonly type: 'table'; readonly children: readonly (Row | { readonly type: 'other' })[] };
export type WordBlock = WordParagraph | WordTable | { readonly type: 'other' };

const other = z.unknown().transform(() => ({ type: 'other' as const }));
const Cell: z.ZodType<Cell> = z.lazy(() =>
  z.object({ type: z.literal('tableCell'), colSpan: Span.default(1), rowSpan: Span.default(1), children: z.array(Block) }),
);
const Row: z.ZodType<Row> = z.lazy(() =>
  z.object({ type: z.literal('tableRow'), isHeader: z.boolean().default(false), children: z.array(z.union([Cell, other])) }),
);
const Table: z.ZodType<WordTable> = z.lazy(() => z.object({ type: z.literal('table'), children: z.array(z.union([Row, other])) }));
const Block: z.ZodType<WordBlock> = z.lazy(() => z.union([Paragraph, Table, other]));

/** The blocks of the body, and those of the notes at the foot of its pages. */
export const WordDocument = z.object({
  children: z.array(Block),
  notes: z
    .object({ _notes: z.record(z.string(), z.object({ body: z.array(Block) })) })
    .transform(({ _notes }) => Object.values(_notes).flatMap(({ body }) => body))
    .catch([]),
});

/** The words of a paragraph; line breaks are kept. */
export function wordsOf(children: readonly Inline[]): string {
  return children
    .map((one) => {
      if (one.type === 'text') return one.value ?? '';
      if (one.type === 'tab') return '\t';
      if (one.type === 'break') return '\n';
      return wordsOf(one.children ?? []);
    })
    .join('');
}

/** Is every word of it bold? */
export function isBold(children: readonly Inline[]): boolean {
  const runs = children.filter((one) => wordsOf([one]).trim() !== '');
  return runs.length > 0 && runs.every((one) => one.isBold === true || (one.type !== 'run' && isBold(one.children ?? [])));
}
