import { type Context, Hono } from 'hono';
import { standingOf } from '../../domain/agreements/standing.ts';
import type { Status } from '../../domain/agreements/status.ts';
import { isRefusal, type Refusal } from '../../domain/refusal.ts';
import { MOST_QUESTIONS } from '../../domain/responsibilities/next-question.ts';
import type { SituationFault } from '../../domain/responsibilities/situation.ts';
import { PARAMS, situationToParams } from '../../domain/responsibilities/situation-params.ts';
import { type AppEnv, scopeOf } from '../../platform/index.ts';
import {
  type AskedDay,
  Button,
  DayField,
  DayForm,
  DayProviso,
  dayErrors,
  decidedOn,
  FactList,
  formatDate,
  formatList,
  formatVersion,
  LinkCards,
  onDay,
  Page,
  SelectField,
  statusWord,
} from '../../ui/index.ts';
import { askedDay, placeOptions, readCounties, shellOf } from '../counties/index.ts';
import { readLaw } from '../law/index.ts';
import { Contradictions, Elsewhere } from './answer-notices.tsx';
import { Always, Contacts, Fallback, Groups, NextSteps, Outside, Standing, Unknowns } from './answer-parts.tsx';
import { askNavigator, type NavigatorReply } from './ask-navigator.ts';
import { situationTexts } from './fact-texts.ts';
import { navigatorTexts } from './navigator-texts.ts';
import { PartyNotices } from './party-notices.tsx';
import { QuestionForm } from './question-form.tsx';
import { againText, faultText } from './texts.ts';

const ADDRESS = '/vem-gor-vad';
const { errors } = navigatorTexts;

/**
 * `visa=svar` asks for the answer now; `fraga` says which question was just asked, `ange` which one to ask; `ort` is the first form's
 * field. A day that cannot be read is told beside its field, and everything else that was answered stays.
 */
async function navigator(c: Context<AppEnv>) {
  const query = new URL(c.req.url).searchParams;
  const day = askedDay(c);
  if (day.kept === undefined) query.delete(PARAMS.date);
  else query.set(PARAMS.date, day.kept);
  const place = query.get('ort') ?? '';
  if (/^\d{4}$/.test(place)) query.set('kommun', place);
  else if (/^\d{2}$/.test(place)) query.set('lan', place);
  const missing = query.has('ort');
  query.delete('ort');
  const raw = query.toString().slice(0, 4000);
  const first = { day, place, query: new URLSearchParams(raw) };
  if (!query.get('lan') && !query.get('kommun')) return choosePlace(c, { ...first, error: missing ? errors.noPlace : undefined });
  if (missing && day.error !== undefined) return choosePlace(c, first);
  const reply = await askNavigator(scopeOf(c), { form: 'params', raw });
  if (isRefusal(reply)) {
    const faults = faultsOf(reply);
    return (
      (await askAgain(c, { day, query: new URLSearchParams(raw), faults })) ??
      choosePlace(c, { ...first, error: faults.map(faultText).join(' ') || errors.placeNotFound })
    );
  }
  const asked = reply.file.facts.find(({ param }) => param === query.get('fraga'));
  const wanted = reply.file.facts.find(({ param }) => param === query.get('ange'));
  const unanswered = asked && reply.answer.situation.facts[asked.id] === undefined ? asked : undefined;
  const question = unanswered ?? wanted ?? (query.get('visa') === 'svar' ? undefined : reply.question?.fact);
  return question ? ask(c, { reply, day, fact: question, error: unanswered ? errors.unanswered : undefined }) : answer(c, reply, day);
}

function faultsOf(refusal: Refusal): readonly SituationFault[] {
  return refusal.code === 'situation-invalid' ? (refusal.params.faults as readonly SituationFault[]) : [];
}

