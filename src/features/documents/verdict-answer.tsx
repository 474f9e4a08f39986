import type { Child } from 'hono/jsx';
import type { Verdict } from '../../domain/documents/verdict.ts';
import { formatDateTime, SummaryList } from '../../ui/index.ts';
import { statusSentence } from '../agreements/index.ts';
import { verifyTexts as texts, verdictLabels, whyTexts } from './texts.ts';
import type { Verification } from './verify-document.ts';

/** What the box around the answer looks like: as the status of an agreement does, with the word first. */
const LOOKS: Record<Verdict['state'], string> = {
  valid: 'in-force',
  superseded: 'unknown',
  'plan-copy': 'in-force',
  'not-authentic': 'expired',
};

/** The answer first: the word, one sentence with why, then the facts of the document and its seal. */
export function VerdictAnswer({ verification }: { verification: Verification }) {
  const { verdict } = verification;
  return (
    <section class={`ov-status-banner ov-status-banner--${LOOKS[verdict.state]}`} aria-label={texts.result}>
      <h2 class="govuk-heading-l">{headingOf(verification)}</h2>
      <p class="ov-status-banner__summary">{sentenceOf(verdict)}</p>
      {verdict.state === 'valid' && verification.agreement?.begins && (
        <p>{texts.begins(verdict.document.label, verification.agreement.begins)}</p>
      )}
      {verdict.state === 'valid' && verdict.next && <p>{texts.next(verdict.next.label, verdict.next.from)}</p>}
      {verdict.state === 'not-authentic' && <p>{texts.notAuthentic}</p>}
      {verdict.state === 'superseded' && verification.agreement && (
        <p>
          <a class="govuk-link" href={`/avtal/${verification.agreement.slug}`}>
            {texts.latest}
          </a>
        </p>
      )}
      <SummaryList rows={factsOf(verification)} compact />
      {verdict.state !== 'not-authentic' && <p>{texts.ownClock}</p>}
      {verification.sealedBy?.selfMade && <p>{texts.demoSeal}</p>}
    </section>
  );
}

/** "Gäller" is said only where the version does: an authentic document may be of an agreement that has run out, or of a version whose first day has not come. */
export function headingOf({ verdict, agreement }: Pick<Verification, 'verdict' | 'agreement'>): string {
  const applies = agreement && agreement.begins === undefined && ['in-force', 'extended'].includes(agreement.status.code);
  return verdict.state === 'valid' && !applies ? texts.authentic : verdictLabels[verdict.state];
}

/** The answer in one sentence, with why. */
export function sentenceOf(verdict: Verdict): string {
  switch (verdict.state) {
    case 'valid':
      return texts.valid(verdict.document.label);
    case 'superseded':
      return texts.superseded(verdict.document.label, verdict.later.label, verdict.later.from);
    case 'plan-copy':
      return verdict.annulled ? texts.planCopyAnnulled : texts.planCopy;
    case 'not-authentic':
      return whyTexts[verdict.why];
  }
}

function factsOf({ verdict, sealedBy, agreement, sha256 }: Verification): { label: string; value: Child }[] {
  const { facts } = texts;
  const fingerprint = { label: facts.fingerprint, value: sha256 };
  if (verdict.state === 'not-authentic') return [fingerprint];
  const sealed = { label: facts.by, value: sealedBy?.subject ?? '' };
  if (verdict.state === 'plan-copy') return [{ label: facts.sealedAt, value: formatDateTime(verdict.sealedAt) }, sealed, fingerprint];
  const { document } = verdict;
  return [
    {
      label: facts.agreement,
      value: agreement ? (
        <a class="govuk-link" href={`/avtal/${agreement.slug}?version=${encodeURIComponent(document.label)}`}>
          {agreement.short}
        </a>
      ) : (
        document.slug
      ),
    },
    { label: facts.version, value: document.label },
    { label: facts.status, value: agreement ? statusSentence(agreement.status) : texts.gone },
    { label: facts.sealedAt, value: formatDateTime(document.sealedAt) },
    sealed,
    fingerprint,
  ];
}
