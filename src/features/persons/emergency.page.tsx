import { type Context, Hono } from 'hono';
import { EMERGENCY_HOURS, EMERGENCY_REASONS, type EmergencyReason } from '../../domain/persons/emergency.ts';
import { isRefusal } from '../../domain/refusal.ts';
import { type AppEnv, formOf, scopeOf } from '../../platform/index.ts';
import { Button, type FormError, Notice, RadioField, TextArea, TextField, WarningText } from '../../ui/index.ts';
import { freshFirst, refused, staffPage, type Typed } from './doors.tsx';
import { faultAt, formFaults } from './form-faults.ts';
import { openInEmergency, readEmergencyRight } from './open-in-emergency.ts';
import { formTexts, reasonLabels, emergencyTexts as texts } from './texts.ts';

const PATH = '/personer/nodoppning';

async function form(c: Context<AppEnv>, typed: Typed = {}, errors: readonly FormError[] = []) {
  const again = freshFirst(c, 'persons.open-in-emergency');
  if (again) return again;
  const right = await readEmergencyRight(scopeOf(c), {});
  if (isRefusal(right)) return refused(c, right);
  return staffPage(
    c,
    { title: texts.title, lead: texts.lead, errors, back: '/personer' },
    <form method="post" action={PATH}>
      <WarningText>{texts.warning}</WarningText>
      <p>{texts.lasts(EMERGENCY_HOURS)}</p>
      <p class="ov-muted">{texts.basis}</p>
      <TextField
        name="nummer"
        label={formTexts.number}
        value={typed.nummer}
        error={faultAt(errors, 'nummer')}
        width={20}
        inputmode="numeric"
        autocomplete="off"
      />
      <RadioField
        name="skal"
        label={texts.reason}
        value={typed.skal}
        error={faultAt(errors, 'skal')}
        options={EMERGENCY_REASONS.map((value) => ({ value, label: reasonLabels[value] }))}
      />
      <TextArea
        name="motivering"
        label={texts.text}
        rows={4}
        maxlength={1000}
        value={typed.motivering}
        error={faultAt(errors, 'motivering')}
      />
      <Button kind="warning">{texts.submit}</Button>
    </form>,
  );
}

async function open(c: Context<AppEnv>) {
  const typed = await formOf(c);
  const { nummer = '', skal = '', motivering = '' } = typed;
  const answer = await openInEmergency(scopeOf(c), { number: nummer, reason: skal as EmergencyReason, text: motivering });
  if (isRefusal(answer)) {
    const errors = formFaults(answer);
    return errors ? form(c, typed, errors) : refused(c, answer);
  }
  const { opened, blocked, until } = answer;
  return staffPage(
    c,
    { title: texts.done, lead: opened.length > 0 ? texts.until(until) : undefined, back: '/personer' },
    <>
      {opened.length > 0 && (
        <>
          <h2>{texts.opened}</h2>
          <ul class="govuk-list">
            {opened.map(({ id, owner }) => (
              <li>
                <a href={`/personer/${id}`}>{texts.read(owner.name)}</a>
              </li>
            ))}
          </ul>
        </>
      )}
      {blocked.length > 0 && (
        <Notice kind="note" heading={texts.blocked.heading}>
          <p>{texts.blocked.text}</p>
          <ul class="govuk-list govuk-list--bullet">
            {blocked.map(({ owner }) => (
              <li>{owner.name}</li>
            ))}
          </ul>
        </Notice>
      )}
    </>,
  );
}

/** Opening another huvudman's record because consent cannot be had. */
export const emergencyPage = new Hono<AppEnv>().get(PATH, (c) => form(c)).post(PATH, open);
