//! Units that need a browser, one module an area: `cargo xtask test` runs them in headless Chromium.
#![cfg(target_arch = "wasm32")]

mod hostile;
mod html;
mod ladder;
mod wordpress;
mod words;

wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_browser);
