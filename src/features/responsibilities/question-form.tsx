import type { Fact } from '../../domain/counties/national-files.ts';
import { PARAMS } from '../../domain/responsibilities/situation-params.ts';
import { Button, CheckboxField, type Choice, RadioField, TextField } from '../../ui/index.ts';

type Asked = { fact: Fact; error: string | undefined; given: readonly string[] };

/** One question of the navigator as a plain form: GET to the same address with one more fact. `given`: what was answered and could not be read. */
export function QuestionForm({ params, ...asked }: Asked & { params: readonly [string, string][] }) {
  const { fact } = asked;
  return (
    <form method="get" action="/vem-gor-vad">
      {params.map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
      <input type="hidden" name="fraga" value={fact.param} />
      <FactField {...asked} />
      <Button>Fortsätt</Button>
    </form>
  );
}

const DONT_KNOW: Choice = {
  value: PARAMS.unknown,
  label: 'Vet inte',
  hint: 'Svaret blir bredare, och säger vad det beror på.',
  apart: true,
};

function FactField({ fact, error, given }: Asked) {
  const field = { name: fact.param, label: fact.question, hint: fact.help, error, asHeading: true };
  if (fact.type === 'set') return <CheckboxField {...field} options={[...optionsOf(fact.options), DONT_KNOW]} values={given} />;
  if (fact.type === 'choice') return <RadioField {...field} options={[...optionsOf(fact.options), DONT_KNOW]} />;
  if (fact.type === 'yes-no') {
    const options = [
      { value: PARAMS.yes, label: 'Ja' },
      { value: PARAMS.no, label: 'Nej' },
    ];
    return <RadioField {...field} options={[...options, DONT_KNOW]} />;
  }
  const choices = [...fact.bands.map(({ param, label }) => ({ value: param, label })), DONT_KNOW];
  const isChoice = (text: string) => choices.some(({ value }) => value === text);
  return (
    <>
      <RadioField {...field} options={choices} value={given.find(isChoice)} />
      <TextField
        name={fact.param}
        id={`${fact.param}-tal`}
        label={`Eller skriv antal ${fact.unit}`}
        inputmode="numeric"
        width={3}
        suffix={fact.unit}
        optional
        value={given.find((text) => !isChoice(text))?.slice(0, 20)}
      />
    </>
  );
}

function optionsOf(options: readonly { param: string; label: string; help?: string | undefined }[]): Choice[] {
  return options.map(({ param, label, help }) => ({ value: param, label, hint: help }));
}
