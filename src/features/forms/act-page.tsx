import { type Context, Hono } from 'hono';
import { HTTPException } from 'hono/http-exception';
import type { Child } from 'hono/jsx';
import { z } from 'zod';
import { type Assignment, assignmentOf, type Login, loginOf } from '../../domain/access/actor.ts';
import { may, needsStepUp, type Permission } from '../../domain/access/permissions.ts';
import { isFresh } from '../../domain/access/session-life.ts';
import { isRefusal, type Refusal, refuse } from '../../domain/refusal.ts';
import { type AppEnv, newId, type RefusalTexts, sentenceOf } from '../../platform/index.ts';
import { Notice, Page, type PageProps } from '../../ui/index.ts';
import { shellOf } from '../counties/index.ts';
import { ActForm, type FormField } from './act-form.tsx';
import { type FieldFault, faultsOf, sent, type Values } from './form-values.ts';
import { KEPT, type KeptWords, keptPage, lostPage } from './kept-form.tsx';
import { formRefusals, formTexts, keptTexts } from './texts.ts';

/** What a form is about, as it is when it is shown. */
export type Prepared = {
  readonly title: string;
  readonly lead?: string | undefined;
  readonly caption?: string | undefined;
  readonly back: string;
  readonly fields: readonly FormField[];
  readonly initial: Values;
  readonly hidden?: Readonly<Record<string, string>> | undefined;
  readonly submit: string;
  readonly warning?: boolean | undefined;
  readonly before?: Child;
};

/** How a form is that is not as those of staff: what of the page it changes, and what is said in another language than theirs. */
export type FormManner = {
  readonly frame: Pick<PageProps, 'face' | 'large' | 'tools' | 'density'>;
  readonly says: FormWords;
  readonly kept: KeptWords;
  readonly texts: RefusalTexts;
  readonly after: Child;
};
/** What a form says of itself. Where it says nothing of what is too long, too short or no day, the rule itself is said. */
export type FormWords = Pick<typeof formTexts, 'cancel' | 'dayHint' | 'fillIn' | 'chooseOne' | 'chooseSome' | 'noSuchChoice'> & {
  readonly tooLong?: string;
  readonly tooShort?: string;
  readonly notADay?: string;
};

/** What was sent and could not be done, and why. */
export type Refused = { readonly refusal: Refusal; readonly values: Values };

/** A page with a form that does one act: data about it, and the use-case behind. `By`: what whoever may open it acts as. */
export type ActPage<By = Assignment> = {
  readonly path: string;
  readonly permission: Permission;
  readonly texts: RefusalTexts;
  /** The form is given a key of its own, hidden as `key`, so that what it opens is opened once. Without it nothing is done. */
  readonly keyed?: true;
  /** How it is shown, where that is not as to staff. */
  readonly manner?: (c: Context<AppEnv>) => FormManner;
  /** A refusal that is no fault: the form is shown again, with what `prepare` says of it, to be sent once more. */
  readonly confirms?: string;
  /** What to show; undefined when what the address names is not there. `refused`: what was sent, when it could not be done. */
  readonly prepare: (c: Context<AppEnv>, acting: By, refused?: Refused) => Promise<Prepared | undefined>;
  /** Does it with what was typed, and answers where to go. */
  readonly run: (c: Context<AppEnv>, values: Values, acting: By) => Promise<{ readonly next: string } | Refusal>;
};

/**
 * The door of an act: GET shows the form, POST does it, and shows the form again with what was typed when it cannot be done. Nothing typed is lost: whoever
 * has been logged out gets a page that holds it until they are in again, and it stands to be copied when what the form was about is gone.
 */
export function actPage(page: ActPage): Hono<AppEnv> {
  return actDoors(page, actingOn);
}

/** The door of an act of the individual's own, in the same way, and in the manner that they read in. */
export function ownActPage(page: ActPage<Login> & Required<Pick<ActPage<Login>, 'manner'>>): Hono<AppEnv> {
  return actDoors(page, individualOn);
}

