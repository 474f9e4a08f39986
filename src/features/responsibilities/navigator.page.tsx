import { type Context, Hono } from 'hono';
import { standingOf } from '../../domain/agreements/standing.ts';
import { isRefusal, type Refusal } from '../../domain/refusal.ts';
import { MOST_QUESTIONS } from '../../domain/responsibilities/next-question.ts';
import type { SituationFault } from '../../domain/responsibilities/situation.ts';
import { situationToParams } from '../../domain/responsibilities/situation-params.ts';
import { type AppEnv, scopeOf } from '../../platform/index.ts';
import { Button, FactList, formatList, LinkCards, Page, SelectField } from '../../ui/index.ts';
import { placeOptions, readCounties, shellOf } from '../counties/index.ts';
import { readLaw } from '../law/index.ts';
import { Always, Fallback, Groups, NextSteps, Outside, Standing, Unknowns } from './answer-parts.tsx';
import { askNavigator, type NavigatorReply } from './ask-navigator.ts';
import { situationTexts } from './fact-texts.ts';
import { QuestionForm } from './question-form.tsx';
import { againText, faultText } from './texts.ts';

/** `visa=svar` asks for the answer now; `fraga` says which question was just asked, `ange` which one to ask; `ort` is the first form's field. */
async function navigator(c: Context<AppEnv>) {
  const query = new URL(c.req.url).searchParams;
  const place = query.get('ort') ?? '';
  if (/^\d{4}$/.test(place)) query.set('kommun', place);
  else if (/^\d{2}$/.test(place)) query.set('lan', place);
  const missing = query.has('ort');
  query.delete('ort');
  if (!query.get('lan') && !query.get('kommun')) return choosePlace(c, missing ? 'Välj var personen finns.' : undefined);
  const raw = query.toString().slice(0, 4000);
  const reply = await askNavigator(scopeOf(c), { form: 'params', raw });
  if (isRefusal(reply)) {
    const faults = faultsOf(reply);
    return (
      (await askAgain(c, new URLSearchParams(raw), faults)) ??
      choosePlace(c, faults.map(faultText).join(' ') || 'Platsen finns inte i registret. Välj igen.')
    );
  }
  const asked = reply.file.facts.find(({ param }) => param === query.get('fraga'));
  const wanted = reply.file.facts.find(({ param }) => param === query.get('ange'));
  const unanswered = asked && reply.answer.situation.facts[asked.id] === undefined ? asked : undefined;
  const question = unanswered ?? wanted ?? (query.get('visa') === 'svar' ? undefined : reply.question?.fact);
  return question ? ask(c, reply, question, unanswered ? 'Välj ett svar. Du kan välja Vet inte.' : undefined) : answer(c, reply);
}

function faultsOf(refusal: Refusal): readonly SituationFault[] {
  return refusal.code === 'situation-invalid' ? (refusal.params.faults as readonly SituationFault[]) : [];
}

/** An answer that cannot be read is asked for again as it was given, and the others are kept. Nothing when the place or the day is what is wrong. */
async function askAgain(c: Context<AppEnv>, query: URLSearchParams, faults: readonly SituationFault[]) {
  const faulty = new Set(faults.map(({ path }) => String(path[0])));
  const rest = new URLSearchParams([...query].filter(([name]) => !faulty.has(name)));
  const reply = faulty.size > 0 && (await askNavigator(scopeOf(c), { form: 'params', raw: rest.toString() }));
  if (!reply || isRefusal(reply)) return undefined;
  const fact = reply.file.facts.find(({ param }) => faulty.has(param));
  return (
    fact &&
    ask(
      c,
      reply,
      fact,
      againText(fact),
      query.getAll(fact.param).flatMap((text) => text.split(',')),
    )
  );
}

async function choosePlace(c: Context<AppEnv>, error: string | undefined) {
  const counties = await readCounties(scopeOf(c), {});
  return c.html(
    <Page
      shell={await shellOf(c)}
      title="Vem gör vad?"
      nav="vem-gor-vad"
      lead="Svara på högst fem frågor. Du får veta vem som ansvarar, vem som hjälper till och vilket avtal det bygger på."
      errors={error ? [{ text: error, field: 'ort' }] : []}
    >
      <form method="get" action="/vem-gor-vad">
        <SelectField
          name="ort"
          label="Var finns personen?"
          hint="Välj kommun, eller hela länet."
          empty="Välj plats"
          error={error}
          value={c.var.county}
          options={isRefusal(counties) ? [] : placeOptions(counties)}
        />
        <Button>Fortsätt</Button>
      </form>
      <p class="ov-muted">Skriv inte namn eller personnummer. Tjänsten sparar inget om personen.</p>
      <LinkCards
        cards={[
          {
            href: '/vem-gor-vad/roll',
            title: 'Vad gäller i mitt yrke?',
            text: 'Välj var du arbetar och ditt yrke. Du ser vad avtalen kräver av dig.',
          },
        ]}
      />
    </Page>,
  );
}

