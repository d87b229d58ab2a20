//! Reads which modules a file names.

use std::collections::{BTreeMap, BTreeSet};
use std::iter::Peekable;

use anyhow::{Result, anyhow};
use proc_macro2::{Delimiter, TokenStream, TokenTree, token_stream};

use super::Arrows;

/// A file of the crate.
pub(super) struct Source {
    /// The path of its module from the crate's root; empty for the root itself.
    pub(super) module: String,
    /// Its text.
    pub(super) text: String,
}

/// The names in one file.
#[derive(Default)]
struct Named {
    /// Names that the file imports, with their paths.
    uses: BTreeMap<String, Vec<String>>,
    /// Names that it re-exports (`pub use`). Whoever uses one of these uses what it stands for.
    handed_on: BTreeMap<String, Vec<String>>,
    /// Types of the module around it to which it adds methods.
    extends: BTreeSet<String>,
    /// The paths in its code, in full if they begin with `crate`, `self` or `super`.
    paths: BTreeSet<Vec<String>>,
}

/// The dependencies between all files. A file that adds methods to a type of the module around it is part of that
/// module, and its dependencies are that module's.
pub(super) fn arrows(sources: &[Source]) -> Result<Arrows> {
    let mut named = BTreeMap::new();
    for source in sources {
        let tokens: TokenStream =
            source.text.parse().map_err(|error| anyhow!("{}: {error}", source.module))?;
        let module: Vec<String> =
            source.module.split("::").filter(|part| !part.is_empty()).map(str::to_owned).collect();
        let mut found = Named::default();
        found.read(tokens, &module);
        named.insert(source.module.as_str(), (module, found));
    }
    let part_of = |module: &str| {
        let (around, _) = module.rsplit_once("::")?;
        let (_, found) = named.get(module)?;
        let taken = found.extends.iter().filter_map(|name| found.uses.get(name));
        let is_of = |path: &Vec<String>| path[1..path.len() - 1].join("::") == around;
        taken.into_iter().any(is_of).then(|| around.to_owned())
    };
    let whole = |module: &str| {
        let mut module = module.to_owned();
        while let Some(around) = part_of(&module) {
            module = around;
        }
        module
    };
    let mut arrows = Arrows::new();
    for (from, (module, found)) in &named {
        let from = whole(from);
        // A path may begin with an imported name, or with a module inside of this one.
        let full = |path: &[String]| {
            let given = path.first().and_then(|name| found.uses.get(name));
            let path: Vec<String> = match given {
                Some(given) if path.len() > 1 => given.iter().chain(&path[1..]).cloned().collect(),
                _ => path.to_vec(),
            };
            if path.first().is_some_and(|first| first == "crate") { path } else { absolute(module, &path) }
        };
        // Importing a module is not yet using it.
        let is_module = |path: &[String]| path.len() > 1 && named.contains_key(path[1..].join("::").as_str());
        let uses = found.uses.values().map(|path| full(path)).filter(|path| !is_module(path));
        for path in uses.chain(found.paths.iter().map(|path| full(path))) {
            if let Some(to) = target(&named, path).map(|to| whole(&to))
                && to != from
            {
                arrows.insert((from.clone(), to));
            }
        }
    }
    Ok(arrows)
}

/// A path within a module, in full.
fn absolute(module: &[String], path: &[String]) -> Vec<String> {
    let whole = ["crate".to_owned()];
    whole.iter().chain(module).chain(path).cloned().collect()
}

/// The module in which a path ends, through re-exports. `None` if it does not begin in the crate.
fn target(named: &BTreeMap<&str, (Vec<String>, Named)>, mut path: Vec<String>) -> Option<String> {
    // A limit for chains of re-exports.
    for _ in 0..8 {
        let inner = path.strip_prefix(&["crate".to_owned()])?;
        let (length, module) = (0..=inner.len())
            .rev()
            .map(|length| (length, inner[..length].join("::")))
            .find(|(_, module)| named.contains_key(module.as_str()))?;
        let (own, found) = &named[module.as_str()];
        match inner.get(length).and_then(|name| found.handed_on.get(name)) {
            Some(further) => {
                let further: Vec<String> = further.iter().chain(&inner[length + 1..]).cloned().collect();
                let is_full = further.first().is_some_and(|first| first == "crate");
                let further = if is_full { further } else { absolute(own, &further) };
                // A macro is re-exported under its own name.
                if further == path {
                    return Some(module);
                }
                path = further;
            }
            None => return Some(module),
        }
    }
    None
}

