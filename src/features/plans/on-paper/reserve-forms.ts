import type { CountyFile } from '../../../domain/counties/county-file.ts';
import type { PlanningFile } from '../../../domain/counties/planning.ts';
import { normOf, planningSteps } from '../../../domain/plans/norms.ts';
import type { PdfBlock, PdfDocument } from '../../../formats/pdf/pdf-document.ts';
import { basisTexts } from '../../../ui/index.ts';
import { stepTexts } from '../texts-clock.ts';
import { formTexts as texts } from './texts-on-paper.ts';

/** What the forms of a county are made of. */
export type ReserveFacts = { readonly county: CountyFile; readonly national: PlanningFile; readonly madeAt: Temporal.Instant };

const heading = (text: string): PdfBlock => ({ kind: 'heading', text });
const blank = (label: string, lines = 1): PdfBlock => ({ kind: 'blank', label, lines });
const table = (columns: readonly string[], widths: readonly number[], rows: number): PdfBlock => ({
  ...{ kind: 'table', columns, widths, tall: true },
  rows: Array.from({ length: rows }, () => columns.map(() => '')),
});

/** An empty plan to fill in by pen: all that the law asks for, with the county's municipalities and how soon its rules say that things are done. */
export function emptyPlan({ county, national, madeAt }: ReserveFacts): PdfDocument {
  return {
    ...{ title: texts.planTitle(county.name), lead: texts.lead, page: texts.page, madeAt },
    blocks: [
      ...[blank(texts.happened), blank(texts.by), blank(texts.person)],
      blank(`${texts.municipality}. ${texts.pick(county.municipalities.map(({ name }) => name).join(', '))}`),
      ...[blank(texts.seen), blank(texts.assessed, 2)],
      ...times({ county, national, madeAt }),
      heading(texts.consent),
      ...[blank(texts.agrees), { kind: 'paragraph', text: texts.shares } as const],
      table(texts.shareColumns, [2, 2, 2, 1], 4),
      heading(texts.important),
      ...[blank('', 5), heading(texts.goals), blank('', 4)],
      ...[heading(texts.measures), table(texts.measureColumns, [3, 3, 1, 1, 2], 6)],
      ...[blank(texts.overall), blank(texts.coordinator), blank(texts.followUp), blank(texts.tookPart, 2)],
      ...[heading(texts.crisis), blank('', 3)],
      ...[heading(texts.there), table(texts.thereColumns, [2, 2, 2], 5)],
    ],
  };
}

/** An empty summons to fill in by pen, one for each unit. */
export function emptySummons({ county, madeAt }: ReserveFacts): PdfDocument {
  return {
    ...{ title: texts.summonsTitle(county.name), lead: texts.lead, page: texts.page, madeAt },
    blocks: [
      ...[blank(texts.happened), blank(texts.from), blank(texts.to), blank(texts.person)],
      ...[blank(texts.purpose, 3), blank(texts.questions, 4), blank(texts.bring, 2), blank(texts.when), blank(texts.reply)],
      { kind: 'paragraph', text: texts.duty },
      ...[blank(texts.answer, 2), blank(texts.answered)],
    ],
  };
}

/** How soon each step is taken, of an adult's plan and of a child's where that is another, with what it rests on. */
function times({ county, national }: ReserveFacts): PdfBlock[] {
  const said = new Set(
    planningSteps.flatMap((step) =>
      (['adult', 'child'] as const).flatMap((of) => {
        const { limit, words } = normOf(step, of, national, county.planning);
        return [...(limit ? [limit] : []), ...words].map(
          ({ value, basis, source }) => `${stepTexts[step]}: ${value}. ${basisTexts[basis]}: ${source}.`,
        );
      }),
    ),
  );
  return said.size === 0 ? [] : [heading(texts.times), ...[...said].map((text): PdfBlock => ({ kind: 'paragraph', text }))];
}
