// The same as in lit.js, taking over what a server has rendered of it.

import '@lit-labs/ssr-client/lit-element-hydrate-support.js';
import './lit.js';
