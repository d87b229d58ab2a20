//! A page in a browser, as readers see it: through shadow roots, and by visible content.

use crate::Engine;
use serde_json::Value;
use std::time::{Duration, Instant};
use thirtyfour::WebDriver;
use thirtyfour::prelude::*;

/// The longest wait for a state.
const PATIENCE: Duration = Duration::from_secs(20);

/// The code that precedes every script.
const PRELUDE: &str = include_str!("prelude.js");

/// A page in a browser.
#[derive(Clone)]
pub struct Page {
    session: WebDriver,
    origin: String,
    engine: Engine,
}

impl Page {
    pub(crate) fn new(session: WebDriver, origin: String, engine: Engine) -> Self {
        Page { session, origin, engine }
    }

    /// The engine that shows it.
    pub fn engine(&self) -> Engine {
        self.engine
    }

    /// The WebDriver session, for keys and windows.
    pub fn session(&self) -> &WebDriver {
        &self.session
    }

    /// The dev server's scheme, host and port.
    pub fn origin(&self) -> &str {
        &self.origin
    }

    /// Opens an address on any host.
    pub async fn visit(&self, address: &str) {
        // Chromium's driver may return before the new document is there, or before it is complete. The variable tells
        // the old document from it. (Going to a fragment of the same document keeps it.)
        let _ = self.session.execute("window.left = true;", Vec::new()).await;
        self.session.goto(address).await.expect("the page opens");
        self.until("(!window.left || location.hash) && document.readyState === 'complete'").await;
    }

    /// Opens a path on the dev server.
    pub async fn open(&self, path: &str) {
        self.visit(&format!("{}{path}", self.origin)).await;
    }

    /// Opens a page with this markup in its `<main>`, which counts errors.
    pub async fn mount(&self, markup: &str) {
        self.open("/demo/blank.html").await;
        self.run(&format!("document.querySelector('main').innerHTML = {};", Value::from(markup))).await;
    }

    /// Runs a script of one line and returns its result. It can use what `prelude.js` declares. Longer scripts are in
    /// files, for [`Self::call`].
    pub async fn eval(&self, script: &str) -> Value {
        let result = self.session.execute(format!("{PRELUDE} {{ {script} }}"), Vec::new()).await;
        result.unwrap_or_else(|error| panic!("{script}: {error}")).json().clone()
    }

    /// Calls a function from a JavaScript file, and returns its result, or that of its promise.
    pub async fn call<const N: usize>(&self, file: &str, function: &str, given: [Value; N]) -> Value {
        // The harness' own variables are in a block of their own, so that functions of the file do not see them.
        let script = format!(
            "{PRELUDE} {{ {file}\n{{ const values = [...arguments]; const done = values.pop(); \
             (async () => {function}(...values))().then((value) => done({{ value }}), (error) => done({{ error: String(error) }})); }} }}"
        );
        let result = self.session.execute_async(script, given.to_vec()).await;
        let result = result.unwrap_or_else(|error| panic!("{function}: {error}")).json().clone();
        assert!(result["error"].is_null(), "{function}: {}", result["error"]);
        result["value"].clone()
    }

    /// Runs a script.
    pub async fn run(&self, script: &str) {
        self.eval(script).await;
    }

    /// The text of a script's result.
    pub async fn text(&self, script: &str) -> String {
        match self.eval(&format!("return {script};")).await {
            Value::String(text) => text,
            other => other.to_string(),
        }
    }

    /// Waits until an expression is true.
    pub async fn until(&self, expression: &str) {
        let start = Instant::now();
        loop {
            // While a page is being replaced there may be no document.
            let script = format!("{PRELUDE} {{ return !!({expression}); }}");
            let result = self.session.execute(script, Vec::new()).await;
            if result.as_ref().is_ok_and(|value| value.json() == &Value::Bool(true)) {
                return;
            }
            if start.elapsed() > PATIENCE {
                let shown =
                    self.text("tidy(root?.querySelector('[part=base]')?.innerText).slice(0, 800)").await;
                panic!("never true: {expression} ({result:?})\nthe element shows: {shown}");
            }
            tokio::time::sleep(Duration::from_millis(40)).await;
        }
    }

    /// Waits until the first element is ready.
    pub async fn ready(&self) {
        self.until("el?.state === 'ready'").await;
    }

    /// Waits until all changes so far are painted. The second frame begins after the first was painted.
    pub async fn painted(&self) {
        self.call("", "painted", []).await;
    }

    /// Asserts that an expression is true now.
    pub async fn check(&self, expression: &str) {
        let value = self.eval(&format!("return {expression};")).await;
        assert_eq!(value, Value::Bool(true), "{expression}");
    }

    /// Asserts the text of an expression, with white space collapsed.
    pub async fn says(&self, expression: &str, expected: &str) {
        assert_eq!(self.text(&format!("tidy({expression})")).await, expected, "{expression}");
    }

    /// The texts and controls in the selected elements with too little contrast to their background: under 4.5:1 and
    /// 3:1, or under that of the text around, if that is lower.
    pub async fn faint(&self, selector: &str) -> Vec<String> {
        let told = self.call(include_str!("contrast.js"), "faint", [Value::from(selector)]).await;
        told.as_array().into_iter().flatten().map(|one| one.as_str().unwrap_or_default().to_owned()).collect()
    }

    /// Types keys into the focused element.
    pub async fn press(&self, keys: impl Into<TypingData>) {
        self.session.action_chain().send_keys(keys).perform().await.expect("the keys are typed");
    }

    /// Makes every later page record its errors, as the tests' own page does. Only in Chromium.
    pub async fn watch(&self) {
        let script = serde_json::json!({"source": include_str!("../../demo/blank.js")});
        let added = self.session.cdp().send_raw("Page.addScriptToEvaluateOnNewDocument", script).await;
        added.expect("Chromium takes a script");
    }

    /// The errors and warnings in the page's console since the last call. Only in Chromium.
    pub async fn console(&self) -> Vec<String> {
        let value = self.eval("const seen = window.__errors ?? []; window.__errors = []; return seen;").await;
        value
            .as_array()
            .into_iter()
            .flatten()
            .map(|entry| entry.as_str().unwrap_or_default().to_owned())
            .collect()
    }
}
