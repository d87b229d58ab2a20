//! End-to-end tests of what `dist` ships, in real browsers.
