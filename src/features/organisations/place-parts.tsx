import type { CountyFile } from '../../domain/counties/county-file.ts';
import { membersOn } from '../../domain/counties/districts.ts';
import { formatDate, Notice, ResultList, StatusTag, Table } from '../../ui/index.ts';
import type { Coverage, LocalAgreement, Place } from './read-place.ts';
import { certaintyLabels, localNoteLabels, localTexts } from './texts.ts';

/** The agreements of a place with their status on the day. */
export function Agreements({ place }: { place: Place }) {
  if (place.agreements.length === 0) {
    return (
      <Notice kind="empty" heading="Inga avtal i registret" level={3}>
        <p>Registret har inget avtal som gäller här. Det betyder inte att det saknas ett.</p>
      </Notice>
    );
  }
  return (
    <ResultList
      level={3}
      items={place.agreements.map(({ agreement, status }) => ({
        href: `/avtal/${agreement.slug}`,
        title: agreement.short,
        tag: <StatusTag status={status.code} until={status.until} />,
        meta: [
          `version ${agreement.version.label}`,
          <a class="govuk-link" href={`/avtal/${agreement.slug}/ansvar`}>
            Ansvar
          </a>,
        ],
        text: agreement.summary,
      }))}
    />
  );
}

/** Which local agreement there is for each county agreement that asks for one; a missing one is said to be missing. */
export function LocalAgreements({ local }: { local: readonly LocalAgreement[] }) {
  return (
    <Table
      caption="Lokala överenskommelser (LÖK)"
      columns={[{ label: 'Till länets avtal' }, { label: 'Lokal överenskommelse' }, { label: 'Läge' }]}
      rows={local.map(({ of, found, note }) => [
        <a class="govuk-link" href={`/avtal/${of.agreement.slug}`}>
          {of.agreement.short}
        </a>,
        found ? (
          <a class="govuk-link" href={`/avtal/${found.agreement.slug}`}>
            {found.agreement.short}
          </a>
        ) : (
          (note?.title ?? localTexts.missing)
        ),
        found ? (
          <StatusTag status={found.status.code} until={found.status.until} />
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
export function LocalCoverage({ coverage }: { coverage: readonly Coverage[] }) {
  const asking = new Map(coverage.flatMap(({ local }) => local.map(({ of }) => [of.agreement.slug, of.agreement.short])));
  return (
    <>
      <p class="ov-muted">{localTexts.expected}</p>
      <Table
        caption={localTexts.coverage}
        columns={[{ label: 'Kommun' }, ...[...asking.values()].map((label) => ({ label }))]}
        rows={coverage.map(({ municipality, local }) => [
          <a class="govuk-link" href={`/kommun/${municipality.code}`}>
            {municipality.name}
          </a>,
          ...[...asking.keys()].map((slug) => <LocalCell local={local.find(({ of }) => of.agreement.slug === slug)} />),
        ])}
      />
    </>
  );
}

function LocalCell({ local }: { local: LocalAgreement | undefined }) {
  if (!local) return <>{localTexts.notAsked}</>;
  const { found, note } = local;
  if (!found) return <>{note ? localNoteLabels[note.status] : localTexts.missing}</>;
  return (
    <>
      <a class="govuk-link" href={`/avtal/${found.agreement.slug}`}>
        {found.agreement.short}
      </a>{' '}
      <StatusTag status={found.status.code} until={found.status.until} />
    </>
  );
}

/** Contacts with the day they were last confirmed. */
export function Contacts({ place }: { place: Place }) {
  if (place.contacts.length === 0) {
    return (
      <Notice kind="unknown" heading="Inga kontaktuppgifter" level={3}>
        <p>Registret har inga bekräftade kontaktuppgifter här ännu. Ring 1177 för vård. Kontakta kommunens växel för socialtjänsten.</p>
      </Notice>
    );
  }
  return (
    <Table
      caption="Kontakter"
      captionHidden
      columns={[{ label: 'Enhet' }, { label: 'Kontakt' }, { label: 'Bekräftad' }]}
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
          {contact.stale && <strong> – inte bekräftad på över sex månader</strong>}
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

/** The joint bodies: what each does, and which seats it has. */
export function Bodies({ county }: { county: CountyFile }) {
  return (
    <Table
      caption="Gemensamma organ"
      captionHidden
      columns={[{ label: 'Organ' }, { label: 'Uppgift' }, { label: 'Platser' }]}
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
  );
}
