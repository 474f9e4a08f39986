import type { Child } from 'hono/jsx';
import { formatDateTime } from '../../../ui/index.ts';
import type { ShownPlan } from '../show-plan.ts';
import { spokenTexts as texts } from './texts-spoken.ts';

/** For staff: what guardians and representatives have said in their own names; null where they have said nothing, or it is shut. */
export function spokenPart({ spoken, contents: { changes = [] } }: ShownPlan): Child {
  if (spoken.length === 0) return null;
  return (
    <>
      <p>{texts.lead}</p>
      <ul class="govuk-list govuk-list--spaced">
        {spoken.toReversed().map(({ as, name, about, change, answer, words, at }) => (
          <li>
            <p>
              <strong>{name === undefined ? texts.as[as] : `${texts.as[as]}: ${name}`}</strong>
              <br />
              {[
                changes.find(({ kind, subject }) => kind === change?.kind && subject === change.subject)?.said || texts.about[about],
                answer && texts.answers[answer],
              ]
                .filter(Boolean)
                .join('. ')}
            </p>
            {words && <p class="ov-lines">{words}</p>}
            <p class="ov-muted">{formatDateTime(at)}</p>
          </li>
        ))}
      </ul>
    </>
  );
}
