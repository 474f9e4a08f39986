export { isOpenAddress } from './allowed-address.ts';
export { checkLinks } from './check-links.ts';
export { type LinkCheck, latestLinkChecks } from './link-checks.sql.ts';
export { linksCsv } from './links-csv.ts';
export { checkedTexts } from './texts.ts';
