import './focus-on-load.ts';
import './county-menu.ts';
import './clear-copies.ts';
