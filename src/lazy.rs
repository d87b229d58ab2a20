//! Lazy loading: chunks of the wasm, and tokens that prove that a chunk is loaded.
//!
//! `cargo xtask dist` moves the code that only a token's methods reach into a file of its own
//! (`contract/src/chunk.rs` is the table). A method that is called before that file is loaded would trap. **So a
//! token is made by [`Lazy::load`] alone, which waits for the file.** Without waiting there is no token, and the call
//! does not compile. A token is zero-sized and is passed by value.
//!
//! Natively, and in a build for `serve`, everything is in one piece.

#[cfg(browser)]
use js_sys::{Array, Promise};
use news_article_contract::chunk::Chunk;
#[cfg(browser)]
use std::{
    future::Future,
    marker::PhantomData,
    pin::Pin,
    task::{Context, Poll},
};
#[cfg(browser)]
use wasm_bindgen::JsValue;
#[cfg(browser)]
use wasm_bindgen_futures::JsFuture;

/// Proof that chunks are loaded. Only this module can make one.
pub struct Here(());

/// Loads chunks.
#[cfg(browser)]
pub trait Loader {
    /// Loads a chunk by its name. The promise resolves once the chunk is part of the program, immediately if it is
    /// already.
    fn attach(&self, chunk: &str) -> Promise;
}

/// A token, or a tuple of tokens.
pub trait Lazy: Copy {
    /// The chunks that it stands for, each with those that it depends on.
    fn chunks(into: &mut Vec<&'static Chunk>);

    /// Makes the token.
    fn made(here: &Here) -> Self;

    /// Loads the chunks, all in parallel. The future resolves to the token once all are loaded.
    ///
    /// # Errors
    ///
    /// The error from JavaScript if a chunk does not arrive. A later call tries again.
    #[cfg(browser)]
    fn load(loader: &impl Loader) -> Loading<Self> {
        let mut chunks = Vec::new();
        Self::chunks(&mut chunks);
        // One promise for all, so that no second failure becomes an unhandled rejection.
        let coming = Array::new();
        for chunk in chunks {
            for before in chunk.after {
                coming.push(&loader.attach(before));
            }
            coming.push(&loader.attach(chunk.name));
        }
        Loading(JsFuture::from(Promise::all(&coming)), PhantomData)
    }

    /// The token where everything is in one piece: natively, and in tests in a browser. What is shipped has no such
    /// function.
    #[cfg(any(not(browser), debug_assertions))]
    fn in_one_piece() -> Self {
        Self::made(&Here(()))
    }
}

/// A token that is being loaded.
#[cfg(browser)]
pub struct Loading<T>(JsFuture, PhantomData<fn() -> T>);

#[cfg(browser)]
impl<T: Lazy> Future for Loading<T> {
    type Output = Result<T, JsValue>;

    fn poll(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Self::Output> {
        Pin::new(&mut self.0).poll(context).map_ok(|_| T::made(&Here(())))
    }
}

impl<A: Lazy, B: Lazy> Lazy for (A, B) {
    fn chunks(into: &mut Vec<&'static Chunk>) {
        A::chunks(into);
        B::chunks(into);
    }

    fn made(here: &Here) -> Self {
        (A::made(here), B::made(here))
    }
}

impl<A: Lazy, B: Lazy, C: Lazy> Lazy for (A, B, C) {
    fn chunks(into: &mut Vec<&'static Chunk>) {
        A::chunks(into);
        B::chunks(into);
        C::chunks(into);
    }

    fn made(here: &Here) -> Self {
        (A::made(here), B::made(here), C::made(here))
    }
}

/// Makes the token of a feature, in the module of the feature's entry: a zero-sized type that stands for a chunk of
/// the table. Its methods must be `#[inline(never)]`, because the chunk begins at them.
macro_rules! token {
    ($(#[$doc:meta])* $name:ident = $chunk:expr) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug)]
        pub struct $name(());

        impl $crate::lazy::Lazy for $name {
            fn chunks(into: &mut Vec<&'static news_article_contract::chunk::Chunk>) {
                into.push(&$chunk);
            }

            fn made(_: &$crate::lazy::Here) -> Self {
                Self(())
            }
        }
    };
}

pub(crate) use token;
