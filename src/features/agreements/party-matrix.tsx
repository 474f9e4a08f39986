import type { Child } from 'hono/jsx';
import type { Actor } from '../../domain/access/actor.ts';
import type { StatusReason } from '../../domain/agreements/ground.ts';
import type { PartyDecision } from '../../domain/agreements/party-binding.ts';
import { groupParties, type PartyGroup } from '../../domain/agreements/party-groups.ts';
import type { PartyStatus } from '../../domain/agreements/status-for-party.ts';
import type { CountyFile } from '../../domain/counties/county-file.ts';
import { partyToNoteFor } from '../../domain/memberships/policies.ts';
import { isRefusal } from '../../domain/refusal.ts';
import { capitalise, Details, formatDate, formatList, formatParagraph, Table } from '../../ui/index.ts';
import { partyName } from '../counties/index.ts';
import { Cites } from './agreement-facts.tsx';
import { PartyStatusTag } from './party-parts.tsx';
import { partyReasons, partyMatrixTexts as texts } from './party-texts.ts';
import type { AgreementReading } from './read-agreement.ts';
import { statusOfParties } from './status-of-parties.ts';

/** `decided`: today, when the day that is read has not come. */
export type PartyMatrixProps = { reading: AgreementReading; county: CountyFile; actor: Actor; decided: string | undefined };

/** So many parties are named where others are counted. */
const FEW = 3;

/** How the agreement stands to its parties on the day, what they have decided themselves, and why; and for whoever may, the way to leave it or join. Those that stand alike are told of together. */
export function PartyMatrix({ reading, county, actor, decided }: PartyMatrixProps) {
  const parties = statusOfParties(reading, county);
  if (isRefusal(parties)) return null;
  const mine = actor.kind === 'staff' ? partyToNoteFor(actor, county.code) : undefined;
  const groups = groupParties(parties);
  const inForce = parties.filter(({ code }) => code === 'in-force').length;
  const jointly = parties.every(({ reasons }) => reasons.some(isJoint));
  return (
    <>
      <h2 class="govuk-heading-l" id="parterna">
        {texts.heading}
      </h2>
      <p>
        {jointly ? texts.jointly : !parties.some(saysEachDecides) && texts.eachDecides}{' '}
        {groups.length > 1 && texts.count(inForce, parties.length)}
      </p>
      {groups.map((group) => (
        <Group group={group} isAll={groups.length === 1} reading={reading} county={county} decided={decided} />
      ))}
      {mine !== undefined && parties.some(({ party }) => party === mine) && (
        <p>
          <a class="govuk-link" href={`/avtal/${reading.agreement.slug}/part`}>
            {texts.turn}
          </a>
        </p>
      )}
    </>
  );
}

/** Of one party all that is known of it; of several what they have in common, and who they are or what each has decided. */
function Group({ group, isAll, reading, county, decided }: Omit<PartyMatrixProps, 'actor'> & { group: PartyGroup; isAll: boolean }) {
  const { code, parties, reasons } = group;
  const [only, ...others] = parties;
  if (!only) return null;
  const isFew = parties.length <= FEW;
  const who = isFew ? namesOf(parties, county) : namedTogether(parties);
  return (
    <>
      <p>
        <PartyStatusTag code={code} decided={decided} /> {texts.state(who, group)}{' '}
        {reasons && <Reasons reading={reading} reasons={reasons} name={isAll && others.length > 0 ? texts.all : who} />}
        {others.length === 0 && only.decision && saysMore(only.decision) && <Decision decision={only.decision} wrap={texts.own} />}
      </p>
      {others.length > 0 && <OneByOne group={group} isNamed={isFew} reading={reading} county={county} />}
    </>
  );
}

type OneByOneProps = Pick<PartyMatrixProps, 'reading' | 'county'> & { group: PartyGroup; isNamed: boolean };

/** Who they are, unless they are named already; and where they have decided each for itself, or for reasons of their own, party by party. */
function OneByOne({ group: { parties, reasons }, isNamed, reading, county }: OneByOneProps) {
  const decides = parties.some(({ decision }) => decision !== undefined);
  if (reasons && !decides) {
    return isNamed ? null : (
      <Details summary={texts.who}>
        <p>{namesOf(parties, county)}.</p>
      </Details>
    );
  }
  const { columns } = texts;
  const labels = [columns.party, ...(decides ? [columns.decision] : []), ...(reasons ? [] : [columns.why])];
  const cellsOf = ({ party, decision, reasons: own }: PartyStatus): Child[] => [
    partyName(county, party),
    ...(decides ? [decision ? <Decision decision={decision} /> : texts.noDecision] : []),
    ...(reasons ? [] : [<Reasons reading={reading} reasons={own} />]),
  ];
  return (
    <Details summary={texts.show}>
      <Table caption={texts.caption} captionHidden columns={labels.map((label) => ({ label }))} rows={parties.map(cellsOf)} />
    </Details>
  );
}

function namesOf(parties: readonly PartyStatus[], county: CountyFile): string {
  return formatList(parties.map(({ party }) => partyName(county, party)));
}

function namedTogether(parties: readonly PartyStatus[]): string {
  const region = parties.some(({ party }) => party === 'region');
  return texts.together({ region, municipalities: parties.length - (region ? 1 : 0) });
}

function isJoint({ code }: StatusReason): boolean {
  return code === 'decided-for-all';
}

/** Do its reasons begin with each party deciding for itself? */
function saysEachDecides({ reasons }: PartyStatus): boolean {
  return reasons.some(({ code }) => code === 'own-day-unknown' || code === 'own-decision-unknown');
}

/** Is anything known of the decision but its day, which its reason says? */
function saysMore({ body, paragraph, registry, reservation }: PartyDecision): boolean {
  return [body, paragraph, registry, reservation].some((one) => one !== undefined);
}

/** The day, the body, the paragraph and the number of a party's own decision, and its reservation. */
function Decision({ decision, wrap = (text) => text }: { decision: PartyDecision; wrap?: (text: string) => string }) {
  const { on, body, paragraph, registry, reservation } = decision;
  return (
    <>
      {wrap([formatDate(on), body, paragraph && formatParagraph(paragraph), registry].filter(Boolean).join(', '))}
      {reservation && (
        <>
          <br />
          {texts.reservation(reservation)}
        </>
      )}
    </>
  );
}

/** Why it stands to the party as it does, each reason with the way to what it rests on. What is said of the agreement as a whole, and over the groups, is left out. `name`: who the reasons are said of, when several. */
function Reasons({ reading, reasons, name }: { reading: AgreementReading; reasons: readonly StatusReason[]; name?: string }) {
  const own = reasons.flatMap((reason) => {
    const { code, params, cites } = reason;
    const text =
      code === 'is-party' || isJoint(reason) ? undefined : partyReasons[code]?.(name === undefined ? params : { ...params, name });
    return text === undefined ? [] : [{ text: capitalise(text), cites }];
  });
  return (
    <>
      {own.map(({ text, cites }) => (
        <>
          {text} {cites.length > 0 && <Cites reading={reading} cites={cites} />}{' '}
        </>
      ))}
    </>
  );
}
