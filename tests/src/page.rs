//! A page in a browser, seen as a reader sees it: through shadow roots, by what is shown.

use crate::Engine;
use serde_json::Value;
use std::time::{Duration, Instant};
use thirtyfour::WebDriver;
use thirtyfour::prelude::*;

/// How long a state is waited for.
const PATIENCE: Duration = Duration::from_secs(20);

/// What every script sees.
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

    /// Goes to an address of any host.
    pub async fn visit(&self, address: &str) {
        // Chromium's driver may be back before the new document is, or before its end: what was there is told from it. (Going
        // to a place of the same document leaves it where it is.)
        let _ = self.session.execute("window.left = true;", Vec::new()).await;
        self.session.goto(address).await.expect("the page opens");
        self.until("(!window.left || location.hash) && document.readyState === 'complete'").await;
    }

    /// Goes to a path of the dev server.
    pub async fn open(&self, path: &str) {
        self.visit(&format!("{}{path}", self.origin)).await;
    }

    /// Goes to a page that holds this markup in its `<main>`, and counts what goes wrong in it.
    pub async fn mount(&self, markup: &str) {
        self.open("/demo/blank.html").await;
        self.run(&format!("document.querySelector('main').innerHTML = {};", Value::from(markup))).await;
    }

    /// Runs a script of a line and gives back what it returns; what `prelude.js` has is at hand. What is longer stands in
    /// a file, for [`Self::call`].
    pub async fn eval(&self, script: &str) -> Value {
        let result = self.session.execute(format!("{PRELUDE} {{ {script} }}"), Vec::new()).await;
        result.unwrap_or_else(|error| panic!("{script}: {error}")).json().clone()
    }

    /// Calls a function that a file of JavaScript declares, and gives back what it returns, or what its promise comes to.
    pub async fn call<const N: usize>(&self, file: &str, function: &str, given: [Value; N]) -> Value {
        // What this needs itself is in a block of its own, where no function of the file sees it.
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
            // While a page is being replaced there may be nothing to ask.
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

    /// Waits until what has been changed so far is painted: the second frame begins when the first has been handed on.
    pub async fn painted(&self) {
        self.call("", "painted", []).await;
    }

    /// Asserts that an expression is true, now.
    pub async fn check(&self, expression: &str) {
        let value = self.eval(&format!("return {expression};")).await;
        assert_eq!(value, Value::Bool(true), "{expression}");
    }

    /// Asserts the text that an expression gives, white space made single.
    pub async fn says(&self, expression: &str, expected: &str) {
        assert_eq!(self.text(&format!("tidy({expression})")).await, expected, "{expression}");
    }

    /// The texts and controls in what a selector names that are too faint against what is painted behind them: under 4.5:1
    /// and 3:1, or what the text around has, where that is less.
    pub async fn faint(&self, selector: &str) -> Vec<String> {
        let told = self.call(include_str!("contrast.js"), "faint", [Value::from(selector)]).await;
        told.as_array().into_iter().flatten().map(|one| one.as_str().unwrap_or_default().to_owned()).collect()
    }

    /// Types keys into whatever has the focus.
    pub async fn press(&self, keys: impl Into<TypingData>) {
        self.session.action_chain().send_keys(keys).perform().await.expect("the keys are typed");
    }

    /// Has every page from now on remember what goes wrong in it, as the tests' own does. Chromium alone can.
    pub async fn watch(&self) {
        let script = serde_json::json!({"source": include_str!("../../demo/blank.js")});
        let added = self.session.cdp().send_raw("Page.addScriptToEvaluateOnNewDocument", script).await;
        added.expect("Chromium takes a script");
    }

    /// What the page's console has shown since the last call: errors and warnings. Chromium alone tells.
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
