export { type Config, type ConfigFault, type DatabaseConfig, type LogLevel, readConfig, readConfigOrFault } from './config.ts';
export { projectRoot } from './project-root.ts';
export { Secret } from './secret.ts';
