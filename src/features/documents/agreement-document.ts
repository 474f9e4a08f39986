import type { Heard } from '../../domain/consultations/heard.ts';
import type { AgreementFile } from '../../domain/counties/agreement-file.ts';
import type { CountyFile } from '../../domain/counties/county-file.ts';
import type { Decisions } from '../../domain/documents/decisions.ts';
import type { AgreementDocument, DocumentFact } from '../../formats/agreement-document.ts';
import { formatDate } from '../../ui/formats.ts';
import { kindLabels } from '../agreements/index.ts';
import { decisionBlocks } from './decision-blocks.ts';
import { documentTexts as texts } from './document-texts.ts';
import { heardBlocks } from './heard-blocks.ts';
import { localBlocks } from './local-blocks.ts';
import { matrixBlocks } from './matrix-blocks.ts';
import { termBlocks } from './term-blocks.ts';
import { textBlocks } from './text-blocks.ts';

/** What a document is made of: one version of an agreement, its county, what was decided about it, and when it is made. */
export type DocumentParts = {
  readonly agreement: AgreementFile;
  readonly county: CountyFile;
  /** Undefined where the register knows only what the agreement's own acts say. */
  readonly decisions: Decisions | undefined;
  /** Undefined where it was not decided here. */
  readonly heard: Heard | undefined;
  /** `signed`: what is to be sealed. `copy`: of a sealed one, to work on. `unsealed`: published here without a seal. `own-print`: nobody has signed it. */
  readonly as: 'signed' | 'copy' | 'unsealed' | 'own-print';
  readonly madeAt: Temporal.Instant;
};

/** A version of an agreement as a document: title page, text, matrix, time limits, terms with their sections, and last what was decided and signed. */
export function agreementDocument(parts: DocumentParts): AgreementDocument {
  const { agreement, as, madeAt } = parts;
  const { label } = agreement.version;
  const notices = { signed: undefined, copy: texts.copy, unsealed: texts.unsealed, 'own-print': texts.unsigned } as const;
  return {
    title: agreement.title,
    kind: kindLabels[agreement.kind],
    notice: notices[as],
    facts: titleFacts(parts),
    contents: texts.contents,
    blocks: [
      ...textBlocks(agreement),
      ...localBlocks(agreement),
      ...matrixBlocks(agreement),
      ...termBlocks(agreement),
      ...decisionBlocks(agreement, parts.decisions),
      ...heardBlocks(parts.heard),
    ],
    running: texts.running(agreement.short, label),
    page: texts.page,
    madeAt,
  };
}

function titleFacts({ agreement, county, decisions, as, madeAt }: DocumentParts): DocumentFact[] {
  const { terms, version, source } = agreement;
  const own = source.title === agreement.title ? [] : [source.title];
  return [
    { label: texts.facts.parties, values: partiesOf(agreement, county) },
    { label: texts.facts.validity, values: [texts.validity(terms.validity.from, terms.validity.to)] },
    { label: texts.facts.version, values: [version.label] },
    { label: texts.facts.diaryNumbers, values: diaryNumbers(agreement, decisions) },
    ...(as === 'own-print' ? [{ label: texts.facts.source, values: [...own, source.status] }] : []),
    { label: texts.facts.printed, values: [formatDate(madeAt.toZonedDateTimeISO('Europe/Stockholm').toPlainDate())] },
  ];
}

/** The region first, then the municipalities on one line, in the order of their names in the county file. */
function partiesOf({ terms }: AgreementFile, county: CountyFile): string[] {
  const { municipalities } = terms.parties;
  const parties = county.municipalities.filter(({ code }) => municipalities === 'all' || municipalities.includes(code));
  return [county.region.name, parties.map(({ name }) => name).join(', ')];
}

/** Each authority registers its own. */
function diaryNumbers({ acts }: AgreementFile, decisions: Decisions | undefined): string[] {
  const ofParties = (decisions?.decisions ?? []).flatMap(({ party, diaryNumber }) =>
    diaryNumber ? [texts.diaryNumber(party, diaryNumber)] : [],
  );
  const found = ofParties.length > 0 ? ofParties : acts.flatMap(({ registry }) => registry ?? []);
  return found.length > 0 ? [...new Set(found)] : [texts.noDiaryNumber];
}
