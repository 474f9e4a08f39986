import { type Context, Hono } from 'hono';
import { z } from 'zod';
import { isRefusal } from '../../domain/refusal.ts';
import { type AppEnv, scopeOf, sentenceOf } from '../../platform/index.ts';
import { BasisChip, BlockHeading, Button, Details, type FormError, formatDateTime, Notice, Page, WarningText } from '../../ui/index.ts';
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
  const before = z.uuid().safeParse(c.req.query('fore'));
  const skip = /^\d{1,4}$/.test(c.req.query('visa') ?? '') ? Number(c.req.query('visa')) : 0;
  const found = await findPatterns(scopeOf(c), {
    from: asked.fran,
    to: asked.till,
    skip,
    ...(before.success ? { before: before.data } : {}),
  });
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
      {errors.length === 0 && !isRefusal(found) && <Result found={found} days={days} before={before.data} />}
    </Page>,
    errors.length > 0 ? 422 : 200,
  );
}

function Result({ found, days, before }: { found: Found; days: { fran: string; till: string }; before: string | undefined }) {
  const { gone, odd, rows, since, older, skipped, thresholds } = found;
  const to = (more: Record<string, string>) =>
    `/logg/monster?${new URLSearchParams({ ...days, ...(before ? { fore: before } : {}), ...more })}`;
  const { manyPersons, night } = thresholds;
  return (
    <>
      <p>{texts.gone(gone, odd, rows.length)}</p>
      {before && <p>{texts.later}</p>}
      {older && since && <WarningText>{texts.cut(formatDateTime(since))}</WarningText>}
      {rows.length < odd && rows.length > 0 && <p>{texts.span(skipped + 1, skipped + rows.length, odd)}</p>}
      {rows.length === 0 ? (
        <Notice kind="empty" heading={texts.none.heading} children={texts.none.text} />
      ) : (
        <LookList rows={rows} label={texts.caption} />
      )}
      <ul class="ov-meta">
        {skipped + rows.length < odd && (
          <li>
            <a href={to({ visa: String(skipped + rows.length) })}>{texts.next}</a>
          </li>
        )}
        {older && (
          <li>
            <a href={to({ fore: older })}>{texts.onward}</a>
          </li>
        )}
      </ul>
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
