import type { AgreementFile } from '../../domain/counties/agreement-file.ts';
import type { Decisions } from '../../domain/documents/decisions.ts';
import type { DocumentBlock } from '../../formats/agreement-document.ts';
import { formatDate, formatDateTime } from '../../ui/formats.ts';
import { actLabels } from '../agreements/index.ts';
import { documentTexts } from './document-texts.ts';

const texts = documentTexts.decisions;

/** The last page: each party's decision with its body, day, paragraph, diary number and reservation, and who signed; else what the register knows. */
export function decisionBlocks(agreement: Pick<AgreementFile, 'acts'>, decisions: Decisions | undefined): DocumentBlock[] {
  const heading: DocumentBlock = { kind: 'heading', level: 1, text: texts.heading, onNewPage: true };
  return [heading, ...(decisions ? [...decided(decisions), ...signed(decisions)] : registered(agreement))];
}

function decided({ decisions }: Decisions): DocumentBlock[] {
  if (decisions.length === 0) return [{ kind: 'paragraph', text: texts.noActs }];
  return [
    { kind: 'heading', level: 2, text: texts.decided, onNewPage: false },
    {
      kind: 'table',
      columns: texts.columns,
      widths: [4, 5, 3, 3, 4, 4],
      rows: decisions.map(({ party, body, on, paragraph, diaryNumber, reservation }) => [
        party,
        body,
        formatDate(on),
        paragraph ?? texts.none,
        diaryNumber ?? texts.none,
        reservation ?? texts.none,
      ]),
    },
  ];
}

function signed({ signatures }: Decisions): DocumentBlock[] {
  if (signatures.length === 0) return [{ kind: 'paragraph', text: texts.noSignatures }];
  return [
    { kind: 'heading', level: 2, text: texts.signed, onNewPage: false },
    {
      kind: 'table',
      columns: texts.signatures,
      widths: [3, 4, 3],
      rows: signatures.map(({ name, seat, at }) => [name, seat, formatDateTime(at)]),
    },
  ];
}

function registered({ acts }: Pick<AgreementFile, 'acts'>): DocumentBlock[] {
  if (acts.length === 0) return [{ kind: 'paragraph', text: `${texts.noActs} ${texts.noSignatures}` }];
  return [
    { kind: 'heading', level: 2, text: texts.history, onNewPage: false },
    {
      kind: 'table',
      columns: texts.acts,
      widths: [2, 5, 4],
      rows: acts.map(({ on, kind, registry, note, source }) => [
        formatDate(on),
        [actLabels[kind], registry, note].filter(Boolean).join('. '),
        source,
      ]),
    },
    { kind: 'paragraph', text: texts.noSignatures },
  ];
}
