import type { PartyStatus } from '../../domain/agreements/status-for-party.ts';
import { formatList, Notice } from '../../ui/index.ts';
import { PartyProviso } from '../agreements/index.ts';
import { partyName } from '../counties/index.ts';
import { citeHref } from './cite-href.ts';
import type { PlaceParties } from './parties-on.ts';
import { partyTexts as texts } from './party-texts.ts';

type County = Parameters<typeof partyName>[0];
type Props = {
  /** Those whose duties the page shows. */
  agreements: readonly { readonly slug: string; readonly short: string }[];
  county: County;
  /** The one that was asked about; undefined for the whole county. */
  municipality: string | undefined;
  parties: PlaceParties;
  /** The day that was asked about, when it is not today. */
  day: string | undefined;
};

/** Agreements of the page that are not known to be in force for a party of the place, said before the duties that they give; these stay. And those of the county that the place is no party of. */
export function PartyNotices({ agreements, county, municipality, parties, day: date }: Props) {
  return (
    <>
      {agreements.map(({ slug, short }) => {
        const unsure = parties.provisos.get(slug);
        if (!unsure) return null;
        return (
          <Notice kind="unknown" heading={texts.heading(short)}>
            <p>
              <Who unsure={unsure} county={county} oneByOne={municipality !== undefined} /> {texts.stays}{' '}
              <a class="govuk-link" href={citeHref(slug, 'parterna', date)}>
                {texts.who}
              </a>
            </p>
          </Notice>
        );
      })}
      {municipality !== undefined &&
        parties.outside.map(({ slug, short }) => (
          <Notice kind="note" heading={texts.outside(partyName(county, municipality), short)}>
            <p>
              {texts.notShown}{' '}
              <a class="govuk-link" href={citeHref(slug, undefined, date)}>
                {texts.read}
              </a>
            </p>
          </Notice>
        ))}
    </>
  );
}

/** Each party with why; of a whole county their names alone. */
function Who({ unsure, county, oneByOne }: { unsure: readonly PartyStatus[]; county: County; oneByOne: boolean }) {
  if (!oneByOne) return <>{texts.notFor(formatList(unsure.map(({ party }) => partyName(county, party))))}</>;
  return (
    <>
      {unsure.map((status) => (
        <>
          <PartyProviso status={status} name={partyName(county, status.party)} />{' '}
        </>
      ))}
    </>
  );
}
