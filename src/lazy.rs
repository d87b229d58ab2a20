//! What comes later than the rest: chunks of the wasm, and the tokens that prove that they are here.
//!
//! `cargo xtask dist` takes what only a token's methods reach out of the wasm and into a file of its own
//! (`contract/src/chunk.rs` is the table). A method that is called before that file is here would trap. **So a token is
//! made by [`Lazy::load`] alone, which waits for the file**: who has not waited has no token, and the call does not compile.
//! A token is zero-sized; it is handed on as a value.
//!
//! Natively, and in a build that `serve` makes, all is in one piece.

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

/// Proof that what was asked for is here: nothing outside of this module makes one.
pub struct Here(());

/// Who can bring chunks.
#[cfg(browser)]
pub trait Loader {
    /// Asks for a chunk, by its name. The promise is resolved once it is part of the program, and at once where it is already.
    fn attach(&self, chunk: &str) -> Promise;
}

/// A token, or several.
pub trait Lazy: Copy {
    /// The chunks that it stands for, each with those that it comes after.
    fn chunks(into: &mut Vec<&'static Chunk>);

    /// The token.
    fn made(here: &Here) -> Self;

    /// Asks for the chunks, at once and for all of them together; the token comes when all are here.
    ///
    /// # Errors
    ///
    /// What JavaScript says of a chunk that does not come. Asking again tries again.
    #[cfg(browser)]
    fn load(loader: &impl Loader) -> Loading<Self> {
        let mut chunks = Vec::new();
        Self::chunks(&mut chunks);
        // Together: of two that fail, neither is a rejection that nobody hears.
        let coming = Array::new();
        for chunk in chunks {
            for before in chunk.after {
                coming.push(&loader.attach(before));
            }
            coming.push(&loader.attach(chunk.name));
        }
        Loading(JsFuture::from(Promise::all(&coming)), PhantomData)
    }

    /// The token, where all is in one piece: natively, and in tests in a browser. What is shipped has no such function.
    #[cfg(any(not(browser), debug_assertions))]
    fn in_one_piece() -> Self {
        Self::made(&Here(()))
    }
}

/// A token that is on its way.
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

/// Makes the token of a feature, in the module of the feature's entry: a zero-sized type that stands for a chunk of the table.
/// Its methods are to be `#[inline(never)]`: they are where the chunk begins.
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
