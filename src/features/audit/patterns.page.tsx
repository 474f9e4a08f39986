import { type Context, Hono } from 'hono';
import { isRefusal } from '../../domain/refusal.ts';
import { type AppEnv, scopeOf, sentenceOf } from '../../platform/index.ts';
import { BasisChip, BlockHeading, Button, Details, type FormError, Notice, Page, WarningText } from '../../ui/index.ts';
import { refusalPage } from '../access/index.ts';
import { shellOf } from '../counties/index.ts';
import { DayFields, faultsOfDays, withDays } from './day-fields.tsx';
import { findPatterns } from './find-patterns.ts';
import { LookList } from './look-list.tsx';
import { refusals, patternTexts as texts } from './texts.ts';

type Found = Exclude<Awaited<ReturnType<typeof findPatterns>>, { code: string }>;

async function patterns(c: Context<AppEnv>) {
  const { clock } = c.var.runtime;
  const days = withDays({ fran: c.req.query('fran'), till: c.req.query('till') }, clock.today());
  let errors: FormError[] = faultsOfDays(days);
  // With faults nothing is asked but the right to see the form.
  const asked = errors.length > 0 ? withDays({}, clock.today()) : days;
  const found = await findPatterns(scopeOf(c), { from: asked.fran, to: asked.till });
  if (isRefusal(found)) {
    if (!found.code.startsWith('period-')) return refusalPage(c, found, refusals);
    const { title, detail } = sentenceOf(found, refusals);
    errors = [{ field: 'till', text: `${title}. ${detail}` }];
  }
  return c.html(
    <Page shell={await shellOf(c)} title={texts.title} lead={texts.lead} back="/logg" errors={errors} density="staff" wide noindex>
      <form class="ov-filter__form" method="get" action="/logg/monster" aria-label={texts.form}>
        <div class="ov-filter__fields">
          <DayFields form={days} errors={errors} />
        </div>
        <div class="ov-filter__actions">
          <Button kind="secondary">{texts.submit}</Button>
        </div>
      </form>
      {errors.length === 0 && !isRefusal(found) && <Result found={found} />}
    </Page>,
    errors.length > 0 ? 422 : 200,
  );
}

function Result({ found: { gone, odd, rows, all, thresholds } }: { found: Found }) {
  const { manyPersons, night } = thresholds;
  return (
    <>
      <p>{texts.gone(gone, odd, rows.length)}</p>
      {!all && <WarningText>{texts.cut}</WarningText>}
      {rows.length === 0 ? (
        <Notice kind="empty" heading={texts.none.heading} children={texts.none.text} />
      ) : (
        <LookList rows={rows} label={texts.caption} />
      )}
      <BlockHeading level={2}>{texts.limits}</BlockHeading>
      <p>
        <BasisChip basis={thresholds.basis} /> {texts.limitsText(manyPersons.persons, manyPersons.minutes, night.from, night.until)}
      </p>
      <Details summary={texts.unknowns}>{texts.unknownsText}</Details>
    </>
  );
}

/** Looks that are worth a question, with why. */
export const patternsPage = new Hono<AppEnv>().get('/logg/monster', patterns);
