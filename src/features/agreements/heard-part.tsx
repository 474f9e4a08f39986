import type { Heard } from '../../domain/consultations/heard.ts';
import { Details, Table } from '../../ui/index.ts';
import { heardTexts as texts } from './heard-texts.ts';

/** How those concerned took part before the version was decided: the level, who was asked and who answered, and what was done with the views. */
export function HeardBefore({ heard }: { heard: Heard | undefined }) {
  if (!heard) return null;
  return (
    <>
      <h2 class="govuk-heading-l" id="delaktighet">
        {texts.heading}
      </h2>
      <p>{texts.level(heard.level)}</p>
      {heard.rounds.length === 0 && <p>{texts.none}</p>}
      {heard.rounds.map((round) => (
        <>
          <h3 class="govuk-heading-m">{texts.round(round)}</h3>
          <p>{texts.about(round)}</p>
          <p>
            {texts.asked(round)} {texts.views(round)}
          </p>
          {round.asked.length > 0 && (
            <Details summary={texts.caption(round)}>
              <Table
                caption={texts.caption(round)}
                captionHidden
                columns={texts.columns.map((label) => ({ label }))}
                rows={round.asked.map((one) => [one.name, texts.answer(one)])}
              />
            </Details>
          )}
          {round.isPublic && (
            <p>
              <a class="govuk-link" href={`/remisser/${round.id}/sammanstallning`}>
                {texts.compilation}
              </a>
            </p>
          )}
        </>
      ))}
      {heard.rounds.length > 0 && <p class="ov-muted">{texts.view}</p>}
    </>
  );
}
