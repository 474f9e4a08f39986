export { deliverNotices } from './deliver-notices.ts';
export { inboxPage } from './inbox.page.tsx';
export { noticesApi } from './notices.api.ts';
export { readUnacknowledged, readUnread } from './read-inbox.ts';
export { sendDigests } from './send-digests.ts';
export { sentPage } from './sent.page.tsx';
export { settingsPage } from './settings.page.tsx';
export { apiRefusals as noticeRefusals, saidNotice } from './texts.ts';
