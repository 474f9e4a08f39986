import { raw } from 'hono/html';
import type { Child } from 'hono/jsx';
import { assetUrl } from '../assets.ts';
import { BackLink, Breadcrumbs } from '../components/navigation.tsx';
import { type Face, FaceContext, swedishFace } from '../face.ts';
import { ErrorSummary, type FormError } from '../forms/error-summary.tsx';
import type { Crumb, NavId, Shell } from '../shell.ts';
import { texts } from '../texts.ts';
import { Footer } from './footer.tsx';
import { Header } from './header.tsx';
import { KeptHeader } from './kept-header.tsx';
import { type PrintFacts, PrintFooter } from './print-footer.tsx';

export type PageProps = {
  shell: Shell;
  /** The title of the window, and the heading of the page unless `heading` says otherwise. No personal data. */
  title: string;
  /** The heading when it is more than words; `false` when the page's own content has the h1. */
  heading?: Child | false;
  /** A quiet line over the heading: what kind of page this is. */
  caption?: Child;
  /** The sentence the reader came for. */
  lead?: Child;
  breadcrumbs?: readonly Crumb[] | undefined;
  /** One step back, instead of breadcrumbs, in a journey of questions. */
  back?: string | undefined;
  nav?: NavId | undefined;
  /** Public: one column of 66 characters, 19 px (the default). Staff: wider, 16 px. */
  density?: 'public' | 'staff' | undefined;
  /** Lets the content use the whole width: tables, texts with a margin. */
  wide?: boolean | undefined;
  /** Blocks over the whole width, between the heading and the columns: status, the views of one thing. */
  intro?: Child;
  /** A column beside the content: contents, facts. On a wide page to the left and first; else to the right and last. */
  aside?: Child;
  /** Faults of the page's form: shown first, and the title begins with "Fel:". */
  errors?: readonly FormError[] | undefined;
  /** At the foot of every printed sheet. */
  print?: PrintFacts | undefined;
  /** For search engines and shared links. */
  description?: string | undefined;
  /** Keeps the page out of search engines. */
  noindex?: boolean | undefined;
  /** The language of the page, when it is another than Swedish: what is not in it says so itself. */
  face?: Face | undefined;
  /** Above the content, for a page that has tools of its own: a landmark with a name. */
  tools?: Child;
  /** Larger letters, for whoever has asked for them. */
  large?: boolean | undefined;
  children?: Child;
};

const DOCTYPE = raw('<!doctype html>');

/** A whole HTML document. No inline script or style, nothing from elsewhere. */
export function Page(props: PageProps) {
  const { shell, title, errors = [], face = swedishFace } = props;
  const body = ['govuk-template__body', `ov-${props.density ?? 'public'}`, props.wide && 'ov-wide', props.large && 'ov-large']
    .filter(Boolean)
    .join(' ');
  return (
    <>
      {DOCTYPE}
      <html lang={face.lang} dir={face.dir === 'rtl' ? 'rtl' : undefined} class="govuk-template">
        <Head title={`${errors.length > 0 ? face.errorPrefix : ''}${title}`} description={props.description} noindex={props.noindex} />
        <body class={body}>
          <a class="govuk-skip-link" href="#innehall">
            {face.skip}
          </a>
          <InSwedish face={face}>
            <TopOfPage shell={shell} nav={props.nav} />
          </InSwedish>
          <div class="govuk-width-container ov-body">
            {props.breadcrumbs && props.breadcrumbs.length > 0 && <Breadcrumbs items={props.breadcrumbs} />}
            {props.back && (
              <nav aria-label={face.back}>
                <BackLink href={props.back}>{face.back}</BackLink>
              </nav>
            )}
            {props.tools}
            <main id="innehall" class="ov-main" tabindex={-1}>
              <FaceContext.Provider value={face}>
                <ErrorSummary errors={errors} />
                <PageHeading {...props} />
                {props.intro && <div class="ov-intro">{props.intro}</div>}
                <Columns {...props} />
              </FaceContext.Provider>
            </main>
          </div>
          <InSwedish face={face}>
            <Footer shell={shell} />
            <PrintFooter version={shell.dataVersion} {...props.print} printed={shell.today} />
          </InSwedish>
        </body>
      </html>
    </>
  );
}

/** What is in Swedish whatever the language of the page says so. */
function InSwedish({ face, children }: { face: Face; children?: Child }) {
  if (face.lang === 'sv') return <>{children}</>;
  return (
    <div lang="sv" dir="ltr">
      {children}
    </div>
  );
}

/** Whoever has logged in has a top of their own. */
function TopOfPage({ shell, nav }: { shell: Shell; nav?: NavId | undefined }) {
  if (!shell.login) return <KeptHeader shell={shell} nav={nav} />;
  return <Header shell={shell} nav={nav} entry={shell.path.split('?')[0] === `/${nav}`} />;
}

function Columns({ aside, wide, children }: PageProps) {
  if (!aside) return <div class="ov-content">{children}</div>;
  const side = <div class="ov-aside">{aside}</div>;
  return (
    <div class={wide ? 'ov-layout ov-layout--left' : 'ov-layout'}>
      {wide && side}
      <div class="ov-content">{children}</div>
      {!wide && side}
    </div>
  );
}

function Head({ title, description, noindex }: { title: string; description?: string | undefined; noindex?: boolean | undefined }) {
  return (
    <head>
      <meta charset="utf-8" />
      <title>{title === texts.service ? texts.serviceLong : `${title} – ${texts.service}`}</title>
      <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
      <meta name="color-scheme" content="light dark" />
      {description && <meta name="description" content={description} />}
      {noindex && <meta name="robots" content="noindex" />}
      <link rel="preload" href={assetUrl('source-sans-3-400.woff2')} as="font" type="font/woff2" crossorigin="anonymous" />
      <link rel="stylesheet" href={assetUrl('overens.css')} />
      <link rel="icon" href={assetUrl('icon.svg')} type="image/svg+xml" />
      <script type="module" src={assetUrl('overens.js')} />
    </head>
  );
}

function PageHeading({ title, heading, caption, lead }: PageProps) {
  return (
    <>
      {heading !== false && (
        <>
          {caption && <p class="ov-caption">{caption}</p>}
          <h1 class="ov-title">{heading ?? title}</h1>
        </>
      )}
      {lead && <p class="ov-lead">{lead}</p>}
    </>
  );
}
