import { type Context, Hono } from 'hono';
import { may } from '../../domain/access/permissions.ts';
import { isRefusal, type Refusal } from '../../domain/refusal.ts';
import { type AppEnv, scopeOf } from '../../platform/index.ts';
import { BasisChip, ButtonLink, formatDate, formatDateTime, NotificationBanner, Page, Table } from '../../ui/index.ts';
import { refusalPage } from '../access/index.ts';
import { shellOf } from '../counties/index.ts';
import { actingOn } from '../forms/index.ts';
import { readRules, type StatedRule } from './read-rules.ts';
import { appliesTexts, howLong, refusals, rulesTexts as texts } from './texts.ts';

export const RETENTION = '/organisation/gallring';

/** What a rule rests on: the basis as a chip, and the decision or law. */
export function RestsOn({ rule: { basis, citation } }: { rule: Pick<StatedRule, 'basis' | 'citation'> }) {
  return basis === null ? (
    <span>{texts.unstated}</span>
  ) : (
    <>
      <BasisChip basis={basis} /> {citation}
    </>
  );
}

type Found = Exclude<Awaited<ReturnType<typeof readRules>>, Refusal>;

const rowOf = (rule: StatedRule) => [appliesTexts[rule.appliesTo], howLong(rule), <RestsOn rule={rule} />, formatDate(rule.from)];

function Stated({ found: { rules, limits, current } }: { found: Found }) {
  return (
    <>
      <h2>{texts.now}</h2>
      {current.length === 0 ? (
        <p>{texts.none}</p>
      ) : (
        <Table caption={texts.now} captionHidden columns={texts.columns.map((label) => ({ label }))} rows={current.map(rowOf)} />
      )}
      <h2>{texts.law}</h2>
      <p>{texts.lawLead}</p>
      <Table
        caption={texts.law}
        captionHidden
        columns={texts.lawColumns.map((label) => ({ label }))}
        rows={limits.map(({ name, value, source, note, basis }) => [
          <>
            {name}
            <br />
            <span class="ov-muted">{note}</span>
          </>,
          value,
          <>
            <BasisChip basis={basis} /> {source}
          </>,
        ])}
      />
      {rules.length > 0 && (
        <>
          <h2>{texts.all}</h2>
          <p>{texts.allLead}</p>
          <Table
            caption={texts.all}
            captionHidden
            columns={[...texts.columns, texts.stated].map((label) => ({ label }))}
            rows={rules.map((rule) => [...rowOf(rule), formatDateTime(rule.statedAt)])}
          />
        </>
      )}
    </>
  );
}

async function show(c: Context<AppEnv>) {
  const acting = actingOn(c, 'retention.read-rules');
  if (acting instanceof Response) return acting;
  const found = await readRules(scopeOf(c), {});
  if (isRefusal(found)) return refusalPage(c, found, refusals);
  return c.html(
    <Page shell={await shellOf(c)} title={texts.title} lead={texts.lead} back="/organisation" density="staff" wide noindex>
      {c.req.query('klart') === 'angivet' && <NotificationBanner success>{texts.done}</NotificationBanner>}
      <Stated found={found} />
      <ButtonLink href={`${RETENTION}/ange`}>{texts.state}</ButtonLink>
      {may(c.var.actor, 'retention.read-offers') && (
        <p>
          <a class="govuk-link" href={`${RETENTION}/beslut`}>
            {texts.decide}
          </a>
        </p>
      )}
    </Page>,
  );
}

/** How long one's own huvudman keeps its copies of plans, for whoever keeps its records or administers it. */
export const retentionPage = new Hono<AppEnv>().get(RETENTION, show);
