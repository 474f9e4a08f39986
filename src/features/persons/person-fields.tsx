import { type FormError, SelectField, TextArea, TextField } from '../../ui/index.ts';
import type { Typed } from './doors.tsx';
import { faultAt } from './form-faults.ts';
import { languageOptions } from './languages.ts';
import { formTexts as texts } from './texts.ts';

/** The fields that a record is written with. Nothing is filled in by the browser from what somebody else typed. */
export function PersonFields({ typed, errors }: { typed: Typed; errors: readonly FormError[] }) {
  return (
    <>
      <TextField name="namn" label={texts.name} value={typed.namn} error={faultAt(errors, 'namn')} maxlength={200} autocomplete="off" />
      <TextField
        name="nummer"
        label={texts.number}
        hint={texts.numberHint}
        optional
        value={typed.nummer}
        error={faultAt(errors, 'nummer')}
        width={20}
        inputmode="numeric"
        autocomplete="off"
      />
      <SelectField
        name="tolk"
        label={texts.interpreter}
        empty={texts.interpreterNone}
        options={languageOptions}
        value={typed.tolk}
        error={faultAt(errors, 'tolk')}
      />
    </>
  );
}

/** Where the person lives and is. */
export function PlaceFields({ typed, errors }: { typed: Typed; errors: readonly FormError[] }) {
  return (
    <>
      <TextArea
        name="adress"
        label={texts.address}
        optional
        rows={3}
        maxlength={500}
        value={typed.adress}
        error={faultAt(errors, 'adress')}
      />
      <TextArea
        name="vistelse"
        label={texts.whereabouts}
        hint={texts.whereaboutsHint}
        optional
        rows={2}
        maxlength={500}
        value={typed.vistelse}
        error={faultAt(errors, 'vistelse')}
      />
    </>
  );
}

/** The field of the number that the case has at one's own huvudman. */
export function CaseNumberField({ typed, errors }: { typed: Typed; errors: readonly FormError[] }) {
  return (
    <TextField
      name="arendenummer"
      label={texts.caseNumber}
      hint={texts.caseNumberHint}
      value={typed.arendenummer}
      error={faultAt(errors, 'arendenummer')}
      width={20}
      maxlength={40}
      autocomplete="off"
    />
  );
}