impl Named {
    fn read(&mut self, tokens: TokenStream, module: &[String]) {
        let mut tokens = tokens.into_iter().peekable();
        let mut public = false;
        while let Some(token) = tokens.next() {
            match token {
                TokenTree::Punct(mark) if mark.as_char() == '#' => {
                    if let Some(TokenTree::Group(attribute)) = tokens.peek()
                        && attribute.stream().to_string().replace(' ', "") == "cfg(test)"
                    {
                        skip_item(&mut tokens);
                    }
                }
                TokenTree::Ident(word) if word == "pub" => {
                    public = true;
                    // The path in `pub(in crate::module)` is no dependency.
                    if matches!(tokens.peek(), Some(TokenTree::Group(group)) if group.delimiter() == Delimiter::Parenthesis)
                    {
                        tokens.next();
                    }
                    continue;
                }
                TokenTree::Ident(word) if word == "use" => {
                    let mut item = Vec::new();
                    for token in tokens.by_ref() {
                        if matches!(&token, TokenTree::Punct(mark) if mark.as_char() == ';') {
                            break;
                        }
                        item.push(token);
                    }
                    let mut names = Vec::new();
                    tree(&item, &[], &mut names);
                    for (name, path) in names {
                        let path = from_root(module, path);
                        let into = if public { &mut self.handed_on } else { &mut self.uses };
                        into.insert(name, path);
                    }
                }
                TokenTree::Ident(word) if word == "impl" => self.extends.extend(extended(tokens.clone())),
                TokenTree::Ident(word) if word == "mod" => {
                    let name = tokens.next().map(|name| name.to_string()).unwrap_or_default();
                    if let Some(TokenTree::Group(body)) = tokens.peek() {
                        let inner: Vec<String> = module.iter().cloned().chain([name]).collect();
                        let body = body.stream();
                        self.read(body, &inner);
                        tokens.next();
                    }
                }
                TokenTree::Ident(word) => {
                    let mut path = vec![word.to_string()];
                    while is_joint(&mut tokens) {
                        match tokens.peek() {
                            Some(TokenTree::Ident(part)) => {
                                path.push(part.to_string());
                                tokens.next();
                            }
                            _ => break,
                        }
                    }
                    if path.len() > 1 {
                        self.paths.insert(from_root(module, path));
                    }
                }
                TokenTree::Group(group) => self.read(group.stream(), module),
                _ => {}
            }
            public = false;
        }
    }
}

/// The type to which methods are added, if it is named without a path.
fn extended(tokens: Peekable<token_stream::IntoIter>) -> Option<String> {
    let mut depth = 0;
    for token in tokens {
        match token {
            TokenTree::Punct(mark) if mark.as_char() == '<' => depth += 1,
            TokenTree::Punct(mark) if mark.as_char() == '>' => depth -= 1,
            TokenTree::Ident(word) if depth == 0 => return Some(word.to_string()),
            _ => {}
        }
    }
    None
}

/// Takes a `::`, if one follows.
fn is_joint(tokens: &mut Peekable<token_stream::IntoIter>) -> bool {
    let mut ahead = tokens.clone();
    let colon =
        |token: Option<TokenTree>| matches!(token, Some(TokenTree::Punct(mark)) if mark.as_char() == ':');
    let joint = colon(ahead.next()) && colon(ahead.next());
    if joint {
        tokens.next();
        tokens.next();
    }
    joint
}

/// Skips the next attribute and its item.
fn skip_item(tokens: &mut Peekable<token_stream::IntoIter>) {
    tokens.next();
    for token in tokens.by_ref() {
        match token {
            TokenTree::Punct(mark) if mark.as_char() == ';' => return,
            TokenTree::Group(group) if group.delimiter() == Delimiter::Brace => return,
            _ => {}
        }
    }
}

/// The path in full, if it begins with `self` or `super`; otherwise unchanged.
fn from_root(module: &[String], path: Vec<String>) -> Vec<String> {
    let mut here = module.to_vec();
    let mut rest = path.as_slice();
    let mut relative = false;
    while let Some((first, further)) = rest.split_first() {
        match first.as_str() {
            "self" => {}
            "super" => drop(here.pop()),
            _ => break,
        }
        relative = true;
        rest = further;
    }
    if relative { absolute(&here, rest) } else { path }
}

/// The names that a `use` gives, with their paths.
fn tree(tokens: &[TokenTree], before: &[String], names: &mut Vec<(String, Vec<String>)>) {
    let is =
        |token: &TokenTree, wanted: char| matches!(token, TokenTree::Punct(mark) if mark.as_char() == wanted);
    for branch in tokens.split(|token| is(token, ',')) {
        let mut path = before.to_vec();
        let mut name = None;
        let mut parts = branch.iter().filter(|token| !is(token, ':'));
        while let Some(part) = parts.next() {
            match part {
                TokenTree::Ident(word) if word == "as" => name = parts.next().map(ToString::to_string),
                TokenTree::Ident(word) if word == "self" && !path.is_empty() => {}
                TokenTree::Ident(word) => path.push(word.to_string()),
                TokenTree::Group(group) => {
                    let inner: Vec<TokenTree> = group.stream().into_iter().collect();
                    tree(&inner, &path, names);
                    path.clear();
                }
                _ => {}
            }
        }
        if let Some(last) = path.last() {
            names.push((name.unwrap_or_else(|| last.clone()), path.clone()));
        }
    }
}
