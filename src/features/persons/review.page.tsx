import { type Context, Hono } from 'hono';
import { VERDICTS, type Verdict } from '../../domain/persons/emergency.ts';
import { isRefusal, type Refusal } from '../../domain/refusal.ts';
import { type AppEnv, formOf, scopeOf } from '../../platform/index.ts';
import { Button, type FormError, formatDateTime, Notice, NotificationBanner, RadioField, SummaryList, TextArea } from '../../ui/index.ts';
import { refused, staffPage, type Typed } from './doors.tsx';
import { formFaults } from './form-faults.ts';
import { readEmergencyOpenings, reviewEmergency } from './review-emergency.ts';
import { reasonLabels, reviewTexts as texts, verdictLabels } from './texts.ts';

const PATH = '/personer/nodoppningar';

type Opening = Exclude<Awaited<ReturnType<typeof readEmergencyOpenings>>, Refusal>[number];

async function list(c: Context<AppEnv>, typed: Typed = {}, faults: readonly FormError[] = []) {
  const openings = await readEmergencyOpenings(scopeOf(c), {});
  if (isRefusal(openings)) return refused(c, openings);
  // Each opening has a form of its own: the faults belong to the one that was sent.
  const errors = faults.map(({ text, field }) => ({ text, field: field && `${field}-${typed.id}` }));
  return staffPage(
    c,
    { title: texts.title, lead: texts.lead, errors, wide: true },
    <>
      {c.req.query('klart') === '1' && <NotificationBanner success>{texts.done}</NotificationBanner>}
      {openings.length === 0 && (
        <Notice kind="empty" heading={texts.none.heading}>
          {texts.none.text}
        </Notice>
      )}
      {openings.map((opening) => (
        <OneOpening opening={opening} typed={typed.id === opening.id ? typed : {}} errors={errors} />
      ))}
    </>,
  );
}

function OneOpening({ opening, typed, errors }: { opening: Opening; typed: Typed; errors: readonly FormError[] }) {
  const { id, person, owner, by, reason, text, openedAt, until, verdict, mayReview } = opening;
  const at = (field: string) => errors.find((error) => error.field === `${field}-${id}`)?.text;
  return (
    <section>
      <h2>{formatDateTime(openedAt)}</h2>
      <SummaryList
        rows={[
          { label: texts.by, value: `${by.name}, ${by.unit}` },
          { label: texts.owner, value: owner.name },
          { label: texts.when, value: `${formatDateTime(openedAt)} – ${formatDateTime(until)}` },
          { label: texts.reason, value: reasonLabels[reason] },
          { label: texts.words, value: text },
          { label: texts.record, value: person },
        ]}
      />
      {verdict && <p>{texts.judged(verdictLabels[verdict])}</p>}
      {!verdict && !mayReview && <p class="ov-muted">{texts.own}</p>}
      {mayReview && (
        <form method="post" action={PATH}>
          <input type="hidden" name="id" value={id} />
          <RadioField
            name="bedomning"
            id={`bedomning-${id}`}
            label={texts.verdict}
            value={typed.bedomning}
            error={at('bedomning')}
            options={VERDICTS.map((value) => ({ value, label: verdictLabels[value] }))}
          />
          <TextArea
            name="motivering"
            id={`motivering-${id}`}
            label={texts.text}
            rows={3}
            maxlength={1000}
            value={typed.motivering}
            error={at('motivering')}
          />
          <Button>{texts.submit}</Button>
        </form>
      )}
    </section>
  );
}

async function judge(c: Context<AppEnv>) {
  const typed = await formOf(c);
  const { id = '', bedomning = '', motivering = '' } = typed;
  const judged = await reviewEmergency(scopeOf(c), { id, verdict: bedomning as Verdict, text: motivering });
  if (!isRefusal(judged)) return c.redirect(`${PATH}?klart=1`, 303);
  const errors = formFaults(judged);
  return errors ? list(c, typed, errors) : refused(c, judged);
}

/** Judging the emergency openings of one's own huvudman's staff. */
export const reviewPage = new Hono<AppEnv>().get(PATH, (c) => list(c)).post(PATH, judge);
