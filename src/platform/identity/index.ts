export { createDemoProvider, DEMO_PROVIDER_PATH } from './demo-provider.ts';
export { type Attempt, type Authenticated, createIdentity } from './identity.ts';
export {
  BACK_CHANNEL_LOGOUT_PATH,
  DEMO_LOGIN_PATH,
  type DemoAccount,
  LOGGED_OUT_PATH,
  LOGIN_CALLBACK_PATH,
  type LoginSetup,
} from './login-setup.ts';
export { hashOfSecret, newSecret } from './secret-token.ts';
export { sessionReader } from './sessions.ts';
