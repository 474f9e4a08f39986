/** The way to leave a page in haste: what was shown is gone at once and the way back does not lead to it. Without script it is a link. Esc three times does the same. */
const exit = document.querySelector<HTMLAnchorElement>('[data-exit]');
const SOON = 3000;

if (exit) {
  const leave = () => {
    document.documentElement.style.display = 'none';
    document.title = '';
    location.replace(exit.href);
  };
  exit.addEventListener('click', (event) => {
    event.preventDefault();
    leave();
  });
  let presses: number[] = [];
  document.addEventListener('keydown', ({ key, repeat, timeStamp }) => {
    if (key !== 'Escape') {
      presses = [];
      return;
    }
    if (repeat) return;
    presses = [...presses.filter((at) => timeStamp - at < SOON), timeStamp];
    if (presses.length >= 3) leave();
  });
}
