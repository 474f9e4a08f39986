import { type Context, Hono } from 'hono';
import { isRefusal, refuse } from '../../domain/refusal.ts';
import { type AppEnv, scopeOf } from '../../platform/index.ts';
import {
  ButtonGroup,
  ButtonLink,
  formatDateTime,
  formatVersion,
  NotificationBanner,
  Page,
  SourceLine,
  SummaryList,
  Table,
} from '../../ui/index.ts';
import { notRead, refusalPage } from '../access/index.ts';
import { bodyName, partyName, shellOf } from '../counties/index.ts';
import { lackHref } from './awaited-lacks.ts';
import { headingsOf, readLack } from './read-lacks.ts';
import { bodyStateLabels, refusals, stateLabels, lackTexts as texts } from './texts.ts';

type Reading = Exclude<Awaited<ReturnType<typeof readLack>>, { refused: true }>;

async function show(c: Context<AppEnv>) {
  const reading = await readLack(scopeOf(c), { lack: c.req.param('id') ?? '' });
  if (isRefusal(reading)) return refusalPage(c, notRead(reading, refuse('lack-not-found')), refusals);
  const { row, process, county, abilities } = reading;
  const here = lackHref(row.id);
  const about = row.about.map((party) => partyName(county, party));
  return c.html(
    <Page
      shell={await shellOf(c)}
      title={row.title}
      caption={stateLabels[process.state]}
      lead={texts.lead(partyName(county, row.party), about)}
      back="/patalade-brister"
      density="staff"
      wide
      noindex
    >
      {c.req.query('klart') === '1' && (
        <NotificationBanner success>
          <p>{texts.done}</p>
        </NotificationBanner>
      )}
      {abilities.size > 0 && (
        <ButtonGroup>
          {abilities.has('non-compliance.answer') && <ButtonLink href={`${here}/svara`}>{texts.answer}</ButtonLink>}
          {abilities.has('non-compliance.receive') && (
            <ButtonLink href={`${here}/mottagen`} kind="secondary">
              {texts.receive}
            </ButtonLink>
          )}
          {abilities.has('non-compliance.withdraw') && (
            <ButtonLink href={`${here}/aterta`} kind="secondary">
              {texts.withdraw}
            </ButtonLink>
          )}
        </ButtonGroup>
      )}
      <SummaryList
        rows={[
          { label: texts.facts.about, value: about.join(', ') },
          { label: texts.facts.what, value: <span class="ov-lines">{row.what}</span> },
          { label: texts.facts.clauses, value: <Clauses reading={reading} /> },
          { label: texts.facts.on, value: formatDateTime(row.at) },
        ]}
      />
      <h2>{texts.bodies}</h2>
      <Bodies reading={reading} />
      <h2>{texts.contact}</h2>
      <Order reading={reading} />
    </Page>,
  );
}

/** The rows and sections that are said not to be kept, in the version that it is about. */
function Clauses({ reading: { row, agreement } }: { reading: Reading }) {
  const version = `version=${encodeURIComponent(row.label)}`;
  const headings = new Map(headingsOf(agreement?.sections ?? []).map(({ id, heading }) => [id, heading]));
  const activity = (id: string) => agreement?.responsibilities.find((one) => one.id === id)?.activity ?? id;
  return (
    <ul class="govuk-list govuk-list--bullet">
      {row.rows.map((id) => (
        <li>
          <a class="govuk-link" href={`/avtal/${row.slug}/ansvar?${version}#${id}`}>
            {activity(id)}
          </a>
        </li>
      ))}
      {row.sections.map((id) => (
        <li>
          <a class="govuk-link" href={`/avtal/${row.slug}?${version}#${id}`}>
            {headings.get(id) ?? id}
          </a>
        </li>
      ))}
    </ul>
  );
}

function Bodies({ reading: { row, replies, process, county } }: { reading: Reading }) {
  const answers = replies.filter(({ kind }) => kind === 'answered');
  return (
    <>
      <Table
        caption={texts.bodies}
        captionHidden
        columns={texts.bodyColumns.map((label) => ({ label }))}
        rows={row.bodies.map((body) => {
          const last = replies.filter((reply) => reply.body === body).at(-1);
          return [bodyName(county, body), bodyStateLabels[process.bodies.get(body) ?? 'sent'], formatDateTime(last?.at ?? row.at)];
        })}
      />
      {answers.length === 0 && <p>{texts.noAnswers}</p>}
      {answers.map(({ body, text, at }) => (
        <section>
          <h3 class="govuk-heading-s">{texts.answerOf(bodyName(county, body))}</h3>
          <p class="ov-lines">{text}</p>
          <p class="ov-muted">{formatDateTime(at)}</p>
        </section>
      ))}
    </>
  );
}

function Order({ reading: { row, agreement } }: { reading: Reading }) {
  const { termination } = agreement?.terms ?? {};
  if (!agreement || !termination) return null;
  return (
    <>
      <p>{termination.instead}</p>
      <SourceLine
        label={formatVersion(agreement.short, row.label)}
        href={`/avtal/${row.slug}?version=${encodeURIComponent(row.label)}#${termination.cites[0]}`}
        basis="agreement"
      />
    </>
  );
}

/** What was pointed out, to which bodies, and what they answered. */
export const lackPage = new Hono<AppEnv>().get('/patalade-brister/:id', show);
