import { formatDateTime, SummaryList, Table } from '../../ui/index.ts';
import { movingTexts } from './moving/texts-moving.ts';
import { planHref } from './plan-href.ts';
import type { ShownPlan } from './show-plan.ts';
import { dataKindTexts, planTexts as texts } from './texts.ts';

/** Whose plan it is, before everything else. */
export function WhosePlan({ plan: { identity } }: { plan: ShownPlan }) {
  return (
    <SummaryList
      compact
      rows={
        identity
          ? [
              { label: texts.name, value: identity.name },
              { label: texts.number, value: identity.number ?? texts.noNumber },
              ...(identity.interpreter ? [{ label: texts.interpreter, value: identity.interpreter }] : []),
            ]
          : [{ label: texts.name, value: texts.shut }]
      }
    />
  );
}

/** The units in the plan, and who leads it. */
export function partiesPart(plan: ShownPlan, place: string) {
  const { id, parties, owner, abilities } = plan;
  const { lead } = plan.following.handOvers;
  return (
    <>
      <SummaryList
        rows={[
          { label: texts.owner, value: lead ? `${lead.unit}, ${lead.organisation}` : `${owner.unit}, ${owner.name}` },
          ...(lead ? [{ label: texts.keeper, value: `${owner.unit}, ${owner.name}` }] : []),
          { label: texts.municipality, value: place },
        ]}
      />
      {abilities['move-municipality'] && (
        <p>
          <a class="govuk-link" href={`${planHref(id)}/kommun`}>
            {movingTexts.link}
          </a>
        </p>
      )}
      {parties && (
        <Table
          caption={texts.parties}
          captionHidden
          columns={texts.partyColumns.map((label) => ({ label }))}
          rows={parties.map(({ unit_name, organisation_name, added_at }) => [unit_name, organisation_name, formatDateTime(added_at)])}
        />
      )}
    </>
  );
}

/** Which parts are open to the reader, by what, and whom to ask about the rest. */
export function reachPart({ kinds, owner }: ShownPlan) {
  return (
    <>
      {isShut(kinds) && <p>{texts.shutText(owner.unit, owner.name)}</p>}
      <Table
        caption={texts.reach}
        captionHidden
        columns={texts.reachColumns.map((label) => ({ label }))}
        rows={kinds.map(({ kind, ground }) => [dataKindTexts[kind], ground ? texts.grounds[ground.kind] : texts.shut])}
      />
    </>
  );
}

/** Is any part of the plan shut to its reader? */
export const isShut = (kinds: ShownPlan['kinds']) => kinds.some(({ ground }) => !ground);
