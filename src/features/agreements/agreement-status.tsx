import type { Status as StatusValue } from '../../domain/agreements/status.ts';
import type { AgreementFile } from '../../domain/counties/agreement-file.ts';
import { decidedOn, formatDate, formatList, StatusBanner } from '../../ui/index.ts';
import { citeLink } from './agreement-text.tsx';
import { factLabel, reasonText, statusSentence } from './texts.ts';

/** The status of an agreement with every reason linked to its sentence, every outcome when something is unknown, and what was looked for. `today`: an ISO day; a status later than that is told as what has been decided so far. */
export function Status({ agreement, status, today }: { agreement: AgreementFile; status: StatusValue; today: string }) {
  const looked = agreement.unknown.filter(({ fact }) => status.unknown.includes(fact === 'successor' ? 'no-successor' : fact));
  return (
    <StatusBanner
      status={status.code}
      until={status.until}
      decided={decidedOn({ on: status.on, today })}
      summary={statusSentence(status, today)}
      reasons={status.reasons.map(({ code, params, cites }) => ({
        text: reasonText(code, params),
        ...(cites[0] ? { href: citeLink(agreement, cites[0]).href, linkText: citeLink(agreement, cites[0]).label } : {}),
      }))}
      outcomes={status.outcomes.toReversed().map(({ end, extended, inForce, depends }) => ({
        condition: extended
          ? `Om ${formatList(depends.map(factLabel))}, gällde den till ${formatDate(end)}.`
          : `Annars gick den ut ${formatDate(end)}.`,
        status: inForce ? (extended ? 'extended' : 'in-force') : 'expired',
        ...(inForce && extended ? { until: end } : {}),
      }))}
    >
      {looked.map(({ question, looked: where }) => (
        <p>
          <strong>{question}</strong> {where}
        </p>
      ))}
    </StatusBanner>
  );
}
