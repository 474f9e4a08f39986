/** The mark: two circles that overlap, with the dots of Ö above: two parties, what they share, and a letter. */
export function Wordmark() {
  return (
    <a class="ov-wordmark" href="/">
      <svg class="ov-wordmark__mark" viewBox="0 0 40 40" aria-hidden="true" focusable="false">
        <circle class="ov-wordmark__a" cx="14" cy="25" r="12" />
        <circle class="ov-wordmark__b" cx="26" cy="25" r="12" />
        <path class="ov-wordmark__both" d="M20 14.6a12 12 0 0 1 0 20.8 12 12 0 0 1 0-20.8z" />
        <circle class="ov-wordmark__a" cx="14" cy="5.5" r="3.5" />
        <circle class="ov-wordmark__b" cx="26" cy="5.5" r="3.5" />
      </svg>
      <span>Överens</span>
    </a>
  );
}
