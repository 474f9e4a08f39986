import { isTold } from '../../domain/agreements/local-ways.ts';
import type { AgreementFile, Section } from '../../domain/counties/agreement-file.ts';
import { type Kept, keeping, Table } from '../../ui/index.ts';
import { PracticeText } from './practice-text.tsx';
import { localPartTexts as texts } from './practice-texts.ts';

/** The card that leads to the action plan; none for what is not a local agreement. */
export function planCard({ slug, local }: AgreementFile, kept: Kept) {
  if (!local) return [];
  const all = [...Object.values(local.rows), ...Object.values(local.answers)];
  return [
    { href: keeping(`/avtal/${slug}/handlingsplan`, kept), title: texts.card.title, text: texts.card.text(all.filter(isTold).length) },
  ];
}

/** How each responsibility of the parent is met, of those that something is written of. */
export function LocalRows({ agreement: { slug, local, parent }, kept }: { agreement: AgreementFile; kept: Kept }) {
  const rows = Object.entries(local?.rows ?? {}).filter(([, practice]) => isTold(practice));
  if (rows.length === 0) return null;
  return (
    <>
      <h2 class="govuk-heading-l" id="sa-gor-vi">
        {texts.heading}
      </h2>
      <p>
        {texts.lead}{' '}
        <a class="govuk-link" href={keeping(`/avtal/${slug}/handlingsplan`, kept)}>
          {texts.whole}
        </a>
      </p>
      <Table
        caption={texts.heading}
        captionHidden
        columns={texts.columns.map((label) => ({ label }))}
        rows={rows.map(([id, practice]) => [
          <span id={`ansvar-${id}`}>
            <a class="govuk-link" href={keeping(`/avtal/${parent}/ansvar`, { datum: kept.datum }).concat(`#${id}`)}>
              {id}
            </a>{' '}
            {practice.activity}
          </span>,
          <PracticeText practice={practice} />,
        ])}
      />
    </>
  );
}

/** The answers to the questions of a section, as a part of its text. */
export function SectionAnswers({ section: { id }, local }: { section: Section; local: AgreementFile['local'] }) {
  const answers = Object.entries(local?.answers ?? {}).filter(([, answer]) => answer.section === id);
  if (answers.length === 0) return null;
  return (
    <dl class="ov-practices">
      {answers.map(([key, answer]) => (
        <div id={`svar-${key}`}>
          <dt>{answer.question}</dt>
          <dd>
            <PracticeText practice={answer} />
          </dd>
        </div>
      ))}
    </dl>
  );
}
