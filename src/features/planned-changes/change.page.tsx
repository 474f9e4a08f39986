import { type Context, Hono } from 'hono';
import type { Child } from 'hono/jsx';
import type { Party } from '../../domain/agreements/parties.ts';
import { changeFault, countReceipts } from '../../domain/planned-changes/process.ts';
import { isRefusal, refuse } from '../../domain/refusal.ts';
import { type AppEnv, scopeOf } from '../../platform/index.ts';
import {
  ButtonGroup,
  ButtonLink,
  formatDate,
  formatDateTime,
  formatVersion,
  Notice,
  NotificationBanner,
  Page,
  SourceLine,
  SummaryList,
  Table,
} from '../../ui/index.ts';
import { notRead, refusalPage } from '../access/index.ts';
import { partyName, shellOf } from '../counties/index.ts';
import { changeHref } from './awaited-receipts.ts';
import { type ChangeReading, noteSeen, readChange } from './read-changes.ts';
import { receiptLabels, stateLabels, changeTexts as texts } from './texts.ts';
import { refusals } from './texts-refusals.ts';

async function show(c: Context<AppEnv>) {
  const change = c.req.param('id') ?? '';
  const reading = await readChange(scopeOf(c), { change });
  if (isRefusal(reading)) return refusalPage(c, notRead(reading, refuse('change-not-found')), refusals);
  if (reading.unseen) await noteSeen(scopeOf(c), { change });
  const { wording, row, county } = reading;
  return c.html(
    <Page
      shell={await shellOf(c)}
      title={wording.title}
      caption={stateLabels[reading.process.state]}
      lead={texts.lead(partyName(county, row.party), wording.from)}
      back="/planerade-forandringar"
      density="staff"
      wide
      noindex
    >
      {c.req.query('klart') === '1' && (
        <NotificationBanner success>
          <p>{texts.done}</p>
        </NotificationBanner>
      )}
      {reading.own !== undefined && reading.left.includes(reading.own) && <Notice kind="note" heading={texts.leftSelf} />}
      <Acts reading={reading} />
      <Facts reading={reading} />
      <h2>{texts.rows}</h2>
      <Touched reading={reading} />
      <h2>{texts.clause}</h2>
      <Clause reading={reading} />
      <h2>{texts.receipts}</h2>
      <Receipts reading={reading} />
      <h2>{texts.objections}</h2>
      <Said reading={reading} />
      <Earlier reading={reading} />
    </Page>,
  );
}

function Acts({ reading: { abilities, row, process, owner, county } }: { reading: ChangeReading }) {
  const here = changeHref(row.id);
  const objecting = abilities.has('planned-changes.answer')
    ? owner.receivers.filter((party) => changeFault(process, 'planned-changes.answer', party) === undefined)
    : [];
  if (abilities.size === 0) return null;
  return (
    <ButtonGroup>
      {abilities.has('planned-changes.acknowledge') && <ButtonLink href={`${here}/ta-del`}>{texts.acknowledge}</ButtonLink>}
      {abilities.has('planned-changes.object') && (
        <ButtonLink href={`${here}/invand`} kind="secondary">
          {texts.object}
        </ButtonLink>
      )}
      {objecting.map((party) => (
        <ButtonLink href={`${here}/svara/${party}`}>{texts.answer(partyName(county, party))}</ButtonLink>
      ))}
      {abilities.has('planned-changes.amend') && (
        <ButtonLink href={`${here}/andra`} kind="secondary">
          {texts.amend}
        </ButtonLink>
      )}
      {abilities.has('planned-changes.withdraw') && (
        <ButtonLink href={`${here}/aterkalla`} kind="secondary">
          {texts.withdraw}
        </ButtonLink>
      )}
    </ButtonGroup>
  );
}

function Facts({ reading: { wording, wordings, unitNames, withdrawn } }: { reading: ChangeReading }) {
  const { facts } = texts;
  const units = wording.units.flatMap((id) => unitNames.get(id) ?? []);
  const rows: { label: string; value: Child }[] = [
    { label: facts.from, value: formatDate(wording.from) },
    { label: facts.what, value: <Lines text={wording.what} /> },
    { label: facts.services, value: wording.services },
    ...(units.length > 0 ? [{ label: facts.units, value: units.join(', ') }] : []),
    { label: facts.affects, value: <Lines text={wording.affects} /> },
    { label: facts.told, value: formatDateTime(wordings[0]?.at ?? wording.at) },
    ...(withdrawn ? [{ label: facts.withdrawn, value: formatDateTime(withdrawn) }] : []),
  ];
  return <SummaryList rows={rows} />;
}

