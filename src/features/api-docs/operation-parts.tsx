import type { ApiDocument, DescribedOperation } from '../../platform/index.ts';
import { CodeBlock, Details, Tag } from '../../ui/index.ts';
import { bodyOf, exampleAddress, parametersOf } from './example-request.ts';
import { FieldList, TypeText } from './schema-parts.tsx';
import { docsTexts } from './texts.ts';

type Props = { found: DescribedOperation; document: ApiDocument };
type Answer = NonNullable<DescribedOperation['operation']['responses']>[string];

/** One address with a method: what it takes, what it answers, and one example of both. */
export function OperationSection({ found, document }: Props) {
  const { path, method, operation } = found;
  const id = operation.operationId ?? '';
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{operation.summary}</h2>
      <p>
        <Tag>{method.toUpperCase()}</Tag>{' '}
        <code>
          {document.servers?.[0]?.url}
          {path}
        </code>
      </p>
      {operation.security && <p>{docsTexts.needsLogin}</p>}
      {operation.description && <p>{operation.description}</p>}
      <Parameters found={found} />
      <RequestBody found={found} document={document} />
      <Answers found={found} />
      {method === 'get' && !operation.security && (
        <p>
          <a class="govuk-link" href={exampleAddress(document, found)}>
            {docsTexts.tryIt}
            <span class="govuk-visually-hidden">: {operation.summary}</span>
          </a>
        </p>
      )}
    </section>
  );
}

function Parameters({ found }: Pick<Props, 'found'>) {
  const parameters = parametersOf(found);
  if (parameters.length === 0) return null;
  return (
    <FieldList
      fields={parameters.map(({ name, in: where, required, schema, description, example }) => ({
        name,
        where: where === 'path' ? docsTexts.inPath : docsTexts.inQuery,
        required,
        schema: description === undefined ? schema : { ...schema, description },
        example,
      }))}
    />
  );
}

function RequestBody({ found, document }: Props) {
  const body = bodyOf(document, found);
  if (!body) return null;
  return (
    <>
      <p>
        {docsTexts.body} <TypeText schema={body.schema} />
      </p>
      <CodeBlock label={`${docsTexts.bodyExample}: ${found.operation.summary}`} text={pretty(body.example)} />
    </>
  );
}

function Answers({ found: { operation } }: Pick<Props, 'found'>) {
  const answers = Object.entries(operation.responses ?? {}) as [string, Answer][];
  const ok = answers.find(([status]) => status === '200')?.[1]?.content?.['application/json'];
  const others = answers.filter(([status]) => status !== '200').map(([status]) => status);
  return (
    <>
      <p>
        {docsTexts.answer} 200: {ok?.schema && <TypeText schema={ok.schema} />}. {docsTexts.otherAnswers} {others.join(', ')}.
      </p>
      {ok?.example !== undefined && (
        <Details summary={docsTexts.answerExample}>
          <CodeBlock label={`${docsTexts.answerExample}: ${operation.summary}`} text={pretty(ok.example)} />
        </Details>
      )}
    </>
  );
}

function pretty(value: unknown): string {
  return JSON.stringify(value, null, 2) ?? '';
}