/** An answer that cannot be read is asked for again as it was given, and the others are kept. Nothing when the place is what is wrong. */
async function askAgain(
  c: Context<AppEnv>,
  { day, query, faults }: { day: AskedDay; query: URLSearchParams; faults: readonly SituationFault[] },
) {
  const faulty = new Set(faults.map(({ path }) => String(path[0])));
  const rest = new URLSearchParams([...query].filter(([name]) => !faulty.has(name)));
  const reply = faulty.size > 0 && (await askNavigator(scopeOf(c), { form: 'params', raw: rest.toString() }));
  if (!reply || isRefusal(reply)) return undefined;
  const fact = reply.file.facts.find(({ param }) => faulty.has(param));
  return fact && ask(c, { reply, day, fact, error: againText(fact), given: query.getAll(fact.param).flatMap((text) => text.split(',')) });
}

type First = { day: AskedDay; place: string; query: URLSearchParams; error?: string | undefined };

/** The first form: the place and the day, with what else was answered already. */
async function choosePlace(c: Context<AppEnv>, { day, place, query, error }: First) {
  const others = [...query].filter(([name]) => ![PARAMS.county, PARAMS.municipality, PARAMS.date].some((one) => one === name));
  const counties = await readCounties(scopeOf(c), {});
  return c.html(
    <Page
      shell={await shellOf(c)}
      title={navigatorTexts.title}
      nav="vem-gor-vad"
      lead={navigatorTexts.lead}
      errors={[...(error ? [{ text: error, field: 'ort' }] : []), ...dayErrors(day)]}
    >
      <form method="get" action={ADDRESS}>
        {others.map(([name, value]) => (
          <input type="hidden" name={name} value={value} />
        ))}
        <SelectField
          name="ort"
          {...navigatorTexts.place}
          error={error}
          value={place || c.var.county}
          options={isRefusal(counties) ? [] : placeOptions(counties)}
        />
        <DayField day={day} hint={navigatorTexts.dayHint} />
        <Button>{navigatorTexts.proceed}</Button>
      </form>
      <p class="ov-muted">{navigatorTexts.noNames}</p>
      <LinkCards cards={[{ href: onDay(`${ADDRESS}/roll`, day.kept), ...navigatorTexts.byRole }]} />
    </Page>,
  );
}

function placeName({ county, answer: { situation } }: NavigatorReply): string {
  const name = county.municipalities.find(({ code }) => code === situation.municipality)?.name;
  return name ? `${name}, ${county.name}` : county.name;
}

type Asking = {
  reply: NavigatorReply;
  day: AskedDay;
  fact: NonNullable<NavigatorReply['question']>['fact'];
  error: string | undefined;
  given?: readonly string[];
};

async function ask(c: Context<AppEnv>, { reply, day, fact, error, given = [] }: Asking) {
  const { situation } = reply.answer;
  const params = situationToParams(situation, reply.file).filter(([name]) => name !== fact.param);
  const facts = factsOf(reply, day);
  return c.html(
    <Page
      shell={await shellOf(c)}
      title={fact.question}
      heading={false}
      nav="vem-gor-vad"
      breadcrumbs={[{ label: navigatorTexts.title, href: onDay(ADDRESS, day.kept) }]}
      errors={[...(error ? [{ text: error, field: fact.param }] : []), ...dayErrors(day)]}
      noindex
    >
      <p class="ov-caption">{navigatorTexts.progress(placeName(reply), Math.min(reply.answered + 1, MOST_QUESTIONS), MOST_QUESTIONS)}</p>
      {facts.length > 0 && <FactList label={navigatorTexts.soFar} facts={facts} changeHref={onDay(ADDRESS, day.kept)} />}
      {day.typed !== undefined && <DayForm action={ADDRESS} day={day} keep={[...withoutDay(params), ['ange', fact.param]]} />}
      <QuestionForm fact={fact} params={params} error={error} given={given} />
      <p>
        <a class="govuk-link" href={addressOf(params, { visa: 'svar' })}>
          {navigatorTexts.answerNow}
        </a>
      </p>
    </Page>,
  );
}