function placeName({ county, answer: { situation } }: NavigatorReply): string {
  const name = county.municipalities.find(({ code }) => code === situation.municipality)?.name;
  return name ? `${name}, ${county.name}` : county.name;
}

async function ask(
  c: Context<AppEnv>,
  reply: NavigatorReply,
  fact: NonNullable<NavigatorReply['question']>['fact'],
  error: string | undefined,
  given: readonly string[] = [],
) {
  const { situation } = reply.answer;
  const params = situationToParams(situation, reply.file).filter(([name]) => name !== fact.param);
  const facts = situationTexts(situation, reply.file);
  return c.html(
    <Page
      shell={await shellOf(c)}
      title={fact.question}
      heading={false}
      nav="vem-gor-vad"
      breadcrumbs={[{ label: 'Vem gör vad?', href: '/vem-gor-vad' }]}
      errors={error ? [{ text: error, field: fact.param }] : []}
      noindex
    >
      <p class="ov-caption">
        {placeName(reply)} · fråga {Math.min(reply.answered + 1, MOST_QUESTIONS)} av högst {MOST_QUESTIONS}
      </p>
      {facts.length > 0 && <FactList label="Hittills" facts={facts} changeHref="/vem-gor-vad" />}
      <QuestionForm fact={fact} params={params} error={error} given={given} />
      <p>
        <a class="govuk-link" href={addressOf(params, { visa: 'svar' })}>
          Visa svaret nu
        </a>
      </p>
    </Page>,
  );
}

async function answer(c: Context<AppEnv>, reply: NavigatorReply) {
  const law = await readLaw(scopeOf(c), {});
  if (isRefusal(law)) return c.notFound();
  const { answer, file, deadlines, county, on } = reply;
  const params = situationToParams(answer.situation, file);
  const context = { answer, file, deadlines, law, county, on };
  return c.html(
    <Page
      shell={await shellOf(c)}
      title="Vem gör vad?"
      nav="vem-gor-vad"
      caption={placeName(reply)}
      lead={overview(reply)}
      breadcrumbs={[{ label: 'Vem gör vad?', href: '/vem-gor-vad' }]}
      print={{ source: answer.agreements.map(({ short, version }) => `${short}, version ${version}`).join('; ') }}
      noindex
    >
      <FactList
        label="Situationen"
        facts={situationTexts(answer.situation, file)}
        changeHref={addressOf(
          params.filter(([name]) => name === 'lan' || name === 'kommun'),
          {},
        )}
      />
      <div class="ov-sheet">
        <Standing context={context} />
        <Outside context={context} />
        {answer.fallback && <Fallback />}
        <Groups context={context} />
        <NextSteps steps={answer.steps} context={context} />
        <Always context={context} />
        <Unknowns unknowns={answer.unknowns} context={context} href={(param) => addressOf(params, { ange: param })} />
      </div>
      <p class="ov-muted">Svaret sammanfattar avtalen. Avtalens egen text gäller.</p>
    </Page>,
  );
}

/** Who has the chief and the shared responsibility, in one sentence; nothing when it depends on what is not known, or on an agreement that may not hold. */
function overview({ answer }: NavigatorReply): string | undefined {
  const holds = new Set(answer.agreements.flatMap(({ slug, status }) => (standingOf(status.code) === 'holds' ? [slug] : [])));
  const names = (group: 'main' | 'joint') => {
    const certain = answer.groups[group].filter(({ duty }) => duty.result === 'met' && holds.has(duty.agreement));
    return formatList([...new Set(certain.flatMap(({ who }) => who.map(({ name }) => name)))].slice(0, 4));
  };
  const [main, joint] = [names('main'), names('joint')];
  const sentences = [main && `${main} har huvudansvar.`, joint && `${joint} har gemensamt ansvar.`].filter(Boolean);
  return sentences.length > 0 ? sentences.join(' ') : undefined;
}

function addressOf(params: readonly (readonly [string, string])[], extra: Record<string, string>): string {
  const query = new URLSearchParams([...params.map(([name, value]) => [name, value]), ...Object.entries(extra)]);
  return `/vem-gor-vad?${query.toString().replaceAll('%2C', ',')}`;
}

export const navigatorPage = new Hono<AppEnv>().get('/vem-gor-vad', navigator);
