//! The entry to the code that checks and sends forms, which is loaded when a reader comes near one.

use super::fields::Form;
use super::live;
use crate::lazy::token;
use news_article_contract::chunk::REACTIVE;
use std::rc::Rc;

token! {
    /// The code that checks and sends a form.
    Sending = REACTIVE
}

impl Sending {
    /// Attaches checking and sending to a form that was built, in the current scope.
    #[inline(never)]
    pub fn start(self, form: &Rc<Form>) {
        live::start(form);
    }
}
