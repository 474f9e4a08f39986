import { standingOf } from '../../domain/agreements/standing.ts';
import type { PartyStatus } from '../../domain/agreements/status-for-party.ts';
import type { CountyFile } from '../../domain/counties/county-file.ts';
import { membersOn } from '../../domain/counties/districts.ts';
import { formatDate, Notice, onDay, ResultList, StatusTag, Table } from '../../ui/index.ts';
import { PartyProviso, PartyStatusTag } from '../agreements/index.ts';
import { partyName } from '../counties/index.ts';
import type { AtPlace, Coverage, LocalAgreement, Place } from './read-place.ts';
import { certaintyLabels, localNoteLabels, localTexts, placeTexts } from './texts.ts';

/** `asked`: the day that was asked about when it is not today, for the links. `decided`: today, when that day has not come. */
type Asked = { asked: string | undefined; decided?: string | undefined };

/** The agreements of a place with their status on the day. */
export function Agreements({ place, asked, decided }: { place: Place } & Asked) {
  if (place.agreements.length === 0) {
    return (
      <Notice kind="empty" heading={placeTexts.noAgreements.heading} level={3}>
        <p>{placeTexts.noAgreements.text}</p>
      </Notice>
    );
  }
  return (
    <ResultList
      level={3}
      items={place.agreements.map(({ agreement, status, party }) => ({
        href: onDay(`/avtal/${agreement.slug}`, asked),
        title: agreement.short,
        tag: isExcepted(status, party) ? (
          <PartyStatusTag code={party.code} decided={decided} />
        ) : (
          <StatusTag status={status.code} until={status.until} decided={decided} />
        ),
        meta: [
          placeTexts.version(agreement.version.label),
          <a class="govuk-link" href={onDay(`/avtal/${agreement.slug}/ansvar`, asked)}>
            {placeTexts.responsibilities}
          </a>,
        ],
        text: (
          <>
            {agreement.summary}
            {party && (
              <>
                <br />
                <PartyProviso status={party} name={partyName(place.county, party.party)} />{' '}
                <a class="govuk-link" href={onDay(`/avtal/${agreement.slug}`, asked).concat('#parterna')}>
                  {placeTexts.parties}
                </a>
              </>
            )}
          </>
        ),
      }))}
    />
  );
}

/** Does the agreement apply, but not for certain here? */
function isExcepted(status: AtPlace['status'], party: AtPlace['party']): party is PartyStatus {
  return party !== undefined && standingOf(status.code) === 'holds' && party.code !== 'in-force';
}

/** Which local agreement there is for each county agreement that asks for one; a missing one is said to be missing. */
export function LocalAgreements({ local, asked, decided }: { local: readonly LocalAgreement[] } & Asked) {
  return (
    <Table
      caption={localTexts.caption}
      columns={localTexts.columns.map((label) => ({ label }))}
      rows={local.map(({ of, found, note }) => [
        <a class="govuk-link" href={onDay(`/avtal/${of.agreement.slug}`, asked)}>
          {of.agreement.short}
        </a>,
        found ? (
          <a class="govuk-link" href={onDay(`/avtal/${found.agreement.slug}`, asked)}>
            {found.agreement.short}
          </a>
        ) : (
          (note?.title ?? localTexts.missing)
        ),
        found ? (
          <StatusTag status={found.status.code} until={found.status.until} decided={decided} />
        ) : note ? (
          localNoteLabels[note.status]
        ) : (
          localTexts.expected
        ),
      ])}
    />
  );
}

