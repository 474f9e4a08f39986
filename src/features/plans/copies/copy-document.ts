import { type DataKind, dataKinds } from '../../../domain/consents/kinds.ts';
import type { PlanCopy } from '../../../domain/plans/plan-copy.ts';
import type { PdfBlock, PdfDocument } from '../../../formats/pdf/pdf-document.ts';
import { formatDate } from '../../../ui/index.ts';
import { dataKindTexts, partTexts, planKindTexts, voiceTexts } from '../texts.ts';
import { kindHeadings, plainTexts as plain, documentTexts as texts } from './texts-copies.ts';

/** The copy as a document, all of it. Its title says nothing of whose plan it is. */
export function copyDocument(copy: PlanCopy): PdfDocument {
  const to = copy.to && `${copy.to.unit}, ${copy.to.organisation}`;
  return {
    title: texts.title(planKindTexts[copy.kind], copy.version),
    lead: texts.lead(formatDate(dayOf(copy.establishedAt)), to),
    blocks: [
      ...identity(copy),
      ...written(copy),
      ...goals(copy),
      ...measures(copy),
      ...duties(copy),
      ...units(copy),
      ...shut(copy),
      ...basis(copy),
    ],
    page: texts.page,
    madeAt: Temporal.Instant.from(copy.deliveredAt),
  };
}

/** The person's own copy in a few plain sentences. */
export function plainDocument(copy: PlanCopy): PdfDocument {
  const { coordinator, followUp } = copy.duties ?? {};
  const important = copy.texts.filter(({ part, voice }) => part === 'important-to-me' && voice !== 'staff');
  const section = (text: string, lines: readonly string[]) => (lines.length === 0 ? [] : [heading(text), ...lines.map(paragraph)]);
  return {
    title: plain.title,
    lead: plain.lead(formatDate(dayOf(copy.establishedAt))),
    blocks: [
      ...section(
        plain.important,
        important.map(({ text }) => text),
      ),
      ...section(
        plain.goals,
        (copy.goals ?? []).map(({ goal }) => goal),
      ),
      ...section(
        plain.doing,
        (copy.measures ?? []).flatMap((one) => [
          plain.doingOne(sentence(one.what), whoOf(one)),
          plain.when(formatDate(day(one.starts)), formatDate(day(one.target))),
          ...(one.ownPart ? [plain.ownPart(one.ownPart)] : []),
        ]),
      ),
      ...section(
        plain.ask,
        coordinator
          ? [plain.coordinator(coordinator.name), ...(coordinator.substitute ? [plain.substitute(coordinator.substitute)] : [])]
          : [],
      ),
      ...section(plain.next, followUp ? [plain.nextOn(formatDate(day(followUp)))] : []),
      paragraph(plain.change),
    ],
    page: texts.page,
    madeAt: Temporal.Instant.from(copy.deliveredAt),
  };
}

const heading = (text: string): PdfBlock => ({ kind: 'heading', text });
const paragraph = (text: string): PdfBlock => ({ kind: 'paragraph', text });
const day = (text: string) => Temporal.PlainDate.from(text);
const dayOf = (moment: string) => Temporal.Instant.from(moment).toZonedDateTimeISO('Europe/Stockholm').toPlainDate();
const sentence = (text: string) => (/[.!?]$/.test(text) ? text : `${text}.`);

type Measure = NonNullable<PlanCopy['measures']>[number];
const whoOf = ({ who, unit_name, organisation_name, carriedBy: other }: Measure) => {
  const said = [who, unit_name, organisation_name].filter(Boolean).join(', ');
  return other ? `${said}. ${texts.carriedBy(`${other.unit}, ${other.organisation}`)}` : said;
};

function identity({ identity: whose }: PlanCopy): PdfBlock[] {
  if (!whose) return [];
  return [
    heading(texts.who),
    paragraph(`${texts.name}: ${whose.name}`),
    ...(whose.number ? [paragraph(`${texts.number}: ${whose.number}`)] : []),
  ];
}

/** What is written part by part, under the kind of data it is. */
function written({ texts: all }: PlanCopy): PdfBlock[] {
  const labels: Readonly<Record<string, { readonly label: string }>> = partTexts;
  return dataKinds.flatMap((kind) => {
    const some = all.filter(({ dataKind }) => dataKind === kind);
    if (some.length === 0) return [];
    return [
      heading(kindHeadings[kind] ?? dataKindTexts[kind]),
      ...some.flatMap(({ part, voice, text }) => [paragraph(`${labels[part]?.label ?? part} (${voiceTexts[voice]})`), paragraph(text)]),
    ];
  });
}

function goals({ goals: all }: PlanCopy): PdfBlock[] {
  if (!all) return [];
  if (all.length === 0) return [heading(texts.goals), paragraph(texts.nothing)];
  const rows = all.map(({ goal, sign, voice }) => [goal, sign, voiceTexts[voice]]);
  return [heading(texts.goals), { kind: 'table', columns: texts.goalColumns, widths: [3, 2, 1], rows }];
}

function measures({ measures: all }: PlanCopy): PdfBlock[] {
  if (!all) return [];
  if (all.length === 0) return [heading(texts.measures), paragraph(texts.nothing)];
  const rows = all.map((one) => [
    one.what,
    one.need,
    whoOf(one),
    texts.period(formatDate(day(one.starts)), formatDate(day(one.target))),
    one.ownPart,
  ]);
  return [heading(texts.measures), { kind: 'table', columns: texts.measureColumns, widths: [3, 2, 2, 2, 2], rows }];
}

function duties({ duties: said }: PlanCopy): PdfBlock[] {
  if (!said) return [];
  const { overall, coordinator, followUp, participation } = said;
  const rows = [
    ...(overall ? [[texts.overall, overall.name]] : []),
    ...(coordinator ? [[texts.coordinator, coordinator.name]] : []),
    ...(coordinator?.substitute ? [[texts.substitute, coordinator.substitute]] : []),
    ...(followUp ? [[texts.nextTime, formatDate(day(followUp))]] : []),
    ...(participation ? [[texts.participation, participation.took ? texts.took : (participation.reason ?? '')]] : []),
  ];
  return rows.length === 0 ? [] : [heading(texts.duties), { kind: 'table', columns: texts.dutyColumns, widths: [1, 2], rows }];
}

function units({ units: all }: PlanCopy): PdfBlock[] {
  if (!all || all.length === 0) return [];
  const rows = all.map(({ unit, organisation }) => [unit, organisation]);
  return [heading(texts.units), { kind: 'table', columns: texts.unitColumns, widths: [1, 1], rows }];
}

/** What is not shared is named alone, whether there is anything in it or not. */
function shut({ parts, from }: PlanCopy): PdfBlock[] {
  const names = parts.filter(({ shared }) => !shared).map(({ kind }) => dataKindTexts[kind]);
  if (names.length === 0) return [];
  return [heading(texts.shut), paragraph(texts.shutText(names.join(', '), from.unit, from.organisation))];
}

function basis({ parts, to }: PlanCopy): PdfBlock[] {
  if (!to) return [];
  const rows = parts.flatMap(({ kind, ground }): [string, string][] =>
    ground ? [[dataKindTexts[kind as DataKind], texts.grounds[ground]]] : [],
  );
  return [heading(texts.basis), { kind: 'table', columns: texts.basisColumns, widths: [1, 1], rows }];
}
