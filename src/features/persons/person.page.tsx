import { type Context, Hono } from 'hono';
import { isRefusal } from '../../domain/refusal.ts';
import { type AppEnv, formOf, scopeOf } from '../../platform/index.ts';
import {
  Button,
  ButtonGroup,
  ButtonLink,
  formatDates,
  formatDateTime,
  Inset,
  NotificationBanner,
  SummaryList,
  Table,
  WarningText,
} from '../../ui/index.ts';
import { endCaseContact } from './case-contacts.ts';
import { idOf, nobody, refused, staffPage } from './doors.tsx';
import { readJoined } from './join-persons.ts';
import { languageName } from './languages.ts';
import type { ShownRecord } from './load-record.ts';
import { readAnyPerson } from './read-person.ts';
import { protectionLabels, personTexts as texts } from './texts.ts';
import { joinTexts } from './texts-join.ts';

async function show(c: Context<AppEnv>) {
  const id = idOf(c);
  if (!id) return nobody(c);
  const person = await readAnyPerson(scopeOf(c), id);
  if (isRefusal(person)) return refused(c, person);
  const { purpose, protection, abilities } = person;
  const joined = await readJoined(scopeOf(c), { id });
  return staffPage(
    c,
    { title: texts.title, back: '/personer', wide: true },
    <>
      {c.req.query('klart') === '1' && <NotificationBanner success>{texts.saved}</NotificationBanner>}
      {c.req.query('klart') === 'fanns' && <NotificationBanner success>{texts.joined}</NotificationBanner>}
      {c.req.query('klart') === 'ihop' && <NotificationBanner success>{joinTexts.done}</NotificationBanner>}
      {c.req.query('avslutat') === '1' && <NotificationBanner success>{texts.ended}</NotificationBanner>}
      {protection && (
        <>
          <h2>{texts.protectedHeading}</h2>
          <WarningText>{texts.protectedText(protection.kind && protectionLabels[protection.kind])}</WarningText>
        </>
      )}
      {(purpose.kind === 'share' || purpose.kind === 'emergency') && <Inset>{texts.grounds[purpose.kind]}</Inset>}
      <h2>{texts.facts}</h2>
      <SummaryList rows={factsOf(person)} />
      <ButtonGroup>
        {abilities.change && <ButtonLink href={`/personer/${id}/andra`}>{texts.change}</ButtonLink>}
        {abilities['open-case-contact'] && (
          <ButtonLink kind="secondary" href={`/personer/${id}/arende`}>
            {texts.open}
          </ButtonLink>
        )}
        {abilities['open-case-contact'] && (
          <ButtonLink kind="secondary" href={`/personer/${id}/plan`}>
            {texts.plan}
          </ButtonLink>
        )}
        {abilities.join && (
          <ButtonLink kind="quiet" href={`/personer/${id}/for-ihop`}>
            {joinTexts.link}
          </ButtonLink>
        )}
        {abilities.protect && (
          <ButtonLink kind="secondary" href={`/personer/${id}/skydd`}>
            {texts.protect}
          </ButtonLink>
        )}
      </ButtonGroup>
      {abilities.change && !abilities.protect && <p>{texts.protectByOthers}</p>}
      <Contacts person={person} />
      <Joined joined={isRefusal(joined) ? [] : joined.joined} />
    </>,
  );
}

/** What is written of the person, row by row. A place that is not for the reader is not there to be shown. */
export function factsOf({ name, number, interpreter, owner, place, blocked }: ShownRecord) {
  return [
    { label: texts.name, value: name },
    { label: texts.number, value: number ?? texts.noNumber },
    ...(interpreter ? [{ label: texts.interpreter, value: languageName(interpreter) }] : []),
    { label: texts.address, value: place ? (place.address ?? texts.unknown) : texts.placeHidden },
    ...(place?.whereabouts ? [{ label: texts.whereabouts, value: place.whereabouts }] : []),
    { label: texts.owner, value: blocked ? `${owner.name} · ${texts.blocked}` : owner.name },
  ];
}

/** The unit of a contact as it is called today, with what it was before. */
export function unitOf({ unit, mergedInto, ended }: Pick<ShownRecord['contacts'][number], 'unit' | 'mergedInto' | 'ended'>): string {
  if (mergedInto) return texts.merged(unit, mergedInto);
  return ended ? texts.noMore(unit) : unit;
}

function Contacts({ person: { id, contacts, abilities } }: { person: ShownRecord }) {
  if (contacts.length === 0) return null;
  const ends = abilities['end-case-contact'];
  // The unit is the reader's own, and needs saying only where it was another before.
  const moved = contacts.some(({ mergedInto }) => mergedInto);
  const columns = [texts.caseNumber, ...(moved ? [texts.unit] : []), texts.period, ...(ends ? [texts.action] : [])];
  return (
    <>
      <Table
        caption={texts.contacts}
        columns={columns.map((label) => ({ label }))}
        rows={contacts.map(({ id: contact, caseNumber, from, to, current, ...where }) => [
          caseNumber,
          ...(moved ? [unitOf(where)] : []),
          from ? formatDates(from, to) : '–',
          ...(ends
            ? [
                current && (
                  <form method="post" action={`/personer/${id}/arende/avsluta`}>
                    <Button kind="quiet" name="arende" value={contact}>
                      {texts.end}
                      <span class="govuk-visually-hidden"> {caseNumber}</span>
                    </Button>
                  </form>
                ),
              ]
            : []),
        ])}
      />
      {ends && <p class="ov-muted">{texts.endWarning}</p>}
      <p class="ov-muted">{texts.follows}</p>
    </>
  );
}

/** The records that have gone into this one, and why. */
function Joined({ joined }: { joined: readonly { readonly at: Temporal.Instant; readonly unit: string; readonly reason: string }[] }) {
  if (joined.length === 0) return null;
  return (
    <>
      <h2>{joinTexts.heading}</h2>
      <SummaryList rows={joined.map(({ at, unit, reason }) => ({ label: joinTexts.joined(formatDateTime(at), unit), value: reason }))} />
    </>
  );
}

async function end(c: Context<AppEnv>) {
  const id = idOf(c);
  if (!id) return nobody(c);
  const { arende = '' } = await formOf(c);
  const ended = await endCaseContact(scopeOf(c), { id, contact: arende });
  if (isRefusal(ended)) return refused(c, ended);
  return c.redirect('/personer?avslutat=1', 303);
}

/** A person's record: titled without their name, at an address that says nothing of them. */
export const personPage = new Hono<AppEnv>().get('/personer/:id', show).post('/personer/:id/arende/avsluta', end);
