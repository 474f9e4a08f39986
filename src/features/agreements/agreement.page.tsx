import { type Context, Hono } from 'hono';
import type { AgreementFile } from '../../domain/counties/agreement-file.ts';
import { isRefusal } from '../../domain/refusal.ts';
import { type AppEnv, scopeOf } from '../../platform/index.ts';
import {
  type AskedDay,
  DayForm,
  DayProviso,
  dayErrors,
  decidedOn,
  type Kept,
  keeping,
  LinkCards,
  Notice,
  onDay,
  Page,
  statusWord,
  Toc,
} from '../../ui/index.ts';
import { askedDay, readCounty, shellOf } from '../counties/index.ts';
import { lawOfAgreement } from '../law/index.ts';
import { Cites, Dates, Facts, Related } from './agreement-facts.tsx';
import { Status } from './agreement-status.tsx';
import { tocOf } from './agreement-text.tsx';
import { DownloadLinks } from './download-links.tsx';
import { HeardBefore } from './heard-part.tsx';
import { LocalRows, planCard } from './local-part.tsx';
import { madeOnce } from './made-once.tsx';
import { pageTexts } from './page-texts.ts';
import { PartyMatrix } from './party-matrix.tsx';
import { type AgreementReading, readAgreement } from './read-agreement.ts';
import { readHeard } from './read-heard.ts';
import { textAsHtml } from './text-as-html.tsx';
import { kindLabels } from './texts.ts';

async function agreement(c: Context<AppEnv, '/avtal/:slug'>) {
  const day = askedDay(c);
  const reading = await readAgreement(scopeOf(c), { slug: c.req.param('slug'), on: day.on, label: c.req.query('version') });
  if (isRefusal(reading)) return c.notFound();
  return c.html(await AgreementPage(c, reading, day));
}

/** The card that leads to the matrix; none where the agreement has no responsibility of its own. */
function matrixCard({ slug, responsibilities }: AgreementFile, kept: Kept) {
  if (responsibilities.length === 0) return [];
  const { title, text } = pageTexts.cards.matrix;
  return [{ href: keeping(`/avtal/${slug}/ansvar`, kept), title, text: text(responsibilities.length) }];
}

async function AgreementPage(c: Context<AppEnv>, reading: AgreementReading, day: AskedDay) {
  const { agreement, status } = reading;
  const county = await readCounty(scopeOf(c), { code: agreement.county });
  const law = await lawOfAgreement(scopeOf(c), {
    slug: agreement.slug,
    on: reading.on,
    writtenOn: agreement.version.from,
    asked: day.kept,
  });
  const address = `/avtal/${agreement.slug}`;
  const kept: Kept = { datum: day.kept, version: isCurrent(reading) ? undefined : agreement.version.label };
  const heard = await readHeard(scopeOf(c), { slug: agreement.slug, on: reading.on, label: agreement.version.label });
  const stale = agreement.stale.filter(({ since }) => since <= reading.on);
  return (
    <Page
      shell={await shellOf(c)}
      title={agreement.short}
      caption={kindLabels[agreement.kind]}
      nav="avtal"
      wide
      breadcrumbs={[
        { label: pageTexts.register, href: onDay('/avtal', day.kept) },
        ...(isRefusal(county) ? [] : [{ label: county.name, href: onDay(`/lan/${county.code}`, day.kept) }]),
      ]}
      description={agreement.summary}
      errors={dayErrors(day)}
      intro={
        <>
          <DayForm action={address} day={day} />
          <DayProviso day={day} />
          <Status agreement={agreement} status={status} today={day.today} />
        </>
      }
      aside={madeOnce(agreement, 'contents', () => <Toc items={tocOf(agreement)} />)}
      print={{
        version: agreement.version.label,
        status: statusWord({ status: status.code, until: status.until }),
        source: agreement.source.title,
      }}
    >
      <p class="ov-lead">{agreement.summary}</p>
      <OtherVersion reading={reading} day={day} />
      <TextHeld reading={reading} />
      {law.banner}
      <LinkCards
        cards={[
          ...matrixCard(agreement, kept),
          ...planCard(agreement, kept),
          { href: keeping(`${address}/dokument`, kept), ...pageTexts.cards.documents },
          { href: `${address}/brist`, ...pageTexts.cards.lack },
          { href: onDay(`${address}/uppfoljning`, day.kept), ...pageTexts.cards.followUp },
          {
            href: keeping(`${address}/versioner`, kept),
            title: pageTexts.cards.versions.title,
            text: pageTexts.cards.versions.text(agreement.version.label),
          },
        ]}
      />
      {madeOnce(agreement, isRefusal(county) ? 'facts alone' : 'facts', () => (
        <>
          <DownloadLinks agreement={agreement} />
          <Facts
            reading={reading}
            county={isRefusal(county) ? undefined : county.name}
            municipalities={isRefusal(county) ? 0 : county.municipalities.length}
          />
        </>
      ))}
      {!isRefusal(county) && <PartyMatrix reading={reading} county={county} actor={c.var.actor} decided={decidedOn(day)} />}
      {madeOnce(agreement, `dates ${JSON.stringify(reading.dates)}`, () => (
        <Dates reading={reading} />
      ))}
      <HeardBefore heard={isRefusal(heard) ? undefined : heard.heard} />
      {stale.length > 0 && (
        <Notice kind="note" heading={pageTexts.stale}>
          {stale.map(({ text, since, cites }) => (
            <p>
              {text} <span class="ov-muted">{pageTexts.since(since)}</span> <Cites reading={reading} cites={cites} />
            </p>
          ))}
        </Notice>
      )}
      <h2 class="govuk-heading-l">{pageTexts.document}</h2>
      <p class="ov-muted">{pageTexts.ownWords}</p>
      {await textAsHtml(agreement, law, kept)}
      <LocalRows agreement={agreement} kept={kept} />
      <Related reading={reading} day={day.kept} />
    </Page>
  );
}

function isCurrent({ agreement, current }: AgreementReading): boolean {
  return agreement.version.label === current.version.label;
}

function OtherVersion({ reading, day }: { reading: AgreementReading; day: AskedDay }) {
  if (isCurrent(reading)) return null;
  const { agreement, current, on } = reading;
  return (
    <Notice kind="note" heading={pageTexts.otherVersion.heading(agreement.version.label)}>
      <p>
        {pageTexts.otherVersion.text(on)}{' '}
        <a class="govuk-link" href={onDay(`/avtal/${agreement.slug}`, day.kept)}>
          {pageTexts.readVersion(current.version.label)}
        </a>
      </p>
    </Notice>
  );
}

function TextHeld({ reading: { text, agreement, on } }: { reading: AgreementReading }) {
  if (text.kind === 'held') return null;
  const { heading, text: missing, applied, shown } = pageTexts.notHeld;
  const { label, from } = agreement.version;
  return (
    <Notice kind="unknown" heading={heading}>
      <p>{[missing(on), text.kind === 'not-held' ? applied(text.label, text.from) : '', shown(label, from)].filter(Boolean).join(' ')}</p>
    </Notice>
  );
}

export const agreementPage = new Hono<AppEnv>().get('/avtal/:slug', agreement);
