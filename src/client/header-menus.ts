/** The menus at the top close on Escape, on a click outside them and when focus leaves them, as menus do. Without script each closes on its own button. */
for (const menu of document.querySelectorAll<HTMLDetailsElement>('.ov-county, .ov-login, .ov-work__group')) {
  document.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || !menu.open) return;
    menu.open = false;
    menu.querySelector('summary')?.focus();
  });
  document.addEventListener('click', (event) => {
    if (event.target instanceof Node && !menu.contains(event.target)) menu.open = false;
  });
  menu.addEventListener('focusout', ({ relatedTarget }) => {
    if (relatedTarget instanceof Node && !menu.contains(relatedTarget)) menu.open = false;
  });
}
