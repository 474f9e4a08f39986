import { JSDOM } from 'jsdom';
import { describe, expect, it } from 'vitest';
import { CheckboxField, RadioField } from './choices.tsx';
import { DateField } from './date-field.tsx';
import { ErrorSummary } from './error-summary.tsx';
import { SelectField, TextArea, TextField } from './inputs.tsx';

const render = (element: unknown) => new JSDOM(String(element)).window.document;

/** The texts that the control says describe it, in order. */
function descriptions(document: Document, control: Element | null): string[] {
  const ids = control?.getAttribute('aria-describedby')?.split(' ') ?? [];
  return ids.map((id) => document.getElementById(id)?.textContent ?? `no element ${id}`);
}

describe('a field', () => {
  it('is named by its label and described by its hint and its error', () => {
    const document = render(<TextField name="alder" label="Ålder" hint="I hela år." error="Ange ett tal" />);
    const input = document.querySelector('input');
    expect(input?.labels?.[0]?.textContent).toBe('Ålder');
    expect(descriptions(document, input)).toEqual(['I hela år.', 'Fel: Ange ett tal']);
    expect(input?.getAttribute('aria-invalid')).toBe('true');
  });

  it('claims no description and no fault when it has none', () => {
    const input = render(<TextField name="alder" label="Ålder" />).querySelector('input');
    expect(input?.hasAttribute('aria-describedby')).toBe(false);
    expect(input?.hasAttribute('aria-invalid')).toBe(false);
  });

  it('keeps what was typed, as text and never as markup', () => {
    const typed = '"><script>alert(1)</script>&';
    expect(render(<TextField name="q" label="Sök" value={typed} />).querySelector('input')?.value).toBe(typed);
    expect(render(<TextArea name="q" label="Sök" value={typed} />).querySelector('textarea')?.value).toBe(typed);
    expect(render(<TextField name="q" label={typed} error={typed} hint={typed} />).querySelector('script')).toBeNull();
  });

  it('says which fields may be left empty', () => {
    expect(render(<TextArea name="mer" label="Något mer?" optional />).querySelector('label')?.textContent).toBe('Något mer? (frivilligt)');
  });

  it('shows the choice that was made in a list, and an empty one first', () => {
    const options = [
      { value: '06', label: 'Jönköpings län' },
      { value: '20', label: 'Dalarna' },
    ];
    const select = render(<SelectField name="lan" label="Län" options={options} value="20" empty="Alla län" />).querySelector('select');
    expect(select?.value).toBe('20');
    expect(select?.options[0]?.textContent).toBe('Alla län');
    expect(render(<SelectField name="lan" label="Län" options={options} empty={false} />).querySelectorAll('option')).toHaveLength(2);
  });
});

describe('a group of choices', () => {
  const options = [
    { value: 'ja', label: 'Ja' },
    { value: 'nej', label: 'Nej', hint: 'Inga barn under 18 år.' },
    { value: 'vet-inte', label: 'Vet inte', apart: true },
  ];

  it('has its question as the legend, with hint and error tied to the group', () => {
    const document = render(<RadioField name="barn" label="Finns barn?" hint="I hemmet." error="Välj ett svar" options={options} />);
    expect(document.querySelector('legend')?.textContent).toBe('Finns barn?');
    expect(descriptions(document, document.querySelector('fieldset'))).toEqual(['I hemmet.', 'Fel: Välj ett svar']);
  });

  it('lets an error link land on its first control', () => {
    const document = render(
      <>
        <ErrorSummary errors={[{ text: 'Välj ett svar', field: 'barn' }]} />
        <RadioField name="barn" label="Finns barn?" error="Välj ett svar" options={options} />
      </>,
    );
    const target = document.querySelector<HTMLAnchorElement>('.govuk-error-summary a')?.getAttribute('href')?.slice(1) ?? '';
    expect(document.getElementById(target)?.getAttribute('type')).toBe('radio');
  });

  it('labels every control and ties each hint to its own', () => {
    const document = render(<CheckboxField name="barn" label="Finns barn?" options={options} values={['nej', 'vet-inte']} />);
    const inputs = [...document.querySelectorAll('input')];
    expect(inputs.map((input) => input.labels?.[0]?.textContent)).toEqual(['Ja', 'Nej', 'Vet inte']);
    expect(inputs.map((input) => input.checked)).toEqual([false, true, true]);
    expect(descriptions(document, inputs[1] ?? null)).toEqual(['Inga barn under 18 år.']);
  });

  it('makes the question the heading of the page when told to', () => {
    expect(render(<RadioField asHeading name="barn" label="Finns barn?" options={options} />).querySelector('legend h1')?.textContent).toBe(
      'Finns barn?',
    );
    expect(render(<TextField asHeading name="alder" label="Hur gammal?" />).querySelector('h1 label')?.textContent).toBe('Hur gammal?');
  });
});

describe('a date', () => {
  it('is sent as year, month and day, and marks the part that is wrong', () => {
    const document = render(
      <DateField name="fodd" label="Vilken dag?" value={{ year: '2026', month: '13' }} wrong={['month']} error="Månaden finns inte" />,
    );
    const inputs = [...document.querySelectorAll('input')];
    expect(inputs.map(({ name, value }) => [name, value])).toEqual([
      ['fodd-ar', '2026'],
      ['fodd-manad', '13'],
      ['fodd-dag', ''],
    ]);
    expect(inputs.map((input) => input.getAttribute('aria-invalid'))).toEqual([null, 'true', null]);
    expect(inputs[0]?.id).toBe('fodd');
  });
});

describe('an error summary', () => {
  it('lists every fault, is announced, and asks for focus', () => {
    const document = render(<ErrorSummary errors={[{ text: 'Ett', field: 'a' }, { text: 'Två' }]} />);
    expect([...document.querySelectorAll('li')].map((item) => item.textContent)).toEqual(['Ett', 'Två']);
    expect(document.querySelector('[role=alert]')).not.toBeNull();
    expect(document.querySelector('[data-focus=page]')).not.toBeNull();
  });

  it('is not there when there are no faults', () => {
    expect(render(<ErrorSummary errors={[]} />).body.textContent).toBe('');
  });
});
