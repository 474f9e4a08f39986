import { type Context, Hono } from 'hono';
import { isRefusal } from '../../domain/refusal.ts';
import { RESPONDENTS, SURVEY_QUESTIONS, SURVEY_SEXES, SURVEY_WORDS, type SurveyGroup } from '../../domain/surveys/survey.ts';
import { type AppEnv, scopeOf } from '../../platform/index.ts';
import { Page, Table } from '../../ui/index.ts';
import { refusalPage } from '../access/index.ts';
import { shellOf } from '../counties/index.ts';
import { actingOn, given, openActPage } from '../forms/index.ts';
import { answerSurvey } from './answer-survey.ts';
import { readSurvey } from './read-survey.ts';
import { questionTexts, refusals, respondentTexts, sexTexts, surveyTexts as texts, wordTexts } from './texts.ts';

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
      ...SURVEY_QUESTIONS.map(
        (question) =>
          ({
            kind: 'radios',
            name: question,
            label: questionTexts[question],
            options: SURVEY_WORDS.map((value) => ({ value, label: wordTexts[value] })),
          }) as const,
      ),
    ],
    initial: given({ code: (c.req.query('kod') ?? '').slice(0, 60) }),
  }),
  run: async (c, values) => {
    const one = (name: string) => values.one(name);
    const said = SURVEY_QUESTIONS.map((question) => one(question) as (typeof SURVEY_WORDS)[number]);
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

async function results(c: Context<AppEnv>) {
  const acting = actingOn(c, 'surveys.read');
  if (acting instanceof Response) return acting;
  const now = c.var.runtime.clock.today().year;
  const asked = Number(c.req.query('ar') ?? now);
  const year = Number.isInteger(asked) && asked >= 2020 && asked <= now ? asked : now;
  const found = await readSurvey(scopeOf(c), { year });
  if (isRefusal(found)) return refusalPage(c, found, refusals);
  const parts = [
    { of: 'individual', groups: found.individual },
    { of: 'relative', groups: found.relative },
  ] as const;
  return c.html(
    <Page
      shell={await shellOf(c)}
      title={texts.results}
      lead={texts.resultsLead(found.organisation, year)}
      back="/arbete"
      density="staff"
      noindex
    >
      <p class="ov-muted">{texts.protectedText}</p>
      {parts.every(({ groups }) => groups.length === 0) && <p>{texts.none}</p>}
      {parts.map(({ of, groups }) => groups.length > 0 && <Groups heading={respondentTexts[of]} groups={groups} />)}
      <p>
        <a class="govuk-link" href={`/enkat/svar?ar=${year - 1}`}>
          {texts.earlier(year - 1)}
        </a>
      </p>
    </Page>,
  );
}

function Groups({ heading, groups }: { heading: string; groups: readonly SurveyGroup[] }) {
  return (
    <>
      <h2>{heading}</h2>
      {groups.map(({ sex, answered, said }) => (
        <>
          <h3>{sexTexts[sex]}</h3>
          {said ? (
            <Table
              caption={`${heading}, ${sexTexts[sex]}: ${answered} ${texts.answered.toLowerCase()}`}
              columns={[{ label: texts.question }, ...SURVEY_WORDS.map((word) => ({ label: wordTexts[word] }))]}
              rows={SURVEY_QUESTIONS.map((question) => [
                questionTexts[question],
                ...SURVEY_WORDS.map((word) => (said[question][word] === 'few' ? texts.few : String(said[question][word]))),
              ])}
            />
          ) : (
            <p>{texts.few}</p>
          )}
        </>
      ))}
    </>
  );
}

/** The survey after a meeting: to answer with a code, and what was said for those who answer for a huvudman. */
export const surveyPage = new Hono<AppEnv>().get('/enkat/tack', thanks).get('/enkat/svar', results).route('/', answerPage);
