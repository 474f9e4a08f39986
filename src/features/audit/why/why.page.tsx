import { type Context, Hono } from 'hono';
import type { Difference } from '../../../domain/plans/replay.ts';
import { isRefusal, refuse } from '../../../domain/refusal.ts';
import { type AppEnv, scopeOf } from '../../../platform/index.ts';
import { Notice, Page, Table, WarningText } from '../../../ui/index.ts';
import { notRead, refusalPage } from '../../access/index.ts';
import { shellOf } from '../../counties/index.ts';
import { dataKindTexts } from '../../plans/index.ts';
import { LookFacts } from '../look-list.tsx';
import { saidLook } from '../say-look.ts';
import { explainLook } from './explain-look.ts';
import type { Explained } from './replay-look.ts';
import { saidGround, whyTexts as texts, whyRefusals } from './texts-why.ts';

async function show(c: Context<AppEnv>) {
  const found = await explainLook(scopeOf(c), { id: c.req.param('id') ?? '' });
  if (isRefusal(found)) return refusalPage(c, notRead(found, refuse('look-not-found')), whyRefusals);
  const { row, explained } = found;
  return c.html(
    <Page shell={{ ...(await shellOf(c)), path: '/logg' }} title={texts.title} lead={texts.lead} back="/logg" density="staff" wide noindex>
      <p>{saidLook(row)}</p>
      <LookFacts row={row} />
      {explained ? <Answer explained={explained} /> : <Notice kind="note" heading={texts.unknown} />}
    </Page>,
    200,
    { 'cache-control': 'no-store' },
  );
}

function Answer({ explained }: { explained: Explained }) {
  const { grounds, replay } = explained;
  return (
    <>
      <h2>{texts.what}</h2>
      {grounds.size === 0 ? (
        <p>{texts.nothing}</p>
      ) : (
        <Table
          caption={texts.what}
          captionHidden
          columns={texts.columns.map((label) => ({ label }))}
          rows={[...grounds].map(([kind, ground]) => [dataKindTexts[kind], saidGround(ground, explained)])}
        />
      )}
      <h2>{texts.again}</h2>
      {replay.verdict === 'same' && <p>{texts.same}</p>}
      {replay.verdict === 'other-rules' && <p>{texts.otherRules}</p>}
      {replay.verdict === 'different' && (
        <>
          <WarningText>{texts.different}</WarningText>
          <Table
            caption={texts.differs}
            columns={texts.differsColumns.map((label) => ({ label }))}
            rows={replay.differences.map((one: Difference) => [
              dataKindTexts[one.kind],
              one.logged ? saidGround(one.logged, explained) : texts.shut,
              one.again ? saidGround(one.again, explained) : texts.shut,
            ])}
          />
        </>
      )}
    </>
  );
}

/** Why somebody could see what they saw of a plan, for the reviewer. The row is named by its id, which says nothing of anybody. */
export const whyPage = new Hono<AppEnv>().get('/logg/varfor/:id', show);
