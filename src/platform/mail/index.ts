export { smtpSender } from './smtp.ts';
