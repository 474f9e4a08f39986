import type { Child } from 'hono/jsx';
import { CodeBlock, Details, SummaryList } from '../../ui/index.ts';
import { type Field, fieldsOf, type Schema, typeWords } from './schema-words.ts';
import { docsTexts } from './texts.ts';

/** Where the schemas are listed; each stands under its id on the page of its first letter. */
export const FORMS = '/api/v1/docs/former';

/** The pages of schemas, by first letter: together they would be too long a page. */
export const FORM_PAGES = ['a-c', 'd-m', 'n-o', 'p', 'q-z'] as const;
export type FormPage = (typeof FORM_PAGES)[number];

/** The page that a schema stands on. */
export function formPageOf(name: string): FormPage {
  const letter = name.slice(0, 1).toLowerCase();
  return FORM_PAGES.find((page) => letter <= page.slice(-1)) ?? 'q-z';
}

/** The address of a schema. */
export function formHref(name: string): string {
  return `${FORMS}/${formPageOf(name)}#${schemaId(name)}`;
}

/** What a value may be, with links to the schemas it speaks of. */
export function TypeText({ schema }: { schema: Schema }) {
  return (
    <>
      {typeWords(schema).map(({ text, schema: name }) =>
        name ? (
          <a class="govuk-link" href={formHref(name)}>
            {text}
          </a>
        ) : (
          text
        ),
      )}
    </>
  );
}

/** The id of a schema's section. */
export function schemaId(name: string): string {
  return `form-${name}`;
}

/** Name, type, whether it must be there, what it means. */
export function FieldList({ fields }: { fields: readonly (Field & { where?: string; example?: unknown })[] }) {
  return <SummaryList rows={fields.map((field) => ({ label: field.name, value: <FieldValue {...field} /> }))} compact />;
}

function FieldValue({ schema, required, where, example }: Field & { where?: string; example?: unknown }): Child {
  const description = 'description' in schema ? schema.description : undefined;
  return (
    <>
      <TypeText schema={schema} />
      {where && <span class="ov-muted"> · {where}</span>}
      {!required && <span class="ov-muted"> · {docsTexts.optional}</span>}
      {description && <div>{description}</div>}
      {example !== undefined && (
        <div class="ov-muted">
          {docsTexts.example} <code>{typeof example === 'string' ? example : JSON.stringify(example)}</code>
        </div>
      )}
    </>
  );
}

/** One named schema: what it is, and its fields. */
export function SchemaSection({ name, schema }: { name: string; schema: Schema }) {
  const fields = fieldsOf(schema);
  const description = 'description' in schema ? schema.description : undefined;
  const example: unknown = 'example' in schema ? schema.example : undefined;
  return (
    <section aria-labelledby={schemaId(name)}>
      <h3 id={schemaId(name)}>{name}</h3>
      {description && <p>{description}</p>}
      {fields.length > 0 ? (
        <FieldList fields={fields} />
      ) : (
        <p>
          <TypeText schema={schema} />
        </p>
      )}
      {example !== undefined && (
        <Details summary={docsTexts.schemaExample}>
          <CodeBlock label={`${docsTexts.schemaExample}: ${name}`} text={JSON.stringify(example, null, 2)} />
        </Details>
      )}
    </section>
  );
}
