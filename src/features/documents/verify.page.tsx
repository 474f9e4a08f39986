import { type Context, Hono } from 'hono';
import { isRefusal } from '../../domain/refusal.ts';
import { type AppEnv, readSentFile, scopeOf } from '../../platform/index.ts';
import { Button, FileField, Page } from '../../ui/index.ts';
import { shellOf } from '../counties/index.ts';
import { verifyTexts as texts } from './texts.ts';
import { VerdictAnswer } from './verdict-answer.tsx';
import { MOST_FILE_BYTES, type Verification, verifyDocument } from './verify-document.ts';

type Shown = { readonly verification?: Verification; readonly fault?: string; readonly status?: 200 | 413 | 422 };

async function show(c: Context<AppEnv>, { verification, fault, status = 200 }: Shown = {}) {
  return c.html(
    <Page
      shell={await shellOf(c)}
      title={texts.title}
      lead={verification ? undefined : texts.lead}
      description={texts.lead}
      errors={fault ? [{ text: fault, field: 'fil' }] : []}
    >
      {verification && <VerdictAnswer verification={verification} />}
      <form method="post" action="/verifiera" enctype="multipart/form-data">
        <FileField
          name="fil"
          label={verification ? texts.again : texts.file}
          hint={texts.hint}
          error={fault}
          accept=".pdf,application/pdf"
        />
        <Button kind={verification ? 'secondary' : 'primary'}>{texts.submit}</Button>
      </form>
      <h2>{texts.how.heading}</h2>
      <ul>
        {texts.how.proofs.map((proof) => (
          <li>{proof}</li>
        ))}
      </ul>
      <p>{texts.how.both}</p>
    </Page>,
    status,
  );
}

async function verify(c: Context<AppEnv>) {
  const sent = await readSentFile(c, { field: 'fil', mostBytes: MOST_FILE_BYTES });
  if ('fault' in sent) {
    const isLarge = sent.fault === 'file-too-large';
    return show(c, { fault: isLarge ? texts.tooLarge : texts.missing, status: isLarge ? 413 : 422 });
  }
  const verification = await verifyDocument(scopeOf(c), { file: sent.bytes });
  return isRefusal(verification) ? show(c, { fault: texts.tooLarge, status: 422 }) : show(c, { verification });
}

/** Where anybody tries a document that they have. */
export const verifyPage = new Hono<AppEnv>().get('/verifiera', (c) => show(c)).post('/verifiera', verify);
