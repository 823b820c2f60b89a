//! A page in a browser, with a record of its requests and console messages.

use headless_chrome::protocol::cdp::types::Event;
use headless_chrome::protocol::cdp::{Emulation, Log, Network, Runtime};
use headless_chrome::{Browser, LaunchOptions, Tab};
use serde_json::{json, Value};
use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};
use tempfile::TempDir;

/// How long to wait for a page.
const TIMEOUT: Duration = Duration::from_secs(30);

/// A website written for a test.
pub(crate) struct Site(TempDir);

impl Site {
    /// Writes the website of these catalogs.
    pub(crate) fn of(catalogs: &[&str]) -> Self {
        let folder = TempDir::new().unwrap();
        let workspace = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
        let catalogs = catalogs
            .iter()
            .map(|name| match Path::new(name).extension() {
                Some(_) => workspace.join("catalog/cli/tests/catalogs").join(name),
                None => PathBuf::from(name),
            });
        let command = ["run", "--quiet", "-p", "cargo-error-catalog", "--"];
        let status = Command::new(env!("CARGO"))
            .args(command)
            .args(["docs", "--out"])
            .arg(folder.path())
            .args(catalogs)
            .current_dir(&workspace)
            .stdout(Stdio::null())
            .status()
            .unwrap();
        assert!(status.success());
        Self(folder)
    }

    /// Returns the names of its pages.
    pub(crate) fn pages(&self) -> Vec<String> {
        let files = std::fs::read_dir(self.0.path()).unwrap();
        let names = files.map(|file| file.unwrap().file_name().into_string().unwrap());
        let mut names: Vec<String> = names
            .filter(|name| {
                std::path::Path::new(name)
                    .extension()
                    .is_some_and(|it| it == "html")
            })
            .collect();
        names.sort();
        names
    }

    fn address(&self, page: &str) -> String {
        format!("file://{}/{page}", self.0.path().display())
    }
}

/// A page in a browser, which is closed on drop.
pub(crate) struct Page<'s> {
    site: &'s Site,
    tab: Arc<Tab>,
    requests: Record,
    complaints: Record,
    _browser: Browser,
}

type Record = Arc<Mutex<Vec<String>>>;

impl<'s> Page<'s> {
    /// Opens a page in a new browser, in the light theme.
    pub(crate) fn open(site: &'s Site, page: &str) -> Self {
        let opened = Self::blank(site);
        opened.prefer("light");
        opened.go(page);
        opened
    }

    /// Opens a new browser with a blank page.
    pub(crate) fn blank(site: &'s Site) -> Self {
        let quiet = [
            "--disable-quic",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
        ];
        let options = LaunchOptions {
            // The sandbox needs rights that few containers have, and the pages are trusted.
            sandbox: false,
            window_size: Some((1280, 900)),
            args: quiet.iter().map(OsStr::new).collect(),
            idle_browser_timeout: Duration::from_secs(300),
            ..LaunchOptions::default()
        };
        let browser =
            Browser::new(options).expect("a browser should be installed: apt-get install chromium");
        let tab = browser.new_tab().unwrap();
        tab.set_default_timeout(TIMEOUT);
        let (requests, complaints) = (Record::default(), Record::default());
        listen(&tab, &requests, &complaints);
        Self {
            site,
            tab,
            requests,
            complaints,
            _browser: browser,
        }
    }

    /// Goes to another page of the website.
    pub(crate) fn go(&self, page: &str) {
        let address = self.site.address(page);
        self.tab.navigate_to(&address).unwrap();
        self.tab.wait_until_navigated().unwrap();
    }

    /// Sets the theme that the system prefers.
    pub(crate) fn prefer(&self, theme: &str) {
        let feature = Emulation::MediaFeature {
            name: "prefers-color-scheme".to_owned(),
            value: theme.to_owned(),
        };
        self.call(Emulation::SetEmulatedMedia {
            media: None,
            features: Some(vec![feature]),
        });
    }

