import { type Rhythm, rhythms } from '../../domain/notifications/digest-day.ts';
import type { NoticeKind } from '../../domain/notifications/kinds.ts';
import { BlockHeading, Button, formatDates, Notice, RadioField, SelectField, TextField } from '../../ui/index.ts';
import type { AbsenceForm } from './absence-form.ts';
import type { AbsenceRow } from './settings.sql.ts';
import { rhythmTexts, settingsTexts } from './texts.ts';
import { kindTexts } from './texts-kinds.ts';

type DigestProps = {
  kinds: readonly { readonly kind: NoticeKind; readonly rhythm: Rhythm }[];
  email: string | null;
  /** Is there a mail server? */
  mail: boolean;
};

/** How often e-mail reminds of each kind. What is chosen is kept also where no mail leaves, and the page says so. */
export function DigestSection({ kinds, email, mail }: DigestProps) {
  const texts = settingsTexts.digest;
  return (
    <section aria-labelledby="e-post">
      <BlockHeading level={2} id="e-post">
        {texts.heading}
      </BlockHeading>
      <p>{texts.text}</p>
      {!mail && (
        <Notice kind="note" level={3} heading={texts.noMail.heading}>
          {texts.noMail.text}
        </Notice>
      )}
      {mail && !email && (
        <Notice kind="unknown" level={3} heading={texts.noAddress.heading}>
          {texts.noAddress.text}
        </Notice>
      )}
      {mail && email && <p>{texts.to(email)}</p>}
      <form method="post" action="/notiser/installningar">
        {kinds.map(({ kind, rhythm }) => (
          <RadioField
            name={kind}
            label={kindTexts[kind].label}
            value={rhythm}
            options={rhythms.map((value) => ({ value, label: rhythmTexts[value] }))}
            small
            inline
          />
        ))}
        <Button>{texts.save}</Button>
      </form>
    </section>
  );
}

type AbsenceProps = {
  absences: readonly AbsenceRow[];
  colleagues: readonly { readonly id: string; readonly name: string }[];
  form: AbsenceForm;
  faults: readonly { readonly field: string; readonly text: string }[];
};

/** When one is away and who is told instead; and for whom one is deputy. */
export function AbsenceSection({ absences, colleagues, form, faults }: AbsenceProps) {
  const texts = settingsTexts.absence;
  const errorOf = (field: string) => faults.find((fault) => fault.field === field)?.text;
  return (
    <section aria-labelledby="borta">
      <BlockHeading level={2} id="borta">
        {texts.heading}
      </BlockHeading>
      <p>{texts.text}</p>
      <BlockHeading level={3}>{texts.listed}</BlockHeading>
      {absences.length === 0 ? <p>{texts.none}</p> : <ul class="govuk-list">{absences.map(AbsenceItem)}</ul>}
      {colleagues.length > 0 && (
        <form method="post" action="/notiser/franvaro">
          <TextField name="forsta" label={texts.first} hint={texts.day} value={form.forsta} error={errorOf('forsta')} width={10} />
          <TextField name="sista" label={texts.last} hint={texts.day} value={form.sista} error={errorOf('sista')} width={10} />
          <SelectField
            name="ersattare"
            label={texts.deputy}
            options={colleagues.map(({ id, name }) => ({ value: id, label: name }))}
            empty={texts.byAssignment}
            value={form.ersattare}
            error={errorOf('ersattare')}
          />
          <Button kind="secondary">{texts.save}</Button>
        </form>
      )}
    </section>
  );
}

function AbsenceItem({ id, own, name, first, last }: AbsenceRow) {
  const texts = settingsTexts.absence;
  const dates = formatDates(first, last);
  if (!own) return <li>{texts.others(dates, name)}</li>;
  return (
    <li>
      {texts.own(dates, name)}
      <form method="post" action="/notiser/franvaro/borttagen">
        <Button kind="quiet" name="id" value={id}>
          {texts.withdraw}
          <span class="govuk-visually-hidden"> {dates}</span>
        </Button>
      </form>
    </li>
  );
}