/** Municipality by municipality: which local agreement there is under each agreement of the county that asks for one. */
export function LocalCoverage({ coverage, asked, decided }: { coverage: readonly Coverage[] } & Asked) {
  const asking = new Map(coverage.flatMap(({ local }) => local.map(({ of }) => [of.agreement.slug, of.agreement.short])));
  return (
    <>
      <p class="ov-muted">{localTexts.expected}</p>
      <Table
        caption={localTexts.coverage}
        columns={[{ label: placeTexts.municipality }, ...[...asking.values()].map((label) => ({ label }))]}
        rows={coverage.map(({ municipality, local }) => [
          <a class="govuk-link" href={onDay(`/kommun/${municipality.code}`, asked)}>
            {municipality.name}
          </a>,
          ...[...asking.keys()].map((slug) => (
            <LocalCell local={local.find(({ of }) => of.agreement.slug === slug)} asked={asked} decided={decided} />
          )),
        ])}
      />
    </>
  );
}

function LocalCell({ local, asked, decided }: { local: LocalAgreement | undefined } & Asked) {
  if (!local) return <>{localTexts.notAsked}</>;
  const { found, note } = local;
  if (!found) return <>{note ? localNoteLabels[note.status] : localTexts.missing}</>;
  return (
    <>
      <a class="govuk-link" href={onDay(`/avtal/${found.agreement.slug}`, asked)}>
        {found.agreement.short}
      </a>{' '}
      <StatusTag status={found.status.code} until={found.status.until} decided={decided} />
    </>
  );
}

/** Contacts with the day they were last confirmed. */
export function Contacts({ place }: { place: Place }) {
  if (place.contacts.length === 0) {
    return (
      <Notice kind="unknown" heading={placeTexts.noContacts.heading} level={3}>
        <p>{placeTexts.noContacts.text}</p>
      </Notice>
    );
  }
  return (
    <Table
      caption={placeTexts.contacts}
      captionHidden
      columns={placeTexts.contactColumns.map((label) => ({ label }))}
      rows={place.contacts.map((contact) => [
        contact.unit,
        <>
          {contact.phone && (
            <a class="govuk-link" href={`tel:${contact.phone.replace(/[^\d+]/g, '')}`}>
              {contact.phone}
            </a>
          )}{' '}
          {contact.email && (
            <a class="govuk-link" href={`mailto:${contact.email}`}>
              {contact.email}
            </a>
          )}{' '}
          {contact.url && (
            <a class="govuk-link" href={contact.url}>
              {contact.url}
            </a>
          )}
        </>,
        <>
          {formatDate(contact.confirmed)}
          {contact.stale && <strong> – {placeTexts.stale}</strong>}
        </>,
      ])}
    />
  );
}

/** The districts of a county with their members on the day, and how sure that is. */
export function Districts({ place: { county, on } }: { place: Place }) {
  const names = new Map(county.municipalities.map(({ code, name }) => [code, name]));
  return (
    <>
      {county.districts.map((district) => {
        const members = membersOn(district, Temporal.PlainDate.from(on));
        const reservations = [...members.map(({ certainty }) => certaintyLabels[certainty]), ...members.map(({ note }) => note ?? '')];
        return (
          <p>
            <strong>{district.name}:</strong> {members.map(({ municipality }) => names.get(municipality) ?? municipality).join(', ')}.{' '}
            <span class="ov-muted">{[...new Set(reservations)].filter(Boolean).join(' ')}</span>
          </p>
        );
      })}
    </>
  );
}

/** The joint bodies: what each does, and which seats it has. They carry no dates, which is said when another day was asked about. */
export function Bodies({ county, asked }: { county: CountyFile } & Asked) {
  return (
    <>
      {asked !== undefined && <p class="ov-muted">{placeTexts.bodiesUndated}</p>}
      <Table
        caption={placeTexts.bodies}
        captionHidden
        columns={placeTexts.bodyColumns.map((label) => ({ label }))}
        rows={county.bodies.map((body) => [
          <>
            {body.name}
            {body['also-called'] && <span class="ov-muted"> ({body['also-called'].join(', ')})</span>}
          </>,
          <>
            {body.task} {body.note && <span class="ov-muted">{body.note}</span>}
          </>,
          <>
            {body.seats.map(({ title }) => title).join(', ')} <span class="ov-muted">{certaintyLabels[body.certainty]}</span>
          </>,
        ])}
      />
    </>
  );
}