/** The door of something that anybody may do, logged in or not. */
export function openActPage(page: ActPage<undefined>): Hono<AppEnv> {
  return actDoors(page, () => undefined);
}

type Gate<By> = (c: Context<AppEnv>, permission: Permission) => By | Response;

function actDoors<By>(page: ActPage<By>, gate: Gate<By>): Hono<AppEnv> {
  const show = async (c: Context<AppEnv>) => {
    const acting = gate(c, page.permission);
    if (acting instanceof Response) return acting;
    const prepared = await preparedFor(page, c, acting);
    return prepared ? formPage(c, prepared, prepared.initial, page.manner?.(c)) : c.notFound();
  };
  const act = async (c: Context<AppEnv>) => {
    const acting = gate(c, page.permission);
    const manner = page.manner?.(c);
    if (acting instanceof Response) return keptPage(c, acting, manner);
    const values = await sent(c);
    if (values.one(KEPT) !== '') return again(page, c, acting, values);
    const done = page.keyed && !isFormKey(values.one('key')) ? refuse('form-key-missing') : await page.run(c, values, acting);
    if (!isRefusal(done)) return c.redirect(done.next, 303);
    const prepared = await preparedFor(page, c, acting, { refusal: done, values });
    const texts = { ...formRefusals, ...page.texts, ...manner?.texts };
    if (!prepared) return lostPage(c, sentenceOf(done, texts).detail, manner);
    if (done.code === page.confirms) return formPage(c, prepared, values, manner);
    const { faults, status } = faultsOf(done, new Set(prepared.fields.map(({ name }) => name)), texts);
    const plain =
      done.code === 'input-invalid' && done.params.said !== true ? inPlainWords(faults, prepared, values, manner?.says) : faults;
    return formPage(c, prepared, values, manner, plain, status);
  };
  return new Hono<AppEnv>().get(page.path, show).post(page.path, act);
}

/** What the form shows, with a key of its own where it has one: a new one each time it is shown, as what is sent from it is a form of its own. */
async function preparedFor<By>(page: ActPage<By>, c: Context<AppEnv>, acting: By, refused?: Refused): Promise<Prepared | undefined> {
  const prepared = await page.prepare(c, acting, refused);
  return prepared && page.keyed ? { ...prepared, hidden: { ...prepared.hidden, key: newId(c.var.runtime.clock.now()) } } : prepared;
}

/** The form with what was typed before the login was over. What it carried hidden is as it was, so that what others have done since is noticed. */
async function again<By>(page: ActPage<By>, c: Context<AppEnv>, acting: By, values: Values) {
  const prepared = await preparedFor(page, c, acting);
  const manner = page.manner?.(c);
  const words = manner?.kept ?? keptTexts;
  if (!prepared) return lostPage(c, words.gone, manner);
  const hidden = Object.fromEntries(Object.entries(prepared.hidden ?? {}).map(([name, now]) => [name, values.one(name) || now]));
  const before = (
    <>
      <Notice kind="note" heading={words.back} />
      {prepared.before}
    </>
  );
  return formPage(c, { ...prepared, hidden, before }, values, manner);
}

/** What has fewer signs than this and is wrong is too short. */
const SHORT = 20;

/** What people are told of a field with nothing in it, or with something that nobody could choose; undefined when what is typed has to be said itself. */
function plainFault(field: FormField, values: Values, says: FormWords): string | undefined {
  const typed = values.all(field.name).filter((value) => value.trim() !== '');
  const { kind } = field;
  if (kind === 'file') return undefined;
  if (kind === 'text' || kind === 'day' || kind === 'lines') {
    if (typed.length === 0) return says.fillIn;
    if (kind === 'day') return says.notADay;
    return (typed[0] ?? '').length < SHORT ? says.tooShort : says.tooLong;
  }
  if (typed.length === 0) return kind === 'picks' || kind === 'checks' ? says.chooseSome : says.chooseOne;
  const options = kind === 'picks' ? field.groups.flatMap((group) => group.options) : field.options;
  return typed.every((value) => options.some((option) => option.value === value)) ? undefined : says.noSuchChoice;
}

