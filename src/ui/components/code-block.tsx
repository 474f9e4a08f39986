/** Lines to be read or copied as they stand. Scrolls inside its own frame; `label` says what it is to those who cannot see it. */
export function CodeBlock({ label, text }: { label: string; text: string }) {
  return (
    <section class="ov-code" tabindex={0} aria-label={label}>
      <pre>
        <code>{text}</code>
      </pre>
    </section>
  );
}
