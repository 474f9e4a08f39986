/** The county menu closes on Escape and on a click outside it, as menus do. Without script it closes on its own button. */
const menu = document.querySelector<HTMLDetailsElement>('.ov-county');
if (menu) {
  document.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || !menu.open) return;
    menu.open = false;
    menu.querySelector('summary')?.focus();
  });
  document.addEventListener('click', (event) => {
    if (event.target instanceof Node && !menu.contains(event.target)) menu.open = false;
  });
}
