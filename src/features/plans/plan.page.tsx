import { type Context, Hono } from 'hono';
import { PREPARATION_PARTS, type PreparationPart, preparationParts } from '../../domain/plans/parts.ts';
import { isRefusal, refuse } from '../../domain/refusal.ts';
import { type AppEnv, scopeOf } from '../../platform/index.ts';
import {
  ButtonGroup,
  ButtonLink,
  formatDate,
  formatDateTime,
  NotificationBanner,
  Page,
  SummaryList,
  Table,
  WarningText,
} from '../../ui/index.ts';
import { notRead, refusalPage } from '../access/index.ts';
import { readCounty, shellOf } from '../counties/index.ts';
import { actingOn } from '../forms/index.ts';
import { noteSummonsSeen } from './calling/answer-summons.ts';
import { CallingPart, YourSummonses } from './calling/calling-part.tsx';
import { replyTexts, summonTexts } from './calling/texts-calling.ts';
import { ClockPart } from './clock-part.tsx';
import { ContentsParts } from './contents/contents-parts.tsx';
import { planHref } from './plan-href.ts';
import { readPlan } from './read-plan.ts';
import type { ShownPlan, ShownText } from './show-plan.ts';
import {
  agreedTexts,
  dataKindTexts,
  initiatorTexts,
  nextTexts,
  partTexts,
  planKindTexts,
  stageTexts,
  planTexts as texts,
  voiceTexts,
} from './texts.ts';
import { refusals } from './texts-refusals.ts';

const DONE: Readonly<Record<string, string>> = {
  oppnad: texts.opened,
  sparat: texts.saved,
  bedd: texts.asked,
  upprattad: texts.established,
  kallad: summonTexts.sent,
  svarad: replyTexts.sent,
};

async function show(c: Context<AppEnv>) {
  const acting = actingOn(c, 'plans.read');
  if (acting instanceof Response) return acting;
  const plan = await readPlan(scopeOf(c), c.req.param('id') ?? '');
  if (isRefusal(plan)) return refusalPage(c, notRead(plan, refuse('plan-not-found')), refusals);
  if (plan.calling.summonses.some(({ own, state }) => own && state === 'sent')) await noteSummonsSeen(scopeOf(c), { plan: plan.id });
  const county = await readCounty(scopeOf(c), { code: plan.county });
  const place = isRefusal(county) ? plan.municipality : (county.municipalities.find(({ code }) => code === plan.municipality)?.name ?? '');
  const done = DONE[c.req.query('klart') ?? ''];
  const { stage, identity } = plan;
  return c.html(
    <Page
      shell={await shellOf(c)}
      title={planKindTexts[plan.kind]}
      caption={stage && stageTexts[stage]}
      lead={stage && nextTexts[stage]}
      back="/planer"
      density="staff"
      wide
      noindex
    >
      {done && <NotificationBanner success>{done}</NotificationBanner>}
      {identity?.protected && (
        <>
          <h2>{texts.protectedHeading}</h2>
          <WarningText>{texts.protectedText}</WarningText>
        </>
      )}
      <YourSummonses plan={plan} />
      <Acts plan={plan} />
      <h2>{texts.who}</h2>
      <SummaryList
        rows={[
          ...(identity
            ? [
                { label: texts.name, value: identity.name },
                { label: texts.number, value: identity.number ?? texts.noNumber },
              ]
            : [{ label: texts.name, value: texts.shut }]),
          ...(identity?.interpreter ? [{ label: texts.interpreter, value: identity.interpreter }] : []),
          { label: texts.owner, value: `${plan.owner.unit}, ${plan.owner.name}` },
          { label: texts.municipality, value: place },
        ]}
      />
      <ClockPart clock={plan.clock} since={plan.initiatives?.[0]?.on} />
      <Need plan={plan} />
      <Preparation plan={plan} />
      <CallingPart plan={plan} />
      <ContentsParts plan={plan} today={c.var.runtime.clock.today()} />
      <Parties plan={plan} />
      <Reach plan={plan} />
    </Page>,
    200,
    { 'cache-control': 'no-store' },
  );
}

function Acts({ plan: { id, abilities, assessments } }: { plan: ShownPlan }) {
  const here = planHref(id);
  return (
    <ButtonGroup>
      {abilities.assess && <ButtonLink href={`${here}/bedomning`}>{assessments?.length ? texts.assessAgain : texts.assess}</ButtonLink>}
      {abilities['take-consent'] && (
        <ButtonLink href={`${here}/samtycke`} kind="secondary">
          {texts.consentLink}
        </ButtonLink>
      )}
      {abilities['ask-unit'] && (
        <ButtonLink href={`${here}/enheter`} kind="secondary">
          {texts.ask}
        </ButtonLink>
      )}
      {abilities['point-out'] && (
        <ButtonLink href={`${here}/behov`} kind="secondary">
          {texts.pointOut}
        </ButtonLink>
      )}
    </ButtonGroup>
  );
}

