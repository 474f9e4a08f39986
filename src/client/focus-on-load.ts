/** A fault summary or a confirmation takes focus when the page opens, so that it is heard first. Without script it is still first in the text. */
const target = document.querySelector<HTMLElement>('[data-focus="page"]');
if (target) {
  target.tabIndex = -1;
  target.focus();
  target.addEventListener('blur', () => target.removeAttribute('tabindex'), { once: true });
}

/** A link to a group of choices or a field moves focus to the control and brings its question into view. */
target?.addEventListener('click', (event) => {
  const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a[href^="#"]') : null;
  const field = link && document.getElementById(decodeURIComponent(link.hash.slice(1)));
  if (!field) return;
  event.preventDefault();
  (field.closest('fieldset')?.querySelector('legend') ?? field.closest('.govuk-form-group') ?? field).scrollIntoView();
  field.focus({ preventScroll: true });
});
