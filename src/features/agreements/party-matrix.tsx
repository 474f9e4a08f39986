import type { Actor } from '../../domain/access/actor.ts';
import type { PartyDecision } from '../../domain/agreements/party-binding.ts';
import type { PartyStatus } from '../../domain/agreements/status-for-party.ts';
import type { CountyFile } from '../../domain/counties/county-file.ts';
import { partyToNoteFor } from '../../domain/memberships/policies.ts';
import { isRefusal } from '../../domain/refusal.ts';
import { Details, formatDate, formatParagraph, Table } from '../../ui/index.ts';
import { partyName } from '../counties/index.ts';
import { Cites } from './agreement-facts.tsx';
import { PartyStatusTag } from './party-parts.tsx';
import { partyReasons, partyMatrixTexts as texts } from './party-texts.ts';
import type { AgreementReading } from './read-agreement.ts';
import { statusOfParties } from './status-of-parties.ts';

/** `decided`: today, when the day that is read has not come. */
export type PartyMatrixProps = { reading: AgreementReading; county: CountyFile; actor: Actor; decided: string | undefined };

/** Party by party: how the agreement stands to it on the day, what it has decided itself, and why; and for whoever may, the way to leave it or join. */
export function PartyMatrix({ reading, county, actor, decided }: PartyMatrixProps) {
  const parties = statusOfParties(reading, county);
  if (isRefusal(parties)) return null;
  const mine = actor.kind === 'staff' ? partyToNoteFor(actor, county.code) : undefined;
  const jointly = parties.every(({ reasons }) => reasons.some(({ code }) => code === 'decided-for-all'));
  const count = (wanted: string) => parties.filter(({ code }) => code === wanted).length;
  const unknown = count('unknown');
  const shared = sharedReasons(parties);
  return (
    <>
      <h2 class="govuk-heading-l" id="parterna">
        {texts.heading}
      </h2>
      <p>
        {jointly ? texts.jointly : texts.eachDecides} {texts.count(count('in-force'), parties.length)}{' '}
        {unknown > 0 && texts.unknown(unknown)}
      </p>
      {!jointly && shared && (
        <p>
          <Reasons reading={reading} reasons={shared} />
        </p>
      )}
      <Details summary={texts.show}>
        <Table
          caption={texts.caption}
          captionHidden
          columns={[...texts.columns, ...(shared ? [] : [texts.why])].map((label) => ({ label }))}
          rows={parties.map(({ party, code, decision, reasons }) => [
            partyName(county, party),
            <PartyStatusTag code={code} decided={decided} />,
            decision ? <Decision decision={decision} /> : jointly ? texts.decidedJointly : texts.noDecision,
            ...(shared ? [] : [<Reasons reading={reading} reasons={reasons} />]),
          ])}
        />
      </Details>
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

/** The day, the body, the paragraph and the number of a party's own decision, and its reservation. */
function Decision({ decision: { on, body, paragraph, registry, reservation } }: { decision: PartyDecision }) {
  return (
    <>
      {[formatDate(on), body, paragraph && formatParagraph(paragraph), registry].filter(Boolean).join(', ')}
      {reservation && (
        <>
          <br />
          {texts.reservation(reservation)}
        </>
      )}
    </>
  );
}

/** Why it stands to the party as it does, each reason with the way to what it rests on. What is said of the agreement as a whole is left out. */
function Reasons({ reading, reasons }: { reading: AgreementReading; reasons: PartyStatus['reasons'] }) {
  const own = reasons.flatMap(({ code, params, cites }) => {
    const text = code === 'is-party' ? undefined : partyReasons[code]?.(params);
    return text === undefined ? [] : [{ text, cites }];
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

/** The reasons where they are the same for every party, said of all of them at once. */
function sharedReasons(parties: readonly PartyStatus[]): PartyStatus['reasons'] | undefined {
  const named = (reasons: PartyStatus['reasons'], name: string) =>
    reasons.map((reason) => ({ ...reason, params: { ...reason.params, name } }));
  const [first, ...rest] = parties.map(({ reasons }) => named(reasons, texts.all));
  const isShared = rest.every((one) => JSON.stringify(one) === JSON.stringify(first));
  return isShared ? first : undefined;
}