/** What somebody wrote, line by line. */
function Lines({ text }: { text: string }) {
  return <span class="ov-lines">{text}</span>;
}

function Touched({ reading: { touched, wording, agreements } }: { reading: ChangeReading }) {
  const found = new Set(touched.map(({ agreement, row }) => `${agreement.slug}#${row.id}`));
  return (
    <ul class="govuk-list govuk-list--bullet">
      {touched.map(({ agreement, row }) => (
        <li>
          <a class="govuk-link" href={`/avtal/${agreement.slug}/ansvar#${row.id}`}>
            {row.activity}
          </a>{' '}
          <span class="ov-muted">{agreement.short}</span>
        </li>
      ))}
      {wording.rows
        .filter((word) => !found.has(word))
        .map((word) => {
          const [slug, row = ''] = word.split('#');
          return <li>{texts.rowGone(row, agreements.find((one) => one.slug === slug)?.short)}</li>;
        })}
    </ul>
  );
}

/** The clause that asks for it in each agreement; where there is none, that there is none. */
function Clause({ reading: { agreements } }: { reading: ChangeReading }) {
  return (
    <>
      {agreements.map(({ slug, short, terms, version }) => {
        const duty = terms['duty-to-inform'];
        if (!duty) return <p>{texts.notRequired(short)}</p>;
        return (
          <>
            <p>
              {texts.required(short)} {duty.about.replace(/\.$/, '')}.
            </p>
            <SourceLine label={formatVersion(short, version.label)} href={`/avtal/${slug}#${duty.cites[0]}`} basis="agreement" />
          </>
        );
      })}
    </>
  );
}

/** The region first, then the municipalities by name. */
function inOrder(parties: readonly Party[], county: ChangeReading['county']): Party[] {
  const key = (party: Party) => (party === 'region' ? '' : partyName(county, party));
  return parties.toSorted((a, b) => key(a).localeCompare(key(b), 'sv'));
}

function Receipts({ reading: { process, deliveries, county, owner, left } }: { reading: ChangeReading }) {
  const { told, replied } = countReceipts(process);
  const when = (at: Temporal.Instant | null | undefined) => (at ? formatDateTime(at) : texts.notYet);
  return (
    <>
      <p>{texts.replied(replied, told)}</p>
      <Table
        caption={texts.receipts}
        captionHidden
        columns={texts.receiptColumns.map((label) => ({ label }))}
        rows={inOrder(owner.receivers, county).map((party) => [
          partyName(county, party),
          receiptLabels[process.receipts.get(party) ?? 'awaiting'],
          when(deliveries.get(party)?.seen),
          // What somebody has opened has come, however it came.
          when(deliveries.get(party)?.delivered ?? deliveries.get(party)?.seen),
        ])}
      />
      {left.length > 0 && <p>{texts.left(inOrder(left, county).map((party) => partyName(county, party)))}</p>}
    </>
  );
}

/** Every objection with its answer, also those of earlier wordings, in order. */
function Said({ reading: { replies, row, county, wording } }: { reading: ChangeReading }) {
  const said = replies.filter(
    ({ kind, party }) => kind !== 'acknowledged' || replies.some((one) => one.kind === 'objected' && one.party === party),
  );
  if (said.length === 0) return <p>{texts.noObjections}</p>;
  const name = (party: Party) => partyName(county, party);
  const heading = { objected: texts.objected, answered: () => texts.answered(name(row.party)), acknowledged: texts.acknowledged } as const;
  return (
    <>
      {said.map(({ kind, party, text, at, number }) => (
        <section>
          <h3 class="govuk-heading-s">{heading[kind](name(party))}</h3>
          {text && (
            <p>
              <Lines text={text} />
            </p>
          )}
          <p class="ov-muted">
            {formatDateTime(at)} {number < wording.number && texts.earlierWording(number)}
          </p>
        </section>
      ))}
    </>
  );
}

function Earlier({ reading: { wordings, wording } }: { reading: ChangeReading }) {
  const earlier = wordings.filter(({ number }) => number < wording.number);
  if (earlier.length === 0) return null;
  return (
    <>
      <h2>{texts.history}</h2>
      {earlier.map(({ number, title, from, what }) => (
        <>
          <p>
            <strong>{texts.wording(number, title, from)}</strong>
            <br />
            <Lines text={what} />
          </p>
        </>
      ))}
    </>
  );
}

/** What a party has announced, whom it was told, and what they said. */
export const changePage = new Hono<AppEnv>().get('/planerade-forandringar/:id', show);