/** What the schema says, in words for people where there are such: once for each field, whatever the schema says of it. */
function inPlainWords(faults: readonly FieldFault[], { fields }: Prepared, values: Values, says: FormWords = formTexts): FieldFault[] {
  const plain = new Map(fields.map((field) => [field.name, plainFault(field, values, says)]));
  const said = new Set<string>();
  return faults.flatMap((fault) => {
    const { field = '' } = fault;
    const text = plain.get(field);
    if (text === undefined) return fault;
    if (said.has(field)) return [];
    said.add(field);
    return { field, text };
  });
}

function isFormKey(text: string): boolean {
  return z.uuid().safeParse(text).success;
}

/** What is wrong, after what the field is called; a question has its own sign last. */
function aboutField(label: string, text: string): string {
  return label.endsWith('?') ? `${label} ${text}` : `${label}: ${text}`;
}

async function formPage(
  c: Context<AppEnv>,
  prepared: Prepared,
  values: Values,
  manner?: FormManner,
  faults: FieldFault[] = [],
  status: 200 | 403 | 404 | 409 | 422 = 200,
) {
  const { title, lead, caption, back, fields, hidden, submit, warning, before } = prepared;
  const { pathname, search } = new URL(c.req.url);
  const labels = new Map(fields.map(({ name, label }) => [name, label]));
  const errors = faults.map(({ text, field }) => ({ field, text: field ? aboutField(labels.get(field) ?? '', text) : text }));
  return c.html(
    <Page
      shell={await shellOf(c)}
      title={title}
      lead={lead}
      caption={caption}
      back={back}
      density="staff"
      errors={errors}
      noindex
      {...manner?.frame}
    >
      {before}
      <ActForm
        action={`${pathname}${search}`}
        fields={fields}
        values={values}
        faults={faults}
        hidden={hidden}
        submit={submit}
        warning={warning}
        says={manner?.says}
      />
      <p>
        <a class="govuk-link" href={back}>
          {manner?.says.cancel ?? formTexts.cancel}
        </a>
      </p>
      {manner?.after}
    </Page>,
    status,
  );
}

/** What somebody acts as on a page for staff: who has not logged in is sent to do so, and who may not is told. */
export function actingOn(c: Context<AppEnv>, permission?: Permission): Assignment | Response {
  const { actor } = c.var;
  const { pathname, search } = new URL(c.req.url);
  const back = encodeURIComponent(`${pathname}${search}`);
  const login = loginOf(actor);
  if (!login) return c.redirect(`/logga-in?tillbaka=${back}`, 303);
  const acting = assignmentOf(actor);
  if (!acting && actor.kind === 'staff') return c.redirect(`/uppdrag?tillbaka=${back}`, 303);
  if (!acting || (permission && !may(actor, permission))) throw new HTTPException(403);
  if (permission && c.req.method === 'GET' && needsStepUp(permission) && !isFresh(login.authenticatedAt, c.var.runtime.clock.now())) {
    return c.redirect(`/logga-in?igen=1&tillbaka=${back}`, 303);
  }
  return acting;
}

/** Who an individual is on a page of their own: who has not logged in is sent to do so, and staff are told that it is not theirs. */
function individualOn(c: Context<AppEnv>, permission: Permission): Login | Response {
  const { actor } = c.var;
  const { pathname, search } = new URL(c.req.url);
  const login = loginOf(actor);
  if (!login) return c.redirect(`/logga-in?tillbaka=${encodeURIComponent(`${pathname}${search}`)}`, 303);
  if (actor.kind !== 'individual' || !may(actor, permission)) throw new HTTPException(403);
  return login;
}