    /// Disables the scripts of pages.
    pub(crate) fn without_scripts(&self) {
        self.call(Emulation::SetScriptExecutionDisabled { value: true });
    }

    fn call<M>(&self, method: M)
    where
        M: headless_chrome::protocol::cdp::types::Method + serde::Serialize + std::fmt::Debug,
    {
        self.tab.call_method(method).unwrap();
    }

    /// Evaluates a JavaScript expression.
    pub(crate) fn value(&self, expression: &str) -> Value {
        let expression = format!("(async () => JSON.stringify(await ({expression})))()");
        // While the page leads on to another one, there is nothing to evaluate it in.
        let result = self.tab.evaluate(&expression, true);
        match result.ok().and_then(|result| result.value) {
            Some(Value::String(text)) => serde_json::from_str(&text).unwrap(),
            _ => Value::Null,
        }
    }

    /// Runs a script.
    pub(crate) fn run(&self, script: &str) {
        self.tab.evaluate(script, false).unwrap();
    }

    /// Waits until an expression has a value.
    pub(crate) fn expect(&self, expression: &str, expected: &Value) {
        let start = Instant::now();
        loop {
            let value = self.value(expression);
            if value == *expected {
                return;
            }
            assert!(
                start.elapsed() < TIMEOUT,
                "{expression} is {value}, and not {expected}"
            );
            std::thread::sleep(Duration::from_millis(50));
        }
    }

    /// Pastes text into the search.
    pub(crate) fn paste(&self, text: &str) {
        self.tab.find_element("#search").unwrap().click().unwrap();
        self.run("document.querySelector('#search').select()");
        self.tab.send_character(text).unwrap();
    }

    pub(crate) fn press(&self, key: &str) {
        self.tab.press_key(key).unwrap();
    }

    pub(crate) fn click(&self, selector: &str) {
        self.tab.find_element(selector).unwrap().click().unwrap();
    }

    /// Selects a value of a filter.
    pub(crate) fn choose(&self, filter: &str, value: &str) {
        self.run(&format!(
            "{{ const filter = document.querySelector('select[name={filter}]');
               filter.value = {};
               filter.dispatchEvent(new Event('change')); }}",
            json!(value)
        ));
    }

    /// Returns the requests for anything but files of the website.
    pub(crate) fn foreign_requests(&self) -> Vec<String> {
        let own = self.site.address("");
        let is_own = |address: &String| {
            address.starts_with(&own) || address.starts_with("data:") || address == "about:blank"
        };
        let requests = self.requests.lock().unwrap_or_else(PoisonError::into_inner);
        requests.iter().filter(|it| !is_own(it)).cloned().collect()
    }

    /// Returns errors and warnings of the console, and failed scripts.
    pub(crate) fn complaints(&self) -> Vec<String> {
        let complaints = self.complaints.lock();
        complaints.unwrap_or_else(PoisonError::into_inner).clone()
    }
}

fn listen(tab: &Tab, requests: &Record, complaints: &Record) {
    let (requests, complaints) = (Arc::clone(requests), Arc::clone(complaints));
    let note = |record: &Record, text: String| {
        record
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .push(text);
    };
    let listener = move |event: &Event| match event {
        Event::NetworkRequestWillBeSent(event) => {
            note(&requests, event.params.request.url.clone());
        }
        Event::LogEntryAdded(event) => note(&complaints, event.params.entry.text.clone()),
        Event::RuntimeExceptionThrown(event) => {
            note(&complaints, format!("{:?}", event.params.exception_details));
        }
        Event::RuntimeConsoleAPICalled(event) => {
            note(&complaints, format!("{:?}", event.params.args));
        }
        _ => {}
    };
    tab.add_event_listener(Arc::new(listener)).unwrap();
    let network: Network::Enable = serde_json::from_value(json!({})).unwrap();
    tab.call_method(network).unwrap();
    tab.call_method(Log::Enable(None)).unwrap();
    tab.call_method(Runtime::Enable(None)).unwrap();
}
