import './focus-on-load.ts';
import './header-menus.ts';
import './clear-copies.ts';
import './quick-exit.ts';
