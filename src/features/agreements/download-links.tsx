import type { AgreementFile } from '../../domain/counties/agreement-file.ts';
import { downloadTexts as texts } from './page-texts.ts';

/** The version as files to take along, and where a file is tried. */
export function DownloadLinks({ agreement: { slug, version } }: { agreement: Pick<AgreementFile, 'slug' | 'version'> }) {
  const address = `/avtal/${slug}/versioner/${encodeURIComponent(version.label)}`;
  return (
    <p>
      {texts.take(version.label)}{' '}
      <a class="govuk-link" href={`${address}.pdf`}>
        {texts.pdf}
      </a>
      {texts.or}
      <a class="govuk-link" href={`${address}.docx`}>
        {texts.word}
      </a>
      {texts.end}{' '}
      <a class="govuk-link" href="/verifiera">
        {texts.verify}
      </a>
    </p>
  );
}