async function answer(c: Context<AppEnv>, reply: NavigatorReply, day: AskedDay) {
  const law = await readLaw(scopeOf(c), {});
  if (isRefusal(law)) return c.notFound();
  const { answer, file, deadlines, county, local, parties, on } = reply;
  const params = situationToParams(answer.situation, file);
  const context = { answer, file, deadlines, law, county, local, parties, on, today: day.today };
  return c.html(
    <Page
      shell={await shellOf(c)}
      title={navigatorTexts.title}
      nav="vem-gor-vad"
      caption={placeName(reply)}
      lead={overview(reply, day)}
      breadcrumbs={[{ label: navigatorTexts.title, href: onDay(ADDRESS, day.kept) }]}
      errors={dayErrors(day)}
      print={{ source: answer.agreements.map((one) => paperSource(one, decidedOn(day))).join('; ') }}
      noindex
    >
      <FactList
        label={navigatorTexts.situation}
        facts={factsOf(reply, day)}
        changeHref={addressOf(
          params.filter(([name]) => [PARAMS.county, PARAMS.municipality, PARAMS.date].some((one) => one === name)),
          {},
        )}
      />
      <DayForm action={ADDRESS} day={day} keep={[...withoutDay(params), ['visa', 'svar']]} />
      <DayProviso day={day} />
      <div class="ov-sheet">
        <Contradictions context={context} href={(param) => addressOf(params, { ange: param })} />
        <Standing context={context} />
        <PartyNotices
          agreements={answer.agreements}
          county={context.county}
          municipality={answer.situation.municipality}
          parties={context.parties}
          day={answer.situation.date}
        />
        <Outside context={context} />
        <Elsewhere context={context} />
        {answer.fallback && <Fallback />}
        <Groups context={context} />
        <NextSteps steps={answer.steps} context={context} />
        <Always context={context} />
        <Unknowns unknowns={answer.unknowns} context={context} href={(param) => addressOf(params, { ange: param })} />
        <Contacts context={context} />
      </div>
      <p class="ov-muted">{navigatorTexts.summary}</p>
    </Page>,
  );
}

/** An agreement as the foot of a sheet names it: version and status. */
function paperSource({ short, version, status }: NavigatorReply['answer']['agreements'][number], decided: string | undefined): string {
  return `${formatVersion(short, version)} (${statusWord({ status: status.code, until: status.until, since: status.since, decided }).toLowerCase()})`;
}

/** Who has the chief and the shared responsibility, in one sentence; nothing when it depends on what is not known, or on an agreement that may not hold. */
function overview({ answer, parties, on }: NavigatorReply, { today }: AskedDay): string | undefined {
  const isSure = (slug: string, status: Status) => standingOf(status.code) === 'holds' && !parties.provisos.has(slug);
  const holds = new Set(answer.agreements.flatMap(({ slug, status }) => (isSure(slug, status) ? [slug] : [])));
  const names = (group: 'main' | 'joint') => {
    const certain = answer.groups[group].filter(({ duty }) => duty.result === 'met' && holds.has(duty.agreement));
    return formatList([...new Set(certain.flatMap(({ who }) => who.map(({ name }) => name)))].slice(0, 4));
  };
  const [main, joint] = [names('main'), names('joint')];
  const sentences = [main && navigatorTexts.chief(main), joint && navigatorTexts.joint(joint)].filter(Boolean).join(' ');
  if (sentences === '') return undefined;
  return on > today ? navigatorTexts.decided(sentences) : sentences;
}

/** What was said of the situation, and the day when it is not today. */
function factsOf({ answer, file }: NavigatorReply, { kept }: AskedDay): string[] {
  return [...situationTexts(answer.situation, file), ...(kept === undefined ? [] : [formatDate(kept)])];
}

function withoutDay(params: readonly [string, string][]): [string, string][] {
  return params.filter(([name]) => name !== PARAMS.date);
}

function addressOf(params: readonly (readonly [string, string])[], extra: Record<string, string>): string {
  const query = new URLSearchParams([...params.map(([name, value]) => [name, value]), ...Object.entries(extra)]);
  return `${ADDRESS}?${query.toString().replaceAll('%2C', ',')}`;
}

export const navigatorPage = new Hono<AppEnv>().get(ADDRESS, navigator);