/** Who saw the need, what the huvudmen find, and what the person says. */
function Need({ plan: { initiatives, assessments, agreed } }: { plan: ShownPlan }) {
  if (!initiatives || !assessments) return null;
  return (
    <>
      <h2>{texts.need}</h2>
      {initiatives.map(({ by, on, reason }) => (
        <section>
          <h3 class="govuk-heading-s">{texts.initiative(initiatorTexts[by], formatDate(on))}</h3>
          <p class="ov-lines">{reason}</p>
        </section>
      ))}
      <h3>{texts.assessments}</h3>
      {assessments.length === 0 ? (
        <p>{texts.noAssessment}</p>
      ) : (
        <SummaryList
          rows={assessments.map(({ organisation, needed, reason, at }) => ({
            label: organisation.name,
            value: (
              <>
                {needed ? texts.needed : texts.notNeeded} <span class="ov-muted">{formatDateTime(at)}</span>
                {reason && <p class="ov-lines">{reason}</p>}
              </>
            ),
          }))}
        />
      )}
      {agreed && <SummaryList rows={[{ label: texts.agreed, value: agreedTexts[agreed] }]} />}
    </>
  );
}

/** What is written before the meeting: the person's words first. A part whose kind is shut says nothing of whether there is anything. */
function Preparation({ plan }: { plan: ShownPlan }) {
  const open = new Set(plan.kinds.flatMap(({ kind, ground }) => (ground ? [kind] : [])));
  const parts = PREPARATION_PARTS.filter((part) => open.has(preparationParts[part].dataKind));
  if (parts.length === 0) return null;
  const [theirs, ours] = [
    parts.filter((part) => preparationParts[part].ofPerson),
    parts.filter((part) => !preparationParts[part].ofPerson),
  ];
  return (
    <>
      <h2 id="forberedelse">{texts.preparation}</h2>
      <p>{texts.ownFirst}</p>
      <SummaryList rows={[...theirs, ...ours].map((part) => partRow(plan, part))} />
    </>
  );
}

function partRow({ id, texts: written, abilities }: ShownPlan, part: PreparationPart) {
  const here = written.filter((one) => one.part === part).toSorted((a, b) => rank(a) - rank(b));
  const { label } = partTexts[part];
  const action = abilities.write
    ? {
        label: here.some(({ voice }) => voice !== 'own') ? texts.writeOn : texts.write,
        href: `${planHref(id)}/forbered/${part}`,
        about: label,
      }
    : undefined;
  return {
    label,
    value: here.length === 0 ? <span class="ov-muted">{texts.nothing}</span> : here.map((one) => <WrittenText text={one} />),
    action,
  };
}

const rank = ({ voice }: ShownText) => (voice === 'own' ? 0 : 1);

/** A text with whose words they are. */
export function WrittenText({ text: { voice, text, at, unit, earlier } }: { text: ShownText }) {
  return (
    <div>
      <p class="ov-lines">{text}</p>
      <p class="ov-muted">
        {[voiceTexts[voice], unit, formatDateTime(at), ...(earlier > 0 ? [texts.earlier(earlier)] : [])].filter(Boolean).join(' · ')}
      </p>
    </div>
  );
}

function Parties({ plan: { parties } }: { plan: ShownPlan }) {
  if (!parties) return null;
  return (
    <>
      <h2>{texts.parties}</h2>
      <Table
        caption={texts.parties}
        captionHidden
        columns={texts.partyColumns.map((label) => ({ label }))}
        rows={parties.map(({ unit_name, organisation_name, added_at }) => [unit_name, organisation_name, formatDateTime(added_at)])}
      />
    </>
  );
}

/** Which parts are open to the reader, by what, and whom to ask about the rest. */
function Reach({ plan: { kinds, owner } }: { plan: ShownPlan }) {
  const shut = kinds.some(({ ground }) => !ground);
  return (
    <>
      <h2>{texts.reach}</h2>
      {shut && <p>{texts.shutText(owner.unit, owner.name)}</p>}
      <Table
        caption={texts.reach}
        captionHidden
        columns={texts.reachColumns.map((label) => ({ label }))}
        rows={kinds.map(({ kind, ground }) => [dataKindTexts[kind], ground ? texts.grounds[ground.kind] : texts.shut])}
      />
    </>
  );
}

/** A plan for staff: titled without anybody's name, at an address that says nothing of them. */
export const planPage = new Hono<AppEnv>().get('/planer/:id', show);
