import type { Child } from 'hono/jsx';

/** Words within a text that are in Swedish whatever the language of the page. Without `lang` as they are. */
export function InLanguage({ lang, children }: { lang?: 'sv' | undefined; children?: Child }) {
  if (!lang) return <>{children}</>;
  return (
    <bdi lang={lang} dir="ltr">
      {children}
    </bdi>
  );
}
