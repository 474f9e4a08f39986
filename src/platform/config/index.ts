export { type Config, type DatabaseConfig, type LogLevel, readConfig } from './config.ts';
export type { MailConfig } from './mail-config.ts';
export { projectRoot } from './project-root.ts';
export { Secret } from './secret.ts';
