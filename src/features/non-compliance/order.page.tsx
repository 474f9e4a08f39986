import { type Context, Hono } from 'hono';
import { may } from '../../domain/access/permissions.ts';
import type { AgreementFile } from '../../domain/counties/agreement-file.ts';
import { isRefusal } from '../../domain/refusal.ts';
import { type AppEnv, scopeOf } from '../../platform/index.ts';
import { ButtonLink, formatVersion, Page, SourceLine, Table } from '../../ui/index.ts';
import { bodyName, shellOf } from '../counties/index.ts';
import { readOrderOfLack } from './read-lacks.ts';
import { orderTexts as texts } from './texts.ts';

async function order(c: Context<AppEnv, '/avtal/:slug/brist'>) {
  const found = await readOrderOfLack(scopeOf(c), { slug: c.req.param('slug') });
  if (isRefusal(found)) return c.notFound();
  const { agreement, county, bodies } = found;
  const { slug, short, terms, version } = agreement;
  const { termination } = terms;
  const isStaff = c.var.actor.kind === 'staff';
  const wanted = bodies.length > 0 ? ['regional-dispute'] : ['deviation', 'local-dispute', 'regional-dispute'];
  const ladders = terms.ladders.filter(({ kind }) => wanted.includes(kind));
  return c.html(
    <Page
      shell={await shellOf(c)}
      title={texts.titleOf(short)}
      heading={texts.title}
      caption={short}
      nav="avtal"
      breadcrumbs={[
        { label: texts.register, href: '/avtal' },
        { label: short, href: `/avtal/${slug}` },
      ]}
      lead={texts.lead(
        bodies.map((body) => bodyName(county, body)),
        ladders.length > 0,
      )}
    >
      {bodies.length > 0 && isStaff && may(c.var.actor, 'non-compliance.point-out') && (
        <ButtonLink href={`/patalade-brister/ny?avtal=${slug}`}>{texts.pointOut}</ButtonLink>
      )}
      {bodies.length > 0 && termination?.instead && (
        <>
          <h2>{texts.text}</h2>
          <p>{termination.instead}</p>
          <SourceLine label={formatVersion(short, version.label)} href={`/avtal/${slug}#${termination.cites[0]}`} basis="agreement" />
        </>
      )}
      {bodies.length === 0 && ladders.length === 0 && <p>{texts.noLadder}</p>}
      {ladders.map((ladder) => (
        <LadderTable slug={slug} ladder={ladder} />
      ))}
      {bodies.length > 0 ? <p>{texts.case}</p> : ladders.length > 0 && <p>{texts.noOrder}</p>}
      {isStaff && may(c.var.actor, 'non-compliance.read') && (
        <p>
          <a class="govuk-link" href="/patalade-brister">
            {texts.list}
          </a>
        </p>
      )}
    </Page>,
  );
}

function LadderTable({ slug, ladder }: { slug: string; ladder: AgreementFile['terms']['ladders'][number] }) {
  return (
    <Table
      caption={texts.ladderOf(ladder.title)}
      columns={texts.columns.map((label) => ({ label }))}
      rows={ladder.steps.map(({ level, who, description, cites }) => [
        String(level),
        <>
          <a class="govuk-link" href={`/avtal/${slug}#${cites[0]}`}>
            {who}
          </a>
          {description && ` – ${description}`}
        </>,
      ])}
    />
  );
}

/** What an agreement says of a party that does not keep it, for everyone to read. */
export const orderOfLackPage = new Hono<AppEnv>().get('/avtal/:slug/brist', order);
