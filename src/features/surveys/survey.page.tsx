import { type Context, Hono } from 'hono';
import type { SurveyQuestions } from '../../domain/counties/planning.ts';
import { isRefusal } from '../../domain/refusal.ts';
import { RESPONDENTS, SURVEY_SEXES, SURVEY_WORDS, type SurveyGroup } from '../../domain/surveys/survey.ts';
import { type AppEnv, scopeOf } from '../../platform/index.ts';
import { basisTexts, Page, SummaryList, Table } from '../../ui/index.ts';
import { refusalPage } from '../access/index.ts';
import { readNational, shellOf } from '../counties/index.ts';
import { actingOn, given, openActPage } from '../forms/index.ts';
import { answerSurvey } from './answer-survey.ts';
import { readSurvey } from './read-survey.ts';
import { refusals, respondentTexts, sexTexts, surveyTexts as texts, wordTexts } from './texts.ts';

/** The questions, in order. */
async function asked(c: Context<AppEnv>): Promise<SurveyQuestions['ask']> {
  const found = await readNational(scopeOf(c), { name: 'planning' });
  return isRefusal(found) ? [] : found.survey.questions.ask;
}

const answerPage = openActPage({
  path: '/enkat',
  permission: 'surveys.answer',
  texts: refusals,
  prepare: async (c) => ({
    ...{ title: texts.title, lead: texts.lead, back: '/', submit: texts.submit },
    fields: [
      { kind: 'text', name: 'code', label: texts.code, hint: texts.codeHint },
      {
        kind: 'radios',
        name: 'respondent',
        label: texts.who,
        options: RESPONDENTS.map((value) => ({ value, label: respondentTexts[value] })),
      },
      { kind: 'radios', name: 'sex', label: texts.sex, options: SURVEY_SEXES.map((value) => ({ value, label: sexTexts[value] })) },
      ...(await asked(c)).map(
        ({ id, text }) =>
          ({
            kind: 'radios',
            name: id,
            label: text,
            options: SURVEY_WORDS.map((value) => ({ value, label: wordTexts[value] })),
          }) as const,
      ),
    ],
    initial: given({ code: (c.req.query('kod') ?? '').slice(0, 60) }),
  }),
  run: async (c, values) => {
    const one = (name: string) => values.one(name);
    const said = (await asked(c)).map(({ id }) => one(id) as (typeof SURVEY_WORDS)[number]);
    const done = await answerSurvey(scopeOf(c), {
      ...{
        code: one('code'),
        respondent: one('respondent') as (typeof RESPONDENTS)[number],
        sex: one('sex') as (typeof SURVEY_SEXES)[number],
        said,
      },
    });
    return isRefusal(done) ? done : { next: '/enkat/tack' };
  },
});

async function thanks(c: Context<AppEnv>) {
  return c.html(
    <Page shell={await shellOf(c)} title={texts.thanks} lead={texts.thanksText} noindex>
      {null}
    </Page>,
  );
}

/** The half-year that an address names: its year and 1 or 2; undefined where it names none. */
function halfAsked(text: string | undefined): Temporal.PlainDate | undefined {
  const [, year, half] = /^(20[2-9]\d)-([12])$/.exec(text ?? '') ?? [];
  return year === undefined ? undefined : Temporal.PlainDate.from({ year: Number(year), month: half === '2' ? 7 : 1, day: 1 });
}
const halfHref = (half: Temporal.PlainDate) => `/enkat/svar?tid=${half.year}-${half.month > 6 ? 2 : 1}`;
const halfWords = (half: Temporal.PlainDate) => texts.half(half.year, half.month > 6);

async function results(c: Context<AppEnv>) {
  const acting = actingOn(c, 'surveys.read');
  if (acting instanceof Response) return acting;
  const half = halfAsked(c.req.query('tid'));
  const found = await readSurvey(scopeOf(c), { ...(half ? { half } : {}) });
  if (isRefusal(found)) return refusalPage(c, found, refusals);
  const { least, questions } = found.rules;
  const parts = [
    { of: 'individual', groups: found.individual },
    { of: 'relative', groups: found.relative },
  ] as const;
  const [before, after] = [found.half.subtract({ months: 6 }), found.half.add({ months: 6 })];
  return c.html(
    <Page
      shell={await shellOf(c)}
      title={texts.results}
      lead={texts.resultsLead(found.organisation, halfWords(found.half))}
      back="/arbete"
      density="staff"
      noindex
    >
      <p class="ov-muted">{texts.protectedText(least.fewest)}</p>
      {parts.every(({ groups }) => groups.length === 0) && <p>{texts.none}</p>}
      {parts.map(
        ({ of, groups }) =>
          groups.length > 0 && <Groups heading={respondentTexts[of]} groups={groups} asked={questions.ask} fewest={least.fewest} />,
      )}
      <p>
        <a class="govuk-link" href={halfHref(before)}>
          {texts.earlier(halfWords(before))}
        </a>
      </p>
      {Temporal.PlainDate.compare(after, found.last) <= 0 && (
        <p>
          <a class="govuk-link" href={halfHref(after)}>
            {texts.later(halfWords(after))}
          </a>
        </p>
      )}
      <h2>{texts.rests}</h2>
      <SummaryList
        rows={[
          { label: texts.leastLabel, value: `${least.fewest}. ${basisTexts[least.basis]}. ${least.source}` },
          { label: texts.questionsLabel, value: `${basisTexts[questions.basis]}. ${questions.source}` },
        ]}
      />
    </Page>,
  );
}

type Shown = {
  readonly heading: string;
  readonly groups: readonly SurveyGroup[];
  readonly asked: SurveyQuestions['ask'];
  readonly fewest: number;
};

function Groups({ heading, groups, asked, fewest }: Shown) {
  const words = new Map(asked.map(({ id, text }) => [id, text]));
  const order = [...words.keys()];
  return (
    <>
      <h2>{heading}</h2>
      {groups.map(({ sex, answered, said }) => (
        <>
          {said && answered !== 'few' ? (
            <Table
              caption={`${heading}, ${sexTexts[sex].toLowerCase()}: ${texts.answered(answered)}`}
              columns={[{ label: texts.question }, ...SURVEY_WORDS.map((word) => ({ label: wordTexts[word] }))]}
              rows={[...said]
                .toSorted(([a], [b]) => order.indexOf(a) - order.indexOf(b))
                .map(([question, counts]) => [
                  words.get(question) ?? question,
                  ...SURVEY_WORDS.map((word) => (counts[word] === 'few' ? texts.hidden : String(counts[word]))),
                ])}
            />
          ) : (
            <>
              <h3>{sexTexts[sex]}</h3>
              <p>{texts.fewGroup(fewest)}</p>
            </>
          )}
        </>
      ))}
    </>
  );
}

/** The survey after a meeting: to answer with a code, and what was said for those who answer for a huvudman. */
export const surveyPage = new Hono<AppEnv>().get('/enkat/tack', thanks).get('/enkat/svar', results).route('/', answerPage);
