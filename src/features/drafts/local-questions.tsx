import { questionsOf } from '../../domain/drafts/local-practice.ts';
import { PracticeText } from '../agreements/index.ts';
import { type DraftReading, draftHref } from './parts.tsx';
import { localTexts } from './texts-local.ts';

/** The questions of a section, each with its answer as it stands and the way to the form. Nothing but in a local agreement. */
export function SectionQuestions({ reading: { row, outline, draft }, section }: { reading: DraftReading; section: string }) {
  const asked = questionsOf(outline).filter((question) => question.section === section);
  if (row.kind !== 'local' || asked.length === 0) return null;
  return (
    <section>
      <h2 class="govuk-heading-s">{localTexts.questions}</h2>
      <p>{localTexts.questionsLead}</p>
      <dl class="ov-practices">
        {asked.map(({ id, text }) => {
          const answer = draft.text.local?.answers[id];
          return (
            <div>
              <dt>
                <a class="govuk-link" href={`${draftHref(row.id)}/sa-gor-vi/${id}`}>
                  {text}
                </a>
              </dt>
              <dd>{answer ? <PracticeText practice={answer} /> : <span class="ov-muted">{localTexts.unanswered}</span>}</dd>
            </div>
          );
        })}
      </dl>
    </section>
  );
}
