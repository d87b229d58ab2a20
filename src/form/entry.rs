//! The way into what a form does once a reader is near it.

use super::fields::Form;
use super::live;
use crate::lazy::token;
use news_article_contract::chunk::REACTIVE;
use std::rc::Rc;

token! {
    /// What checks and sends a form is here.
    Sending = REACTIVE
}

impl Sending {
    /// Brings a form that stands to life, in the current scope.
    #[inline(never)]
    pub fn start(self, form: &Rc<Form>) {
        live::start(form);
    }
}
