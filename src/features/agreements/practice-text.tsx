import type { Practice } from '../../domain/counties/local-practice.ts';
import { formatDate, Tag } from '../../ui/index.ts';
import { practiceLabels, practiceTexts as texts } from './practice-texts.ts';

/** How something is done, by whom and when, and how far it has come, in a few lines; a unit of the register as a link to it. `late`: its day has passed. */
export function PracticeText({ practice, late = false }: { practice: Practice; late?: boolean }) {
  const { how, by, when, until, evidence, status, reason } = practice;
  const rows = [
    ...(by.length > 0 ? [{ label: texts.by, value: <Doers by={by} /> }] : []),
    ...(when ? [{ label: texts.when, value: when }] : []),
    ...(until ? [{ label: texts.until, value: formatDate(until) }] : []),
    ...(evidence
      ? [
          {
            label: texts.evidence,
            value: evidence.url ? (
              <a class="govuk-link" href={evidence.url}>
                {evidence.title}
              </a>
            ) : (
              evidence.title
            ),
          },
        ]
      : []),
    ...(status === 'not-applicable' ? [] : [{ label: texts.state, value: <State status={status} late={late} /> }]),
  ];
  return (
    <>
      {how?.split('\n').map((line) => (
        <p>{line}</p>
      ))}
      {status === 'not-applicable' && (
        <p>
          {texts.notHere} {reason}
        </p>
      )}
      {rows.map(({ label, value }) => (
        <p class="ov-practice__row">
          <strong>{label}</strong> {value}
        </p>
      ))}
    </>
  );
}

function State({ status, late }: { status: Practice['status']; late: boolean }) {
  return (
    <>
      <Tag>{practiceLabels[status]}</Tag> {late && <strong>{texts.late}</strong>}
    </>
  );
}

function Doers({ by }: { by: Practice['by'] }) {
  return (
    <>
      {by.map(({ name, unit }, index) => (
        <>
          {index > 0 && ', '}
          {unit ? (
            <a class="govuk-link" href={`/enhet/${unit}`}>
              {name}
            </a>
          ) : (
            name
          )}
        </>
      ))}
    </>
  );
}
