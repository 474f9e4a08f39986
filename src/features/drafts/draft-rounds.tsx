import { formatDate, Table } from '../../ui/index.ts';
import { levelNames } from '../agreements/index.ts';
import type { DraftView } from './load-draft.ts';
import { draftHref } from './parts.tsx';
import { roundsTexts as texts } from './texts.ts';
import { nextTexts } from './texts-next.ts';

/** The consultations on a working copy: when, on which level of participation, and what came of them; and the way to a new one. */
export function DraftRounds({ reading: { row, rounds, abilities }, plain = false }: { reading: DraftView; plain?: boolean }) {
  const mayOpen = !plain && abilities.has('drafts.write');
  if (rounds.length === 0 && !mayOpen && !plain) return null;
  return (
    <>
      <h2 class="govuk-heading-m" id={nextTexts.ids.rounds}>
        {texts.heading}
      </h2>
      {rounds.length === 0 ? (
        <p>{texts.none}</p>
      ) : (
        <Table
          caption={texts.caption}
          captionHidden
          columns={texts.columns.map((label) => ({ label }))}
          rows={rounds.map(({ id, openedOn, lastDay, level, receivers, comments, unanswered, closedOn }) => [
            <a class="govuk-link" href={`/remisser/${id}`}>
              {texts.until(lastDay)}
            </a>,
            formatDate(openedOn),
            levelNames[level],
            String(receivers),
            texts.comments(comments, unanswered),
            closedOn ? texts.closed(closedOn) : texts.open,
          ])}
        />
      )}
      {mayOpen && (
        <p>
          <a class="govuk-link" href={`${draftHref(row.id)}/remiss`}>
            {texts.start}
          </a>
        </p>
      )}
    </>
  );
}
